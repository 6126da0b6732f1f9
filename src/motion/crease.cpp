#include "motion/crease.hpp"

#include <algorithm>
#include <cmath>

namespace genu {

MeetingPlane meeting_plane(const ChainCrease& crease, const std::array<RigidMotion, kMotionBodies>& bodies)
{
    const RigidMotion& above = bodies[static_cast<std::size_t>(crease.above)];
    const glm::dvec3 up = above.rotation * glm::dvec3(0, 1, 0), down = bodies[static_cast<std::size_t>(crease.below)].rotation * glm::dvec3(0, -1, 0);
    MeetingPlane plane;
    plane.through_m = above(crease.at_m);
    const double between = std::acos(std::clamp(glm::dot(up, down), -1.0, 1.0));
    const glm::dvec3 aside = down - glm::dot(up, down) * up;
    // Straight: nothing meets.
    if (glm::length(aside) < 1e-6) return {plane.through_m, up, above.rotation * glm::dvec3(0, 0, -1)};
    const glm::dvec3 towards = glm::normalize(aside);
    const double turn = crease.share_above * between;
    plane.inwards = std::cos(turn) * up + std::sin(turn) * towards;
    plane.normal = std::sin(turn) * up - std::cos(turn) * towards;
    return plane;
}

double pressed_by(double now_m, double rest_m)
{
    constexpr double kFirm = 0.02, kShareOfRest = 0.6, kLeft = 0.1;
    const double soft = kShareOfRest * std::min(rest_m, kFirm), left = kLeft * soft;
    if (now_m >= soft || soft <= 0) return 0;
    return left + (soft - left) * std::exp((now_m - soft) / (soft - left)) - now_m;
}

}  // namespace genu
