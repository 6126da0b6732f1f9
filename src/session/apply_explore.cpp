#include "session/apply.hpp"

#include <algorithm>

#include "session/skin_points.hpp"

namespace genu {

namespace {

constexpr std::size_t kMostSpots = 24;
constexpr float kNewSpotM = 0.008f;   // nearer than this to a spot it is the same spot

}  // namespace

void Apply::operator()(const cmd::Skip& c)
{
    if (!library.knowledge.find(c.id)) {
        state.message = library.texts("error.unknown_finding") + " \"" + c.id.text() + "\"";
        return;
    }
    view.answers.ticked.erase(c.id);
    view.answers.denied.erase(c.id);
    view.placed.erase(c.id);
    if (c.on) view.skipped.insert(c.id);
    else view.skipped.erase(c.id);
    assess_again();
}

void Apply::operator()(const cmd::Paint& c)
{
    const PainSpot spot{c.rest_m, static_cast<float>(1e-3 * std::clamp(c.radius_mm, 5.0, 40.0))};
    const bool there = std::any_of(view.spots.begin(), view.spots.end(), [&](const PainSpot& s) { return glm::distance(s.rest_m, spot.rest_m) < kNewSpotM; });
    if (there) return;
    if (view.spots.size() == kMostSpots) {
        state.message = library.texts("explore.spots_full");
        return;
    }
    view.spots.push_back(spot);
    feel_again();
}

void Apply::operator()(const cmd::ClearSpots&)
{
    view.spots.clear();
    feel_again();
}

void Apply::operator()(const cmd::SetExploreStep& c) { state.explore_step = c.step; }
void Apply::operator()(const cmd::SavePage&) { state.page_wanted = true; }

void Apply::feel_again()
{
    state.beneath = structures_beneath(library, view.spots);
    const std::set<FindingId> places = places_of(library, view.spots);
    for (const FindingId& id : view.placed) if (!places.contains(id)) view.answers.ticked.erase(id);
    std::erase_if(view.placed, [&](const FindingId& id) { return !places.contains(id); });
    for (const FindingId& id : places) {
        // What the reader has said by hand stands.
        if (view.answers.ticked.contains(id) || view.answers.denied.contains(id)) continue;
        view.answers.ticked.insert(id);
        view.placed.insert(id);
    }
    view.condition = ConditionId::none();
    assess_again();
}

}  // namespace genu
