// Rules over the whole built leg.
#include <stdexcept>

#include "builder/compare.hpp"
#include "builder/field.hpp"
#include "builder/parallel.hpp"
#include "support/catch.hpp"
#include "scene/gltf.hpp"
#include "test_places.hpp"

using namespace genu;
using namespace genu::builder;

namespace {

const Model& leg()
{
    static const Result<Model> model = read_gltf(GENU_MODEL);
    if (!model) throw std::runtime_error(to_text(model.problems()));
    return *model;
}

}  // namespace

TEST_CASE("every structure of the leg is closed and outward")
{
    for (const Mesh& mesh : leg().meshes) {
        INFO(mesh.id.text());
        CHECK(edge_faults(from_model(mesh)).none());
        CHECK(volume_of(from_model(mesh)) > 0);
    }
}

TEST_CASE("muscles of the leg do not run into each other or into bone")
{
    std::vector<const Mesh*> solid;
    for (const Mesh& mesh : leg().meshes) if (mesh.id.kind() == "muscle" || mesh.id.kind() == "bone") solid.push_back(&mesh);
    std::vector<Field> field(solid.size());
    for_each_parallel(solid.size(), [&](std::size_t i) { field[i] = distance_to(from_model(*solid[i]), 1.0); });
    // Deeper than 0.4 mm: flat triangles across a curved contact stray by that much (16 mm edges, 100 mm radius: 0.3 mm).
    constexpr float kDepth = -0.4f;
    for (std::size_t i = 0; i < solid.size(); ++i) {
        if (solid[i]->id.kind() != "muscle") continue;
        std::size_t own = 0, shared = 0;
        for (const Field::Brick& brick : field[i].bricks()) {
            for (int k = 0; k < 512; ++k) {
                if (brick.value[static_cast<std::size_t>(k)] >= 0) continue;
                ++own;
                if (brick.value[static_cast<std::size_t>(k)] > kDepth) continue;
                const glm::ivec3 v = brick.low + glm::ivec3(k & 7, (k >> 3) & 7, k >> 6);
                for (std::size_t j = 0; j < solid.size(); ++j) shared += j != i && field[j].at(v) < kDepth ? 1 : 0;
            }
        }
        INFO(solid[i]->id.text() << " shares " << shared << " of " << own << " mm3");
        CHECK(static_cast<double>(shared) < 0.005 * static_cast<double>(own));
    }
}

TEST_CASE("soft structures have four weights that add up to one, and chains of joints with rising places")
{
    for (const Mesh& mesh : leg().meshes) {
        INFO(mesh.id.text());
        float worst = 0;
        for (const glm::vec4& w : mesh.weights) worst = std::max(worst, std::abs(w.x + w.y + w.z + w.w - 1));
        CHECK(worst < 1e-3f);
        if (!mesh.chain.empty()) CHECK(mesh.chain.size() >= 4);
        if (mesh.id.text().rfind("muscle.gastrocnemius", 0) == 0) CHECK(mesh.chain.size() >= 12);
        if (mesh.id.kind() == "bone") CHECK(mesh.chain.empty());
    }
}

TEST_CASE("the leg is small enough to load at once and fine enough to look at")
{
    std::size_t triangles = 0;
    for (const Mesh& mesh : leg().meshes) triangles += mesh.indices.size() / 3;
    CHECK(triangles > 200000);
    CHECK(triangles < 600000);
    CHECK(fs::file_size(GENU_MODEL) < 25u * 1024 * 1024);
}

TEST_CASE("the knee's landmarks lie where a right leg has them")
{
    const auto centre = [](const char* id) {
        const Mesh* mesh = leg().find(StructureId(id));
        REQUIRE(mesh != nullptr);
        return bounds_of(*mesh).centre();
    };
    CHECK(centre("bone.fibula").x < centre("bone.tibia").x);                        // lateral is -x
    CHECK(centre("bone.patella").z > centre("muscle.popliteus").z);                 // the front is +z
    CHECK(centre("bone.femur").y > centre("bone.tibia").y);
    CHECK(centre("muscle.gastrocnemius_lateral_head").x < centre("muscle.gastrocnemius_medial_head").x);
}
