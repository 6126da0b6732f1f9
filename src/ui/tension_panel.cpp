// Muscle or nerve: one joint moves, the strip says what has followed.
#include <algorithm>
#include <cmath>

#include "session/tension.hpp"
#include "ui/length_strip.hpp"
#include "ui/motion_parts.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

std::string change_words(const PanelContext& ui, double mm)
{
    const double rounded = std::round(mm);
    if (rounded == 0) return ui.word("tension.same");
    return filled(ui.word(rounded > 0 ? "tension.longer" : "tension.shorter"), {figure(std::abs(rounded))});
}

/// What is seen now, from the lengths of this pose.
std::string seen_words(const PanelContext& ui, const TensionMove& move)
{
    const TensionFinding f = tension_finding(ui.state, ui.library);
    const std::string so = ui.word("tension.so.", name_of(f.verdict));
    if (f.verdict == TensionVerdict::not_moved) return so;
    return filled(ui.word("tension.seen"), {ui.word("tension.move.", move.id), figure(f.moved_deg, 0, true), change_words(ui, f.nerve_mm),
                                            change_words(ui, f.hamstring_mm), change_words(ui, f.calf_mm)}) + " " + so;
}

void moves(PanelContext& ui, const TensionTest& test, const TensionMove& now)
{
    const float close = button_width(ui, ui.word("timeline.stop"), icon::kClose), lead = word_size(ui, ui.word("tension.only"), Type::strong).x + ui.pt(10);
    const float y = ImGui::GetCursorPosY();
    ImGui::SetCursorPosY(y + ui.pt(5));
    line(ui, ui.word("tension.only"), Type::strong, Ink::text, lead);
    ImGui::SameLine(0, 0);
    ImGui::SetCursorPosY(y);
    std::vector<std::string> words;
    int chosen = 0;
    for (const TensionMove& move : test.moves) {
        if (move.id == now.id) chosen = static_cast<int>(words.size());
        words.push_back(ui.word("tension.move.", move.id));
    }
    const float left = ui.width() - close - ui.pt(space::kInControl);
    if (segmented(ui, "move", words, chosen, std::max(ui.pt(120), left))) ui.emit(cmd::MuscleOrNerve{test.id, test.moves[static_cast<std::size_t>(chosen)].id});
    ImGui::SameLine(0, ui.pt(space::kInControl));
    if (button(ui, "leave", ui.word("timeline.stop"), {.look = ButtonLook::ghost, .icon = icon::kClose, .hint = ui.word("tension.leave_hint")})) ui.emit(cmd::MuscleOrNerve{});
}

void slide(PanelContext& ui, const TensionTest& test, const TensionMove& move)
{
    double deg = ui.state.view.pose[move.joint];
    const std::string words = filled(ui.word("tension.degrees"), {joint_words(ui, name_of(move.joint)), figure(deg)});
    const float reset = button_width(ui, ui.word("tension.start"), icon::kReset);
    const float words_width = word_size(ui, filled(ui.word("tension.degrees"), {joint_words(ui, name_of(move.joint)), "−88"}), Type::label).x;
    const double began = ui.state.view.tension.from[move.joint];
    const float width = ui.width() - words_width - reset - ui.pt(24);
    const float y = ImGui::GetCursorPosY();
    ImGui::SetCursorPosY(y + ui.pt(4));
    const SliderEdit edit = track(ui, "slide", joint_words(ui, name_of(move.joint)), deg, move.low_deg, move.high_deg, std::max(width, ui.pt(80)), {began});
    if (edit.began) ui.emit(cmd::BeginGesture{"tension"});
    if (edit.changed) ui.emit(cmd::SetPose{name_of(move.joint), std::round(deg)});
    if (edit.ended) ui.emit(cmd::EndGesture{});
    ImGui::SameLine(0, ui.pt(10));
    ImGui::SetCursorPosY(y + ui.pt(6));
    line(ui, words, Type::label, Ink::text, words_width);
    ImGui::SameLine(0, ui.pt(10));
    ImGui::SetCursorPosY(y);
    if (button(ui, "start", ui.word("tension.start"), {.look = ButtonLook::ghost, .icon = icon::kReset, .hint = ui.word("tension.start_hint")})) ui.emit(cmd::MuscleOrNerve{test.id, move.id});
}

}  // namespace

void draw_tension_bar(PanelContext& ui, const RectPt& rect)
{
    const TensionTest* test = tension_test(ui.state, ui.library);
    const TensionMove* move = tension_move(ui.state, ui.library);
    if (!test || !move || !begin_region(ui, "timeline", rect, ui.colours.panel, false)) return;
    const float pad = ui.pt(space::kInCard), total = ui.pt(rect.width);
    const float left = rect.width < 620 ? total : std::floor(0.52f * total);
    ImGui::SetCursorPos({pad, ui.pt(8)});
    ImGui::BeginChild("controls", {left - 1.5f * pad, 0}, false, ImGuiWindowFlags_NoSavedSettings);
    ui.inset = ui.pt(4);
    moves(ui, *test, *move);
    slide(ui, *test, *move);
    text(ui, seen_words(ui, *move), Type::label);
    ImGui::EndChild();
    ui.memory.strip_in_timeline = left < total;
    if (left < total) {
        ImGui::SetCursorPos({left + 0.5f * pad, ui.pt(8)});
        ImGui::BeginChild("strip", {total - left - pad, 0}, false, ImGuiWindowFlags_NoSavedSettings);
        ui.inset = ui.pt(12);
        line(ui, ui.word("tension.strip"));
        draw_tension_strip(ui);
        ImGui::EndChild();
    }
    const ImVec2 low = ImGui::GetWindowPos();
    ImGui::GetWindowDrawList()->AddRectFilled(low, {low.x + total, low.y + 1}, ui.colours.hairline);
    end_region(ui);
}

void draw_tension_card(PanelContext& ui)
{
    const TensionTest* test = tension_test(ui.state, ui.library);
    if (ui.state.assessment.hides_exercises || ui.library.tension.tests.empty()) return;
    if (!test) {
        RowStyle style;
        style.icon = icon::kNerve;
        style.note = ui.word("tension.note");
        if (row(ui, "muscle_or_nerve", ui.word("tension.title"), style)) ui.emit(cmd::MuscleOrNerve{ui.library.tension.tests.front().id, {}});
        return;
    }
    const Card card(ui, 12);
    text(ui, ui.word("tension.title"), Type::strong);
    gap(ui, space::kHalf);
    std::vector<std::string> words;
    int chosen = 0;
    for (const TensionTest& t : ui.library.tension.tests) {
        if (t.id == test->id) chosen = static_cast<int>(words.size());
        words.push_back(t.name);
    }
    if (segmented(ui, "test", words, chosen)) ui.emit(cmd::MuscleOrNerve{ui.library.tension.tests[static_cast<std::size_t>(chosen)].id, {}});
    gap(ui, space::kInControl);
    text(ui, test->how, Type::label);
    gap(ui, space::kHalf);
    text(ui, ui.library.tension.why.in(ui.clinical()), Type::label, Ink::quiet);
    if (!ui.memory.strip_in_timeline) draw_tension_strip(ui);
    if (fold(ui, "tension_limits", ui.word("tension.limits"))) text(ui, ui.library.tension.limits.in(ui.clinical()), Type::label);
    if (fold(ui, "tension_sources", ui.word("card.tab.sources"), std::to_string(ui.library.tension.sources.size()))) draw_sources(ui, ui.library.tension.sources);
    gap(ui, space::kHalf);
    if (button(ui, "leave", ui.word("tension.leave"), {.icon = icon::kClose})) ui.emit(cmd::MuscleOrNerve{});
}

}  // namespace genu
