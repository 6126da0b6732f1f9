#pragma once
// A camera that turns round a target, as plain data.
#include <glm/glm.hpp>

#include "scene/model.hpp"

namespace genu {

struct Camera {
    glm::vec3 target_m{0, 0, 0};
    float yaw_rad = 0;        ///< 0 looks from in front (+Z); pi from behind; positive turns towards +X
    float pitch_rad = 0;      ///< positive looks from above
    float distance_m = 1;     ///< from target to eye
    float fov_y_rad = 0.45f;  ///< vertical field of view; a long lens, as in an atlas plate
    bool orthographic = false;

    bool operator==(const Camera&) const = default;
};

glm::vec3 eye_m(const Camera& camera);
glm::mat4 view_matrix(const Camera& camera);
glm::mat4 projection_matrix(const Camera& camera, float aspect);

/// Turns by drag in radians; pitch stops short of the poles.
Camera orbited(Camera camera, float yaw_rad, float pitch_rad);
/// Moves the target in the picture plane; `shift` is in heights of the picture (1 = one full height).
Camera panned(Camera camera, glm::vec2 shift);
/// Zooms by `factor` (<1 comes nearer) and keeps the point under `cursor_ndc` (-1…1, y up) where it is.
Camera zoomed(Camera camera, float factor, glm::vec2 cursor_ndc, float aspect);
/// Same direction, moved so that the sphere around `bounds` fills the picture.
Camera fitted(Camera camera, const Bounds& bounds, float aspect);
/// Between two cameras, turning the short way; t in 0…1.
Camera between(const Camera& a, const Camera& b, float t);

/// Where a world point falls: x, y in -1…1 (y up), z depth in front of the eye in metres (negative: behind it).
glm::vec3 project(const Camera& camera, float aspect, glm::vec3 world);

}  // namespace genu
