// Which sets of ticks make a rule hold: for the reasons shown, for the content check and for the tests.
#include "clinical/expression.hpp"

#include <algorithm>

namespace genu {

namespace {

using Way = Expression::Way;

bool contains(const Way& larger, const Way& smaller)
{
    return std::includes(larger.ticked.begin(), larger.ticked.end(), smaller.ticked.begin(), smaller.ticked.end()) &&
           std::includes(larger.unticked.begin(), larger.unticked.end(), smaller.unticked.begin(), smaller.unticked.end());
}

bool contradicts_itself(const Way& way)
{
    return std::any_of(way.ticked.begin(), way.ticked.end(), [&](const FindingId& id) { return way.unticked.contains(id); });
}

void keep_smallest(std::vector<Way>& ways)
{
    std::erase_if(ways, contradicts_itself);
    std::vector<Way> kept;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        bool needed = true;
        for (std::size_t j = 0; j < ways.size() && needed; ++j) {
            if (i != j && contains(ways[i], ways[j]) && (ways[i] != ways[j] || j < i)) needed = false;
        }
        if (needed) kept.push_back(ways[i]);
    }
    ways = std::move(kept);
}

std::vector<Way> all_of(const std::vector<std::vector<Way>>& parts)
{
    std::vector<Way> together{Way{}};
    for (const std::vector<Way>& part : parts) {
        std::vector<Way> longer;
        for (const Way& a : together) {
            for (const Way& b : part) {
                Way both = a;
                both.ticked.insert(b.ticked.begin(), b.ticked.end());
                both.unticked.insert(b.unticked.begin(), b.unticked.end());
                longer.push_back(std::move(both));
            }
        }
        keep_smallest(longer);
        together = std::move(longer);
    }
    return together;
}

std::vector<Way> any_of(const std::vector<std::vector<Way>>& parts)
{
    std::vector<Way> together;
    for (const std::vector<Way>& part : parts) together.insert(together.end(), part.begin(), part.end());
    keep_smallest(together);
    return together;
}

}  // namespace

std::vector<Way> Expression::ways(std::size_t index, bool wanted) const
{
    const Node& node = nodes_[index];
    if (node.kind == Node::Kind::finding) return {wanted ? Way{{node.id}, {}} : Way{{}, {node.id}}};
    if (node.kind == Node::Kind::negation) return ways(node.children.front(), !wanted);
    std::vector<std::vector<Way>> parts;
    for (const std::size_t child : node.children) parts.push_back(ways(child, wanted));
    // De Morgan: "not (a and b)" is wanted false of each.
    return (node.kind == Node::Kind::conjunction) == wanted ? all_of(parts) : any_of(parts);
}

std::vector<Way> Expression::ways() const { return nodes_.empty() ? std::vector<Way>{} : ways(root_, true); }

std::vector<FindingId> Expression::lowering() const
{
    std::set<FindingId> found;
    for (const Way& way : ways()) found.insert(way.unticked.begin(), way.unticked.end());
    return {found.begin(), found.end()};
}

}  // namespace genu
