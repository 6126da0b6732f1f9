#include <algorithm>
#include <cmath>

#include "session/scene_math.hpp"
#include "ui/length_strip.hpp"
#include "ui/motion_parts.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr double kSpeeds[] = {0.5, 1, 2};

void controls(PanelContext& ui, const Exercise& exercise)
{
    const Playback& p = ui.state.playback;
    if (button(ui, "play", ui.word(p.playing ? "timeline.pause" : "timeline.play"),
               {.look = ButtonLook::filled, .icon = p.playing ? icon::kPause : icon::kPlay, .hint = ui.word("timeline.play_hint")})) {
        ui.emit(cmd::SetPlaying{!p.playing});
    }
    const float close = button_width(ui, ui.word("timeline.stop"), icon::kClose), speeds = ui.pt(132), gap_px = ui.pt(space::kInControl);
    const float name = ui.width() - ImGui::GetItemRectSize().x - close - speeds - 3 * gap_px;
    if (name > ui.pt(70)) {
        ImGui::SameLine(0, gap_px);
        const float y = ImGui::GetCursorPosY();
        ImGui::SetCursorPosY(y + ui.pt(5));
        line(ui, exercise.name, Type::strong, Ink::text, name);
        ImGui::SameLine(0, gap_px);
        ImGui::SetCursorPosY(y);
    } else {
        ImGui::SameLine(0, gap_px);
    }
    int chosen = 1;
    for (int i = 0; i < 3; ++i) {
        if (std::abs(kSpeeds[i] - p.speed) < 0.01) chosen = i;
    }
    std::vector<std::string> words;
    for (const double speed : kSpeeds) words.push_back(figure(speed, speed < 1 ? 1 : 0) + "×");
    if (segmented(ui, "speed", words, chosen, speeds, ui.word("timeline.speed"))) ui.emit(cmd::SetSpeed{kSpeeds[chosen]});
    ImGui::SameLine(0, gap_px);
    if (button(ui, "stop", ui.word("timeline.stop"), {.look = ButtonLook::ghost, .icon = icon::kClose, .hint = ui.word("timeline.stop_hint")})) ui.emit(cmd::ChooseExercise{});
}

void scrub(PanelContext& ui, const Exercise& exercise)
{
    std::vector<double> marks;
    for (const Keyframe& k : exercise.keyframes) marks.push_back(k.t_s);
    const std::string time = filled(ui.word("timeline.time"), {figure(ui.state.playback.t_s, 1), figure(exercise.duration_s(), 1)});
    const float time_width = word_size(ui, filled(ui.word("timeline.time"), {"88.8", "88.8"}), Type::label).x;
    double t = ui.state.playback.t_s;
    const SliderEdit edit = track(ui, "scrub", ui.word("timeline.scrub"), t, 0, exercise.duration_s(), ui.width() - time_width - ui.pt(12), marks);
    if (edit.began && ui.state.playback.playing) ui.emit(cmd::SetPlaying{false});
    if (edit.changed) ui.emit(cmd::Scrub{t});
    ImGui::SameLine(0, ui.pt(12));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.pt(2));
    line(ui, time, Type::label, Ink::quiet, time_width);
}

void cue(PanelContext& ui, const Exercise& exercise)
{
    const Keyframe* now = exercise_phase(exercise, ui.state.playback.t_s);
    if (!now) return;
    // A phase that is only a letter has no word.
    const std::string key = "phase." + now->phase;
    const bool has_word = ui.library.texts.all().contains(key);
    text(ui, has_word ? ui.word("phase.", now->phase) + ": " + now->cue : now->cue);
}

}  // namespace

void draw_timeline(PanelContext& ui, const RectPt& rect)
{
    if (ui.state.view.tension.is_on()) return draw_tension_bar(ui, rect);
    const Exercise* exercise = ui.library.knowledge.find(ui.state.view.exercise);
    if (!exercise || !begin_region(ui, "timeline", rect, ui.colours.panel, false)) return;
    const float pad = ui.pt(space::kInCard), total = ui.pt(rect.width);
    const float left = rect.width < 620 ? total : std::floor(0.46f * total);
    ImGui::SetCursorPos({pad, ui.pt(8)});
    ImGui::BeginChild("controls", {left - 1.5f * pad, 0}, false, ImGuiWindowFlags_NoSavedSettings);
    ui.inset = ui.pt(4);
    controls(ui, *exercise);
    gap(ui, space::kHalf);
    scrub(ui, *exercise);
    cue(ui, *exercise);
    ImGui::EndChild();
    ui.memory.strip_in_timeline = left < total;
    if (left < total) {
        ImGui::SetCursorPos({left + 0.5f * pad, ui.pt(8)});
        ImGui::BeginChild("strip", {total - left - pad, 0}, false, ImGuiWindowFlags_NoSavedSettings);
        ui.inset = ui.pt(12);
        line(ui, ui.word("timeline.lengthens"));
        draw_length_strip(ui, ui.width() > ui.pt(760) ? 2 : 1);
        ImGui::EndChild();
    }
    const ImVec2 low = ImGui::GetWindowPos();
    ImGui::GetWindowDrawList()->AddRectFilled(low, {low.x + total, low.y + 1}, ui.colours.hairline);
    end_region(ui);
}

}  // namespace genu
