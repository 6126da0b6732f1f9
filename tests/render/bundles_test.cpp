// How the bundles drawn on the built leg's muscles run.
#include <cmath>
#include <stdexcept>
#include <stdexcept>

#include <glm/gtc/constants.hpp>

#include "render/grain.hpp"
#include "scene/gltf.hpp"
#include "support/catch.hpp"
#include "test_places.hpp"

using namespace genu;

namespace {

const Model& leg()
{
    static const Result<Model> model = read_gltf(GENU_MODEL);
    if (!model) throw std::runtime_error(to_text(model.problems()));
    return *model;
}

/// Streaks follow the direction in which the grain's coordinate changes least. Degrees between it and the fibres of a
/// triangle; negative where the fibres at its corners agree on no direction.
float stray_deg(const Mesh& mesh, const std::vector<glm::vec3>& grain, const std::uint32_t* corner)
{
    const glm::vec3 a = mesh.position_m[corner[1]] - mesh.position_m[corner[0]], b = mesh.position_m[corner[2]] - mesh.position_m[corner[0]];
    const glm::vec3 normal = glm::normalize(glm::cross(a, b));
    glm::vec3 along = mesh.fibre[corner[0]] + mesh.fibre[corner[1]] + mesh.fibre[corner[2]];
    along -= normal * glm::dot(normal, along);
    if (glm::length(along) < 0.5f) return -1;
    along = glm::normalize(along);
    const glm::vec3 across = glm::cross(normal, along);
    const glm::mat2 edges(glm::dot(a, along), glm::dot(a, across), glm::dot(b, along), glm::dot(b, across));
    const glm::mat2 back = glm::inverse(edges);
    const glm::vec3 first = grain[corner[1]] - grain[corner[0]], second = grain[corner[2]] - grain[corner[0]];
    const glm::vec3 per_along = first * back[0][0] + second * back[0][1], per_across = first * back[1][0] + second * back[1][1];
    const float most = 0.5f * std::atan2(2 * glm::dot(per_along, per_across), glm::dot(per_along, per_along) - glm::dot(per_across, per_across));
    return glm::degrees(std::abs(std::remainder(most - glm::half_pi<float>(), glm::pi<float>())));
}

/// Of the flesh's surface: the share on which streaks stray from the fibres by more than this.
double straying_share(const Mesh& mesh, float more_than_deg)
{
    const std::vector<glm::vec3> grain = grain_coordinates(mesh);
    double all = 0, stray = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::uint32_t* corner = &mesh.indices[i];
        if (mesh.tendon[corner[0]] + mesh.tendon[corner[1]] + mesh.tendon[corner[2]] > 1.5f) continue;
        const glm::vec3 a = mesh.position_m[corner[1]] - mesh.position_m[corner[0]], b = mesh.position_m[corner[2]] - mesh.position_m[corner[0]];
        const auto area = static_cast<double>(glm::length(glm::cross(a, b)));
        if (area < 1e-12) continue;
        const float off = stray_deg(mesh, grain, corner);
        if (off < 0) continue;
        all += area;
        if (off > more_than_deg) stray += area;
    }
    return all > 0 ? stray / all : 0;
}

}  // namespace

TEST_CASE("the bundles drawn on the leg's muscles run along their fibres and whirl nowhere in view")
{
    // Those that a plate of the thigh shows from all sides. Fibres that lean one way all round a muscle cannot be drawn:
    // gluteus maximus and vastus medialis once strayed on 21 and 15 % of their surface.
    for (const char* id : {"muscle.gluteus_maximus", "muscle.vastus_lateralis", "muscle.vastus_medialis", "muscle.rectus_femoris", "muscle.sartorius", "muscle.gracilis",
                           "muscle.semitendinosus", "muscle.semimembranosus", "muscle.biceps_femoris_long_head", "muscle.tensor_fasciae_latae", "muscle.tibialis_anterior",
                           "muscle.gastrocnemius_medial_head", "muscle.gastrocnemius_lateral_head"}) {
        const Mesh* mesh = leg().find(StructureId(id));
        REQUIRE(mesh != nullptr);
        INFO(id);
        CHECK(straying_share(*mesh, 15) < 0.04);
    }
    for (const Mesh& mesh : leg().meshes) {
        if (mesh.id.kind() != "muscle") continue;
        INFO(mesh.id.text());
        CHECK(straying_share(mesh, 15) < 0.15);
    }
}
