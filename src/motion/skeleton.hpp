#pragma once
// The skeleton: anatomical joints from assets/anatomy/joints.json, coupled knee and patella motion from tables.
#include "motion/pose.hpp"

namespace genu {

struct JointRange { double low_deg = 0, high_deg = 0; std::string source; };

/// Bodies by the numbers of scene's Body: trunk pelvis femur patella tibia talus foot toes.
inline constexpr int kMotionBodies = 8;
enum class MotionBody : std::uint8_t { trunk, pelvis, femur, patella, tibia, talus, foot, toes };

class Skeleton {
public:
    static Result<Skeleton> load(const fs::path& assets);

    const JointRange& range(JointAxis axis) const { return ranges_[static_cast<std::size_t>(axis)]; }
    Pose clamped(Pose pose) const;

    /// Rigid motion of each body from standing to `pose`; the pelvis stays unless it tilts.
    std::array<RigidMotion, kMotionBodies> bodies(const Pose& pose) const;

    /// Motion of something that has gone `share` (0…1) of the way from one body to a neighbouring one: that fraction of
    /// the joint's own angles, so that a soft structure bends like a pipe and nothing collapses.
    RigidMotion shared(const Pose& pose, MotionBody from, MotionBody to, double share) const;
    /// The same with the bodies' motions at hand: one call of bodies() serves hundreds of joints.
    RigidMotion shared(const Pose& pose, const std::array<RigidMotion, kMotionBodies>& all, MotionBody from, MotionBody to, double share) const;

    /// Tibia in the femur at a knee flexion (radians): rotation with screw-home turn, roll-back and varus.
    RigidMotion knee(double flexion_rad) const;
    RigidMotion patella(double knee_flexion_rad) const;
    double internal_rotation_deg(double knee_flexion_deg) const;

    /// Columns: x' along the posterior condyle centres, y' up, z' back; in the content's frame (x lateral, z posterior).
    const glm::dmat3& knee_frame() const { return knee_frame_; }
    glm::dvec3 joint_centre_m(MotionBody from, MotionBody to) const;

private:
    struct TableRow { double flexion_deg, adduction_deg, internal_deg; glm::dvec3 shift_m; };
    struct PatellaRow { double knee_deg, patella_deg; glm::dvec3 centre_m; };
    RigidMotion hip(const Pose& pose, double share) const;
    RigidMotion ankle(const Pose& pose, double share) const;
    RigidMotion subtalar(const Pose& pose, double share) const;
    RigidMotion toes(const Pose& pose, double share) const;
    RigidMotion pelvis(const Pose& pose, double share) const;

    std::array<JointRange, kJointAxisCount> ranges_;
    glm::dvec3 hip_centre_{0}, ankle_centre_{0}, ankle_axis_{1, 0, 0}, subtalar_centre_{0}, subtalar_axis_{0, 1, 0};
    glm::dvec3 toe_centre_{0}, toe_axis_{1, 0, 0}, lumbar_centre_{0}, patella_rest_{0};
    glm::dmat3 knee_frame_{1};
    std::vector<TableRow> knee_rows_;
    std::vector<PatellaRow> patella_rows_;
};

}  // namespace genu
