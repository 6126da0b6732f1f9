#include <algorithm>
#include <cmath>

#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

void layer_part(PanelContext& ui)
{
    const int layer = ui.state.view.layer;
    const Card card(ui);
    double value = layer;
    const SliderEdit edit = slider(ui, "layer", ui.word("learn.layer_label"), std::to_string(layer) + " / " + std::to_string(kLayerCount - 1), value, 0, kLayerCount - 1);
    if (edit.began) ui.emit(cmd::BeginGesture{"layer"});
    if (edit.changed && std::lround(value) != layer) ui.emit(cmd::SetLayer{static_cast<int>(std::lround(value))});
    if (edit.ended) ui.emit(cmd::EndGesture{});
    text(ui, ui.word("layer.", std::to_string(layer)), Type::strong, Ink::accent);
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

}  // namespace

void draw_learn_panel(PanelContext& ui, const RectPt& rect)
{
    if (!begin_region(ui, "learn", rect, ui.colours.panel, false)) return;
    begin_panel_body(ui, ui.word("learn.title"), {});
    layer_part(ui);
    gap(ui, space::kInCard);
    shown_part(ui);
    gap(ui, space::kInCard);
    hairline(ui);
    gap(ui, space::kInControl);
    draw_picture_tools(ui);
    tours(ui);
    draw_myths(ui);
    if (fold(ui, "tree", ui.word("learn.tree"), {}, true)) draw_structure_tree(ui);
    end_panel_body(ui);
    end_region(ui);
}

}  // namespace genu
