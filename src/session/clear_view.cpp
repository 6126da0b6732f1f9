#include "session/clear_view.hpp"

#include <cmath>

#include "session/scene_math.hpp"

namespace genu {

Camera clear_of_shin(Camera camera, const ViewState& view, const Library& library, const Pose& pose)
{
    constexpr float kNearest = 0.72f;    // cosine of the angle between shin and line of sight: 44 degrees
    constexpr float kStepRad = 0.05f, kHighest = 1.0f;
    const auto bodies = library.skeleton.bodies(pose);
    const RigidMotion& tibia = bodies[static_cast<std::size_t>(MotionBody::tibia)];
    const glm::dvec3 ankle = library.skeleton.joint_centre_m(MotionBody::tibia, MotionBody::talus);
    glm::vec3 shin(glm::normalize(tibia(ankle) - tibia(glm::dvec3(0))));
    if (view.left_side) shin.x = -shin.x;
    while (camera.pitch_rad < kHighest && glm::dot(shin, glm::normalize(eye_m(camera) - camera.target_m)) > kNearest) camera.pitch_rad += kStepRad;
    return camera;
}

}  // namespace genu
