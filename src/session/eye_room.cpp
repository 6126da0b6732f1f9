#include "session/eye_room.hpp"

#include <algorithm>
#include <cmath>

namespace genu {

namespace {

constexpr float kRoom_m = 0.10f;     // between the eye and the nearest flesh
constexpr float kLongest_m = 0.75f;  // no leg reaches farther from any point of itself that one looks at closely
constexpr std::size_t kPoints = 60;  // of each structure

glm::vec3 posed(const Mesh& mesh, const std::vector<SkinMatrix>& joints, std::size_t v)
{
    const glm::vec4 p(mesh.position_m[v], 1);
    glm::vec3 sum(0);
    for (std::size_t k = 0; k < 4; ++k) {
        const float w = mesh.weights[v][static_cast<glm::length_t>(k)];
        const std::size_t joint = mesh.joints[v][k];
        if (w <= 0 || joint >= joints.size()) continue;
        const SkinMatrix& m = joints[joint];
        sum += w * glm::vec3(glm::dot(m[0], p), glm::dot(m[1], p), glm::dot(m[2], p));
    }
    return sum;
}

}  // namespace

Camera outside_flesh(const Frame& frame, const Library& library, double aspect)
{
    Camera camera = frame.camera;
    if (camera.orthographic || camera.distance_m > kLongest_m) return camera;
    const glm::vec3 towards_eye = (eye_m(camera) - camera.target_m) / camera.distance_m;
    const float half_height = camera.distance_m * std::tan(0.5f * camera.fov_y_rad);
    const float half_width = half_height * std::max(1.0f, static_cast<float>(aspect));
    float reach = 0;
    for (const DrawItem& item : frame.items) {
        const Mesh& mesh = library.model.meshes[item.mesh];
        if (item.xray || mesh.weights.size() != mesh.position_m.size()) continue;
        const std::size_t step = std::max<std::size_t>(1, mesh.position_m.size() / kPoints);
        for (std::size_t v = 0; v < mesh.position_m.size(); v += step) {
            glm::vec3 p = posed(mesh, frame.joints, v);
            if (frame.mirrored) p.x = -p.x;
            if (frame.section.on && item.cut_by_section && glm::dot(frame.section.normal, p) > frame.section.offset_m) continue;
            const glm::vec3 from_target = p - camera.target_m;
            const float along = glm::dot(from_target, towards_eye);
            // Only what would be in the picture, or nearly.
            if (along > reach && glm::length(from_target - along * towards_eye) < 1.3f * half_width) reach = along;
        }
    }
    if (reach + kRoom_m <= camera.distance_m) return camera;
    camera.distance_m = reach + kRoom_m;
    camera.fov_y_rad = 2 * std::atan(half_height / camera.distance_m);
    return camera;
}

}  // namespace genu
