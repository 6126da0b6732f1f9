// The section in the panel: which way it cuts, where it lies, what it leaves whole, and cuts worth having again.
#include <algorithm>
#include <cmath>

#include "session/section.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {


template <class Change>
void gesture_slider(PanelContext& ui, const char* id, const std::string& words, const std::string& value_words, double value, double low, double high, Change change)
{
    const SliderEdit edit = slider(ui, id, words, value_words, value, low, high);
    if (edit.began) ui.emit(cmd::BeginGesture{"section"});
    if (edit.changed) ui.emit(change(std::round(value)));
    if (edit.ended) ui.emit(cmd::EndGesture{});
}

void which_way(PanelContext& ui)
{
    const ViewState& view = ui.state.view;
    text(ui, ui.word("learn.section"));
    gap(ui, space::kHalf);
    int chosen = static_cast<int>(view.section);
    const char* family = ui.clinical() ? "learn.section.clinical." : "learn.section.";
    const std::vector<std::string> words = {ui.word("learn.section.none"), ui.word(family, "x"), ui.word(family, "y"), ui.word(family, "z"), ui.word("learn.section.plane")};
    if (segmented(ui, "section", words, chosen)) {
        const auto section = static_cast<Section>(chosen);
        // A free plane begins where the last cut lies, a cut along an axis at its own place.
        const Cut now = cut_of(view).value_or(Cut{});
        if (section == Section::plane) ui.emit(cmd::SetSectionPlane{now.normal, now.mm});
        else ui.emit(cmd::SetSection{section, std::clamp(view.section_mm, -section_reach_mm(section), section_reach_mm(section))});
    }
    gap(ui, space::kInControl);
}

void place(PanelContext& ui)
{
    const ViewState& view = ui.state.view;
    const double reach = section_reach_mm(view.section);
    const auto moved = [&](double value) -> Command {
        if (view.section == Section::plane) return cmd::SetSectionPlane{view.section_normal, value};
        return cmd::SetSection{view.section, value};
    };
    gesture_slider(ui, "section_mm", ui.word("learn.section_mm"), "", view.section_mm, -reach, reach, moved);
    text(ui, section_reading(ui), Type::label, Ink::quiet);
    gap(ui, space::kInControl);
}

void direction(PanelContext& ui)
{
    const ViewState& view = ui.state.view;
    const NormalAngles a = angles_of(view.section_normal);
    const glm::vec3 hinge = section_hinge_m(ui.state, ui.library);
    const auto tilted = [&](double turn, double tilt) { return tilted_section(view, normal_of({turn, std::clamp(tilt, -kSteepestDeg, kSteepestDeg)}), hinge); };
    gesture_slider(ui, "section_tilt", ui.word("learn.section_tilt"), figure(std::round(a.tilt_deg)) + "°", a.tilt_deg, -90, 90, [&](double value) { return tilted(a.turn_deg, value); });
    gesture_slider(ui, "section_turn", ui.word("learn.section_turn"), figure(std::round(a.turn_deg)) + "°", a.turn_deg, -180, 180, [&](double value) { return tilted(value, a.tilt_deg); });
    gap(ui, space::kHalf);
}

std::vector<StructureId> shapes_of(const PanelContext& ui, const std::vector<std::string>& kinds)
{
    std::vector<StructureId> ids;
    for (const Mesh& mesh : ui.library.model.meshes) {
        if (std::find(kinds.begin(), kinds.end(), mesh.id.kind()) != kinds.end()) ids.push_back(mesh.id);
    }
    return ids;
}

void group_whole(PanelContext& ui, const char* id, const std::string& words, const std::vector<StructureId>& ids)
{
    const std::set<StructureId>& spared = ui.state.view.spared;
    const bool all = !ids.empty() && std::all_of(ids.begin(), ids.end(), [&](const StructureId& s) { return spared.contains(s); });
    if (!ids.empty() && toggle(ui, id, words, all)) ui.emit(cmd::Spare{ids});
}

/// What the cut goes round: whole groups, and single structures that were chosen.
void left_whole(PanelContext& ui)
{
    const ViewState& view = ui.state.view;
    if (!fold(ui, "whole", ui.word("section.whole"), view.spared.empty() ? "" : std::to_string(view.spared.size()))) return;
    const std::vector<StructureId> bones = shapes_of(ui, {"bone"}), cords = shapes_of(ui, {"nerve", "artery", "vein"});
    group_whole(ui, "whole_bones", ui.word("section.whole_bones"), bones);
    group_whole(ui, "whole_cords", ui.word("section.whole_cords"), cords);
    const auto in = [](const std::vector<StructureId>& ids, const StructureId& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
    if (!view.selected.is_none() && !view.spared.contains(view.selected)) {
        if (button(ui, "spare", filled(ui.word("section.whole_this"), {structure_name(ui, view.selected)}), {.icon = icon::kPlus})) ui.emit(cmd::Spare{{view.selected}});
        gap(ui, space::kHalf);
    }
    for (const StructureId& id : view.spared) {
        if (in(bones, id) || in(cords, id)) continue;
        if (row(ui, id.text().c_str(), structure_name(ui, id), {.icon = icon::kClose})) ui.emit(cmd::Spare{{id}});
    }
    if (view.selected.is_none()) text(ui, ui.word("section.whole_hint"), Type::label, Ink::quiet);
    gap(ui, space::kInControl);
}

}  // namespace

bool is_section_preset(const ViewState& view, const SectionPreset& preset)
{
    return view.section == Section::plane && view.section_mm == preset.mm && glm::distance(view.section_normal, preset.normal) < 1e-3f;
}

void draw_section_tools(PanelContext& ui)
{
    const ViewState& view = ui.state.view;
    which_way(ui);
    if (view.section != Section::none) {
        place(ui);
        if (view.section == Section::plane) direction(ui);
        if (toggle(ui, "section_handle", ui.word("section.handle"), view.handles, ui.word("section.handle_hint"))) ui.emit(cmd::SetHandles{!view.handles});
        left_whole(ui);
    }
    if (!fold(ui, "sections", ui.word("learn.sections"))) return;
    for (const SectionPreset& preset : ui.library.sections) {
        if (row(ui, preset.view.name.c_str(), ui.word("section.", preset.view.name), {.selected = is_section_preset(view, preset)})) ui.emit(cmd::SetSectionPreset{preset.view.name});
    }
}

}  // namespace genu
