// Closed skin in a pose: nothing that lies under it may come through it.
#include <algorithm>

#include "posed_leg.hpp"
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

const DrawItem* item(const Frame& frame, const std::string& id)
{
    const auto found = std::find_if(frame.items.begin(), frame.items.end(), [&](const DrawItem& i) { return leg().model.meshes[i.mesh].id.text() == id; });
    return found == frame.items.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("under closed skin of a bent knee nothing is drawn that could come through")
{
    const Frame bent = frame_of(0, 90);
    CHECK(item(bent, "region.skin"));
    CHECK_FALSE(item(bent, "region.skin")->cut_by_section);
    CHECK_FALSE(item(bent, "muscle.soleus"));
    // It runs out at the skin's upper end: drawn there, and ended below.
    const DrawItem* hamstring = item(bent, "muscle.semitendinosus");
    REQUIRE(hamstring);
    CHECK(hamstring->cut_by_section);
    CHECK(bent.section.on);
    CHECK_FALSE(bent.section.filled);
    const float high = leg().mesh_bounds[item(bent, "region.skin")->mesh].high.y;
    const auto is_kept = [&](float y) { return glm::dot(bent.section.normal, glm::vec3(0, y, 0)) <= bent.section.offset_m; };
    CHECK(is_kept(high));
    CHECK_FALSE(is_kept(high - 0.02f));
}

TEST_CASE("standing, under peeled or faded skin and when selected, all is drawn as before")
{
    CHECK(frame_of(0, 0).items.size() == frame_of(0, 0.2).items.size());
    CHECK_FALSE(frame_of(0, 0).section.on);
    CHECK(item(frame_of(0, 0), "muscle.soleus"));
    CHECK(item(frame_of(1, 90), "muscle.soleus"));
    CHECK(item(frame_of(0, 90, {cmd::Fade{{StructureId("region.skin")}}}), "muscle.soleus"));
    CHECK(item(frame_of(0, 90, {cmd::Select{StructureId("muscle.soleus")}}), "muscle.soleus"));
}
