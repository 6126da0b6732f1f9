#include "motion/chain_set.hpp"

#include <algorithm>

namespace genu {

ChainSet::ChainSet(std::vector<Entry> entries, ChainRules rules) : rules_(std::move(rules))
{
    std::map<StructureId, int> number_of;
    for (Entry& entry : entries) {
        number_of[entry.id] = static_cast<int>(chains_.size());
        chains_.emplace_back(std::move(entry.nodes), rules_.rule(entry.id), rules_, entry.keeps_volume);
    }
    for (const Chain& chain : chains_) {
        start_.push_back(tie(chain.rule().start, chain.nodes().front().rest_m, number_of));
        end_.push_back(tie(chain.rule().end, chain.nodes().back().rest_m, number_of));
        kept_off_.push_back(kept_off(chain, number_of));
    }
    // Whoever another is tied to comes first; a ring of ties ends at its last.
    std::vector<bool> is_placed(chains_.size(), false);
    for (std::size_t round = 0; round < chains_.size() && order_.size() < chains_.size(); ++round) {
        const std::size_t before = order_.size();
        for (std::size_t i = 0; i < chains_.size(); ++i) {
            const auto waits = [&](const Tie& t) { return t.parent >= 0 && !is_placed[static_cast<std::size_t>(t.parent)]; };
            const bool waits_for_neighbour = std::any_of(kept_off_[i].begin(), kept_off_[i].end(), [&](const KeptOff& k) { return !is_placed[k.other]; });
            if (is_placed[i] || waits(start_[i]) || waits(end_[i]) || waits_for_neighbour) continue;
            is_placed[i] = true;
            order_.push_back(i);
        }
        if (order_.size() == before) break;
    }
    for (std::size_t i = 0; i < chains_.size(); ++i) if (!is_placed[i]) order_.push_back(i);
}

ChainSet::Tie ChainSet::tie(const ChainEnd& end, const glm::dvec3& rest, const std::map<StructureId, int>& number_of) const
{
    const auto parent = number_of.find(end.tied_to);
    if (end.kind != ChainEnd::Kind::tied || parent == number_of.end()) return {-1, 0, rest};
    return {parent->second, chains_[static_cast<std::size_t>(parent->second)].nearest_number(rest), rest};
}

// Not nearer than at rest, nor than both are thick.
std::vector<ChainSet::KeptOff> ChainSet::kept_off(const Chain& chain, const std::map<StructureId, int>& number_of) const
{
    constexpr double kThick = 0.95;
    std::vector<KeptOff> all;
    for (const StructureId& id : chain.rule().keeps_off) {
        const auto found = number_of.find(id);
        if (found == number_of.end()) continue;
        KeptOff& kept = all.emplace_back();
        kept.other = static_cast<std::size_t>(found->second);
        const Chain& other = chains_[kept.other];
        for (const ChainNode& node : chain.nodes()) {
            const double number = other.nearest_number(node.rest_m);
            const auto k = std::min(static_cast<std::size_t>(number), other.size() - 2);
            const ChainNode &a = other.nodes()[k], &b = other.nodes()[k + 1];
            const double f = number - static_cast<double>(k), rest = glm::distance(node.rest_m, glm::mix(a.rest_m, b.rest_m, f));
            const double both = node.radius_m + glm::mix(a.radius_m, b.radius_m, f);
            kept.share.push_back(both > 0 ? std::min(rest / both, kThick) : 0);
        }
    }
    return all;
}

glm::dvec3 ChainSet::follow(const Tie& tie, const std::vector<std::vector<NodeMotion>>& solved) const
{
    const auto index = static_cast<std::size_t>(tie.parent);
    const Chain& parent = chains_[index];
    const SplineWeights w = spline_weights(tie.number, static_cast<int>(parent.size()));
    glm::dvec3 sum(0);
    for (std::size_t k = 0; k < 4; ++k) {
        if (w.weight[k] == 0) continue;
        const std::size_t j = static_cast<std::size_t>(w.first) + k;
        const NodeMotion& m = solved[index][j];
        sum += w.weight[k] * (m.place_m + linear_part(m, parent.tangents()[j]) * (tie.rest_m - parent.nodes()[j].rest_m));
    }
    return sum;
}

void ChainSet::solve(const Skeleton& skeleton, const Pose& pose, std::vector<std::vector<NodeMotion>>& out) const
{
    const PosedBodies posed{&skeleton, pose, skeleton.bodies(pose)};
    out.resize(chains_.size());
    for (const std::size_t i : order_) {
        const Chain& chain = chains_[i];
        out[i].resize(chain.size());
        const auto place = [&](const Tie& t, const ChainNode& node) { return t.parent >= 0 ? follow(t, out) : posed.hold(node)(node.rest_m); };
        Surroundings around{rules_.obstacles, rules_.creases, {}};
        for (const KeptOff& kept : kept_off_[i]) around.beside.push_back({&out[kept.other], &chains_[kept.other].nodes(), &kept.share});
        chain.solve(posed, place(start_[i], chain.nodes().front()), place(end_[i], chain.nodes().back()), around, out[i]);
    }
}

}  // namespace genu
