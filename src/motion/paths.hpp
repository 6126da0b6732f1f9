#pragma once
// Lengths of muscle-tendon units, nerves and vessels along their chains of joints, in any pose.
#include <string>
#include <vector>

#include "motion/skeleton.hpp"

namespace genu {

/// A joint of a structure's chain: where it stands at rest and which bodies carry it.
struct ChainPoint {
    glm::dvec3 rest_m{0};
    MotionBody from = MotionBody::pelvis;
    MotionBody to = MotionBody::pelvis;
    double share = 0;
};

/// A structure that runs along a chain of joints from origin to insertion.
struct PathRecord {
    std::string id;
    std::vector<ChainPoint> points;
};

struct PathState {
    std::string id;
    double length_m = 0;
    double strain = 0;                                     ///< length / standing length - 1
    std::array<double, kJointAxisCount> moment_arms_m{};   ///< -dL/d(angle), by joint
};

double path_length_m(const Skeleton& skeleton, const PathRecord& path, const Pose& pose);

/// Length and strain; moment arms (central differences of 0.5 degrees) only if asked, they cost twenty lengths.
PathState path_state(const Skeleton& skeleton, const PathRecord& path, const Pose& pose, bool moment_arms);

}  // namespace genu
