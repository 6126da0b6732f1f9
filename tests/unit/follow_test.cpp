// What is looked at stays in the picture when the leg moves: on the built leg, whose bones lie where bones lie.
#include "session/follow.hpp"
#include "session/update.hpp"
#include "unit/posed_leg.hpp"

using namespace genu;
using posed::leg;

namespace {

constexpr double kWideAspect = 1.6;

AppState start(const Commands& commands)
{
    AppState state = initial_state(leg());
    state.settings.reduced_motion = true;
    state.picture_aspect = kWideAspect;
    update(state, leg(), commands, 0);
    return state;
}

/// Where the kneecap's middle lies in the picture.
glm::vec2 kneecap(const AppState& state)
{
    const Pose pose = current_pose(state, leg());
    const Bounds bounds = posed_bounds(leg(), joint_matrices(leg(), pose, root_motion(state, leg(), pose)), {StructureId("bone.patella")});
    return project(state.view.camera, static_cast<float>(kWideAspect), shown_bounds(bounds, state.view.left_side).centre());
}

bool is_in_picture(glm::vec2 p) { return std::abs(p.x) < 0.95f && std::abs(p.y) < 0.95f; }

}  // namespace

TEST_CASE("follow: every standard view holds the knee in every position of the hip and knee, on both legs")
{
    for (const StandardView& view : leg().views) {
        for (const bool left : {false, true}) {
            for (const double hip : {-20.0, 45.0, 80.0, 120.0}) {
                for (const double knee : {0.0, 90.0, 140.0}) {
                    INFO(view.name << " left " << left << " hip " << hip << " knee " << knee);
                    CHECK(is_in_picture(kneecap(start({cmd::SetSide{left}, cmd::SetPose{"hip_flexion", hip}, cmd::SetPose{"knee_flexion", knee}, cmd::SetView{view.name}}))));
                }
            }
        }
    }
}

TEST_CASE("follow: standing, a standard view is what its file says, and the left leg's is its mirror image")
{
    for (const StandardView& view : leg().views) {
        CHECK(start({cmd::SetView{view.name}}).view.camera == view_camera(view, kWideAspect));
        CHECK(start({cmd::SetSide{true}, cmd::SetView{view.name}}).view.camera == mirrored(view_camera(view, kWideAspect)));
    }
    CHECK(eye_m(start({cmd::SetView{"lateral"}}).view.camera).x < -0.3f);
    CHECK(eye_m(start({cmd::SetView{"lateral"}, cmd::SetSide{true}}).view.camera).x > 0.3f);
}

TEST_CASE("follow: a slider takes the camera along and back again, as one step of undo")
{
    AppState state = start({cmd::SetView{"lateral"}});
    const ViewState before = state.view;
    update(state, leg(), {cmd::BeginGesture{"pose.hip_flexion"}}, 0);
    for (double deg = 5; deg <= 100; deg += 5) {
        update(state, leg(), {cmd::SetPose{"hip_flexion", deg}}, 0);
        CHECK(is_in_picture(kneecap(state)));
    }
    CHECK_FALSE(state.view.camera == before.camera);
    AppState back = state;
    update(back, leg(), {cmd::SetPose{"hip_flexion", 0}, cmd::EndGesture{}}, 0);
    CHECK(back.view.camera == before.camera);
    update(state, leg(), {cmd::EndGesture{}, cmd::Undo{}}, 0);
    CHECK(state.view == before);
}

TEST_CASE("follow: while a ring is dragged the picture keeps still, and follows when it is let go")
{
    AppState state = start({cmd::SetView{"lateral"}});
    const Camera before = state.view.camera;
    update(state, leg(), {cmd::BeginGesture{"handle.hip_flexion"}, cmd::SetPose{"hip_flexion", 40}, cmd::SetPose{"hip_flexion", 95}}, 0);
    CHECK(state.view.camera == before);
    update(state, leg(), {cmd::EndGesture{}}, 0);
    CHECK(is_in_picture(kneecap(state)));
}

TEST_CASE("follow: what stays in sight moves no camera")
{
    AppState state = start({cmd::SetView{"lateral"}});
    const Camera before = state.view.camera;
    update(state, leg(), {cmd::SetPose{"hip_flexion", 8}, cmd::SetPose{"ankle_dorsiflexion", 20}, cmd::SetPose{"knee_flexion", 15}}, 0);
    CHECK(state.view.camera == before);
}

TEST_CASE("follow: typed angles and the way back to standing keep the knee in sight")
{
    AppState state = start({cmd::SetView{"popliteal"}, cmd::SetPose{"hip_flexion", 70}, cmd::SetPose{"knee_flexion", 70}});
    CHECK(is_in_picture(kneecap(state)));
    update(state, leg(), {cmd::ResetPose{}}, 0);
    CHECK(is_in_picture(kneecap(state)));
}

TEST_CASE("follow: a standard view holds an exercise from its beginning to its end")
{
    for (const char* view : {"lateral", "medial", "posterior", "whole"}) {
        for (const Exercise& exercise : leg().knowledge.exercises) {
            if (exercise.keyframes.empty()) continue;
            AppState state = start({cmd::ChooseExercise{exercise.id}, cmd::SetView{view}});
            for (const Keyframe& k : exercise.keyframes) {
                update(state, leg(), {cmd::SetPlaying{false}, cmd::Scrub{k.t_s}}, 0);
                INFO(exercise.id.text() << " " << view << " " << k.t_s);
                CHECK(is_in_picture(kneecap(state)));
            }
        }
    }
}
