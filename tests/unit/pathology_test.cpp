// Shapes of disease grow to their size, follow the pose, and show only where a condition asks for them.
#include <set>

#include "session/build_frame.hpp"
#include "session/pathology.hpp"
#include "session/scene_math.hpp"
#include "session/update.hpp"
#include "support/catch.hpp"
#include "test_places.hpp"

using namespace genu;

namespace {

const StructureId kCystShape("pathology.popliteal_cyst"), kAneurysmShape("pathology.popliteal_aneurysm"), kClotShape("pathology.deep_vein_clot");

const Library& whole_library()
{
    static const Library loaded = [] {
        Result<Library> library = Library::load(ProgramFiles::find().value(), GENU_MODEL, "en");
        INFO((library.ok() ? std::string() : to_text(library.problems())));
        REQUIRE(library.ok());
        return std::move(library).value();
    }();
    return loaded;
}

AppState scene(const char* condition)
{
    AppState state = initial_state(whole_library());
    update(state, whole_library(), {cmd::ChooseCondition{ConditionId(condition)}}, 0);
    return state;
}

glm::vec3 extent_mm(AppState state, const StructureId& id, double size, double knee_deg)
{
    update(state, whole_library(), {cmd::SetPathology{id, size}, cmd::SetPose{"knee_flexion", knee_deg}}, 0);
    const Frame frame = build_frame(state, whole_library());
    const Bounds box = posed_bounds(whole_library(), frame.joints, {id});
    return 1000.0f * (box.high - box.low);
}

bool shows(const AppState& state, const StructureId& id)
{
    const Frame frame = build_frame(state, whole_library());
    return std::any_of(frame.items.begin(), frame.items.end(), [&](const DrawItem& item) { return whole_library().model.meshes[item.mesh].id == id && item.pickable; });
}

}  // namespace

TEST_CASE("every shape of disease is in the model, has a record and bones of its own to grow by")
{
    for (const PathologyShape& shape : whole_library().pathology.shapes) {
        INFO(shape.id.text());
        const Mesh* mesh = whole_library().model.find(shape.id);
        REQUIRE(mesh);
        CHECK(mesh->chain.size() >= 4);
        CHECK(whole_library().catalogue.find(shape.id));
        CHECK_FALSE(shape.sources.empty());
    }
    CHECK(whole_library().pathology.shapes.size() == 5);
}

TEST_CASE("shapes of disease show in their condition's scene and nowhere else")
{
    AppState state = initial_state(whole_library());
    CHECK_FALSE(shows(state, kCystShape));
    update(state, whole_library(), {cmd::Select{kCystShape}}, 0);
    CHECK_FALSE(shows(state, kCystShape));
    CHECK(shows(scene("condition.popliteal_cyst"), kCystShape));
    CHECK_FALSE(shows(scene("condition.pcl_injury"), kCystShape));
    for (const PathologyScene& s : whole_library().pathology.scenes) {
        INFO(s.condition.text());
        CHECK(whole_library().knowledge.find(s.condition));
        CHECK(shows(scene(s.condition.text().c_str()), s.shape));
    }
    state = scene("condition.popliteal_cyst");
    update(state, whole_library(), {cmd::SetPathology{kCystShape, 0}}, 0);
    CHECK_FALSE(shows(state, kCystShape));
}

TEST_CASE("a cyst of sixty millimetres is larger than one of twenty, and an aneurysm is as wide as it says")
{
    const AppState state = scene("condition.popliteal_cyst");
    const glm::vec3 small = extent_mm(state, kCystShape, 20, 0), large = extent_mm(state, kCystShape, 60, 0);
    CHECK(large.x > 1.5f * small.x);
    CHECK(large.y > 1.5f * small.y);
    // Side to side; 60 sampled points of a round surface may miss its widest place by a little.
    CHECK(extent_mm(scene("condition.popliteal_aneurysm"), kAneurysmShape, 30, 0).x == Approx(30).margin(4));
    CHECK(extent_mm(scene("condition.dvt"), kClotShape, 40, 0).y < 70);
    CHECK(extent_mm(scene("condition.dvt"), kClotShape, 160, 0).y > 110);
}

TEST_CASE("Foucher's sign: the cyst is tense with the knee straight and soft, flatter, at forty-five degrees")
{
    const PathologyShape* cyst = whole_library().pathology.find(kCystShape);
    REQUIRE(cyst);
    Pose straight, bent;
    bent[JointAxis::knee_flexion] = 45;
    CHECK(std::string(firmness_name(*firmness(*cyst, straight))) == "tense");
    CHECK(std::string(firmness_name(*firmness(*cyst, bent))) == "soft");
    CHECK(pathology_material(whole_library(), *cyst, straight).colour != pathology_material(whole_library(), *cyst, bent).colour);
    AppState state = scene("condition.popliteal_cyst");
    const auto says = [&](const char* word) {
        const Legend legend = build_legend(state, whole_library());
        return std::any_of(legend.entries.begin(), legend.entries.end(), [&](const LegendEntry& e) { return e.text.find(whole_library().texts(word)) != std::string::npos; });
    };
    CHECK(says("pathology.tense"));
    update(state, whole_library(), {cmd::SetPose{"knee_flexion", 45}}, 0);
    CHECK(says("pathology.soft"));
}

TEST_CASE("the vein is looked through where a clot lies in it")
{
    const Frame frame = build_frame(scene("condition.dvt"), whole_library());
    for (const DrawItem& item : frame.items) {
        if (whole_library().model.meshes[item.mesh].id == StructureId("vein.popliteal")) CHECK(item.opacity < 0.6f);
    }
}

TEST_CASE("sizes beyond what can be shown are brought to the nearest that can")
{
    AppState state = scene("condition.popliteal_cyst");
    update(state, whole_library(), {cmd::SetPathology{kCystShape, 500}}, 0);
    CHECK(state.view.pathology.at(kCystShape) == Approx(60));
    update(state, whole_library(), {cmd::SetPathology{StructureId("muscle.soleus"), 20}}, 0);
    CHECK_FALSE(state.message.empty());
}
