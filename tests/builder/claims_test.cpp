#include "builder/compare.hpp"
#include "builder/field.hpp"
#include "shapes.hpp"
#include "support/catch.hpp"

using namespace genu;
using namespace genu::builder;

namespace {

const Mesh& mesh_of(const BuiltLeg& leg, const char* id) { return *leg.model.find(StructureId(id)); }

// Volume of grid cells deeper than a third of a millimetre in both.
double common_mm3(const Mesh& a, const Mesh& b)
{
    const Field first = distance_to(from_model(a), 0.5), second = distance_to(from_model(b), 0.5);
    double cells = 0;
    for (const Field::Brick& brick : first.bricks()) {
        for (int k = 0; k < 512; ++k) {
            const glm::ivec3 v = brick.low + glm::ivec3(k & 7, (k >> 3) & 7, k >> 6);
            cells += brick.value[static_cast<std::size_t>(k)] < -0.33f && second.at(v) < -0.33f ? 1 : 0;
        }
    }
    return cells * 0.125;
}

double volume_mm3(const Mesh& mesh) { return volume_of(from_model(mesh)); }

}  // namespace

TEST_CASE("muscles that want the same space meet half-way and do not overlap")
{
    const BuiltLeg apart = test::built(test::leg_of(test::upright("muscle.a", "muscle", 0, 10) + "," + test::upright("muscle.b", "muscle", 40, 10)));
    const BuiltLeg leg = test::built(test::leg_of(test::upright("muscle.a", "muscle", 0, 10) + "," + test::upright("muscle.b", "muscle", 16, 10)));
    CHECK(common_mm3(mesh_of(leg, "muscle.a"), mesh_of(leg, "muscle.b")) == 0);
    CHECK(volume_mm3(mesh_of(leg, "muscle.a")) < volume_mm3(mesh_of(apart, "muscle.a")));
    CHECK(volume_mm3(mesh_of(leg, "muscle.a")) == Approx(volume_mm3(mesh_of(leg, "muscle.b"))).epsilon(0.01));
}

TEST_CASE("a thin muscle inside a thick one's edge survives")
{
    const BuiltLeg leg = test::built(test::leg_of(test::upright("muscle.thick", "muscle", 0, 20) + "," + test::upright("muscle.thin", "muscle", 17, 4)));
    CHECK(common_mm3(mesh_of(leg, "muscle.thick"), mesh_of(leg, "muscle.thin")) == 0);
    // It keeps more than half of its 4 mm rod.
    CHECK(volume_mm3(mesh_of(leg, "muscle.thin")) > 0.5 * std::numbers::pi * 16 * 60);
}

TEST_CASE("bone keeps its space, muscle gives way")
{
    const BuiltLeg alone = test::built(test::leg_of(test::upright("bone.a", "bone", 0, 10)));
    const BuiltLeg leg = test::built(test::leg_of(test::upright("bone.a", "bone", 0, 10) + "," + test::upright("muscle.b", "muscle", 15, 10)));
    CHECK(common_mm3(mesh_of(leg, "bone.a"), mesh_of(leg, "muscle.b")) == 0);
    CHECK(volume_mm3(mesh_of(leg, "bone.a")) == Approx(volume_mm3(mesh_of(alone, "bone.a"))).epsilon(1e-6));
}

TEST_CASE("cut_by names who else must be kept clear of, and an empty list frees a structure")
{
    const std::string bone = test::upright("bone.a", "bone", 0, 10) + ",";
    const BuiltLeg freed = test::built(test::leg_of(bone + test::upright("muscle.b", "muscle", 15, 10, R"(,"cut_by":[])")));
    CHECK(common_mm3(mesh_of(freed, "bone.a"), mesh_of(freed, "muscle.b")) > 100);
    const BuiltLeg turned = test::built(test::leg_of(test::upright("bone.a", "bone", 0, 10, R"(,"cut_by":["muscle.b"])") + "," + test::upright("muscle.b", "muscle", 15, 10, R"(,"cut_by":[])")));
    CHECK(common_mm3(mesh_of(turned, "bone.a"), mesh_of(turned, "muscle.b")) == 0);
    CHECK(volume_mm3(mesh_of(turned, "muscle.b")) == Approx(volume_mm3(mesh_of(freed, "muscle.b"))).epsilon(1e-6));
}

TEST_CASE("nothing is left of a muscle in a strap that covers it or outside of the strap, and the strap is whole")
{
    const auto farthest = [](const Mesh& mesh) {  // at the strap's height in x and z; the model's x is turned
        double x = 0;
        for (const glm::vec3& p : mesh.position_m) if (std::abs(p.z) < 0.001f) x = std::max(x, -1000.0 * static_cast<double>(p.x));
        return x;
    };
    const std::string strap = test::upright("muscle.strap", "muscle", 14, 4) + ",";
    const BuiltLeg alone = test::built(test::leg_of(test::upright("muscle.strap", "muscle", 14, 4)));
    const BuiltLeg leg = test::built(test::leg_of(strap + test::upright("muscle.deep", "muscle", 0, 20, R"(,"covered_by":["muscle.strap"])")));
    const BuiltLeg shared = test::built(test::leg_of(strap + test::upright("muscle.deep", "muscle", 0, 20)));
    CHECK(farthest(mesh_of(shared, "muscle.deep")) > 18);
    CHECK(farthest(mesh_of(leg, "muscle.deep")) < 11);
    CHECK(volume_mm3(mesh_of(leg, "muscle.strap")) == Approx(volume_mm3(mesh_of(alone, "muscle.strap"))).epsilon(0.01));
}

TEST_CASE("a nerve that was drawn through a bone is moved out of it and cuts the muscle it runs in")
{
    const std::string nerve = R"({"id":"nerve.n","tissue":"nerve","source":"test","rig":{"body":"femur"},"shape":{"kind":"tube","stations":[[9,10,0,2],[9,-30,0,2],[9,-70,0,2]]}})";
    const BuiltLeg leg = test::built(test::leg_of(test::upright("bone.a", "bone", 0, 10) + "," + test::upright("muscle.b", "muscle", 20, 12) + "," + nerve));
    CHECK(common_mm3(mesh_of(leg, "bone.a"), mesh_of(leg, "nerve.n")) == 0);
    CHECK(common_mm3(mesh_of(leg, "muscle.b"), mesh_of(leg, "nerve.n")) == 0);
}

TEST_CASE("cartilage lies on its bone, as thick as written, and thins out at its edge")
{
    const std::string shell = R"({"id":"cartilage.c","tissue":"cartilage","source":"test","rig":{"body":"femur"},
        "shape":{"kind":"shell_of","bone":"bone.a","patches":[{"centre":[15,-30,0],"radii":[12,15,12],"thickness":2.5}]}})";
    const BuiltLeg leg = test::built(test::leg_of(test::upright("bone.a", "bone", 0, 15) + "," + shell));
    const TriMesh cartilage = from_model(mesh_of(leg, "cartilage.c"));
    CHECK(edge_faults(cartilage).none());
    CHECK(box_of(cartilage).high.x == Approx(17.5).margin(0.15));
    CHECK(box_of(cartilage).low.y > -46.5);  // its edge dives into the bone half a grid step beyond the patch
    CHECK(common_mm3(mesh_of(leg, "bone.a"), mesh_of(leg, "cartilage.c")) == 0);
}

TEST_CASE("a field of cartilage keeps within its border, seen from behind or rolled round an axis, and is thicker where it swells")
{
    const std::string bone = test::upright("bone.a", "bone", 0, 15) + ",";
    const auto highest = [&](const std::string& field) {
        const std::string shell = R"({"id":"cartilage.c","tissue":"cartilage","source":"test","rig":{"body":"femur"},"shape":{"kind":"shell_of","bone":"bone.a","fields":[)" + field + "]}}";
        const BuiltLeg leg = test::built(test::leg_of(bone + shell));
        const TriMesh cartilage = from_model(mesh_of(leg, "cartilage.c"));
        CHECK(edge_faults(cartilage).none());
        CHECK(common_mm3(mesh_of(leg, "bone.a"), mesh_of(leg, "cartilage.c")) == 0);
        return box_of(cartilage);
    };
    const std::string border = R"("border":[[-6,-40],[6,-40],[6,-20],[-6,-20]],"thickness":2,"edge_mm":3)";
    const Box plain = highest(R"({"seen":"from_behind","within":[0,40],)" + border + "}");
    CHECK(plain.high.z == Approx(17).margin(0.2));
    CHECK(plain.low.z > 10);  // nothing in front
    CHECK(plain.low.y > -43);
    CHECK(plain.high.y < -17);
    const Box swollen = highest(R"({"seen":"from_behind","within":[0,40],"swells":[[0,-30,8,0.8]],)" + border + "}");
    CHECK(swollen.high.z == Approx(17.8).margin(0.2));
    // Rolled round the bone's middle: 90 degrees is behind.
    const Box rolled = highest(R"({"seen":"rolled","hub":[-30,0],"hub_radius_mm":16,"border":[[-6,60],[6,60],[6,120],[-6,120]],"thickness":2,"edge_mm":3})");
    CHECK(rolled.high.z == Approx(17).margin(0.2));
    CHECK(rolled.low.z > 8);
}

TEST_CASE("what rests on another sinks into it by less than the meshes' error, so that no gap shows")
{
    const std::string bone = test::upright("bone.a", "bone", 0, 10) + ",";
    const BuiltLeg off = test::built(test::leg_of(bone + test::upright("muscle.b", "muscle", 15, 10)));
    const BuiltLeg on = test::built(test::leg_of(bone + test::upright("muscle.b", "muscle", 15, 10, R"(,"rests_on":["bone.a"])")));
    CHECK(common_mm3(mesh_of(on, "bone.a"), mesh_of(on, "muscle.b")) == 0);
    const Field distance = distance_to(from_model(mesh_of(on, "bone.a")), 0.5);
    double deepest_off = 0, deepest_on = 0;
    for (const Vec3& p : from_model(mesh_of(off, "muscle.b")).point) deepest_off = std::min(deepest_off, distance.sample(p));
    for (const Vec3& p : from_model(mesh_of(on, "muscle.b")).point) deepest_on = std::min(deepest_on, distance.sample(p));
    CHECK(deepest_on < deepest_off - 0.1);
    CHECK(deepest_on > -0.33);
}

TEST_CASE("the rim of a ligament's end on bone is blunt, and a thin band keeps its thickness")
{
    // A ligament half sunk into the side of a bone: its rim is where both surfaces meet.
    const auto nearest_to_rim = [](double radius) {
        const std::string bone = test::upright("bone.a", "bone", 0, 10) + ",";
        const std::string rests = R"(,"rests_on":["bone.a"],"mesh":{"voxel_mm":0.3,"triangles":20000})";
        const BuiltLeg leg = test::built(test::leg_of(bone + test::upright("ligament.b", "ligament", 10, radius, rests)));
        const double x = (200 - radius * radius) / 20, z = std::sqrt(100 - x * x);
        double nearest = 1e9;
        for (const Vec3& p : from_model(mesh_of(leg, "ligament.b")).point) if (std::abs(p.y + 30) < 5) nearest = std::min(nearest, std::hypot(p.x - x, std::abs(p.z) - z));
        return nearest;
    };
    CHECK(nearest_to_rim(3.5) > 0.15);
    CHECK(nearest_to_rim(1) < nearest_to_rim(3.5));
}

TEST_CASE("a structure of which nothing is left is an error")
{
    const Result<BuiltLeg> leg = build_leg(test::leg_of(test::upright("bone.a", "bone", 0, 20) + "," + test::upright("muscle.b", "muscle", 0, 5)));
    REQUIRE_FALSE(leg.ok());
    CHECK_THAT(to_text(leg.problems()), ContainsSubstring("muscle.b: nothing is left of it"));
}
