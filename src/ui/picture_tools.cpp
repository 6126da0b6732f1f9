// How the picture is drawn: sections, style, what is painted, perspective.
#include <algorithm>
#include <cmath>

#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr double kReachMm = 250;
constexpr double kDegrees = 57.29577951308232;

template <class Choose>
void choice(PanelContext& ui, const char* id, const std::string& heading, const std::vector<std::string>& words, int chosen, Choose choose)
{
    text(ui, heading);
    gap(ui, space::kHalf);
    if (segmented(ui, id, words, chosen)) choose(chosen);
    gap(ui, space::kInControl);
}

template <class Change>
void gesture_slider(PanelContext& ui, const char* id, const std::string& words, const std::string& value_words, double value, double low, double high, Change change)
{
    const SliderEdit edit = slider(ui, id, words, value_words, value, low, high);
    if (edit.began) ui.emit(cmd::BeginGesture{"section"});
    if (edit.changed) ui.emit(change(std::round(value)));
    if (edit.ended) ui.emit(cmd::EndGesture{});
}

glm::vec3 normal_of(double turn_deg, double tilt_deg)
{
    const double turn = turn_deg / kDegrees, tilt = tilt_deg / kDegrees;
    return {static_cast<float>(std::sin(turn) * std::cos(tilt)), static_cast<float>(std::sin(tilt)), static_cast<float>(std::cos(turn) * std::cos(tilt))};
}

void free_plane(PanelContext& ui)
{
    const ViewState& view = ui.state.view;
    const glm::dvec3 n(view.section_normal);
    const double tilt = kDegrees * std::asin(std::clamp(n.y, -1.0, 1.0)), turn = kDegrees * std::atan2(n.x, n.z), mm = view.section_mm;
    gesture_slider(ui, "section_mm", ui.word("learn.section_mm"), filled(ui.word("overlay.mm"), {figure(mm)}), mm, -kReachMm, kReachMm,
                   [&](double value) { return cmd::SetSectionPlane{view.section_normal, value}; });
    gesture_slider(ui, "section_tilt", ui.word("learn.section_tilt"), figure(std::round(tilt)) + "°", tilt, -90, 90,
                   [&](double value) { return cmd::SetSectionPlane{normal_of(turn, std::clamp(value, -89.9, 89.9)), mm}; });
    gesture_slider(ui, "section_turn", ui.word("learn.section_turn"), figure(std::round(turn)) + "°", turn, -180, 180,
                   [&](double value) { return cmd::SetSectionPlane{normal_of(value, std::clamp(tilt, -89.9, 89.9)), mm}; });
}

void presets(PanelContext& ui)
{
    if (!fold(ui, "sections", ui.word("learn.sections"))) return;
    for (const SectionPreset& preset : ui.library.sections) {
        RowStyle style;
        style.selected = ui.state.view.section == Section::plane && ui.state.view.section_mm == preset.mm && glm::distance(ui.state.view.section_normal, preset.normal) < 1e-3f;
        if (row(ui, preset.view.name.c_str(), ui.word("section.", preset.view.name), style)) ui.emit(cmd::SetSectionPreset{preset.view.name});
    }
}

}  // namespace

void draw_section_tools(PanelContext& ui)
{
    const ViewState& view = ui.state.view;
    choice(ui, "section", ui.word("learn.section"),
           {ui.word("learn.section.none"), ui.word("learn.section.x"), ui.word("learn.section.y"), ui.word("learn.section.z"), ui.word("learn.section.plane")},
           static_cast<int>(view.section), [&](int chosen) {
               const auto section = static_cast<Section>(chosen);
               if (section == Section::plane) ui.emit(cmd::SetSectionPlane{view.section_normal, view.section_mm});
               else ui.emit(cmd::SetSection{section, view.section_mm});
           });
    if (view.section == Section::plane) {
        free_plane(ui);
    } else if (view.section != Section::none) {
        const double reach = view.section == Section::y ? kReachMm : 0.4 * kReachMm;
        gesture_slider(ui, "section_mm", ui.word("learn.section_mm"), filled(ui.word("overlay.mm"), {figure(view.section_mm)}), view.section_mm, -reach, reach,
                       [&](double value) { return cmd::SetSection{view.section, value}; });
    }
    if (view.section != Section::none && !view.selected.is_none()) {
        if (toggle(ui, "spare", ui.word("learn.spare"), view.spared.contains(view.selected))) ui.emit(cmd::Spare{{view.selected}});
    }
    presets(ui);
}

void draw_picture_tools(PanelContext& ui)
{
    if (!fold(ui, "drawing", ui.word("learn.drawing"))) return;
    const ViewState& view = ui.state.view;
    choice(ui, "style", ui.word("learn.style"), {ui.word("style.atlas"), ui.word("style.print"), ui.word("style.safe")}, static_cast<int>(view.style),
           [&](int chosen) { ui.emit(cmd::SetStyle{static_cast<Style>(chosen)}); });
    choice(ui, "attachments", ui.word("learn.attachments"), {ui.word("attachments.none"), ui.word("attachments.selected"), ui.word("attachments.all")},
           view.attachments == Attachments::none ? 0 : view.attachments == Attachments::selected ? 1 : 2, [&](int chosen) {
               ui.emit(cmd::SetAttachments{chosen == 0 ? Attachments::none : chosen == 1 ? Attachments::selected : Attachments::all});
           });
    if (toggle(ui, "territories", ui.word("learn.territories"), view.territories)) ui.emit(cmd::SetTerritories{!view.territories});
    if (toggle(ui, "orthographic", ui.word("learn.orthographic"), view.camera.orthographic)) ui.emit(cmd::SetOrthographic{!view.camera.orthographic});
}

}  // namespace genu
