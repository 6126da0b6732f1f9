// A condition's picture shows what it is about: near enough, and with nothing solid in front of it.
#include <algorithm>

#include "session/build_frame.hpp"
#include "session/follow.hpp"
#include "session/scene_math.hpp"
#include "unit/small_leg.hpp"

using namespace genu;

namespace {

Frame scene_of(const char* condition)
{
    return build_frame(small::state_after({cmd::ChooseCondition{ConditionId(condition)}}), small::library());
}

const DrawItem* part(const Frame& frame, const std::string& id)
{
    const auto found = std::find_if(frame.items.begin(), frame.items.end(), [&](const DrawItem& i) { return small::library().model.meshes[i.mesh].id.text() == id; });
    return found == frame.items.end() ? nullptr : &*found;
}

bool is_solid(const Frame& frame, const char* id)
{
    const DrawItem* found = part(frame, id);
    REQUIRE(found);
    return !found->xray && found->opacity == 1;
}

}  // namespace

TEST_CASE("what lies in front of a torn cruciate ligament is see-through, the ligament is not")
{
    const Frame frame = scene_of("condition.pcl_injury");
    CHECK(is_solid(frame, "ligament.posterior_cruciate"));
    CHECK(is_solid(frame, "bone.tibia"));
    for (const char* id : {"bone.femur", "muscle.gastrocnemius_medial_head", "muscle.semimembranosus", "nerve.tibial", "vein.popliteal", "artery.popliteal"}) {
        CAPTURE(id);
        CHECK_FALSE(is_solid(frame, id));
    }
}

TEST_CASE("what is selected in a scene is solid wherever it lies")
{
    const AppState state = small::state_after({cmd::ChooseCondition{ConditionId("condition.pcl_injury")}, cmd::Select{StructureId("nerve.tibial")}});
    CHECK(is_solid(build_frame(state, small::library()), "nerve.tibial"));
}

TEST_CASE("a main artery is seen through the nerve and the muscles over it")
{
    const Frame frame = scene_of("condition.paes");
    CHECK(is_solid(frame, "artery.popliteal"));
    CHECK_FALSE(is_solid(frame, "nerve.tibial"));
}

TEST_CASE("vessels and nerves stay solid where they hide nothing the scene is about")
{
    const Frame frame = scene_of("condition.popliteal_cyst");
    for (const char* id : {"nerve.tibial", "artery.popliteal"}) {
        CAPTURE(id);
        CHECK(is_solid(frame, id));
    }
}

TEST_CASE("a scene about something small is nearer than its standard view, and holds all of it")
{
    for (const bool left : {false, true}) {
        CAPTURE(left);
        const AppState state = small::state_after({cmd::SetSide{left}, cmd::ChooseCondition{ConditionId("condition.pcl_injury")}});
        const Library& library = small::library();
        const Camera standard = standard_camera(state, library, *library.view("popliteal"), state.picture_aspect, Keep::in_sight);
        CHECK(state.view.camera.distance_m < 0.8f * standard.distance_m);
        const auto mesh = std::find_if(library.model.meshes.begin(), library.model.meshes.end(), [](const Mesh& m) { return m.id.text() == "ligament.posterior_cruciate"; });
        const std::vector<SkinMatrix> joints = joint_matrices(library, state.view.pose, {});
        for (std::size_t v = 0; v < mesh->position_m.size(); ++v) {
            const glm::vec3 seen = project(state.view.camera, static_cast<float>(state.picture_aspect), skinned(*mesh, joints, v) * glm::vec3(left ? -1 : 1, 1, 1));
            CHECK(std::abs(seen.x) < 1);
            CHECK(std::abs(seen.y) < 1);
        }
    }
}

TEST_CASE("a scene about what the model has no shape of keeps its standard view")
{
    const AppState state = small::state_after({cmd::ChooseCondition{ConditionId("condition.lumbar_radiculopathy")}});
    const Camera standard = standard_camera(state, small::library(), *small::library().view("whole"), state.picture_aspect, Keep::in_sight);
    CHECK(state.view.camera.distance_m == Approx(standard.distance_m));
}
