#pragma once
// Where two parts of a limb meet when it is bent far: the plane half-way between them.
#include "motion/chain_rules.hpp"

namespace genu {

struct MeetingPlane {
    glm::dvec3 through_m{0};
    glm::dvec3 normal{0, 1, 0};   ///< towards the part above
    glm::dvec3 inwards{0, 0, -1}; ///< towards the inner side of the bend
};
MeetingPlane meeting_plane(const ChainCrease& crease, const std::array<RigidMotion, kMotionBodies>& bodies);

/// How far something on its own side of the plane (metres from it in the pose and at rest) must be moved away from it.
/// Soft, nothing at rest, and what lay farther off stays farther off.
double pressed_by(double now_m, double rest_m);

}  // namespace genu
