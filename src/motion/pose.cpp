#include "motion/pose.hpp"

#include <algorithm>

#include "base/suggest.hpp"

namespace genu {

namespace {
constexpr std::array<const char*, kJointAxisCount> kAxisNames = {
    "pelvis_tilt", "lumbar_flexion", "neck_flexion", "hip_flexion", "hip_adduction", "hip_rotation", "knee_flexion",
    "ankle_dorsiflexion", "subtalar_inversion", "toe_extension"};
}

const char* name_of(JointAxis axis) { return kAxisNames[static_cast<std::size_t>(axis)]; }

std::optional<JointAxis> joint_axis_from_name(std::string_view name)
{
    const auto found = std::find(kAxisNames.begin(), kAxisNames.end(), name);
    if (found == kAxisNames.end()) return std::nullopt;
    return static_cast<JointAxis>(found - kAxisNames.begin());
}

std::vector<std::string> joint_axis_names() { return {kAxisNames.begin(), kAxisNames.end()}; }

Result<Pose> pose_from_names(const std::map<std::string, double>& deg_by_name, const std::string& where)
{
    Pose pose;
    Problems problems;
    for (const auto& [name, deg] : deg_by_name) {
        if (const auto axis = joint_axis_from_name(name)) {
            pose[*axis] = deg;
        } else {
            problems.push_back({where, "pose", "unknown joint \"" + name + "\"", did_you_mean(name, joint_axis_names())});
        }
    }
    if (!problems.empty()) return problems;
    return pose;
}

Pose between(const Pose& a, const Pose& b, double t)
{
    Pose pose;
    for (std::size_t i = 0; i < pose.deg.size(); ++i) pose.deg[i] = a.deg[i] + t * (b.deg[i] - a.deg[i]);
    return pose;
}

RigidMotion operator*(const RigidMotion& outer, const RigidMotion& inner)
{
    return {outer.rotation * inner.rotation, outer(inner.shift_m)};
}

RigidMotion inverse(const RigidMotion& m)
{
    const glm::dquat back = glm::conjugate(m.rotation);
    return {back, -(back * m.shift_m)};
}

RigidMotion turn_about(const glm::dvec3& centre, const glm::dvec3& axis, double angle_rad)
{
    const glm::dquat rotation = glm::angleAxis(angle_rad, glm::normalize(axis));
    return {rotation, centre - rotation * centre};
}

}  // namespace genu
