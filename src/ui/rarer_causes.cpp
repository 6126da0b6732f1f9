// Rarer causes: a row each, and a short card below it when it is open.
#include <algorithm>

#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

void links_to_structures(PanelContext& ui, const RarerCause& cause)
{
    if (cause.structures.empty()) return;
    text(ui, ui.word("card.tab.structures"), Type::label, Ink::quiet);
    for (const StructureId& id : cause.structures) {
        if (link(ui, id.text().c_str(), structure_name(ui, id))) ui.emit(cmd::Select{id});
    }
    gap(ui, space::kInControl);
}

void links_to_conditions(PanelContext& ui, const RarerCause& cause)
{
    text(ui, ui.word("cause.beside"), Type::label, Ink::quiet);
    for (const ConditionId& id : cause.beside) {
        if (link(ui, id.text().c_str(), condition_name(ui, id))) ui.emit(cmd::ChooseCondition{id});
    }
    gap(ui, space::kInControl);
}

void short_card(PanelContext& ui, const RarerCause& cause)
{
    const Card card(ui, 12);
    text(ui, ui.word("cause.apart"), Type::strong);
    text(ui, cause.apart.in(ui.clinical()));
    gap(ui, space::kInControl);
    text(ui, ui.word("card.who"), Type::strong);
    const bool hurry = cause.urgency != Urgency::routine;
    bullet(ui, cause.who, hurry ? icon::kWarning : icon::kInfo, Ink::accent);
    gap(ui, space::kInControl);
    text(ui, ui.clinical() ? cause.clinical : cause.plain);
    gap(ui, space::kInControl);
    if (!cause.synonyms.empty()) text(ui, ui.word("card.also_called") + " " + joined(cause.synonyms), Type::label, Ink::quiet);
    std::vector<std::string> codes;
    for (const IcdCode& code : cause.icd10) codes.push_back(code.code + " (" + code.system + ")" + (code.note.empty() ? "" : ": " + code.note));
    if (ui.clinical() && !codes.empty()) text(ui, ui.word("card.codes") + " " + joined(codes, "; "), Type::label, Ink::quiet);
    gap(ui, space::kInControl);
    links_to_structures(ui, cause);
    links_to_conditions(ui, cause);
    draw_review_note(ui, cause.review);
    // A fold is remembered by panel and id, so each card needs its own.
    if (fold(ui, ("sources." + cause.id.text()).c_str(), ui.word("card.tab.sources"), std::to_string(cause.sources.size()))) draw_sources(ui, cause.sources);
}

}  // namespace

void draw_rarer_causes(PanelContext& ui, const std::vector<const RarerCause*>& causes)
{
    for (const RarerCause* cause : causes) {
        ImGui::PushID(cause->id.text().c_str());
        const std::string key = "cause/" + cause->id.text();
        const bool open = ui.memory.is_open(key);
        RowStyle style;
        style.selected = open;
        if (cause->urgency >= Urgency::same_day) style.badge = ui.word("urgency.", name_of(cause->urgency));
        if (row(ui, "cause", cause->name, style)) ui.memory.toggle(key);
        if (ui.memory.wanted_cause == cause->id.text()) {
            ImGui::SetScrollHereY(0.1f);
            ui.memory.wanted_cause.clear();
        }
        if (open) short_card(ui, *cause);
        ImGui::PopID();
    }
}

void show_rarer_cause(PanelContext& ui, const std::string& id)
{
    ui.emit(cmd::SetPanel{Panel::explain, true});
    ui.memory.explain_filter.clear();
    ui.memory.card_before_panel = false;
    ui.memory.open.insert("cause/" + id);
    ui.memory.wanted_cause = id;
}

}  // namespace genu
