#include "session/trace.hpp"

#include <algorithm>
#include <cctype>

namespace genu {

namespace {

bool contains(const std::vector<StructureId>& ids, const StructureId& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

void add(std::vector<StructureId>& ids, const StructureId& id)
{
    if (!contains(ids, id)) ids.push_back(id);
}

void add_branches(const Library& library, std::vector<StructureId>& course)
{
    for (std::size_t i = 0; i < course.size(); ++i) {
        for (const Branch& branch : library.branches) if (contains(branch.of, course[i])) add(course, branch.id);
    }
}

void add_trunks(const Library& library, std::vector<StructureId>& origin, const StructureId& id)
{
    for (const Branch& branch : library.branches) {
        if (branch.id != id) continue;
        for (const StructureId& trunk : branch.of) {
            if (contains(origin, trunk)) continue;
            origin.push_back(trunk);
            add_trunks(library, origin, trunk);
        }
    }
}

const std::string& fact(const Structure& s, const std::string& name)
{
    static const std::string none;
    for (const auto& [key, words] : s.facts) if (key == name) return words;
    return none;
}

/// "S1" in "L5, S1, S2".
bool names_root(const std::string& roots, const std::string& root)
{
    const std::size_t at = roots.find(root);
    if (root.empty() || at == std::string::npos) return false;
    const std::size_t after = at + root.size();
    return after >= roots.size() || !std::isdigit(static_cast<unsigned char>(roots[after]));
}

/// A muscle: the nerves that drive it, and of their roots those that its own record names.
Trace muscle_trace(const Library& library, const Structure& muscle)
{
    Trace trace;
    trace.supplied.push_back(muscle.id);
    trace.course = muscle.supplied_by;
    for (const StructureId& nerve : muscle.supplied_by) {
        std::vector<StructureId> trunks;
        add_trunks(library, trunks, nerve);
        for (const StructureId& id : trunks) {
            const std::string root = root_name(id);
            if (!contains(trace.course, id) && (root.empty() || names_root(fact(muscle, "roots"), root))) add(trace.origin, id);
        }
    }
    return trace;
}

}  // namespace

std::string root_name(const StructureId& id)
{
    const std::string prefix = "nerve.root_";
    if (!id.text().starts_with(prefix)) return {};
    std::string name = id.text().substr(prefix.size());
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return name;
}

Trace trace_of(const Library& library, const StructureId& id)
{
    const Structure* record = library.catalogue.find(id);
    if (!record) return {};
    if (record->kind() == "muscle") return muscle_trace(library, *record);
    if (record->kind() != "nerve" && record->kind() != "artery" && record->kind() != "vein") return {};
    Trace trace;
    trace.course.push_back(id);
    add_trunks(library, trace.origin, id);
    const std::string root = root_name(id);
    add_branches(library, trace.course);
    for (const Structure& s : library.catalogue.structures()) {
        const bool by_branch = std::any_of(s.supplied_by.begin(), s.supplied_by.end(), [&](const StructureId& by) { return contains(trace.course, by); });
        // A root drives only those muscles of its nerves that name it.
        const bool by_root = root.empty() || names_root(fact(s, "roots"), root);
        if (by_branch && by_root) add(trace.supplied, s.id);
        const bool listed = std::any_of(trace.course.begin(), trace.course.end(), [&](const StructureId& c) {
            const Structure* nerve = library.catalogue.find(c);
            return nerve && root.empty() && contains(nerve->supplies, s.id);
        });
        if (listed) add(trace.supplied, s.id);
    }
    return trace;
}

bool can_trace(const Library& library, const StructureId& id)
{
    const Trace trace = trace_of(library, id);
    return trace.course.size() + trace.supplied.size() + trace.origin.size() > 1;
}

}  // namespace genu
