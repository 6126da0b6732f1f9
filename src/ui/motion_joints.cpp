// The joints as sliders, each with its angle to type.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "session/update.hpp"
#include "ui/imgui_compat.hpp"
#include "ui/motion_parts.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

#include <imgui_stdlib.h>  // needs imgui.h before it

namespace genu {

namespace {

/// Degrees as people type them: "45", "45°", "-10", "−10", "12,5".
std::optional<double> degrees_in(std::string words)
{
    for (const auto& [from, to] : {std::pair{"\u2212", "-"}, std::pair{",", "."}, std::pair{"°", ""}, std::pair{" ", ""}, std::pair{"+", ""}}) {
        for (std::size_t at = words.find(from); at != std::string::npos; at = words.find(from)) words.replace(at, std::string_view(from).size(), to);
    }
    double deg = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), deg);
    if (error != std::errc{} || end != words.data() + words.size() || !std::isfinite(deg)) return std::nullopt;
    return deg;
}

/// A small field at the right of the slider's words; Enter or leaving it sets the joint.
void degree_field(PanelContext& ui, const char* joint, double deg, ImVec2 at, float width)
{
    const float height = ui.pt(22);
    const bool mine = ui.memory.typed_joint == joint;
    std::string shown = mine ? ui.memory.typed_deg : figure(deg) + "°";
    const ImVec2 after = ImGui::GetCursorPos();
    ImGui::SetCursorScreenPos(at);
    compat::push_font(ui.fonts.of(Type::label));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.pt(6), std::max(0.0f, 0.5f * (height - ImGui::GetFontSize()))});
    ImGui::PushStyleColor(ImGuiCol_FrameBg, ui.colours.sunk);
    ImGui::PushID(joint);
    ImGui::SetNextItemWidth(width);
    const bool entered = ImGui::InputText("##deg", &shown, ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    const bool active = ImGui::IsItemActive(), left = ImGui::IsItemDeactivatedAfterEdit();
    ImGui::PopID();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    ImGui::PopFont();
    const std::string words = filled(ui.word("motion.degrees_of"), {joint_words(ui, joint)});
    ui.record("input", words, at, {at.x + width, at.y + height});
    tooltip(ui, joint, words);
    if (entered || left) {
        if (const auto typed = degrees_in(shown)) ui.emit(cmd::SetPose{joint, *typed});
        if (mine) ui.memory.typed_joint.clear();
    } else if (active) {
        ui.memory.typed_joint = joint;
        ui.memory.typed_deg = shown;
    } else if (mine) {
        ui.memory.typed_joint.clear();
    }
    ImGui::SetCursorPos(after);
}

}  // namespace

void draw_joints(PanelContext& ui)
{
    if (!ui.state.view.exercise.is_none()) text(ui, ui.word("motion.take_over_note"), Type::label, Ink::quiet);
    if (toggle(ui, "handles", ui.word("motion.handles"), ui.state.view.handles, ui.word("motion.handles_hint"))) ui.emit(cmd::SetHandles{!ui.state.view.handles});
    const Pose pose = current_pose(ui.state, ui.library);
    for (int i = 0; i < kJointAxisCount; ++i) {
        const auto axis = static_cast<JointAxis>(i);
        const JointRange& range = ui.library.skeleton.range(axis);
        double deg = pose[axis];
        gap(ui, 10);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float field = ui.pt(54), width = ui.width();
        const SliderEdit edit = slider(ui, name_of(axis), joint_words(ui, name_of(axis)), {}, deg, range.low_deg, range.high_deg);
        if (edit.began) ui.emit(cmd::BeginGesture{std::string("pose.") + name_of(axis)});
        if (edit.changed) ui.emit(cmd::SetPose{name_of(axis), std::round(deg)});
        if (edit.ended) ui.emit(cmd::EndGesture{});
        degree_field(ui, name_of(axis), edit.changed ? std::round(deg) : pose[axis], {at.x + width - field, at.y - ui.pt(2)}, field);
    }
    gap(ui, 12);
    if (button(ui, "reset", ui.word("motion.reset"), {.icon = icon::kReset, .hint = ui.word("motion.reset_hint")})) ui.emit(cmd::ResetPose{});
}

}  // namespace genu
