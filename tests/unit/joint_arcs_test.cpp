// The arcs that hip, knee and ankle are dragged along, and the curves of length over a joint.
#include <cmath>

#include "session/joint_arcs.hpp"
#include "session/length_curve.hpp"
#include "session/update.hpp"
#include "unit/small_leg.hpp"

using namespace genu;
using small::library;

namespace {

JointArc arc_of(const AppState& state, JointAxis joint)
{
    for (JointArc& arc : joint_arcs(state, library())) if (arc.joint == joint) return arc;
    FAIL("no such arc");
    return {};
}

AppState posed(double knee_deg, bool left)
{
    AppState state = initial_state(library());
    update(state, library(), {cmd::SetSide{left}, cmd::SetPose{"knee_flexion", knee_deg}, cmd::SetView{"lateral"}}, 1);
    return state;
}

}  // namespace

TEST_CASE("a point on the knee's arc is read back as the angle it stands for, on both legs")
{
    for (const bool left : {false, true}) {
        const AppState state = posed(60, left);
        const JointArc arc = arc_of(state, JointAxis::knee_flexion);
        for (const double deg : {40.0, 60.0, 85.0}) {
            const glm::vec3 seen = project(state.view.camera, 1.6f, arc.at(deg));
            CHECK(nearest_angle(arc, state.view.camera, 1.6f, {seen.x, seen.y}, 30) == Approx(deg).margin(1));
        }
    }
}

TEST_CASE("arcs end where the joint ends and stand where the leg stands")
{
    const AppState state = posed(60, false);
    const JointArc knee = arc_of(state, JointAxis::knee_flexion), ankle = arc_of(state, JointAxis::ankle_dorsiflexion);
    CHECK(knee.points.front().deg == Approx(library().skeleton.range(JointAxis::knee_flexion).low_deg));
    CHECK(knee.points.back().deg == Approx(library().skeleton.range(JointAxis::knee_flexion).high_deg));
    CHECK(knee.at(60).z < knee.centre_m.z - 0.05f);  // the shin of the bent knee points backwards
    CHECK(ankle.centre_m.z < -0.2f);                 // and the ankle has gone with it
    const JointArc mirrored = arc_of(posed(60, true), JointAxis::knee_flexion);
    CHECK(mirrored.at(60).x == Approx(-knee.at(60).x).margin(1e-6));
}

TEST_CASE("an exercise that plays has no rings")
{
    AppState state = initial_state(library());
    update(state, library(), {cmd::ChooseExercise{ExerciseId("exercise.gastroc_wall")}}, 0);
    CHECK(joint_arcs(state, library()).empty());
}

TEST_CASE("a curve's moment arm is the slope of its length, and soleus has none about the knee")
{
    const PathRecord* gastrocnemius = library().path_of(StructureId("muscle.gastrocnemius_medial_head"));
    const PathRecord* soleus = library().path_of(StructureId("muscle.soleus"));
    REQUIRE(gastrocnemius);
    REQUIRE(soleus);
    const auto curve = length_curve(library().skeleton, *gastrocnemius, {}, JointAxis::ankle_dorsiflexion, 91);
    const double step_rad = (curve[46].deg - curve[44].deg) * 3.14159265358979 / 180;
    CHECK(curve[45].arm_mm == Approx(-(curve[46].length_mm - curve[44].length_mm) / step_rad).margin(0.5));
    CHECK(curve.back().length_mm > curve.front().length_mm);  // pulling the foot up draws the calf long
    for (const CurvePoint& p : length_curve(library().skeleton, *soleus, {}, JointAxis::knee_flexion, 15)) CHECK(p.arm_mm == Approx(0).margin(0.05));
}
