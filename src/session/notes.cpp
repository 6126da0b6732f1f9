#include "session/notes.hpp"

#include <algorithm>
#include <limits>

#include "session/scene_math.hpp"

namespace genu {

namespace {

const Mesh* mesh_of(const Library& library, const StructureId& id)
{
    for (const Mesh& mesh : library.model.meshes) if (mesh.id == id && !mesh.position_m.empty()) return &mesh;
    return nullptr;
}

template <class PointOf>
std::size_t nearest(const Mesh& mesh, glm::vec3 to, PointOf point_of)
{
    std::size_t best = 0;
    float least = std::numeric_limits<float>::max();
    for (std::size_t v = 0; v < mesh.position_m.size(); ++v) {
        const glm::vec3 d = point_of(v) - to;
        const float distance = glm::dot(d, d);
        if (distance < least) least = distance, best = v;
    }
    return best;
}

}  // namespace

glm::vec3 mirror_of(const ViewState& view) { return {view.left_side ? -1.0f : 1.0f, 1, 1}; }

NotePoint anchored(const Library& library, const std::vector<SkinMatrix>& joints, const StructureId& on, glm::vec3 at_m)
{
    const Mesh* mesh = mesh_of(library, on);
    if (!mesh) return {StructureId::none(), at_m};
    return {on, mesh->position_m[nearest(*mesh, at_m, [&](std::size_t v) { return skinned(*mesh, joints, v); })]};
}

std::vector<glm::vec3> posed_points(const Library& library, const Frame& frame, const Note& note)
{
    const glm::vec3 mirror(frame.mirrored ? -1.0f : 1.0f, 1, 1);
    std::vector<glm::vec3> points;
    for (const NotePoint& p : note.points) {
        const Mesh* mesh = mesh_of(library, p.on);
        const glm::vec3 at = mesh ? skinned(*mesh, frame.joints, nearest(*mesh, p.at_m, [&](std::size_t v) { return mesh->position_m[v]; })) : p.at_m;
        points.push_back(at * mirror);
    }
    return points;
}

}  // namespace genu
