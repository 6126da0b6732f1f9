#pragma once
// What a muscle does when it shortens, from its own path: which joints it turns, and which way.
#include <vector>

#include "session/library.hpp"

namespace genu {

struct ActionStep {
    JointAxis joint = JointAxis::knee_flexion;
    double from_deg = 0, to_deg = 0;
    double moment_arm_m = 0;   ///< positive: shortening raises the angle
};

/// The joints with a lever worth seeing: bending first, then by length; three at most. Empty without a path.
std::vector<ActionStep> muscle_action(const Library& library, const StructureId& id);

inline constexpr double kActionStepSeconds = 4;
double action_duration_s(const std::vector<ActionStep>& steps);
/// One joint after the other: there and back.
Pose action_pose(const std::vector<ActionStep>& steps, double t_s);

}  // namespace genu
