#include <algorithm>

#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr float kLowWindow = 480;

std::string question_of(const PanelContext& ui, const Finding& finding)
{
    if (ui.clinical() && !finding.clinical.empty()) return finding.clinical + "?";
    return finding.question.empty() ? finding.plain : finding.question;
}

bool is_answered(const PanelContext& ui, const FindingId& id)
{
    return ui.state.view.answers.ticked.contains(id) || ui.state.view.answers.denied.contains(id);
}

std::vector<const Finding*> answered_gate(const PanelContext& ui)
{
    std::vector<const Finding*> answered;
    for (const FindingId& id : ui.library.knowledge.gate) {
        const Finding* finding = ui.library.knowledge.find(id);
        if (finding && is_answered(ui, id)) answered.push_back(finding);
    }
    return answered;
}

/// Yes and no side by side; the chosen one is lit and a second press takes it back.
void yes_no(PanelContext& ui, const Finding& finding)
{
    const bool yes = ui.state.view.answers.ticked.contains(finding.id), no = ui.state.view.answers.denied.contains(finding.id);
    const float each = std::floor((ui.width() / ui.unit - space::kInControl) / 2);
    ImGui::PushID(finding.id.text().c_str());
    if (button(ui, "yes", ui.word("word.yes"), {.active = yes, .width_pt = each, .height_pt = 36})) ui.emit(cmd::Tick{finding.id, !yes});
    ImGui::SameLine();
    if (button(ui, "no", ui.word("word.no"), {.active = no, .width_pt = each, .height_pt = 36})) ui.emit(cmd::Deny{finding.id, !no});
    ImGui::PopID();
}

/// Questions still to be asked. Before the first answer nothing has been assessed, and that must not look like done.
std::vector<FindingId> open_questions(const PanelContext& ui)
{
    if (ui.state.view.answers != Answers{}) return ui.state.assessment.open_gate;
    std::vector<FindingId> open;
    for (const FindingId& id : ui.library.knowledge.gate) {
        const Finding* finding = ui.library.knowledge.find(id);
        if (finding && finding->asked_if.is_none()) open.push_back(id);
    }
    return open;
}

void next_question(PanelContext& ui, std::size_t answered)
{
    const std::vector<FindingId> open = open_questions(ui);
    const Finding* finding = open.empty() ? nullptr : ui.library.knowledge.find(open.front());
    if (!finding) return bullet(ui, ui.word("explore.gate_done"), icon::kCheck, Ink::accent);
    text(ui, filled(ui.word("explore.gate_progress"), {std::to_string(answered + 1), std::to_string(answered + open.size())}), Type::label, Ink::quiet);
    gap(ui, space::kHalf);
    text(ui, question_of(ui, *finding), Type::body);
    gap(ui, 12);
    yes_no(ui, *finding);
}

void gate_card(PanelContext& ui)
{
    const Card card(ui);
    text(ui, ui.word("explore.gate_title"), Type::strong);
    const std::vector<const Finding*> answered = answered_gate(ui);
    if (answered.empty()) text(ui, ui.word("explore.gate_intro"), Type::label, Ink::quiet);
    gap(ui, space::kInControl);
    next_question(ui, answered.size());
    if (answered.empty()) return;
    gap(ui, space::kInControl);
    const bool review = ui.memory.is_open("explore/review");
    if (link(ui, "review", ui.word(review ? "explore.gate_hide" : "explore.gate_review"), Type::label)) ui.memory.toggle("explore/review");
    if (!review) return;
    for (const Finding* finding : answered) {
        gap(ui, 12);
        text(ui, question_of(ui, *finding), Type::label);
        gap(ui, space::kHalf);
        yes_no(ui, *finding);
    }
}

bool is_offered(const PanelContext& ui, const Finding& finding, const std::string& group)
{
    if (finding.group != group || finding.kind == "gate") return false;
    return finding.asked_if.is_none() || ui.state.view.answers.ticked.contains(finding.asked_if);
}

void findings_of(PanelContext& ui, const std::string& group)
{
    for (const Finding& finding : ui.library.knowledge.findings) {
        if (!is_offered(ui, finding, group)) continue;
        const bool on = ui.state.view.answers.ticked.contains(finding.id);
        if (checkbox(ui, finding.id.text().c_str(), finding_words(ui, finding.id), on)) ui.emit(cmd::Tick{finding.id, !on});
        if (ui.memory.wanted_finding == finding.id.text()) {
            ImGui::SetScrollHereY(0.4f);
            ui.memory.wanted_finding.clear();
        }
    }
}

void groups(PanelContext& ui)
{
    bool first = true;
    for (const FindingGroup& group : ui.library.knowledge.groups) {
        int offered = 0, ticked = 0;
        bool wanted = false;
        for (const Finding& finding : ui.library.knowledge.findings) {
            if (!is_offered(ui, finding, group.id)) continue;
            ++offered;
            ticked += ui.state.view.answers.ticked.contains(finding.id) ? 1 : 0;
            wanted = wanted || ui.memory.wanted_finding == finding.id.text();
        }
        if (offered == 0) continue;
        const std::string key = "explore/" + group.id + (first ? "!" : "");
        if (wanted && ui.memory.is_open(key) == first) ui.memory.toggle(key);
        const std::string badge = ticked > 0 ? filled(ui.word("explore.ticked"), {std::to_string(ticked)}) : std::string{};
        if (fold(ui, group.id.c_str(), group.name, badge, first)) findings_of(ui, group.id);
        gap(ui, space::kHalf);
        first = false;
    }
}

void questions(PanelContext& ui)
{
    gate_card(ui);
    gap(ui, space::kGroup);
    text(ui, ui.word("explore.findings_title"), Type::strong);
    gap(ui, space::kInControl);
    groups(ui);
}

const std::string& turn_word(const PanelContext& ui) { return ui.word(ui.memory.show_results ? "explore.back" : "explore.see_results"); }

/// Both buttons in one line where the panel is wide enough.
bool one_line(const PanelContext& ui, float width)
{
    return button_width(ui, turn_word(ui), "") + button_width(ui, ui.word("explore.clear"), icon::kReset) + ui.pt(space::kInControl) <= width;
}

float foot_height_pt(const PanelContext& ui, float width)
{
    const bool two_lines = !ui.state.view.answers.ticked.empty() && !one_line(ui, width);
    return 60 + (two_lines ? 40.0f : 0.0f) + text_height(ui, ui.word("app.disclaimer"), Type::label, width) / ui.unit;
}

void foot(PanelContext& ui)
{
    const bool any = !ui.state.view.answers.ticked.empty();
    gap(ui, space::kInControl);
    const float clear = button_width(ui, ui.word("explore.clear"), icon::kReset) + ui.pt(space::kInControl);
    const bool beside = any && one_line(ui, ui.width());
    const float main = (ui.width() - (beside ? clear : 0)) / ui.unit;
    const bool results = ui.memory.show_results;
    if (button(ui, "turn", turn_word(ui), {.look = any && !results ? ButtonLook::filled : ButtonLook::outline, .width_pt = main, .height_pt = 36})) ui.memory.show_results = !results;
    if (beside) ImGui::SameLine();
    else if (any) gap(ui, space::kHalf);
    if (any && button(ui, "clear", ui.word("explore.clear"), {.look = ButtonLook::ghost, .icon = icon::kReset, .height_pt = 36, .hint = ui.word("explore.clear_hint")})) ui.emit(cmd::ClearAnswers{});
    gap(ui, space::kInControl);
    text(ui, ui.word("app.disclaimer"), Type::label, Ink::quiet);
}

}  // namespace

void draw_explore_panel(PanelContext& ui, const RectPt& rect)
{
    if (!begin_region(ui, "explore", rect, ui.colours.panel, false)) return;
    // In a low window the foot would leave nothing to answer: it then follows the questions.
    const bool fixed_foot = rect.height >= kLowWindow;
    begin_panel_body(ui, ui.word("explore.title"), fixed_foot ? ui.word("explore.intro") : std::string{},
                     fixed_foot ? foot_height_pt(ui, ui.pt(rect.width - 2 * space::kInCard)) : 0);
    int chosen = ui.memory.show_results ? 1 : 0;
    if (segmented(ui, "side", {ui.word("explore.tab_answers"), ui.word("explore.tab_results")}, chosen)) ui.memory.show_results = chosen == 1;
    gap(ui, space::kInCard);
    if (ui.memory.show_results) draw_explore_results(ui);
    else questions(ui);
    if (!fixed_foot) foot(ui);
    end_panel_body(ui);
    if (fixed_foot) {
        ImGui::Indent(ui.pt(space::kInCard));
        foot(ui);
    }
    end_region(ui);
}

}  // namespace genu
