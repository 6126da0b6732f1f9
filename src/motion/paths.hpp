#pragma once
// Muscles, nerves and vessels as strings through points bound to bodies, with one cylinder at the knee to run over:
// length, strain and moment arms in any pose. From assets/anatomy/paths.json.
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "motion/skeleton.hpp"

namespace genu {

struct PathPoint {
    MotionBody body = MotionBody::femur;
    glm::dvec3 rest_m{0};
};

/// A cylinder along the knee axis, fixed to the femur; the string passes behind it or in front.
struct PathCylinder {
    glm::dvec2 centre_yz_m{0};  ///< in the knee frame
    double radius_m = 0;
    bool behind = true;
};

/// Length added by a joint that lies beyond the model (flexing back and neck draws on the nerve's upper end).
struct PathPull { JointAxis joint; double metres_per_degree = 0; };

struct PathRecord {
    StructureId id;
    std::vector<StructureId> also;      ///< structures that share this course
    std::vector<PathPoint> proximal;
    std::vector<PathPoint> distal;
    std::optional<PathCylinder> cylinder;
    std::vector<PathPull> pulls;
    bool in_strip = false;              ///< shown in the strip of what lengthens
    bool is_nerve() const { return id.kind() == "nerve"; }
};

struct PathState {
    double length_m = 0;
    double strain = 0;                                     ///< length / standing length - 1; below 0 a nerve is slack
    std::array<double, kJointAxisCount> moment_arms_m{};   ///< -dL/d(angle), by joint; 0 unless asked for
};

Result<std::vector<PathRecord>> load_paths(const fs::path& assets);

double path_length_m(const Skeleton& skeleton, const PathRecord& path, const Pose& pose);

/// Moment arms by central differences of half a degree; they cost twenty lengths, so only when asked for.
PathState path_state(const Skeleton& skeleton, const PathRecord& path, const Pose& pose, bool moment_arms);

}  // namespace genu
