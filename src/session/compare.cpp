#include "session/compare.hpp"

#include <algorithm>

namespace genu {

namespace {

const ConditionFinding* points_to(const Condition& condition, const FindingId& id)
{
    const auto found = std::find_if(condition.findings.begin(), condition.findings.end(), [&](const ConditionFinding& f) { return f.id == id; });
    return found == condition.findings.end() ? nullptr : &*found;
}

const AgainstFinding* points_away(const Condition& condition, const FindingId& id)
{
    const auto found = std::find_if(condition.against.begin(), condition.against.end(), [&](const AgainstFinding& f) { return f.id == id; });
    return found == condition.against.end() ? nullptr : &*found;
}

bool involves(const Condition& condition, const StructureId& id)
{
    return std::any_of(condition.structures.begin(), condition.structures.end(), [&](const ConditionStructure& s) { return s.id == id; });
}

std::vector<Distinction> distinctions(const Condition& of, const Condition& other)
{
    std::vector<Distinction> list;
    for (const ConditionFinding& f : of.findings) {
        if (points_to(other, f.id)) continue;
        const AgainstFinding* away = points_away(other, f.id);
        list.push_back({f.id, f.weight, away != nullptr, f.why, away ? away->why : std::string{}});
    }
    std::stable_sort(list.begin(), list.end(), [](const Distinction& x, const Distinction& y) {
        return x.against_other != y.against_other ? x.against_other : x.weight > y.weight;
    });
    return list;
}

}  // namespace

Comparison compare_conditions(const Condition& a, const Condition& b)
{
    Comparison c;
    c.a = &a;
    c.b = &b;
    for (const ConditionStructure& s : a.structures) (involves(b, s.id) ? c.both : c.only_a).push_back(s.id);
    for (const ConditionStructure& s : b.structures) if (!involves(a, s.id)) c.only_b.push_back(s.id);
    for (const ConditionFinding& f : a.findings) if (points_to(b, f.id)) c.alike.push_back(f.id);
    c.for_a = distinctions(a, b);
    c.for_b = distinctions(b, a);
    c.same_urgency = a.urgency == b.urgency;
    return c;
}

std::optional<Comparison> comparison_of(const AppState& state, const Library& library)
{
    const Condition* a = library.knowledge.find(state.view.condition);
    const Condition* b = library.knowledge.find(state.view.compare_with);
    if (!a || !b) return std::nullopt;
    return compare_conditions(*a, *b);
}

AppState other_half(const AppState& state, const Library& library)
{
    AppState other;
    other.view = state.view;
    other.view.condition = state.view.compare_with;
    other.view.compare_with = ConditionId::none();
    other.view.pathology.clear();
    for (const PathologyScene& scene : library.pathology.scenes) if (scene.condition == other.view.condition) other.view.pathology[scene.shape] = scene.size;
    other.playback = state.playback;
    other.settings = state.settings;
    other.hovered = state.hovered;
    other.flight = state.flight;
    other.assessment = state.assessment;
    other.picture_aspect = state.picture_aspect;
    return other;
}

}  // namespace genu
