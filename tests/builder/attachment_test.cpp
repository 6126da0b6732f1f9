// Painted attachments and sensory territories.
#include "builder/attachments.hpp"
#include "builder/shapes.hpp"
#include "support/catch.hpp"

using namespace genu;
using namespace genu::builder;
using namespace genu::builder::test;

namespace {

// An upright bone of 60 mm with a thin muscle along each side.
LegSpec bone_between_two(const std::string& attachments)
{
    Result<LegSpec> spec = parse_leg_spec({{"test.json", R"({"structures":[)" + upright("bone.a", "bone", 0, 10, R"(,"mesh":{"triangles":6000})") + "," +
                                                             upright("muscle.left", "muscle", -14, 5) + "," + upright("muscle.right", "muscle", 14, 5) + "]}"},
                                           {"attachments.json", attachments},
                                           {"rig.json", R"({"joints":{"knee":[0,-30,0]}})"}});
    if (!spec) throw std::runtime_error(to_text(spec.problems()));
    return *spec;
}

constexpr const char* kBoth = R"({"attachments":[
  {"owner":"muscle.right","origin":[{"bone":"bone.a","to":0.3}]},
  {"owner":"muscle.left","origin":[{"bone":"bone.a","to":0.3}],"insertion":[{"bone":"bone.a","from":0.7}]}]})";

}  // namespace

TEST_CASE("a muscle's origin is painted where its first stretch touches the bone, and nowhere else")
{
    const BuiltLeg leg = built(bone_between_two(kBoth));
    REQUIRE(leg.model.attachment_owners == std::vector<StructureId>{StructureId("muscle.left"), StructureId("muscle.right")});
    const Mesh& bone = *leg.model.find(StructureId("bone.a"));
    REQUIRE(bone.attachment.size() == bone.position_m.size());
    int left = 0, right = 0, inserted = 0;
    for (std::size_t i = 0; i < bone.attachment.size(); ++i) {
        const auto [origin, insertion, of_origin, of_insertion] = bone.attachment[i];
        const double x = -1000 * bone.position_m[i].x, y = 1000 * bone.position_m[i].y;
        INFO("x " << x << ", y " << y);
        if (origin == 255) {
            CHECK(y > -22);  // 30 % of 60 mm, and a little for the samples' spacing
            CHECK(of_origin == (x < 0 ? 0 : 1));
            ++(x < 0 ? left : right);
        }
        if (insertion == 255) {
            CHECK(y < -38);
            CHECK(x < 0);
            CHECK(of_insertion == 0);
            ++inserted;
        }
        if (y < -26) CHECK(origin == 0);
        if (std::abs(x) < 2) CHECK(origin < 255);
    }
    CHECK(left > 10);
    CHECK(right > 10);
    CHECK(inserted > 10);
    CHECK(leg.model.find(StructureId("muscle.left"))->attachment.empty());
}

TEST_CASE("an attachment that its owner does not reach is noted")
{
    LegSpec spec = bone_between_two(kBoth);
    for (StructureSpec& structure : spec.structures) {
        if (structure.id != StructureId("muscle.right")) continue;
        for (Station& station : structure.shape.sweeps.front().stations) station.centre.x += 20;
    }
    const BuiltLeg leg = built(spec);
    CHECK(std::find(leg.notes.begin(), leg.notes.end(), "muscle.right: origin does not touch bone.a") != leg.notes.end());
}

TEST_CASE("wrong attachments and territories are told by file and field")
{
    const auto complaint = [](const std::string& file) {
        const Result<LegSpec> spec = parse_leg_spec({{"test.json", R"({"structures":[)" + upright("bone.a", "bone", 0, 10) + "," + upright("nerve.n", "nerve", 30, 1) + "]}"},
                                                     {"paint.json", file}});
        return spec ? std::string() : to_text(spec.problems());
    };
    CHECK(complaint(R"({"attachments":[{"owner":"bone.a","origin":[{"bone":"bone.a"}]}]})") == "");
    CHECK_THAT(complaint(R"({"attachments":[{"owner":"bone.b","origin":[{"bone":"bone.a"}]}]})"), ContainsSubstring("unknown structure \"bone.b\""));
    CHECK_THAT(complaint(R"({"attachments":[{"owner":"bone.a"}]})"), ContainsSubstring("neither \"origin\" nor \"insertion\""));
    CHECK_THAT(complaint(R"({"attachments":[{"owner":"bone.a","origin":[{"bone":"bone.a","from":0.9,"to":0.2}]}]})"), ContainsSubstring("in this order"));
    CHECK_THAT(complaint(R"({"territories":[{"nerve":"nerve.n","bands":[[[0,10,20],[-10,10,20]]]}]})"), ContainsSubstring("territory_source"));
    CHECK_THAT(complaint(R"({"territory_source":"s","territories":[{"nerve":"nerve.n","bands":[[[0,10,20],[5,10,20]]]}]})"), ContainsSubstring("below the row before"));
}

TEST_CASE("skin belongs to the nerve whose band it lies in, and its weight fades towards the neighbour")
{
    Result<LegSpec> spec = parse_leg_spec({{"test.json", R"({"structures":[)" + upright("region.skin", "skin", 0, 50, R"(,"mesh":{"triangles":4000})") + "," + upright("nerve.a", "nerve", 90, 1) + "," +
                                                             upright("nerve.b", "nerve", -90, 1) + "]}"},
                                           {"territories.json", R"({"territory_source":"a map","territories":[
                                              {"nerve":"nerve.b","bands":[[[20,0,90],[-80,0,90]]]},{"nerve":"nerve.a","bands":[[[20,90,200],[-80,90,200]]]}]})"}});
    REQUIRE(spec);
    const BuiltLeg leg = built(*spec);
    CHECK(leg.model.territory_source == "a map");
    REQUIRE(leg.model.territories == std::vector<StructureId>{StructureId("nerve.a"), StructureId("nerve.b")});
    const Mesh& skin = *leg.model.find(StructureId("region.skin"));
    for (std::size_t i = 0; i < skin.attachment.size(); ++i) {
        const double x = -1000 * skin.position_m[i].x, z = -1000 * skin.position_m[i].z;
        const double degrees = std::fmod(std::atan2(z, x) * 180 / std::numbers::pi + 360, 360);
        if (std::hypot(x, z) < 40) continue;  // the domes
        INFO(degrees);
        if (degrees > 12 && degrees < 80) CHECK((skin.attachment[i][0] > 200 && skin.attachment[i][2] == 1));
        if (degrees > 100 && degrees < 188) CHECK((skin.attachment[i][0] > 200 && skin.attachment[i][2] == 0));
        if (degrees > 215 && degrees < 345) CHECK(skin.attachment[i][0] == 0);
        if (std::abs(degrees - 90) < 1) CHECK(std::abs(skin.attachment[i][0] - 128) < 60);
    }
}
