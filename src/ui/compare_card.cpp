// Two conditions side by side: what tells them apart, and what they have in common.
#include "session/compare.hpp"
#include "ui/imgui_compat.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

void one_side(PanelContext& ui, const char* side, const Condition& condition)
{
    ImGui::PushID(side);
    const Card card(ui, 12);
    text(ui, ui.word("compare.", side), Type::label, Ink::quiet);
    text(ui, condition.name, Type::strong);
    const bool hurry = condition.urgency != Urgency::routine;
    bullet(ui, ui.word("urgency.card.", name_of(condition.urgency)), hurry ? icon::kWarning : icon::kInfo, hurry ? Ink::accent : Ink::quiet, Type::label);
    gap(ui, space::kHalf);
    if (link(ui, "whole", ui.word("compare.whole"), Type::label)) ui.emit(cmd::ChooseCondition{condition.id});
    ImGui::PopID();
}

void tells_apart(PanelContext& ui, const Condition& of, const Condition& other, const std::vector<Distinction>& list)
{
    if (list.empty()) return;
    text(ui, filled(ui.word("compare.points_to"), {of.name}), Type::strong);
    gap(ui, space::kHalf);
    for (const Distinction& d : list) {
        bullet(ui, finding_words(ui, d.finding), icon::kPlus, Ink::accent);
        ImGui::Indent(ui.pt(26));
        if (!d.why.empty()) text(ui, d.why, Type::label, Ink::quiet);
        if (d.against_other) text(ui, filled(ui.word("compare.and_away"), {other.name, d.why_not}), Type::label, Ink::accent);
        ImGui::Unindent(ui.pt(26));
        gap(ui, space::kInControl);
    }
    gap(ui, space::kInControl);
}

void structures(PanelContext& ui, const std::string& title, const std::vector<StructureId>& ids)
{
    if (ids.empty()) return;
    text(ui, title, Type::label, Ink::quiet);
    gap(ui, space::kHalf);
    for (const StructureId& id : ids) {
        RowStyle style;
        style.selected = ui.state.view.selected == id;
        if (row(ui, id.text().c_str(), structure_name(ui, id), style)) ui.emit(cmd::Select{id});
    }
    gap(ui, space::kInControl);
}

}  // namespace

void draw_compare_card(PanelContext& ui)
{
    const auto c = comparison_of(ui.state, ui.library);
    if (!c) return;
    one_side(ui, "left", *c->a);
    gap(ui, space::kInControl);
    one_side(ui, "right", *c->b);
    gap(ui, space::kInControl);
    draw_legend_lines(ui, build_legend(ui.state, ui.library));
    gap(ui, space::kInControl);
    if (button(ui, "compare", ui.word("compare.another"), {.icon = icon::kColumns})) ui.memory.compare_wanted = true;
    gap(ui, space::kInCard);
    text(ui, ui.word("compare.differs"), Type::title);
    gap(ui, space::kInControl);
    ImGui::PushID("a");
    tells_apart(ui, *c->a, *c->b, c->for_a);
    ImGui::PopID();
    ImGui::PushID("b");
    tells_apart(ui, *c->b, *c->a, c->for_b);
    ImGui::PopID();
    text(ui, ui.word("compare.alike"), Type::title);
    gap(ui, space::kInControl);
    if (c->alike.empty() && c->both.empty()) text(ui, ui.word("compare.nothing_alike"), Type::body, Ink::quiet);
    for (const FindingId& id : c->alike) bullet(ui, finding_words(ui, id), "=", Ink::quiet);
    if (!c->alike.empty()) gap(ui, space::kInControl);
    structures(ui, ui.word("compare.structures_both"), c->both);
    structures(ui, filled(ui.word("compare.structures_only"), {c->a->name}), c->only_a);
    structures(ui, filled(ui.word("compare.structures_only"), {c->b->name}), c->only_b);
    gap(ui, space::kInCard);
    text(ui, ui.word("app.disclaimer"), Type::label, Ink::quiet);
}

void draw_half_title(PanelContext& ui, ImVec2 low, ImVec2 high)
{
    const std::string name = condition_name(ui, ui.state.view.condition);
    const std::string shown = shortened(ui, name, Type::strong, high.x - low.x - ui.pt(48));
    const ImVec2 size = word_size(ui, shown, Type::strong);
    const ImVec2 at{0.5f * (low.x + high.x - size.x), std::max(low.y, ui.memory.banner_bottom) + ui.pt(12)};
    const ImVec2 plate_low{at.x - ui.pt(12), at.y - ui.pt(4)}, plate_high{at.x + size.x + ui.pt(12), at.y + size.y + ui.pt(4)};
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    list.AddRectFilled(plate_low, plate_high, ui.colours.glass, ui.pt(space::kCorner), compat::kRound);
    draw_words(ui, list, at, shown, Type::strong, ui.colours.text);
    ui.record_unclipped("text", name, plate_low, plate_high);
    ui.memory.banner_bottom = plate_high.y;
}

}  // namespace genu
