#pragma once
// Who does the exercise: a pale figure behind the leg, with the other leg, the ground, a wall, a chair, a mat, a strap.
#include "session/app_state.hpp"
#include "session/library.hpp"

namespace genu {

/// Flat shapes to draw behind the leg in this pose of the exercise, in the picture's space. Empty without one.
std::vector<BackdropShape> exercise_figure(const AppState& state, const Library& library, const Pose& pose);

/// Points round these shapes, for aiming a camera.
std::vector<glm::vec3> points_round(const std::vector<BackdropShape>& shapes);

}  // namespace genu
