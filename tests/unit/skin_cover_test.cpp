// Closed skin: nothing that lies under it may come through it.
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

TEST_CASE("closed skin is drawn alone, standing and bent: nothing sticks out where it ends or comes through it")
{
    for (const double deg : {0.0, 90.0}) {
        const Frame frame = frame_of(0, deg);
        REQUIRE(frame.items.size() == 1);
        CHECK(item(frame, "region.skin"));
        CHECK_FALSE(frame.section.on);
    }
}

TEST_CASE("under peeled or faded skin, in a section and when selected, what lies below is drawn")
{
    CHECK(item(frame_of(1, 90), "muscle.soleus"));
    CHECK(item(frame_of(0, 0, {cmd::Fade{{StructureId("region.skin")}}}), "muscle.soleus"));
    CHECK(item(frame_of(0, 0, {cmd::SetXray{true}}), "muscle.soleus"));
    CHECK(item(frame_of(0, 90, {cmd::Select{StructureId("muscle.soleus")}}), "muscle.soleus"));
    CHECK_FALSE(item(frame_of(0, 90, {cmd::Select{StructureId("muscle.soleus")}}), "muscle.popliteus"));
}
