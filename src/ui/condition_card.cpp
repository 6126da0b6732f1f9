#include <algorithm>

#include "ui/panels.hpp"
#include "ui/pathology_card.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

void codes_line(PanelContext& ui, const Condition& condition)
{
    std::vector<std::string> codes;
    for (const IcdCode& code : condition.icd10) {
        codes.push_back(code.code + " (" + code.system + ")" + (code.note.empty() ? "" : ": " + code.note));
    }
    if (!codes.empty()) text(ui, ui.word("card.codes") + " " + joined(codes, "; "), Type::label, Ink::quiet);
}

/// What must not be missed: said before anything else, in words, with the rule's own sentence on demand.
void red_flag_box(PanelContext& ui, const Condition& condition)
{
    if (condition.red_flags.empty() && condition.urgency == Urgency::routine) return;
    const Card card(ui, 12);
    const bool hurry = condition.urgency != Urgency::routine;
    bullet(ui, ui.word("urgency.card.", name_of(condition.urgency)), hurry ? icon::kWarning : icon::kInfo, Ink::accent);
    if (condition.red_flags.empty()) return;
    if (!fold(ui, "watch_for", ui.word("card.watch_for"), std::to_string(condition.red_flags.size()))) return;
    for (const RedFlagId& id : condition.red_flags) {
        const RedFlagRule* rule = ui.library.knowledge.find(id);
        if (!rule) continue;
        gap(ui, space::kHalf);
        text(ui, rule->name, Type::strong);
        text(ui, rule->say.in(ui.clinical()), Type::label);
        for (const auto& [urgency, who] : rule->who) text(ui, ui.word("urgency.", name_of(urgency)) + ": " + who, Type::label, Ink::quiet);
    }
}

void head(PanelContext& ui, const Condition& condition)
{
    if (condition.contrast) chip(ui, ui.word("tier.contrast_chip"));
    else chip(ui, ui.word("tier.", condition.tier));
    const std::string evidence = as_title(ui.word("evidence.", condition.evidence.grade));
    flow(ui, word_size(ui, evidence, Type::label).x + ui.pt(16));
    chip(ui, evidence);
    gap(ui, space::kInControl);
    if (ui.clinical()) codes_line(ui, condition);
    if (!condition.synonyms.empty()) text(ui, ui.word("card.also_called") + " " + joined(condition.synonyms), Type::label, Ink::quiet);
    draw_review_note(ui, condition.review);
    if (condition.contrast) {
        gap(ui, space::kInControl);
        text(ui, ui.word("card.contrast_note"), Type::label);
    }
}

}  // namespace

void draw_condition_card(PanelContext& ui, const Condition& condition)
{
    head(ui, condition);
    gap(ui, 12);
    draw_condition_actions(ui, condition);
    red_flag_box(ui, condition);
    gap(ui, space::kInControl);
    draw_pathology_card(ui);
    gap(ui, space::kInControl);
    const std::vector<std::string> words = {ui.word("card.tab.text"), ui.word("card.tab.structures"), ui.word("card.tab.findings"),
                                            ui.word("card.tab.tests"), ui.word("card.tab.exercises"), ui.word("card.tab.sources")};
    tabs(ui, "tabs", words, ui.memory.condition_tab);
    gap(ui, space::kInControl);
    hairline(ui);
    gap(ui, space::kInCard);
    ImGui::PushID(ui.memory.condition_tab);
    draw_condition_tab(ui, condition, ui.memory.condition_tab);
    ImGui::PopID();
    gap(ui, space::kGroup);
    text(ui, ui.word("app.disclaimer"), Type::label, Ink::quiet);
}

}  // namespace genu
