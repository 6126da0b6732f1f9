// Building a few structures of a leg only.
#include "builder/compare.hpp"
#include "builder/part.hpp"
#include "shapes.hpp"
#include "support/catch.hpp"

using namespace genu;
using namespace genu::builder;

namespace {

// The ligament keeps its space from the muscle beside it; the far muscle touches neither.
LegSpec three(double ligament_radius = 6)
{
    std::string chained = test::upright("muscle.near", "muscle", 13, 9);
    const std::string rigid = R"("rig":{"body":"femur"})";
    chained.replace(chained.find(rigid), rigid.size(), R"("rig":{"chain":{"joints":8,"start":"femur","crossings":[{"joint":"knee","before_mm":20,"after_mm":20}]}})");
    return test::leg_of(test::upright("ligament.a", "ligament", 0, ligament_radius) + "," + chained + "," + test::upright("muscle.far", "muscle", 90, 9));
}

BuiltLeg part(const LegSpec& spec, const BuildWish& wish)
{
    Result<BuiltLeg> leg = build_leg(spec, {}, wish);
    if (!leg) throw std::runtime_error(to_text(leg.problems()));
    return *leg;
}

}  // namespace

TEST_CASE("a structure built alone has the surface that it has in the whole leg")
{
    const LegSpec spec = three();
    const BuiltLeg whole = test::built(spec), alone = part(spec, {{"muscle.near"}});
    REQUIRE(alone.model.meshes.size() == 1);
    CHECK(alone.model.meshes[0].position_m == whole.model.find(StructureId("muscle.near"))->position_m);
    CHECK(alone.model.meshes[0].weights == whole.model.find(StructureId("muscle.near"))->weights);
}

TEST_CASE("only what may claim its space is shaped with it")
{
    const LegSpec spec = three();
    const auto roles = roles_for(spec, {"ligament.*"});
    REQUIRE(roles.ok());
    CHECK(*roles == std::vector<Role>{Role::wanted, Role::absent, Role::neighbour});  // ligament.a, muscle.far, muscle.near
}

TEST_CASE("structures built into an older leg take the place of the old ones, and the rest stays")
{
    const BuiltLeg old = test::built(three());
    const BuiltLeg changed = part(three(4), {{"ligament.a"}, &old.model});
    REQUIRE(changed.model.meshes.size() == 3);
    CHECK(changed.colours.size() == 3);
    CHECK(volume_of(from_model(changed.model.meshes[0])) < 0.6 * volume_of(from_model(old.model.meshes[0])));
    const Mesh& before = *old.model.find(StructureId("muscle.near"));
    const Mesh& after = *changed.model.find(StructureId("muscle.near"));
    CHECK(after.position_m == before.position_m);
    REQUIRE(after.chain.size() == before.chain.size());
    CHECK(changed.model.joints[after.chain[3]].name == old.model.joints[before.chain[3]].name);
    CHECK(changed.model.joints[after.joints[0][0]].name == old.model.joints[before.joints[0][0]].name);
}

TEST_CASE("a name that no structure has is a mistake, told with the nearest one")
{
    const LegSpec spec = three();
    const auto wrong = build_leg(spec, {}, {{"muscle.neer"}});
    REQUIRE_FALSE(wrong.ok());
    CHECK(to_text(wrong.problems()).find("muscle.near") != std::string::npos);
}

TEST_CASE("an older leg with other attachments is refused")
{
    BuiltLeg old = test::built(three());
    old.model.attachment_owners.push_back(StructureId("muscle.far"));
    CHECK_FALSE(build_leg(three(), {}, {{"ligament.a"}, &old.model}).ok());
}
