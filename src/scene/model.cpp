#include "scene/model.hpp"

#include <algorithm>
#include <cmath>

namespace genu {

namespace {
constexpr std::array<const char*, kBodyCount> kBodyNames = {"trunk", "pelvis", "femur", "patella", "tibia", "talus", "foot", "toes"};
}

const char* name_of(Body body) { return kBodyNames[static_cast<std::size_t>(body)]; }

bool body_from_name(std::string_view name, Body& body)
{
    const auto found = std::find(kBodyNames.begin(), kBodyNames.end(), name);
    if (found == kBodyNames.end()) return false;
    body = static_cast<Body>(found - kBodyNames.begin());
    return true;
}

const Mesh* Model::find(const StructureId& id) const
{
    const auto found = std::find_if(meshes.begin(), meshes.end(), [&](const Mesh& mesh) { return mesh.id == id; });
    return found == meshes.end() ? nullptr : &*found;
}

Bounds bounds_of(const Mesh& mesh)
{
    Bounds bounds;
    for (const glm::vec3& p : mesh.position_m) bounds.add(p);
    return bounds;
}

void compute_normals(Mesh& mesh)
{
    mesh.normal.assign(mesh.position_m.size(), glm::vec3(0));
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::uint32_t* corner = &mesh.indices[i];
        for (int k = 0; k < 3; ++k) {
            const glm::vec3 p = mesh.position_m[corner[k]];
            const glm::vec3 a = mesh.position_m[corner[(k + 1) % 3]] - p;
            const glm::vec3 b = mesh.position_m[corner[(k + 2) % 3]] - p;
            const glm::vec3 n = glm::cross(a, b);
            const float sine = glm::length(n);
            if (sine > 0) mesh.normal[corner[k]] += n / sine * std::atan2(sine, glm::dot(a, b));
        }
    }
    for (glm::vec3& n : mesh.normal) {
        const float length = glm::length(n);
        n = length > 0 ? n / length : glm::vec3(0, 1, 0);
    }
}

}  // namespace genu
