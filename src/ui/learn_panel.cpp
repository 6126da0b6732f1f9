#include <algorithm>
#include <cmath>

#include "ui/imgui_compat.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

/// Every layer by name, from skin to bone; those shown have a bar at their left. A press peels down to it.
void layer_ladder(PanelContext& ui)
{
    const float height = ui.pt(24), width = ui.width();
    for (int i = 0; i < kLayerCount; ++i) {
        const std::string& name = ui.word("layer.", std::to_string(i));
        const bool outermost = i == ui.state.view.layer, shown = i >= ui.state.view.layer;
        const ImVec2 low = ImGui::GetCursorScreenPos(), high{low.x + width, low.y + height};
        ImGui::PushID(i);
        const bool pressed = pressable("layer", {std::max(1.0f, width), height});
        ImDrawList& list = *ImGui::GetWindowDrawList();
        if (outermost) list.AddRectFilled(low, high, ui.colours.accent_soft, ui.pt(6), compat::kRound);
        else if (ImGui::IsItemHovered()) list.AddRectFilled(low, high, ui.colours.raised, ui.pt(6), compat::kRound);
        if (shown) list.AddRectFilled({low.x + ui.pt(4), low.y + ui.pt(4)}, {low.x + ui.pt(8), high.y - ui.pt(4)}, outermost ? ui.colours.accent : ui.colours.quiet, ui.pt(2));
        const ImVec2 words = word_size(ui, name, Type::label);
        draw_words(ui, list, {low.x + ui.pt(18), low.y + 0.5f * (height - words.y)}, shortened(ui, name, Type::label, width - ui.pt(26)), Type::label,
                   outermost ? ui.colours.accent : shown ? ui.colours.text : ui.colours.quiet);
        focus_ring(ui, low, high);
        ui.record("item", name, low, high);
        ImGui::PopID();
        if (pressed && !outermost) ui.emit(cmd::SetLayer{i});
    }
}

void layer_part(PanelContext& ui)
{
    const int layer = ui.state.view.layer;
    const Card card(ui);
    double value = layer;
    const SliderEdit edit = slider(ui, "layer", ui.word("learn.layer_label"), std::to_string(layer) + " / " + std::to_string(kLayerCount - 1), value, 0, kLayerCount - 1);
    if (edit.began) ui.emit(cmd::BeginGesture{"layer"});
    if (edit.changed && std::lround(value) != layer) ui.emit(cmd::SetLayer{static_cast<int>(std::lround(value))});
    if (edit.ended) ui.emit(cmd::EndGesture{});
    gap(ui, space::kHalf);
    layer_ladder(ui);
    gap(ui, space::kInControl);
    if (button(ui, "outer", ui.word("learn.outer"), {.icon = icon::kUp, .enabled = layer > 0})) ui.emit(cmd::SetLayer{layer - 1});
    flow(ui, button_width(ui, ui.word("learn.deeper"), icon::kDown));
    if (button(ui, "deeper", ui.word("learn.deeper"), {.icon = icon::kDown, .enabled = layer < kLayerCount - 1})) ui.emit(cmd::SetLayer{layer + 1});
}

void shown_part(PanelContext& ui)
{
    const ViewState& view = ui.state.view;
    if (toggle(ui, "xray", ui.word("learn.xray"), view.xray)) ui.emit(cmd::SetXray{!view.xray});
    if (toggle(ui, "labels", ui.word("learn.labels"), view.labels)) ui.emit(cmd::SetLabels{!view.labels});
    gap(ui, space::kInControl);
    draw_section_tools(ui);
    gap(ui, 12);
    if (button(ui, "show_all", ui.word("learn.show_all"), {.icon = icon::kEye, .hint = ui.word("learn.show_all_hint")})) ui.emit(cmd::ShowAll{});
    if (view.selected.is_none()) return;
    const bool only = view.isolated == std::set<StructureId>{view.selected};
    flow(ui, button_width(ui, ui.word("learn.isolate"), icon::kIsolate));
    if (button(ui, "isolate", ui.word("learn.isolate"), {.icon = icon::kIsolate, .active = only})) ui.emit(cmd::Isolate{{view.selected}});
}

void tours(PanelContext& ui)
{
    if (ui.library.knowledge.tours.empty() || !fold(ui, "tours", ui.word("learn.tours"))) return;
    for (const Tour& tour : ui.library.knowledge.tours) {
        RowStyle style;
        style.icon = icon::kPlay;
        style.note = filled(ui.word("learn.tour_steps"), {std::to_string(tour.steps.size())});
        style.selected = ui.state.view.tour == tour.id;
        if (row(ui, tour.id.text().c_str(), tour.name, style)) ui.emit(cmd::StartTour{tour.id});
    }
}

void draw_leg(PanelContext& ui)
{
    layer_part(ui);
    gap(ui, space::kInCard);
    shown_part(ui);
    gap(ui, space::kInCard);
    hairline(ui);
    gap(ui, space::kInControl);
    draw_picture_tools(ui);
    tours(ui);
    if (fold(ui, "tree", ui.word("learn.tree"), {}, true)) draw_structure_tree(ui);
}

}  // namespace

void draw_learn_panel(PanelContext& ui, const RectPt& rect)
{
    if (!begin_region(ui, "learn", rect, ui.colours.panel, false)) return;
    begin_panel_body(ui, ui.word("learn.title"), {});
    LearnTab& tab = ui.memory.learn_tab;
    if (ui.state.view.quiz) tab = LearnTab::quiz;
    else if (!ui.state.view.myth.is_none()) tab = LearnTab::myths;
    int chosen = static_cast<int>(tab);
    if (segmented(ui, "part", {ui.word("learn.tab.leg"), ui.word("learn.tab.quiz"), ui.word("learn.tab.myths")}, chosen)) {
        tab = static_cast<LearnTab>(chosen);
        if (ui.state.view.quiz) ui.emit(cmd::LeaveQuiz{});
        if (!ui.state.view.myth.is_none()) ui.emit(cmd::ShowMyth{});
    }
    gap(ui, space::kInCard);
    if (tab == LearnTab::leg) draw_leg(ui);
    else if (tab == LearnTab::quiz) draw_quiz(ui);
    else draw_myths(ui);
    end_panel_body(ui);
    end_region(ui);
}

}  // namespace genu
