#include "session/apply.hpp"

#include "base/suggest.hpp"
#include "session/follow.hpp"
#include "session/pathology.hpp"
#include "session/scene_math.hpp"
#include "session/update.hpp"

namespace genu {

namespace {

void move_camera(AppState& state, const Camera& to)
{
    state.flight.reset();
    state.view.camera = to;
}

}  // namespace

void Apply::fly_to(const Camera& to)
{
    const Camera from = current_camera(state);
    view.camera = to;
    if (state.settings.reduced_motion || from == to) state.flight.reset();
    else state.flight = Flight{from, to, 0};
}

void Apply::keep_in_picture(const ViewState& before)
{
    const double t_s = state.playback.t_s;
    const Camera to = followed(before.camera, state.picture_aspect, bone_points(library, before, t_s), bone_points(library, view, t_s), Keep::in_sight);
    if (!state.gesture_start || is_handle_drag(state)) {
        if (to != view.camera) fly_to(to);
        return;
    }
    // While a slider is held the camera goes with it, and back with it.
    state.flight.reset();
    view.camera = to;
}

void Apply::operator()(const cmd::SetView& c)
{
    if (const StandardView* standard = library.view(c.name)) {
        return fly_to(standard_camera(state, library, *standard, state.picture_aspect, Keep::in_place, view.section == Section::y));
    }
    state.message = library.texts("error.unknown_view") + " \"" + c.name + "\" – " + did_you_mean(c.name, library.view_names());
}

void Apply::operator()(const cmd::TurnTo& c)
{
    Camera to = current_camera(state);
    to.yaw_rad = to.pitch_rad = 0;
    fly_to(orbited(to, static_cast<float>(c.yaw_rad), static_cast<float>(c.pitch_rad)));
}

void Apply::operator()(const cmd::SetOrthographic& c) { view.camera.orthographic = c.on; }

void Apply::operator()(const cmd::FitSelected&)
{
    if (view.selected.is_none()) return;
    const Pose pose = current_pose(state, library);
    auto joints = joint_matrices(library, pose, root_motion(state, library, pose));
    apply_pathology(view, library, pose, joints);
    const Bounds bounds = shown_bounds(posed_bounds(library, joints, {view.selected}), view.left_side);
    if (!bounds.empty()) fly_to(fitted(view.camera, bounds, static_cast<float>(state.picture_aspect)));
}

void Apply::operator()(const cmd::Orbit& c) { move_camera(state, orbited(current_camera(state), static_cast<float>(c.yaw_rad), static_cast<float>(c.pitch_rad))); }
void Apply::operator()(const cmd::Pan& c) { move_camera(state, panned(current_camera(state), c.shift)); }

void Apply::operator()(const cmd::Zoom& c)
{
    if (!(c.factor > 0)) return;
    move_camera(state, zoomed(current_camera(state), static_cast<float>(c.factor), c.cursor_ndc, static_cast<float>(state.picture_aspect)));
}

}  // namespace genu
