#include <algorithm>

#include "session/compare.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

/// Name at the left, a way out at the right.
void title_line(PanelContext& ui, const std::string& name, const std::string& note, bool structure, bool comparing = false)
{
    const float close = button_width(ui, ui.word("word.close"), icon::kClose);
    const float top = ImGui::GetCursorPosY();
    const float inset = ui.inset;
    ui.inset += close + ui.pt(space::kInControl);
    text(ui, name, Type::title);
    ui.inset = inset;
    if (!note.empty()) text(ui, note, Type::label, Ink::quiet);
    const float end = ImGui::GetCursorPosY();
    ImGui::SetCursorPos({ImGui::GetCursorPosX() + ui.width() - close, top - ui.pt(2)});
    if (button(ui, "close", ui.word("word.close"), {.look = ButtonLook::ghost, .icon = icon::kClose})) {
        if (structure) ui.emit(cmd::Select{});
        else if (comparing) ui.emit(cmd::CompareWith{});
        else ui.emit(cmd::ChooseCondition{});
    }
    ImGui::SetCursorPosY(std::max(end, top + ui.pt(space::kControl)));
    ImGui::Dummy({1, 0});
}

}  // namespace

void draw_card(PanelContext& ui, const RectPt& rect)
{
    if (!begin_region(ui, "card", rect, ui.colours.card, false)) return;
    const ViewState& view = ui.state.view;
    const Condition* condition = ui.library.knowledge.find(view.condition);
    const bool comparing = comparison_of(ui.state, ui.library).has_value();
    const bool both = condition && !view.selected.is_none();
    const float pad = ui.pt(space::kInCard);
    gap(ui, space::kInCard);
    ImGui::Indent(pad);
    ui.inset = pad;
    if (both) {
        int chosen = ui.memory.card_shows_condition ? 0 : 1;
        if (segmented(ui, "which", {ui.word(comparing ? "compare.title" : "card.condition"), ui.word("card.structure")}, chosen)) ui.memory.card_shows_condition = chosen == 0;
        gap(ui, 12);
    }
    const bool structure = !condition || (both && !ui.memory.card_shows_condition);
    const Structure* record = ui.library.catalogue.find(view.selected);
    // English first in both settings: the Latin name is the second line, or the first where Latin is asked for.
    const bool latin = ui.state.settings.latin && !ui.state.settings.latin_beside && record && !record->latin.empty();
    if (structure) title_line(ui, structure_name(ui, view.selected), record ? (latin ? record->name : record->latin) : std::string{}, true);
    else title_line(ui, comparing ? ui.word("compare.title") : condition->name, {}, false, comparing);
    gap(ui, space::kInControl);
    ImGui::Unindent(pad);

    // What is chosen has a scroll place of its own.
    begin_scroll(ui, structure ? view.selected.text().c_str() : condition->id.text().c_str(), 0);
    ImGui::Indent(pad);
    ui.inset = pad - (ImGui::GetScrollMaxY() > 0 ? ui.pt(6) : 0);
    if (structure) draw_structure_card(ui, view.selected);
    else if (comparing) draw_compare_card(ui);
    else draw_condition_card(ui, *condition);
    gap(ui, space::kGroup);
    end_scroll();
    const ImVec2 low = ImGui::GetWindowPos();
    ImGui::GetWindowDrawList()->AddRectFilled(low, {low.x + 1, low.y + ui.pt(rect.height)}, ui.colours.hairline);
    end_region(ui);
}

}  // namespace genu
