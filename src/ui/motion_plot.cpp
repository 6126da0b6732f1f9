// A curve over a joint's range with the pose shown now marked on it.
#include <algorithm>
#include <cmath>

#include "session/length_curve.hpp"
#include "session/update.hpp"
#include "ui/imgui_compat.hpp"
#include "ui/motion_parts.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr JointAxis kJoints[] = {JointAxis::hip_flexion, JointAxis::knee_flexion, JointAxis::ankle_dorsiflexion};
constexpr const char* kDefault = "muscle.gastrocnemius_medial_head";

/// 1, 2 or 5 times a power of ten, so that about `wanted` ticks fit.
double tick_step(double span, int wanted)
{
    const double raw = std::max(span / wanted, 1e-6), power = std::pow(10, std::floor(std::log10(raw)));
    for (const double m : {1.0, 2.0, 5.0}) if (m * power >= raw) return m * power;
    return 10 * power;
}

/// Degrees go with the clock.
double degree_step(double span) { return span > 100 ? 30 : span > 60 ? 20 : 10; }

struct Axes {
    ImVec2 low, high;   // of the field inside the axes
    double x0, x1, y0, y1;
    ImVec2 at(double x, double y) const
    {
        return {low.x + (high.x - low.x) * static_cast<float>((x - x0) / (x1 - x0)), high.y - (high.y - low.y) * static_cast<float>((y - y0) / (y1 - y0))};
    }
};

double value_of(const CurvePoint& p, bool arm) { return arm ? p.arm_mm : p.length_mm; }

Axes axes_for(const std::vector<CurvePoint>& curve, bool arm, ImVec2 low, ImVec2 high)
{
    double least = value_of(curve.front(), arm), most = least;
    for (const CurvePoint& p : curve) {
        least = std::min(least, value_of(p, arm));
        most = std::max(most, value_of(p, arm));
    }
    // A flat line is shown as flat: no axis magnifies less than ten millimetres.
    if (arm) least = std::min(least, 0.0), most = std::max(most, 0.0);
    const double middle = 0.5 * (least + most), span = std::max(most - least, 10.0) * 1.16;
    return {low, high, curve.front().deg, curve.back().deg, middle - 0.5 * span, middle + 0.5 * span};
}

void draw_grid(PanelContext& ui, ImDrawList& list, const Axes& axes)
{
    const float thin = std::max(1.0f, std::floor(ui.unit));
    const double dy = tick_step(axes.y1 - axes.y0, 4), dx = degree_step(axes.x1 - axes.x0);
    for (double y = std::ceil(axes.y0 / dy) * dy; y <= axes.y1; y += dy) {
        const ImVec2 left = axes.at(axes.x0, y);
        list.AddLine(left, {axes.high.x, left.y}, std::abs(y) < 1e-9 ? ui.colours.quiet : ui.colours.hairline, thin);
        const std::string words = figure(y);
        const ImVec2 size = word_size(ui, words, Type::label);
        draw_words(ui, list, {left.x - size.x - ui.pt(6), left.y - 0.5f * size.y}, words, Type::label, ui.colours.quiet);
    }
    for (double x = std::ceil(axes.x0 / dx) * dx; x <= axes.x1 + 1e-9; x += dx) {
        const ImVec2 foot = axes.at(x, axes.y0);
        list.AddLine({foot.x, axes.low.y}, foot, std::abs(x) < 1e-9 ? ui.colours.quiet : ui.colours.hairline, thin);
        const std::string words = figure(x) + "°";
        const ImVec2 size = word_size(ui, words, Type::label);
        draw_words(ui, list, {foot.x - 0.5f * size.x, foot.y + ui.pt(4)}, words, Type::label, ui.colours.quiet);
    }
}

void draw_curve(PanelContext& ui, ImDrawList& list, const Axes& axes, const std::vector<CurvePoint>& curve, const CurvePoint& now, bool arm)
{
    std::vector<ImVec2> line;
    for (const CurvePoint& p : curve) line.push_back(axes.at(p.deg, value_of(p, arm)));
    list.AddPolyline(line.data(), static_cast<int>(line.size()), ui.colours.accent, 0, ui.pt(2));
    const ImVec2 dot = axes.at(now.deg, value_of(now, arm));
    list.AddLine({dot.x, axes.low.y}, {dot.x, axes.high.y}, with_alpha(ui.colours.text, 0.5f), std::max(1.0f, ui.unit));
    list.AddCircleFilled(dot, ui.pt(5.5f), ui.colours.text, 24);
    list.AddCircleFilled(dot, ui.pt(3.5f), ui.colours.accent, 24);
}

void draw_field(PanelContext& ui, const std::vector<CurvePoint>& curve, const CurvePoint& now, bool arm, const std::string& joint)
{
    const float width = ui.width(), height = ui.pt(210);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + width, at.y + height}, ui.colours.sunk, ui.pt(space::kCorner), compat::kRound);
    const Axes axes = axes_for(curve, arm, {at.x + ui.pt(46), at.y + ui.pt(32)}, {at.x + width - ui.pt(16), at.y + height - ui.pt(48)});
    const std::string y_words = ui.word(arm ? "motion.plot.arm_axis" : "motion.plot.length_axis"), x_words = filled(ui.word("motion.plot.joint_axis"), {joint});
    draw_words(ui, list, {at.x + ui.pt(10), at.y + ui.pt(8)}, y_words, Type::label, ui.colours.text);
    const ImVec2 x_size = word_size(ui, x_words, Type::label);
    draw_words(ui, list, {axes.high.x - x_size.x, at.y + height - x_size.y - ui.pt(6)}, x_words, Type::label, ui.colours.text);
    draw_grid(ui, list, axes);
    draw_curve(ui, list, axes, curve, now, arm);
    ImGui::Dummy({width, height});
    ui.record("plot", y_words + " / " + x_words, at, {at.x + width, at.y + height});
}

}  // namespace

void draw_plot(PanelContext& ui)
{
    const PathRecord* chosen = ui.library.path_of(ui.state.view.selected);
    const PathRecord* path = chosen ? chosen : ui.library.path_of(StructureId(kDefault));
    if (!path) return text(ui, ui.word("motion.plot.none"), Type::label, Ink::quiet);
    text(ui, structure_name(ui, chosen ? ui.state.view.selected : path->id), Type::strong);
    if (!chosen) text(ui, ui.word("motion.plot.choose"), Type::label, Ink::quiet);
    gap(ui, space::kInControl);
    int joint = 1, what = ui.memory.plot_shows_arm ? 1 : 0;
    for (int i = 0; i < 3; ++i) if (static_cast<int>(kJoints[i]) == ui.memory.plot_joint) joint = i;
    if (segmented(ui, "plot_joint", {ui.word("tension.move.hip"), ui.word("tension.move.knee"), ui.word("tension.move.ankle")}, joint)) ui.memory.plot_joint = static_cast<int>(kJoints[joint]);
    gap(ui, space::kHalf);
    if (segmented(ui, "plot_what", {ui.word("motion.plot.length"), ui.word("motion.plot.arm")}, what)) ui.memory.plot_shows_arm = what == 1;
    gap(ui, space::kInControl);

    const JointAxis axis = kJoints[joint];
    const Pose pose = current_pose(ui.state, ui.library);
    const std::vector<CurvePoint> curve = length_curve(ui.library.skeleton, *path, pose, axis, 61);
    const CurvePoint now = curve_point(ui.library.skeleton, *path, pose, axis, pose[axis]);
    draw_field(ui, curve, now, what == 1, joint_words(ui, name_of(axis)));
    gap(ui, space::kInControl);
    const double value = value_of(now, what == 1);
    text(ui, filled(ui.word(what == 1 ? "motion.plot.arm_now" : "motion.plot.length_now"), {figure(now.deg), figure(value, what == 1 ? 1 : 0)}));
    text(ui, ui.word(what == 1 ? "motion.plot.arm_note" : "motion.plot.length_note"), Type::label, Ink::quiet);
}

}  // namespace genu
