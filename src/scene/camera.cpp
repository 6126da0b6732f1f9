#include "scene/camera.hpp"

#include <algorithm>
#include <cmath>

#include <glm/gtc/constants.hpp>
#include <glm/gtc/matrix_transform.hpp>

namespace genu {

namespace {

constexpr float kMaxPitch = 1.55f;  // just short of straight down, where "up" would flip
constexpr float kNearest = 0.03f;   // metres; keeps the eye out of the flesh
constexpr float kFarthest = 6.0f;

glm::vec3 direction_to_eye(const Camera& camera)
{
    const float c = std::cos(camera.pitch_rad);
    return {std::sin(camera.yaw_rad) * c, std::sin(camera.pitch_rad), std::cos(camera.yaw_rad) * c};
}

glm::vec3 right_of(const Camera& camera) { return {std::cos(camera.yaw_rad), 0, -std::sin(camera.yaw_rad)}; }
glm::vec3 up_of(const Camera& camera) { return glm::cross(direction_to_eye(camera), right_of(camera)); }
float half_height_m(const Camera& camera) { return camera.distance_m * std::tan(0.5f * camera.fov_y_rad); }

}  // namespace

glm::vec3 eye_m(const Camera& camera) { return camera.target_m + camera.distance_m * direction_to_eye(camera); }

glm::mat4 view_matrix(const Camera& camera) { return glm::lookAt(eye_m(camera), camera.target_m, up_of(camera)); }

glm::mat4 projection_matrix(const Camera& camera, float aspect)
{
    const float near_m = std::max(0.01f, camera.distance_m - 1.5f);
    const float far_m = camera.distance_m + 2.0f;
    if (camera.orthographic) {
        const float h = half_height_m(camera);
        return glm::ortho(-h * aspect, h * aspect, -h, h, near_m, far_m);
    }
    return glm::perspective(camera.fov_y_rad, aspect, near_m, far_m);
}

Camera orbited(Camera camera, float yaw_rad, float pitch_rad)
{
    camera.yaw_rad = std::remainder(camera.yaw_rad + yaw_rad, glm::two_pi<float>());
    camera.pitch_rad = std::clamp(camera.pitch_rad + pitch_rad, -kMaxPitch, kMaxPitch);
    return camera;
}

Camera panned(Camera camera, glm::vec2 shift)
{
    const float height = 2 * half_height_m(camera);
    camera.target_m -= height * (shift.x * right_of(camera) + shift.y * up_of(camera));
    return camera;
}

Camera zoomed(Camera camera, float factor, glm::vec2 cursor_ndc, float aspect)
{
    const float before = half_height_m(camera);
    camera.distance_m = std::clamp(camera.distance_m * factor, kNearest, kFarthest);
    const float shift = before - half_height_m(camera);
    camera.target_m += shift * (cursor_ndc.x * aspect * right_of(camera) + cursor_ndc.y * up_of(camera));
    return camera;
}

Camera fitted(Camera camera, const Bounds& bounds, float aspect)
{
    if (bounds.empty()) return camera;
    const float half = 0.5f * camera.fov_y_rad;
    const float narrow = std::min(half, std::atan(std::tan(half) * aspect));
    camera.target_m = bounds.centre();
    camera.distance_m = std::clamp(1.05f * bounds.radius() / std::sin(narrow), kNearest, kFarthest);
    return camera;
}

Camera between(const Camera& a, const Camera& b, float t)
{
    Camera c = b;
    c.target_m = glm::mix(a.target_m, b.target_m, t);
    c.yaw_rad = a.yaw_rad + t * std::remainder(b.yaw_rad - a.yaw_rad, glm::two_pi<float>());
    c.pitch_rad = glm::mix(a.pitch_rad, b.pitch_rad, t);
    c.distance_m = a.distance_m * std::pow(b.distance_m / a.distance_m, t);
    c.fov_y_rad = glm::mix(a.fov_y_rad, b.fov_y_rad, t);
    return c;
}

glm::vec3 project(const Camera& camera, float aspect, glm::vec3 world)
{
    const glm::vec4 eye = view_matrix(camera) * glm::vec4(world, 1);
    const glm::vec4 clip = projection_matrix(camera, aspect) * eye;
    const float w = std::abs(clip.w) > 1e-9f ? clip.w : 1e-9f;
    return {clip.x / w, clip.y / w, -eye.z};
}

}  // namespace genu
