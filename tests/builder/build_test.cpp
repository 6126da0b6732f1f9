#include <fstream>
#include <iterator>

#include "builder/compare.hpp"
#include "shapes.hpp"
#include "support/catch.hpp"

using namespace genu;
using namespace genu::builder;

namespace {

const std::string kLittleLeg = [] {
    std::string muscle = test::upright("muscle.a", "muscle", 13, 9);
    const std::string rigid = R"("rig":{"body":"femur"})";
    muscle.replace(muscle.find(rigid), rigid.size(), R"("rig":{"chain":{"joints":8,"start":"femur","crossings":[{"joint":"knee","before_mm":20,"after_mm":20}]}})");
    const std::string stations = R"("stations":)";
    muscle.replace(muscle.find(stations), stations.size(), R"("tendon":[[0,1,0],[0.15,0,0],[0.8,0,0],[1,1,0]],"stations":)");
    return test::upright("bone.b", "bone", 0, 8) + "," + muscle + "," + test::upright("nerve.n", "nerve", -10, 1.5);
}();

std::string bytes_of(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("the same specification gives the same bytes")
{
    const fs::path folder = fs::temp_directory_path();
    for (const char* name : {"genu_build_1.glb", "genu_build_2.glb"}) {
        const BuiltLeg leg = test::built(test::leg_of(kLittleLeg));
        REQUIRE(write_glb(folder / name, leg.model, leg.colours).ok());
    }
    const std::string first = bytes_of(folder / "genu_build_1.glb");
    CHECK(first.size() > 10000);
    CHECK(first == bytes_of(folder / "genu_build_2.glb"));
    for (const char* name : {"genu_build_1.glb", "genu_build_2.glb"}) fs::remove(folder / name);
}

TEST_CASE("every built surface is closed and has all it needs at every point")
{
    const BuiltLeg leg = test::built(test::leg_of(kLittleLeg));
    REQUIRE(leg.model.meshes.size() == 3);
    for (const Mesh& mesh : leg.model.meshes) {
        INFO(mesh.id.text());
        CHECK(edge_faults(from_model(mesh)).none());
        CHECK(volume_of(from_model(mesh)) > 0);
        const std::size_t count = mesh.position_m.size();
        CHECK(mesh.normal.size() == count);
        CHECK(mesh.occlusion.size() == count);
        CHECK(mesh.joints.size() == count);
        for (std::size_t i = 0; i < count; ++i) {
            const glm::vec4 w = mesh.weights[i];
            if (std::abs(w.x + w.y + w.z + w.w - 1) > 1e-5f) FAIL("weights add up to " << w.x + w.y + w.z + w.w);
            if (std::abs(glm::length(mesh.normal[i]) - 1) > 1e-3f) FAIL("normal of length " << glm::length(mesh.normal[i]));
            for (const std::uint16_t joint : mesh.joints[i]) if (joint >= leg.model.joints.size()) FAIL("joint " << joint);
        }
    }
}

TEST_CASE("bones hang rigidly on their body, soft parts on their own chain")
{
    const BuiltLeg leg = test::built(test::leg_of(kLittleLeg));
    const Mesh& bone = *leg.model.find(StructureId("bone.b"));
    CHECK(bone.chain.empty());
    CHECK(leg.model.joints[bone.joints[0][0]].name == "joint.femur");
    const Mesh& muscle = *leg.model.find(StructureId("muscle.a"));
    REQUIRE(muscle.chain.size() == 8);
    CHECK(leg.model.joints[muscle.chain[3]].name == "muscle.a.joint.03");
    CHECK(leg.model.joints[muscle.chain.front()].share == 0);
    CHECK(leg.model.joints[muscle.chain.back()].share == 1);
}

TEST_CASE("the model's frame has the lateral side of a right leg at minus x and its front at plus z, in metres")
{
    const glm::vec3 p = to_model({40, -300, 25});  // lateral, below the knee, behind
    CHECK(p.x == Approx(-0.040));
    CHECK(p.y == Approx(-0.300));
    CHECK(p.z == Approx(-0.025));
}

TEST_CASE("a muscle is tendon at its ends and flesh in its middle, with fibres along it")
{
    const BuiltLeg leg = test::built(test::leg_of(kLittleLeg));
    const Mesh& muscle = *leg.model.find(StructureId("muscle.a"));
    REQUIRE(muscle.tendon.size() == muscle.position_m.size());
    int at_end = 0, in_middle = 0;
    for (std::size_t i = 0; i < muscle.tendon.size(); ++i) {
        const float y_mm = 1000 * muscle.position_m[i].y;
        if (y_mm > 0 && muscle.tendon[i] > 0.9f) ++at_end;
        if (y_mm < -25 && y_mm > -35) {
            ++in_middle;
            CHECK(muscle.tendon[i] == 0);
        }
        // Only where the surface runs along the muscle: a dome's tip has no direction along it.
        if (std::abs(muscle.normal[i].y) < 0.3f) CHECK(std::abs(muscle.fibre[i].y) > 0.9f);
    }
    CHECK(at_end > 3);
    CHECK(in_middle > 3);
}

TEST_CASE("less light reaches where two structures face each other")
{
    const BuiltLeg leg = test::built(test::leg_of(kLittleLeg));
    const Mesh& muscle = *leg.model.find(StructureId("muscle.a"));
    double towards = 0, away = 0;
    int towards_count = 0, away_count = 0;
    for (std::size_t i = 0; i < muscle.normal.size(); ++i) {
        // The muscle lies lateral of the bone: model -x is away from it.
        if (muscle.normal[i].x > 0.8f) { towards += muscle.occlusion[i]; ++towards_count; }
        if (muscle.normal[i].x < -0.8f) { away += muscle.occlusion[i]; ++away_count; }
    }
    REQUIRE(towards_count > 0);
    REQUIRE(away_count > 0);
    CHECK(towards / towards_count < 0.6 * away / away_count);
}
