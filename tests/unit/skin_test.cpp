// The skin of the built leg: what a patient sees first.
#include <algorithm>

#include "builder/field.hpp"
#include "builder/wrap.hpp"
#include "posed_leg.hpp"

using namespace genu;
using namespace genu::posed;

namespace {

const Mesh& skin()
{
    const Mesh* mesh = leg().model.find(StructureId("region.skin"));
    REQUIRE(mesh);
    return *mesh;
}

builder::Vec3 in_mm(const glm::vec3& p) { return 1000.0 * builder::Vec3(-p.x, p.y, -p.z); }

builder::TriMesh surface_of_skin()
{
    builder::TriMesh mesh;
    for (const glm::vec3& p : skin().position_m) mesh.point.push_back(in_mm(p));
    for (std::size_t i = 0; i + 2 < skin().indices.size(); i += 3) mesh.triangle.push_back({skin().indices[i], skin().indices[i + 1], skin().indices[i + 2]});
    return mesh;
}

}  // namespace

// ANSUR II (Gordon 2014), mean of men and of women: calf 392 and 373 mm, ankle 229 and 216, thigh 625 and 616 with a
// standard deviation of 58 and 56; the model's muscles are those of a slender leg (thigh one deviation below).
TEST_CASE("a tape round calf, ankle and thigh measures what ANSUR II measured on people")
{
    const builder::TriMesh mesh = surface_of_skin();
    const auto most = [&](double low, double high) {
        double girth = 0;
        for (double y = low; y <= high; y += 8) girth = std::max(girth, builder::tape_mm(mesh.point, y - 5, y + 5));
        return girth;
    };
    double ankle = 1e9;
    for (double y = -330; y <= -270; y += 6) ankle = std::min(ankle, builder::tape_mm(mesh.point, y - 5, y + 5));
    CHECK(most(-170, -70) > 373);
    CHECK(most(-170, -70) < 400);
    CHECK(ankle > 216);
    CHECK(ankle < 240);
    CHECK(most(296, 310) > 560);
    CHECK(most(296, 310) < 625);
}

TEST_CASE("standing, nothing comes through the skin between the waist and the sole")
{
    const builder::TriMesh mesh = surface_of_skin();
    CHECK(builder::edge_faults(mesh).none());
    const builder::Field field = builder::distance_to(mesh, 2);
    const builder::Box box = builder::box_of(mesh);
    for (const Mesh& other : leg().model.meshes) {
        if (other.id.kind() == "region" || other.id.kind() == "pathology") continue;
        double worst = -100;
        for (const glm::vec3& p : other.position_m) {
            const builder::Vec3 at = in_mm(p);
            // At the waist and the midline the skin is cut, and the spine goes on.
            if (at.y > box.high.y - 36 || at.x < -48) continue;
            worst = std::max(worst, field.sample(at));
        }
        INFO(other.id.text() << " stands out by " << worst << " mm");
        CHECK(worst < 0.3);
    }
}

TEST_CASE("the skin covers buttock and hip, and follows the thigh and the trunk")
{
    const builder::Box box = builder::box_of(surface_of_skin());
    CHECK(box.high.y > 540);  // the iliac crest
    CHECK(box.low.y < -430);
    const std::vector<SkinMatrix> joints = joint_matrices(leg(), pose({{JointAxis::hip_flexion, 90}}), {});
    const std::vector<glm::dvec3> bent = skinned(skin(), joints);
    double trunk = 0, knee = 1;
    for (std::size_t v = 0; v < bent.size(); ++v) {
        const glm::dvec3 rest(skin().position_m[v]);
        if (rest.y > 0.53) trunk = std::max(trunk, glm::distance(rest, bent[v]));
        if (std::abs(rest.y) < 0.02) knee = std::min(knee, glm::distance(rest, bent[v]));
    }
    CHECK(trunk < 0.03);
    CHECK(knee > 0.3);
}
