// One question at a time, with "not sure"; first those about safety, later those that tell most.
#include <algorithm>
#include <cmath>

#include "session/questions.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr float kAnswerHeight = 40;

std::string question_of(const PanelContext& ui, const Finding& finding)
{
    if (ui.clinical() && !finding.clinical.empty()) return finding.clinical + "?";
    return finding.question.empty() ? finding.plain : finding.question;
}

/// Yes, no and not sure side by side; the chosen one is lit and a second press takes it back.
void answers(PanelContext& ui, const Finding& finding)
{
    const ViewState& view = ui.state.view;
    const bool yes = view.answers.ticked.contains(finding.id), no = view.answers.denied.contains(finding.id), unsure = view.skipped.contains(finding.id);
    const float least = button_width(ui, ui.word("explore.not_sure"), "") / ui.unit;
    const float whole = ui.width() / ui.unit - 2 * space::kInControl;
    const float each = std::floor((whole - least) / 2);
    ImGui::PushID(finding.id.text().c_str());
    if (button(ui, "yes", ui.word("word.yes"), {.active = yes, .width_pt = each, .height_pt = kAnswerHeight})) ui.emit(cmd::Tick{finding.id, !yes});
    ImGui::SameLine(0, ui.pt(space::kInControl));
    if (button(ui, "no", ui.word("word.no"), {.active = no, .width_pt = each, .height_pt = kAnswerHeight})) ui.emit(cmd::Deny{finding.id, !no});
    ImGui::SameLine(0, ui.pt(space::kInControl));
    if (button(ui, "skip", ui.word("explore.not_sure"), {.active = unsure, .width_pt = least, .height_pt = kAnswerHeight})) ui.emit(cmd::Skip{finding.id, !unsure});
    ImGui::PopID();
}

void review(PanelContext& ui, const char* id, const std::vector<const Finding*>& answered)
{
    if (answered.empty()) return;
    gap(ui, space::kInControl);
    const std::string key = std::string("explore/") + id;
    const bool open = ui.memory.is_open(key);
    if (link(ui, id, ui.word(open ? "explore.gate_hide" : "explore.gate_review"), Type::label)) ui.memory.toggle(key);
    if (!open) return;
    for (const Finding* finding : answered) {
        gap(ui, 12);
        text(ui, question_of(ui, *finding), Type::label);
        gap(ui, space::kHalf);
        answers(ui, *finding);
    }
}

/// Several findings of which one holds: a button each.
void one_of_several(PanelContext& ui, const PlainQuestion& question)
{
    text(ui, ui.word("explore.which_fits"));
    gap(ui, 12);
    const float width = ui.width() / ui.unit;
    for (const FindingId& id : question.findings) {
        const Finding* finding = ui.library.knowledge.find(id);
        if (button(ui, id.text().c_str(), ui.clinical() ? finding->clinical : finding->plain, {.width_pt = width, .height_pt = 36})) ui.emit(cmd::Tick{id, true});
        gap(ui, space::kHalf);
    }
    if (button(ui, "skip", ui.word("explore.rather_not"), {.look = ButtonLook::ghost, .width_pt = width, .height_pt = 36})) {
        for (const FindingId& id : question.findings) ui.emit(cmd::Skip{id, true});
    }
}

void ask(PanelContext& ui, const PlainQuestion& question)
{
    if (question.findings.size() > 1) return one_of_several(ui, question);
    const Finding* finding = ui.library.knowledge.find(question.findings.front());
    if (!finding) return;
    text(ui, ui.word("explore.does_it_fit"), Type::label, Ink::quiet);
    gap(ui, space::kHalf);
    text(ui, ui.clinical() && !finding->clinical.empty() ? finding->clinical : finding->plain, Type::strong);
    gap(ui, 12);
    answers(ui, *finding);
}

std::vector<const Finding*> answered_plain(const PanelContext& ui)
{
    std::vector<const Finding*> answered;
    const std::vector<FindingId>& gate = ui.library.knowledge.gate;
    for (const Finding& f : ui.library.knowledge.findings) {
        const bool asked_here = f.kind != "gate" && f.group != "place" && std::find(gate.begin(), gate.end(), f.id) == gate.end();
        if (asked_here && is_answered(ui.state.view, f.id)) answered.push_back(&f);
    }
    return answered;
}

void plain_card(PanelContext& ui)
{
    const Card card(ui);
    const std::vector<PlainQuestion> open = plain_questions(ui.state, ui.library);
    const std::size_t done = plain_answered(ui.state, ui.library);
    const bool enough = done >= kMostPlainQuestions && !ui.memory.is_open("explore/more_questions");
    if (open.empty() || enough) {
        bullet(ui, ui.word("explore.enough"), icon::kCheck, Ink::accent);
        if (!open.empty()) {
            gap(ui, space::kInControl);
            if (link(ui, "more", ui.word("explore.more_questions"), Type::label)) ui.memory.toggle("explore/more_questions");
        }
    } else {
        const std::size_t all = done >= kMostPlainQuestions ? done + open.size() : std::min(kMostPlainQuestions, done + open.size());
        progress_bar(ui, filled(ui.word("explore.gate_progress"), {std::to_string(done + 1), std::to_string(all)}), static_cast<float>(done) / static_cast<float>(all));
        gap(ui, space::kInCard);
        ask(ui, open.front());
    }
    review(ui, "review_plain", answered_plain(ui));
}

bool is_offered(const PanelContext& ui, const Finding& finding, const std::string& group)
{
    if (finding.group != group || finding.kind == "gate") return false;
    return finding.asked_if.is_none() || ui.state.view.answers.ticked.contains(finding.asked_if);
}

void group_of_findings(PanelContext& ui, const FindingGroup& group)
{
    std::vector<const Finding*> offered;
    std::size_t ticked = 0;
    for (const Finding& finding : ui.library.knowledge.findings) {
        if (!is_offered(ui, finding, group.id)) continue;
        offered.push_back(&finding);
        ticked += ui.state.view.answers.ticked.contains(finding.id) ? 1 : 0;
    }
    if (offered.empty()) return;
    const std::string badge = ticked > 0 ? filled(ui.word("explore.ticked"), {std::to_string(ticked)}) : std::string{};
    if (!fold(ui, group.id.c_str(), group.name, badge)) return;
    for (const Finding* finding : offered) {
        const bool on = ui.state.view.answers.ticked.contains(finding->id);
        if (checkbox(ui, finding->id.text().c_str(), finding_words(ui, finding->id), on)) ui.emit(cmd::Tick{finding->id, !on});
        if (ui.memory.wanted_finding != finding->id.text()) continue;
        ImGui::SetScrollHereY(0.4f);
        ui.memory.wanted_finding.clear();
    }
}

}  // namespace

void draw_explore_safety(PanelContext& ui)
{
    std::vector<const Finding*> answered;
    for (const FindingId& id : ui.library.knowledge.gate) {
        const Finding* finding = ui.library.knowledge.find(id);
        if (finding && is_answered(ui.state.view, id)) answered.push_back(finding);
    }
    const std::vector<FindingId> open = safety_questions(ui.state, ui.library);
    const Card card(ui);
    text(ui, ui.word("explore.gate_title"), Type::strong);
    if (answered.empty()) text(ui, ui.word("explore.gate_intro"), Type::label, Ink::quiet);
    gap(ui, space::kInControl);
    const Finding* finding = open.empty() ? nullptr : ui.library.knowledge.find(open.front());
    if (finding) {
        const std::size_t all = answered.size() + open.size();
        progress_bar(ui, filled(ui.word("explore.gate_progress"), {std::to_string(answered.size() + 1), std::to_string(all)}), static_cast<float>(answered.size()) / static_cast<float>(all));
        gap(ui, space::kInCard);
        text(ui, question_of(ui, *finding), Type::body);
        gap(ui, 12);
        answers(ui, *finding);
    } else {
        bullet(ui, ui.word("explore.gate_done"), icon::kCheck, Ink::accent);
    }
    review(ui, "review", answered);
}

void draw_explore_questions(PanelContext& ui)
{
    plain_card(ui);
    gap(ui, space::kInCard);
    if (!fold(ui, "all_findings", ui.word("explore.findings_title"))) return;
    ImGui::Indent(ui.pt(12));
    for (const FindingGroup& group : ui.library.knowledge.groups) group_of_findings(ui, group);
    ImGui::Unindent(ui.pt(12));
}

}  // namespace genu
