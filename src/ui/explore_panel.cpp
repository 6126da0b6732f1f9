// A patient is led through four steps: safety, where, plain questions, result. Any step can be opened at any time.
#include <algorithm>

#include "session/questions.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr float kLowWindow = 480;
constexpr int kSteps = 4;

bool anything_said(const ViewState& view) { return view.answers != Answers{} || !view.skipped.empty() || !view.spots.empty(); }

/// A symptom that was searched for waits in the list of all findings.
void follow_wanted_finding(PanelContext& ui)
{
    const Finding* wanted = ui.library.knowledge.find(FindingId(ui.memory.wanted_finding));
    if (!wanted) return;
    const ExploreStep step = wanted->kind == "gate" ? ExploreStep::safety : wanted->group == "place" ? ExploreStep::where : ExploreStep::questions;
    if (ui.state.explore_step != step) ui.emit(cmd::SetExploreStep{step});
    if (step == ExploreStep::questions) {
        ui.memory.open.insert("explore/all_findings");
        ui.memory.open.insert("explore/" + wanted->group);
    }
    if (step == ExploreStep::safety) ui.memory.wanted_finding.clear();  // the others are scrolled to when they are drawn
}

/// In one line: where the panel is too narrow for all words, only the step that is open has its word.
void steps(PanelContext& ui)
{
    constexpr float kAir = 18;  // round a word and to the next
    int chosen = static_cast<int>(ui.state.explore_step);
    std::vector<std::string> words;
    float width = 0;
    for (int i = 0; i < kSteps; ++i) {
        words.push_back(std::to_string(i + 1) + " " + ui.word("explore.step.", name_of(static_cast<ExploreStep>(i))));
        width += word_size(ui, words.back(), Type::label).x + ui.pt(kAir);
    }
    for (int i = 0; i < kSteps && width > ui.width(); ++i) if (i != chosen) words[static_cast<std::size_t>(i)] = std::to_string(i + 1);
    if (tabs(ui, "steps", words, chosen)) ui.emit(cmd::SetExploreStep{static_cast<ExploreStep>(chosen)});
}

const std::string& next_word(const PanelContext& ui)
{
    switch (ui.state.explore_step) {
        case ExploreStep::safety: return ui.word("explore.to_where");
        case ExploreStep::where: return ui.word("explore.to_questions");
        case ExploreStep::questions: return ui.word("explore.see_results");
        case ExploreStep::result: break;
    }
    return ui.word("explore.back");
}

/// The way on is the loud button once this step has nothing left to ask.
bool step_is_done(const PanelContext& ui)
{
    switch (ui.state.explore_step) {
        case ExploreStep::safety: return safety_questions(ui.state, ui.library).empty();
        case ExploreStep::where: return !ui.state.view.spots.empty() || !ui.state.assessment.structures.empty();
        case ExploreStep::questions: return plain_answered(ui.state, ui.library) >= kMostPlainQuestions || plain_questions(ui.state, ui.library).empty();
        case ExploreStep::result: break;
    }
    return false;
}

ExploreStep next_step(ExploreStep step)
{
    return step == ExploreStep::result ? ExploreStep::questions : static_cast<ExploreStep>(static_cast<int>(step) + 1);
}

/// Both buttons in one line where the panel is wide enough.
bool one_line(const PanelContext& ui, float width)
{
    return button_width(ui, next_word(ui), icon::kRight) + button_width(ui, ui.word("explore.clear"), icon::kReset) + ui.pt(space::kInControl) <= width;
}

float foot_height_pt(const PanelContext& ui, float width)
{
    const bool two_lines = anything_said(ui.state.view) && !one_line(ui, width);
    return 60 + (two_lines ? 40.0f : 0.0f) + text_height(ui, ui.word("app.disclaimer"), Type::label, width) / ui.unit;
}

void foot(PanelContext& ui)
{
    const bool any = anything_said(ui.state.view);
    gap(ui, space::kInControl);
    const float clear = button_width(ui, ui.word("explore.clear"), icon::kReset) + ui.pt(space::kInControl);
    const bool beside = any && one_line(ui, ui.width());
    const float main = (ui.width() - (beside ? clear : 0)) / ui.unit;
    const bool back = ui.state.explore_step == ExploreStep::result;
    const ButtonStyle style{.look = step_is_done(ui) ? ButtonLook::filled : ButtonLook::outline, .icon = back ? icon::kLeft : icon::kRight, .width_pt = main, .height_pt = 36};
    if (button(ui, "turn", next_word(ui), style)) ui.emit(cmd::SetExploreStep{next_step(ui.state.explore_step)});
    if (beside) ImGui::SameLine();
    else if (any) gap(ui, space::kHalf);
    if (any && button(ui, "clear", ui.word("explore.clear"), {.look = ButtonLook::ghost, .icon = icon::kReset, .height_pt = 36, .hint = ui.word("explore.clear_hint")})) {
        ui.emit(cmd::ClearAnswers{});
        ui.emit(cmd::SetExploreStep{ExploreStep::safety});
    }
    gap(ui, space::kInControl);
    text(ui, ui.word("app.disclaimer"), Type::label, Ink::quiet);
}

void body(PanelContext& ui)
{
    switch (ui.state.explore_step) {
        case ExploreStep::safety: return draw_explore_safety(ui);
        case ExploreStep::where: return draw_explore_where(ui);
        case ExploreStep::questions: return draw_explore_questions(ui);
        case ExploreStep::result: return draw_explore_results(ui);
    }
}

}  // namespace

void draw_explore_panel(PanelContext& ui, const RectPt& rect)
{
    if (!begin_region(ui, "explore", rect, ui.colours.panel, false)) return;
    follow_wanted_finding(ui);
    // In a low window the foot would leave nothing to answer: it then follows the questions.
    const bool fixed_foot = rect.height >= kLowWindow;
    begin_panel_body(ui, ui.word("explore.title"), fixed_foot ? ui.word("explore.intro") : std::string{},
                     fixed_foot ? foot_height_pt(ui, ui.pt(rect.width - 2 * space::kInCard)) : 0);
    steps(ui);
    gap(ui, space::kInCard);
    body(ui);
    if (!fixed_foot) foot(ui);
    end_panel_body(ui);
    if (fixed_foot) {
        ImGui::Indent(ui.pt(space::kInCard));
        foot(ui);
    }
    end_region(ui);
}

}  // namespace genu
