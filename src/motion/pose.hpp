#pragma once
// Joint angles and the rigid motions they give each body. Angles in radians inside, degrees in names ending in _deg.
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <glm/glm.hpp>
#include <glm/gtc/quaternion.hpp>

#include "base/files.hpp"

namespace genu {

enum class JointAxis : std::uint8_t {
    pelvis_tilt, lumbar_flexion, neck_flexion, hip_flexion, hip_adduction, hip_rotation, knee_flexion,
    ankle_dorsiflexion, subtalar_inversion, toe_extension
};
inline constexpr int kJointAxisCount = 10;
const char* name_of(JointAxis axis);                       ///< "knee_flexion"
std::optional<JointAxis> joint_axis_from_name(std::string_view name);
std::vector<std::string> joint_axis_names();

/// Degrees by axis; all 0 = standing.
struct Pose {
    std::array<double, kJointAxisCount> deg{};
    double& operator[](JointAxis axis) { return deg[static_cast<std::size_t>(axis)]; }
    double operator[](JointAxis axis) const { return deg[static_cast<std::size_t>(axis)]; }
    bool operator==(const Pose&) const = default;
};

/// Unknown joints are a Problem with a suggestion.
Result<Pose> pose_from_names(const std::map<std::string, double>& deg_by_name, const std::string& where);
Pose between(const Pose& a, const Pose& b, double t);

/// p' = rotation * p + shift_m.
struct RigidMotion {
    glm::dquat rotation{1, 0, 0, 0};
    glm::dvec3 shift_m{0};
    glm::dvec3 operator()(const glm::dvec3& p) const { return rotation * p + shift_m; }
};
RigidMotion operator*(const RigidMotion& outer, const RigidMotion& inner);
RigidMotion inverse(const RigidMotion& m);
RigidMotion turn_about(const glm::dvec3& centre, const glm::dvec3& axis, double angle_rad);

}  // namespace genu
