#include <algorithm>

#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr std::size_t kFirstReasons = 3;
constexpr Band kBands[] = {Band::fits_well, Band::fits_partly, Band::keep_in_mind};

void ticked_list(PanelContext& ui, const std::vector<FindingId>& findings)
{
    for (const FindingId& id : findings) bullet(ui, finding_words(ui, id), icon::kCheck, Ink::accent, Type::label);
}

/// One thing that points to the structure: a condition with its sentence, or the place the reader named.
void because_lines(PanelContext& ui, const RankedStructure::Because& because)
{
    if (because.condition.is_none()) {
        text(ui, ui.word("explore.place_reason"), Type::label);
    } else {
        ImGui::PushID(because.condition.text().c_str());
        if (link(ui, "condition", condition_name(ui, because.condition), Type::label)) ui.emit(cmd::ChooseCondition{because.condition});
        ImGui::PopID();
        text(ui, because.why, Type::label);
        if (!because.findings.empty()) text(ui, ui.word("explore.because"), Type::label, Ink::quiet);
    }
    ticked_list(ui, because.findings);
    gap(ui, space::kInControl);
}

/// The first few reasons; the rest on demand.
void because_list(PanelContext& ui, const RankedStructure& ranked)
{
    const std::string key = "why_all/" + ranked.id.text();
    const bool all = ui.memory.is_open(key) || ranked.because.size() <= kFirstReasons + 1;
    const std::size_t shown = all ? ranked.because.size() : kFirstReasons;
    for (std::size_t i = 0; i < shown; ++i) because_lines(ui, ranked.because[i]);
    if (!all && link(ui, "why_all", filled(ui.word("explore.more_reasons"), {std::to_string(ranked.because.size() - shown)}), Type::label)) ui.memory.toggle(key);
}

ImU32 role_swatch(const PanelContext& ui, Role role)
{
    const auto style = ui.library.appearance.roles.find(name_of(role));
    return style == ui.library.appearance.roles.end() ? 0 : packed(style->second.colour);
}

void structure_entry(PanelContext& ui, const RankedStructure& ranked)
{
    ImGui::PushID(ranked.id.text().c_str());
    const std::string key = "why/" + ranked.id.text();
    const bool open = ui.memory.is_open(key);
    const std::string word = ui.word(open ? "word.show_less" : "word.why");
    const float why = button_width(ui, word, "") + ui.pt(space::kHalf);
    const float inset = ui.inset;
    ui.inset += why;
    RowStyle style;
    style.swatch = role_swatch(ui, ranked.role);
    style.selected = ui.state.view.selected == ranked.id;
    style.note = ui.word("role.", name_of(ranked.role));
    if (row(ui, "select", structure_name(ui, ranked.id), style)) ui.emit(cmd::Select{ranked.id});
    ui.inset = inset;
    ImGui::SameLine(0, ui.pt(space::kHalf));
    if (button(ui, "why", word, {.active = open})) ui.memory.toggle(key);
    if (open) {
        ImGui::Indent(ui.pt(30));
        gap(ui, space::kHalf);
        because_list(ui, ranked);
        ImGui::Unindent(ui.pt(30));
    }
    ImGui::PopID();
    gap(ui, space::kHalf);
}

void structures(PanelContext& ui)
{
    text(ui, ui.word("explore.structures"), Type::title);
    text(ui, ui.word("explore.structures_hint"), Type::label, Ink::quiet);
    gap(ui, space::kInControl);
    for (const Band band : kBands) {
        bool first = true;
        for (const RankedStructure& ranked : ui.state.assessment.structures) {
            if (ranked.band != band) continue;
            if (first) text(ui, ui.word("band.", name_of(band)), Type::strong);
            if (first) gap(ui, space::kHalf);
            first = false;
            structure_entry(ui, ranked);
        }
        if (!first) gap(ui, 12);
    }
}

void reasons(PanelContext& ui, const std::string& heading, const std::vector<Reason>& reasons, const char* sign, Ink ink)
{
    if (reasons.empty()) return;
    text(ui, heading, Type::label, Ink::quiet);
    for (const Reason& reason : reasons) {
        bullet(ui, finding_words(ui, reason.finding) + (reason.why.empty() ? "" : ": " + reason.why), sign, ink, Type::label);
    }
    gap(ui, space::kHalf);
}

void condition_entry(PanelContext& ui, const RankedCondition& ranked)
{
    const Condition* condition = ui.library.knowledge.find(ranked.id);
    if (!condition) return;
    ImGui::PushID(ranked.id.text().c_str());
    {
        const Card card(ui, 12);
        text(ui, condition->name, Type::strong);
        if (ranked.lifted) chip(ui, ui.word("explore.lifted"), Ink::accent);
        if (ranked.lifted) gap(ui, space::kHalf);
        reasons(ui, ui.word("explore.for"), ranked.supporting, icon::kPlus, Ink::accent);
        reasons(ui, ui.word("explore.against"), ranked.opposing, icon::kMinus, Ink::quiet);
        if (button(ui, "open", ui.word("explore.open_condition"))) ui.emit(cmd::ChooseCondition{ranked.id});
    }
    ImGui::PopID();
    gap(ui, space::kInControl);
}

void conditions(PanelContext& ui)
{
    text(ui, ui.word("explore.conditions"), Type::title);
    gap(ui, space::kInControl);
    if (ui.state.assessment.conditions.empty()) return text(ui, ui.word("explore.no_conditions"), Type::body, Ink::quiet);
    for (const Band band : kBands) {
        bool first = true;
        for (const RankedCondition& ranked : ui.state.assessment.conditions) {
            if (ranked.band != band) continue;
            if (first) text(ui, ui.word("band.", name_of(band)), Type::strong);
            if (first) gap(ui, space::kHalf);
            first = false;
            condition_entry(ui, ranked);
        }
        if (!first) gap(ui, 12);
    }
}

void open_questions_note(PanelContext& ui)
{
    const std::size_t open = ui.state.assessment.open_gate.size();
    if (open == 0) return;
    const std::string words = open == 1 ? ui.word("explore.gate_open_one") : filled(ui.word("explore.gate_open"), {std::to_string(open)});
    bullet(ui, words, icon::kInfo, Ink::accent, Type::label);
    gap(ui, 12);
}

void notices(PanelContext& ui)
{
    const Assessment& a = ui.state.assessment;
    for (const std::string& notice : a.notices) {
        bullet(ui, notice, icon::kInfo, Ink::accent, Type::label);
        gap(ui, space::kInControl);
    }
    if (a.hides_exercises) bullet(ui, ui.word("explore.no_exercises"), icon::kWarning, Ink::accent, Type::label);
    else if (a.exercises_without_dose) bullet(ui, ui.word("explore.no_dose"), icon::kWarning, Ink::accent, Type::label);
}

}  // namespace

void draw_explore_results(PanelContext& ui)
{
    const Assessment& a = ui.state.assessment;
    open_questions_note(ui);
    if (a.most_urgent() == Urgency::emergency_now && !ui.state.view.danger_read) {
        return bullet(ui, ui.word("explore.hidden"), icon::kWarning, Ink::accent);
    }
    if (a.structures.empty() && a.conditions.empty()) {
        text(ui, ui.word("explore.empty_results"), Type::body, Ink::quiet);
        gap(ui, space::kInCard);
        return notices(ui);
    }
    if (a.too_little) {
        text(ui, ui.word("explore.too_little"), Type::label, Ink::quiet);
        gap(ui, space::kInControl);
    }
    draw_explore_today(ui);
    notices(ui);
    gap(ui, space::kInControl);
    structures(ui);
    gap(ui, space::kInCard);
    draw_beneath(ui);
    gap(ui, space::kInCard);
    if (!a.too_little || !a.conditions.empty()) conditions(ui);
    const std::vector<const RarerCause*> rarer = rarer_beside(ui.library.knowledge, a);
    if (!rarer.empty() && fold(ui, "rarer", ui.word("explore.rarer"), std::to_string(rarer.size()))) draw_rarer_causes(ui, rarer);
    gap(ui, space::kInCard);
    text(ui, ui.word("app.disclaimer_long"), Type::label, Ink::quiet);
}

}  // namespace genu
