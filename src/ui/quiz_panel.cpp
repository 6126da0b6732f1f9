// The quiz: choose a kind, answer on the leg or in the panel, see why, go on. Boxes show what has been learnt.
#include <algorithm>
#include <chrono>
#include <cmath>

#include "session/quiz.hpp"
#include "ui/imgui_compat.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr QuizKind kQuizKinds[] = {QuizKind::find_it, QuizKind::name_it, QuizKind::order, QuizKind::loads, QuizKind::points_away};

/// The clock is asked here, once a run; from then on the seed decides everything.
std::uint32_t fresh_seed() { return static_cast<std::uint32_t>(std::chrono::system_clock::now().time_since_epoch().count() / 1000); }

/// Five boxes with how many questions lie in each; the last ones are known.
void boxes(PanelContext& ui)
{
    const Progress& progress = ui.state.progress;
    text(ui, ui.word("quiz.progress"), Type::strong);
    if (progress.items.empty()) return text(ui, ui.word("quiz.progress_empty"), Type::label, Ink::quiet);
    const float gap_width = ui.pt(6), width = std::floor((ui.width() - gap_width * (kLastBox - 1)) / kLastBox), height = ui.pt(52);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float all = static_cast<float>(progress.items.size());
    for (int box = 1; box <= kLastBox; ++box) {
        const ImVec2 low{start.x + static_cast<float>(box - 1) * (width + gap_width), start.y}, high{low.x + width, low.y + height};
        list.AddRectFilled(low, high, ui.colours.sunk, ui.pt(6), compat::kRound);
        const float share = static_cast<float>(progress.in_box(box)) / all;
        if (share > 0) list.AddRectFilled({low.x, high.y - std::max(ui.pt(4), share * height)}, high, with_alpha(ui.colours.accent, 0.25f + 0.12f * static_cast<float>(box)), ui.pt(6), compat::kRound);
        const std::string count = std::to_string(progress.in_box(box));
        const ImVec2 size = word_size(ui, count, Type::strong);
        draw_words(ui, list, {low.x + 0.5f * (width - size.x), low.y + 0.5f * (height - size.y)}, count, Type::strong, ui.colours.text);
        ui.record("text", filled(ui.word("quiz.box"), {std::to_string(box), count}), low, high);
    }
    ImGui::Dummy({ui.width(), height});
    text(ui, filled(ui.word("quiz.due"), {std::to_string(progress.due(ui.state.today)), std::to_string(progress.items.size())}), Type::label, Ink::quiet);
    text(ui, ui.word("quiz.boxes_hint"), Type::label, Ink::quiet);
}

void choose(PanelContext& ui)
{
    text(ui, ui.word("quiz.intro"), Type::body);
    gap(ui, space::kInCard);
    for (const QuizKind kind : kQuizKinds) {
        RowStyle style;
        style.icon = icon::kQuestion;
        style.note = ui.word("quiz.line.", name_of(kind));
        if (row(ui, name_of(kind), ui.word("quiz.kind.", name_of(kind)), style)) ui.emit(cmd::StartQuiz{kind, fresh_seed()});
        gap(ui, space::kHalf);
    }
    gap(ui, space::kInCard);
    boxes(ui);
}

std::string question_words(const PanelContext& ui, const QuizState& quiz)
{
    const Library& library = ui.library;
    switch (quiz.kind) {
        case QuizKind::find_it: return filled(ui.word("quiz.ask.find_it"), {structure_name(ui, StructureId(quiz.item))});
        case QuizKind::name_it: return ui.word("quiz.ask.name_it");
        case QuizKind::order: {
            const double mm = 1e3 * order_height_m(quiz.item);
            const std::string& where = ui.word(mm < 0 ? "quiz.below_joint" : "quiz.above_joint");
            return filled(ui.word(quiz.item.starts_with("depth") ? "quiz.ask.depth" : "quiz.ask.across"), {filled(where, {figure(std::abs(mm) / 10)})});
        }
        case QuizKind::loads: {
            const bool test = !quiz.choices.empty() && quiz.choices.front().find('#') != std::string::npos;
            return filled(ui.word(test ? "quiz.ask.test" : "quiz.ask.loads"), {structure_name(ui, StructureId(quiz.item))});
        }
        case QuizKind::points_away: {
            const Condition* c = library.knowledge.find(ConditionId(quiz.item));
            return filled(ui.word("quiz.ask.points_away"), {c ? c->name : quiz.item});
        }
    }
    return {};
}

/// "A" and so on before the words; for an order, the place that was given to it.
std::string sign_of(const QuizState& quiz, int choice)
{
    if (quiz.kind == QuizKind::order) {
        const auto at = std::find(quiz.given.begin(), quiz.given.end(), choice);
        return at == quiz.given.end() ? "·" : std::to_string(at - quiz.given.begin() + 1);
    }
    return std::string(1, static_cast<char>('A' + choice));
}

void choices(PanelContext& ui, const QuizState& quiz)
{
    const bool open = !quiz.is_answered();
    for (std::size_t i = 0; i < quiz.choices.size(); ++i) {
        const int choice = static_cast<int>(i);
        const bool given = std::find(quiz.given.begin(), quiz.given.end(), choice) != quiz.given.end();
        const auto place = std::find(quiz.right.begin(), quiz.right.end(), choice);
        RowStyle style;
        style.selected = open ? given : quiz.kind != QuizKind::order && place != quiz.right.end();
        if (!open) {
            const bool right = quiz.kind == QuizKind::order ? place - quiz.right.begin() == std::find(quiz.given.begin(), quiz.given.end(), choice) - quiz.given.begin()
                                                            : place != quiz.right.end();
            if (quiz.kind == QuizKind::order) style.badge = std::to_string(place - quiz.right.begin() + 1);
            if (right) style.icon = icon::kCheck;
            else if (given) style.icon = icon::kClose;
            if (right || given) style.note = ui.word(right ? "quiz.this_is_right" : "quiz.this_is_wrong");
        }
        // A name before the answer to "find it" would make it a reading exercise: the letters stand on the leg.
        const bool letters_only = open && quiz.kind == QuizKind::find_it;
        const std::string words = letters_only ? filled(ui.word("quiz.letter"), {sign_of(quiz, choice)}) : choice_words(ui.library, quiz, i, ui.clinical());
        if (!letters_only) style.lead = sign_of(quiz, choice);
        ImGui::PushID(choice);
        if (row(ui, "choice", words, style) && open) ui.emit(cmd::AnswerQuiz{choice});
        ImGui::PopID();
        gap(ui, space::kHalf);
    }
}

const std::string& reason(PanelContext& ui, const QuizState& quiz)
{
    const std::string key = quiz.key() + "/" + std::to_string(quiz.number) + (ui.clinical() ? "/c/" : "/p/") + ui.library.texts.language();
    if (ui.memory.quiz_reason_of != key) {
        ui.memory.quiz_reason = quiz_reason(ui.library, quiz, ui.clinical());
        ui.memory.quiz_reason_of = key;
    }
    return ui.memory.quiz_reason;
}

void feedback(PanelContext& ui, const QuizState& quiz)
{
    const Card card(ui, 12);
    const bool right = quiz.is_right();
    bullet(ui, ui.word(right ? "quiz.right" : "quiz.wrong"), right ? icon::kCheck : icon::kClose, Ink::accent, Type::strong);
    const std::string& why = reason(ui, quiz);
    if (!why.empty()) text(ui, why);
    const auto learnt = ui.state.progress.items.find(quiz.key());
    if (learnt != ui.state.progress.items.end()) {
        gap(ui, space::kHalf);
        const int days = learnt->second.due_day - ui.state.today;
        text(ui, days > 0 ? filled(ui.word(days == 1 ? "quiz.again_tomorrow" : "quiz.again_in"), {std::to_string(days)}) : ui.word("quiz.again_soon"), Type::label, Ink::quiet);
    }
}

void ways_on(PanelContext& ui, const QuizState& quiz)
{
    if (quiz.is_answered()) {
        if (button(ui, "next", ui.word("quiz.next"), {.look = ButtonLook::filled, .icon = icon::kRight, .height_pt = 36})) ui.emit(cmd::NextQuestion{});
        flow(ui, button_width(ui, ui.word("quiz.leave"), icon::kClose));
    } else {
        if (button(ui, "pass", ui.word("quiz.pass"), {.height_pt = 36})) {
            // An answer that is none: counted as not known, and the right one is shown.
            for (std::size_t i = quiz.given.size(); i < quiz.right.size(); ++i) ui.emit(cmd::AnswerQuiz{-1 - static_cast<int>(i)});
        }
        flow(ui, button_width(ui, ui.word("quiz.leave"), icon::kClose));
    }
    if (button(ui, "leave", ui.word("quiz.leave"), {.look = ButtonLook::ghost, .icon = icon::kClose, .height_pt = 36})) ui.emit(cmd::LeaveQuiz{});
}

}  // namespace

void draw_quiz(PanelContext& ui)
{
    if (!ui.state.view.quiz) return choose(ui);
    const QuizState& quiz = *ui.state.view.quiz;
    progress_bar(ui, filled(ui.word(quiz.answered_count == 0 ? "quiz.first" : "quiz.score"), {std::to_string(quiz.number + 1), std::to_string(quiz.right_count), std::to_string(quiz.answered_count)}),
                 quiz.answered_count == 0 ? 0 : static_cast<float>(quiz.right_count) / static_cast<float>(quiz.answered_count));
    gap(ui, space::kInCard);
    text(ui, question_words(ui, quiz), Type::strong);
    if (quiz.kind == QuizKind::find_it && !quiz.is_answered()) text(ui, ui.word("quiz.find_hint"), Type::label, Ink::quiet);
    if (quiz.kind == QuizKind::order && !quiz.is_answered()) text(ui, ui.word("quiz.order_hint"), Type::label, Ink::quiet);
    gap(ui, space::kInControl);
    choices(ui, quiz);
    gap(ui, space::kInControl);
    if (quiz.is_answered()) {
        feedback(ui, quiz);
        gap(ui, space::kInControl);
    }
    ways_on(ui, quiz);
}

}  // namespace genu
