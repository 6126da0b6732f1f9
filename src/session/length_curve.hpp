#pragma once
// Length and moment arm of a muscle, nerve or vessel over the range of one joint, all others as they are.
#include <vector>

#include "motion/paths.hpp"

namespace genu {

struct CurvePoint { double deg = 0, length_mm = 0, arm_mm = 0; };

CurvePoint curve_point(const Skeleton& skeleton, const PathRecord& path, const Pose& pose, JointAxis joint, double deg);
/// Evenly over the joint's range, both ends included; at least two points.
std::vector<CurvePoint> length_curve(const Skeleton& skeleton, const PathRecord& path, const Pose& pose, JointAxis joint, int points);

}  // namespace genu
