#include "session/muscle_action.hpp"

#include <algorithm>
#include <cmath>

namespace genu {

namespace {

constexpr double kShortestLeverM = 0.008;   // less is steadying, not moving
constexpr double kTravelDeg = 55;           // enough to see, short of the end of any joint
constexpr double kLeastTravelDeg = 15;
constexpr std::size_t kMostJoints = 3;
constexpr double kBentKneeDeg = 30;         // levers at a straight knee are those of the end of its way

/// Bending and straightening come first: they are seen best, and books name them first.
bool is_bending(JointAxis joint)
{
    return joint == JointAxis::knee_flexion || joint == JointAxis::hip_flexion || joint == JointAxis::ankle_dorsiflexion;
}

ActionStep step_of(const Library& library, JointAxis joint, double arm_m)
{
    const JointRange& range = library.skeleton.range(joint);
    const double direction = arm_m > 0 ? 1 : -1;
    const double end = std::clamp(direction * kTravelDeg, range.low_deg, range.high_deg);
    if (std::abs(end) >= kLeastTravelDeg) return {joint, 0, end, arm_m};
    // Standing is already the end of its way (a straight knee): it starts from the other side.
    return {joint, std::clamp(-direction * kTravelDeg, range.low_deg, range.high_deg), 0, arm_m};
}

}  // namespace

std::vector<ActionStep> muscle_action(const Library& library, const StructureId& id)
{
    const PathRecord* path = id.kind() == "muscle" || id.kind() == "tendon" ? library.path_of(id) : nullptr;
    if (!path) return {};
    Pose bent;
    bent[JointAxis::knee_flexion] = kBentKneeDeg;
    const PathState state = path_state(library.skeleton, *path, bent, true);
    std::vector<ActionStep> steps;
    for (std::size_t i = 0; i < state.moment_arms_m.size(); ++i) {
        const double arm = state.moment_arms_m[i];
        if (std::abs(arm) >= kShortestLeverM) steps.push_back(step_of(library, static_cast<JointAxis>(i), arm));
    }
    std::stable_sort(steps.begin(), steps.end(), [](const ActionStep& a, const ActionStep& b) {
        if (is_bending(a.joint) != is_bending(b.joint)) return is_bending(a.joint);
        return std::abs(a.moment_arm_m) > std::abs(b.moment_arm_m);
    });
    if (steps.size() > kMostJoints) steps.resize(kMostJoints);
    return steps;
}

double action_duration_s(const std::vector<ActionStep>& steps) { return kActionStepSeconds * static_cast<double>(steps.size()); }

Pose action_pose(const std::vector<ActionStep>& steps, double t_s)
{
    Pose pose;
    if (steps.empty()) return pose;
    const double whole = std::clamp(t_s / kActionStepSeconds, 0.0, static_cast<double>(steps.size()) - 1e-9);
    const ActionStep& now = steps[static_cast<std::size_t>(whole)];
    const double part = whole - std::floor(whole);
    // It begins and ends standing, whichever end of its way standing is.
    const double far_deg = now.from_deg != 0 ? now.from_deg : now.to_deg;
    const double there = part < 0.4 ? part / 0.4 : part < 0.6 ? 1 : (1 - part) / 0.4;
    pose[now.joint] = far_deg * there * there * (3 - 2 * there);
    return pose;
}

}  // namespace genu
