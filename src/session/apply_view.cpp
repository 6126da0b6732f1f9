#include "session/apply.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "session/follow.hpp"
#include "session/scene_math.hpp"

namespace genu {

namespace {

void toggle(std::set<StructureId>& set, const std::vector<StructureId>& ids)
{
    const bool all_in = std::all_of(ids.begin(), ids.end(), [&](const StructureId& id) { return set.contains(id); });
    for (const StructureId& id : ids) {
        if (all_in) set.erase(id);
        else set.insert(id);
    }
}

}  // namespace

bool Apply::known(const StructureId& id)
{
    if (id.is_none() || library.catalogue.find(id) || library.model.find(id)) return true;
    const std::string hint = did_you_mean(id.text(), library.catalogue.ids());
    state.message = library.texts("error.unknown_structure") + " \"" + id.text() + "\"" + (hint.empty() ? "" : " – " + hint);
    return false;
}

bool Apply::known(const std::vector<StructureId>& ids)
{
    return std::all_of(ids.begin(), ids.end(), [&](const StructureId& id) { return known(id); });
}

void Apply::show_everything()
{
    // What is shown next is below the skin: the brush is laid aside.
    if (state.explore_step == ExploreStep::where) state.explore_step = ExploreStep::questions;
    view.hidden.clear();
    view.faded.clear();
    view.isolated.clear();
    view.tension = {};
    view.pathology.clear();
    view.condition = view.compare_with = ConditionId::none();
    view.traced = StructureId::none();
    view.myth = MythId::none();
    view.section = Section::none;
    view.spared.clear();
    view.xray = false;
}

void Apply::operator()(const cmd::Select& c)
{
    if (!known(c.id)) return;
    if (!question_is_open(state)) {
        view.selected = c.id;
        return;
    }
    // While a question is open a click on the leg is an answer, or nothing: the name would give it away.
    if (view.quiz->kind != QuizKind::find_it || c.id.is_none()) return;
    const auto& choices = view.quiz->choices;
    const auto at = std::find(choices.begin(), choices.end(), c.id.text());
    (*this)(cmd::AnswerQuiz{at == choices.end() ? -1 : static_cast<int>(at - choices.begin())});
}
void Apply::operator()(const cmd::Hover& c) { state.hovered = c.id; }

void Apply::operator()(const cmd::Isolate& c)
{
    if (!known(c.ids)) return;
    const std::set<StructureId> ids(c.ids.begin(), c.ids.end());
    view.isolated = view.isolated == ids ? std::set<StructureId>{} : ids;
}

void Apply::operator()(const cmd::Hide& c) { if (known(c.ids)) toggle(view.hidden, c.ids); }
void Apply::operator()(const cmd::Fade& c) { if (known(c.ids)) toggle(view.faded, c.ids); }
void Apply::operator()(const cmd::ShowAll&) { show_everything(); }
void Apply::operator()(const cmd::SetLayer& c) { view.layer = std::clamp(c.layer, 0, kLayerCount - 1); }
void Apply::operator()(const cmd::SetXray& c) { view.xray = c.on; }
void Apply::operator()(const cmd::SetStrain& c) { view.strain = c.on; }
void Apply::operator()(const cmd::SetLabels& c) { view.labels = c.on; }
void Apply::operator()(const cmd::SetSection& c) { view.section = c.axis; view.section_mm = c.mm; }
void Apply::operator()(const cmd::SetSectionPlane& c)
{
    if (!(glm::length(c.normal) > 1e-6f)) return;
    view.section = Section::plane;
    view.section_normal = glm::normalize(c.normal);
    view.section_mm = c.mm;
}

void Apply::operator()(const cmd::SetSectionPreset& c)
{
    const SectionPreset* preset = library.section(c.name);
    if (!preset) {
        std::vector<std::string> names;
        for (const SectionPreset& known : library.sections) names.push_back(known.view.name);
        state.message = library.texts("error.unknown_section") + " \"" + c.name + "\" – " + did_you_mean(c.name, names);
        return;
    }
    (*this)(cmd::SetSectionPlane{preset->normal, preset->mm});
    const Camera camera = view_camera(preset->view, state.picture_aspect);
    fly_to(view.left_side ? mirrored(camera) : camera);
}

void Apply::operator()(const cmd::Spare& c) { if (known(c.ids)) toggle(view.spared, c.ids); }
void Apply::operator()(const cmd::SetStyle& c) { view.style = c.style; }
void Apply::operator()(const cmd::SetAttachments& c) { view.attachments = c.shown; }
void Apply::operator()(const cmd::SetTerritories& c) { view.territories = c.on; }

void Apply::operator()(const cmd::SetSide& c)
{
    if (view.left_side == c.left) return;
    view.left_side = c.left;
    // The outer side stays the outer side.
    state.flight.reset();
    view.camera = mirrored(view.camera);
}

}  // namespace genu
