// Muscle or nerve: one joint alone moves, and what does not cross it keeps its length.
#include <algorithm>
#include <map>

#include "session/tension.hpp"
#include "session/update.hpp"
#include "unit/small_leg.hpp"

using namespace genu;
using small::library;

namespace {

AppState in_test(const char* test, const char* move, const char* joint, double deg)
{
    AppState state = initial_state(library());
    update(state, library(), {cmd::MuscleOrNerve{test, move}, cmd::SetPose{joint, deg}}, 0);
    return state;
}

}  // namespace

TEST_CASE("moving only the ankle leaves the hamstrings exactly as they were and lengthens nerve and calf")
{
    const TensionFinding f = tension_finding(in_test("straight_leg_raise", "ankle", "ankle_dorsiflexion", 15), library());
    CHECK(f.moved_deg == Approx(35));
    CHECK(f.hamstring_mm == Approx(0).margin(1e-9));
    CHECK(f.nerve_mm > 5);
    CHECK(f.calf_mm > 10);
    CHECK(f.verdict == TensionVerdict::nerve_and_calf);
}

TEST_CASE("moving only the neck lengthens the nerve alone, in both tests")
{
    for (const char* test : {"straight_leg_raise", "slump"}) {
        const TensionFinding f = tension_finding(in_test(test, "neck", "neck_flexion", 50), library());
        CHECK(f.nerve_mm > 1);
        CHECK(f.hamstring_mm == Approx(0).margin(1e-9));
        CHECK(f.calf_mm == Approx(0).margin(1e-9));
        CHECK(f.verdict == TensionVerdict::nerve_only);
    }
}

TEST_CASE("moving only the hip lengthens hamstrings and nerve together and cannot tell them apart")
{
    const TensionFinding f = tension_finding(in_test("straight_leg_raise", "hip", "hip_flexion", 70), library());
    CHECK(f.hamstring_mm > 5);
    CHECK(f.nerve_mm > 5);
    CHECK(f.calf_mm == Approx(0).margin(0.05));
    CHECK(f.verdict == TensionVerdict::nerve_and_hamstrings);
}

TEST_CASE("lengths are compared with where the one joint began, not with standing")
{
    AppState state = in_test("straight_leg_raise", "ankle", "ankle_dorsiflexion", 15);
    update(state, library(), {cmd::MuscleOrNerve{"straight_leg_raise", "neck"}}, 0);
    CHECK(tension_finding(state, library()).verdict == TensionVerdict::not_moved);
    CHECK(state.view.pose[JointAxis::ankle_dorsiflexion] == Approx(15));  // the new move starts from here
    for (const LengthBar& bar : tension_bars(state, library())) CHECK(bar.change_mm == Approx(0).margin(1e-9));
    // A joint that is not the one that moves only changes the position it starts from.
    update(state, library(), {cmd::SetPose{"hip_flexion", 65}}, 0);
    CHECK(tension_finding(state, library()).verdict == TensionVerdict::not_moved);
    update(state, library(), {cmd::MuscleOrNerve{"straight_leg_raise", "neck"}}, 0);  // the same again: back to the start
    CHECK(state.view.pose[JointAxis::hip_flexion] == Approx(50));
}

TEST_CASE("the picture of the test colours by the change, names it, and leaves as it came")
{
    AppState state = in_test("straight_leg_raise", "ankle", "ankle_dorsiflexion", 15);
    const Frame frame = build_frame(state, library());
    std::map<StructureId, DrawItem> items;
    for (const DrawItem& item : frame.items) items[library().model.meshes[item.mesh].id] = item;
    const auto tint = [&](const char* id) { return items.at(StructureId(id)).tint; };
    CHECK(tint("muscle.semimembranosus") == tension_colour(0));
    CHECK(tint("nerve.tibial") != tension_colour(0));
    CHECK_FALSE(items.contains(StructureId("muscle.popliteus")));
    const std::string change = "+" + std::to_string(std::lround(tension_finding(state, library()).nerve_mm)) + " mm";
    CHECK(std::any_of(frame.labels.begin(), frame.labels.end(), [&](const Label& label) {
        return label.id == StructureId("nerve.tibial") && label.text.find(change) != std::string::npos;
    }));
    CHECK(build_legend(state, library()).title == library().texts("legend.tension"));
    update(state, library(), {cmd::MuscleOrNerve{}}, 0);
    CHECK_FALSE(state.view.tension.is_on());
    CHECK_FALSE(state.view.strain);
    CHECK(state.view.pose == Pose{});
}

TEST_CASE("a test that there is not is answered with a sentence")
{
    AppState state = initial_state(library());
    const ViewState before = state.view;
    update(state, library(), {cmd::MuscleOrNerve{"straight_leg_raise", "elbow"}}, 0);
    CHECK(state.view == before);
    CHECK(state.message.find("elbow") != std::string::npos);
}
