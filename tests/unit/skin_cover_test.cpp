// Closed skin: nothing that lies under it may come through it.
#include <algorithm>

#include "posed_surface.hpp"
#include "session/build_frame.hpp"
#include "session/update.hpp"

using namespace genu;
using namespace genu::posed;

namespace {

Frame frame_of(int layer, double knee_deg, const Commands& more = {})
{
    AppState state = initial_state(leg());
    state.settings.reduced_motion = true;
    Commands commands = {cmd::SetLayer{layer}, cmd::SetPose{"knee_flexion", knee_deg}};
    commands.insert(commands.end(), more.begin(), more.end());
    update(state, leg(), commands, 0);
    return build_frame(state, leg());
}

const DrawItem* leg_item(const Frame& frame, const std::string& id)
{
    const auto found = std::find_if(frame.items.begin(), frame.items.end(), [&](const DrawItem& i) { return leg().model.meshes[i.mesh].id.text() == id; });
    return found == frame.items.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("closed skin is drawn alone, standing and bent: nothing sticks out where it ends or comes through it")
{
    for (const double deg : {0.0, 90.0}) {
        const Frame frame = frame_of(0, deg);
        REQUIRE(frame.items.size() == 1);
        CHECK(leg_item(frame, "region.skin"));
        CHECK_FALSE(frame.section.on);
    }
}

TEST_CASE("under peeled or faded skin, in a section and when selected, what lies below is drawn")
{
    CHECK(leg_item(frame_of(1, 90), "muscle.soleus"));
    CHECK(leg_item(frame_of(0, 0, {cmd::Fade{{StructureId("region.skin")}}}), "muscle.soleus"));
    CHECK(leg_item(frame_of(0, 0, {cmd::SetXray{true}}), "muscle.soleus"));
    CHECK(leg_item(frame_of(0, 90, {cmd::Select{StructureId("muscle.soleus")}}), "muscle.soleus"));
    CHECK_FALSE(leg_item(frame_of(0, 90, {cmd::Select{StructureId("muscle.soleus")}}), "muscle.popliteus"));
}

namespace {

using J = JointAxis;

constexpr double kGroin_m = 0.27;  // above it the skin is cut off at waist and midline, and folds in the groin

struct Held { double worst_mm = 0; std::string worst; double outside = 0; };

/// How far what is covered at rest stands out of the skin in a pose: the worst of each structure's points but one in fifty, and the
/// share of all points that are outside by more than a millimetre.
Held held_by_skin(const Pose& pose)
{
    const Library& library = leg();
    const auto rest = joint_matrices(library, {}, {}), joints = joint_matrices(library, pose, {});
    const Mesh& skin_mesh = *library.model.find(StructureId("region.skin"));
    const PosedSurface skin(skin_mesh, joints), still(skin_mesh, rest);
    Held held;
    std::size_t all = 0, outside = 0;
    static const std::array kinds = {"muscle", "tendon", "nerve", "artery", "vein", "bone", "fascia", "ligament"};
    for (const Mesh& mesh : library.model.meshes) {
        if (std::none_of(kinds.begin(), kinds.end(), [&](const char* k) { return mesh.id.kind() == k; })) continue;
        const auto at_rest = skinned(mesh, rest), posed = skinned(mesh, joints);
        const std::size_t step = std::max<std::size_t>(1, posed.size() / 400);
        std::vector<double> out;
        for (std::size_t v = 0; v < posed.size(); v += step) {
            if (at_rest[v].y > kGroin_m || still.depth_mm(at_rest[v]) < 0.5) continue;
            out.push_back(-skin.depth_mm(posed[v]));
            ++all;
            if (out.back() > 1) ++outside;
        }
        if (out.size() < 10) continue;
        std::sort(out.begin(), out.end());
        const double worst = out[out.size() - 1 - out.size() / 50];
        if (std::getenv("GENU_SHAPE_ALL") && worst > 1) std::printf("    %-40s %5.1f mm\n", mesh.id.text().c_str(), worst);
        if (worst > held.worst_mm) held.worst_mm = worst, held.worst = mesh.id.text();
    }
    held.outside = static_cast<double>(outside) / static_cast<double>(all);
    return held;
}

}  // namespace

TEST_CASE("skin holds what lies under it in every pose")
{
    const std::vector<std::pair<const char*, Pose>> poses = {
        {"standing", {}}, {"knee 30", pose({{J::knee_flexion, 30}})}, {"knee 60", pose({{J::knee_flexion, 60}})}, {"knee 90", pose({{J::knee_flexion, 90}})},
        {"knee 120", pose({{J::knee_flexion, 120}})}, {"knee 140", pose({{J::knee_flexion, 140}})}, {"hip -20", pose({{J::hip_flexion, -20}})},
        {"hip 60", pose({{J::hip_flexion, 60}})}, {"hip 90", pose({{J::hip_flexion, 90}})}, {"hip 120 knee 120", pose({{J::hip_flexion, 120}, {J::knee_flexion, 120}})},
        {"ankle -30", pose({{J::ankle_dorsiflexion, -30}})}, {"ankle 25", pose({{J::ankle_dorsiflexion, 25}})}};
    for (const auto& [name, p] : poses) {
        const Held held = held_by_skin(p);
        std::printf("%-18s out of the skin: %4.1f mm (%s), %.2f %% of points\n", name, held.worst_mm, held.worst.c_str(), 100 * held.outside);
        INFO(name);
        // A wrap of the skin's own net, some 15 to 40 mm wide, cannot follow a cutaneous nerve that slackens between thigh and calf
        // beyond 90 degrees; to 90 degrees nothing shows.
        const bool is_deep = p[J::knee_flexion] > 90, is_hip = p[J::hip_flexion] != 0;
        // Where skin lies pressed on skin, the nearest surface is the other part's: beyond 120 degrees only the share counts.
        if (!is_hip && p[J::knee_flexion] <= 120) CHECK(held.worst_mm < (is_deep ? 10 : 3));
        CHECK(held.outside < 0.01);
    }
}
