#include "session/apply.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "session/figure.hpp"
#include "session/follow.hpp"
#include "session/scene_math.hpp"
#include "session/tension.hpp"
#include "session/update.hpp"

namespace genu {

namespace {

// Aims at the whole course of an exercise and at who does it, so that nothing leaves the picture while it plays.
Camera exercise_camera(const AppState& state, const Library& library, const Exercise& exercise)
{
    std::vector<glm::vec3> points;
    for (const Keyframe& k : exercise.keyframes) {
        const Pose pose = library.skeleton.clamped(exercise_pose(exercise, k.t_s));
        for (const auto& more : {bone_points(library, root_motion(state, library, pose), pose, state.view.left_side), points_round(exercise_figure(state, library, pose))}) {
            points.insert(points.end(), more.begin(), more.end());
        }
    }
    Camera camera = state.view.camera;
    const double side = state.view.left_side ? 1 : -1;
    camera.yaw_rad = static_cast<float>(side * 0.5 * 3.14159265358979323846);  // the outer side
    camera.pitch_rad = 0;                                                               // the ground is a level line
    return fitted(camera, points, static_cast<float>(state.picture_aspect));
}

}  // namespace

void Apply::operator()(const cmd::SetPose& c)
{
    const auto axis = joint_axis_from_name(c.joint);
    if (!axis) {
        state.message = library.texts("error.unknown_joint") + " \"" + c.joint + "\" – " + did_you_mean(c.joint, joint_axis_names());
        return;
    }
    const ViewState before = state.gesture_start ? *state.gesture_start : view;
    // Taking hold of a joint while an exercise plays goes on from the pose that is shown.
    if (!view.exercise.is_none() || !view.action.is_none()) view.pose = current_pose(state, library);
    view.exercise = ExerciseId::none();
    view.action = StructureId::none();
    state.playback.playing = false;
    view.pose[*axis] = c.deg;
    view.pose = library.skeleton.clamped(view.pose);
    // In a test of one joint the others only change the position that it starts from.
    const TensionMove* only = tension_move(state, library);
    if (only && only->joint != *axis) view.tension.from[*axis] = view.pose[*axis];
    if (!is_handle_drag(state)) keep_in_picture(before);
}

void Apply::operator()(const cmd::ResetPose&)
{
    const ViewState before = view;
    view.tension = {};
    view.pose = {};
    view.exercise = ExerciseId::none();
    view.action = StructureId::none();
    keep_in_picture(before);
    state.playback = {};
}

void Apply::operator()(const cmd::ChooseExercise& c)
{
    const Exercise* exercise = library.knowledge.find(c.id);
    if (!exercise && !c.id.is_none()) {
        state.message = library.texts("error.unknown_exercise") + " \"" + c.id.text() + "\"";
        return;
    }
    if (exercise && state.assessment.hides_exercises) {
        state.message = library.texts("error.exercises_hidden");
        return;
    }
    const ViewState before = view;
    view.tension = {};
    view.exercise = c.id;
    view.action = StructureId::none();
    if (!exercise) keep_in_picture(before);
    state.playback = {0, 1, exercise && !exercise->keyframes.empty()};
    if (!exercise || exercise->keyframes.empty()) return;
    view.strain = true;
    fly_to(exercise_camera(state, library, *exercise));
}

void Apply::operator()(const cmd::SetPlaying& c)
{
    state.playback.playing = c.on && (!view.exercise.is_none() || !view.action.is_none());
    const Exercise* exercise = library.knowledge.find(view.exercise);
    if (exercise && state.playback.t_s >= exercise->duration_s()) state.playback.t_s = 0;
}

void Apply::operator()(const cmd::Scrub& c)
{
    const Exercise* exercise = library.knowledge.find(view.exercise);
    state.playback.t_s = exercise ? std::clamp(c.t_s, 0.0, exercise->duration_s()) : 0;
}

void Apply::operator()(const cmd::SetSpeed& c) { state.playback.speed = std::clamp(c.factor, 0.1, 4.0); }

void Apply::operator()(const cmd::SetHandles& c) { view.handles = c.on; }

}  // namespace genu
