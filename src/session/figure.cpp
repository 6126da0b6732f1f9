#include "session/figure.hpp"

#include <algorithm>

#include "session/figure_body.hpp"
#include "session/figure_outline.hpp"
#include "session/scene_math.hpp"
#include "session/update.hpp"

namespace genu {

namespace {

/// The figure's tones, all between the ground and the props: nearer parts stand out from those behind them.
struct Tones { glm::vec3 far, body, near, props; };

Tones tones_of(const AppState& state, const Library& library)
{
    const PlateStyle& style = library.appearance.style(state.view.style);
    const Theme& theme = style.theme ? *style.theme : library.appearance.themes.at(state.settings.light_theme ? "light" : "dark");
    const glm::vec3 ground = 0.5f * (theme.background_top + theme.background_bottom);
    if (ground.g > 0.2f) return {0.80f * ground, 0.70f * ground, 0.61f * ground, 0.30f * ground};
    return {2.7f * ground, 3.8f * ground, 5.0f * ground, 10.0f * ground};
}

/// As far as it is needed from where one begins to where one comes.
void draw_ground(FigureOutline& out, const FigureBody& start, const FigureBody& held, const FigureJoints& joints)
{
    const float half = joints.is_lying ? 0.62f * joints.height_m : 0.47f * joints.height_m, thick = joints.is_lying ? 0.014f : 0.006f;
    const float y = joints.ground_m - thick, x = start.pelvis(0, 0, 0).x;
    const auto [back, front] = std::minmax(start.pelvis(0, 0, 0).z, held.pelvis(0, 0, 0).z);
    out.prop({x, y, back - half}, {x, y, front + half}, thick);
}

/// Under knee and shin; the feet hang over its edge.
void draw_pad(FigureOutline& out, const FigureBody& now, const FigureJoints& joints)
{
    const glm::vec3 knee = now.shin(0.02f), shin = now.shin(0.72f);
    const float top = std::min(knee.y, shin.y), half = 0.5f * (top - joints.ground_m);
    if (half < 0.01f) return;
    const float y = joints.ground_m + half;
    out.prop({knee.x, y, shin.z + half}, {knee.x, y, knee.z + 0.04f - half}, half);
}

void draw_step(FigureOutline& out, const FigureBody& body, const FigureJoints& joints)
{
    const float top = joints.ground_m + joints.step_m, back = body.ball().z - 0.05f;
    const glm::vec3 x(body.ball().x, 0, 0);
    constexpr float kHalf = 0.01f;
    out.prop(x + glm::vec3(0, top - kHalf, back + kHalf), x + glm::vec3(0, top - kHalf, back + 0.34f), kHalf);
    out.prop(x + glm::vec3(0, top - kHalf, back + kHalf), x + glm::vec3(0, joints.ground_m, back + kHalf), kHalf);
}

void draw_chair(FigureOutline& out, const FigureBody& body, const FigureJoints& joints)
{
    const float size = body.scale();
    const glm::vec3 seat = body.pelvis(0, 0, 0) - glm::vec3(0, 0.118f * size, 0);
    const glm::vec3 back = seat + glm::vec3(0, 0, -0.17f * size), front = seat + glm::vec3(0, 0, 0.25f * size), down(0, joints.ground_m - seat.y, 0);
    out.prop(back, front, 0.016f);
    out.prop(back, back + glm::vec3(0, 0.46f * size, -0.06f), 0.012f);
    out.prop(back, back + down, 0.011f);
    out.prop(front, front + down, 0.011f);
}

void draw_props_behind(FigureOutline& out, const Exercise& e, const FigureBody& now, const FigureBody& start, const FigureBody& held, const FigureJoints& joints)
{
    draw_ground(out, start, held, joints);
    if (has_prop(e, "pad")) draw_pad(out, now, joints);
    if (has_prop(e, "wall")) out.prop({now.pelvis(0, 0, 0).x, joints.ground_m, joints.wall_z_m + 0.008f}, {now.pelvis(0, 0, 0).x, joints.ground_m + 1.08f * joints.height_m, joints.wall_z_m + 0.008f}, 0.008f);
    // It stays where one sat down, also when one stands up from it.
    if (has_prop(e, "chair")) draw_chair(out, start, joints);
    if (joints.step_m > 0) draw_step(out, now, joints);
}

void draw_strap(FigureOutline& out, const FigureBody& now, const FigureJoints& joints)
{
    for (const FigureArm& arm : joints.arms) out.prop(arm.bones.end + 0.05f * arm.along, now.sole(), 0.007f);
}

/// On the thigh, just above the knee.
void draw_weight(FigureOutline& out, const FigureBody& now)
{
    const glm::vec3 at = now.thigh(0.80f, 0.094f * now.scale()), along = glm::normalize(now.thigh(1, 0) - now.thigh(0, 0));
    out.prop(at - 0.045f * along, at + 0.045f * along, 0.034f);
}

/// Under the heel of a leg that lies.
void draw_roll(FigureOutline& out, const FigureBody& now, const FigureJoints& joints)
{
    const glm::vec3 ankle = now.ankle();
    const float half = 0.5f * (ankle.y - 0.045f * now.scale() - joints.ground_m);
    if (half > 0.01f) out.prop({ankle.x, joints.ground_m + half, ankle.z}, {ankle.x, joints.ground_m + half, ankle.z + 0.001f}, half);
}

}  // namespace

std::vector<BackdropShape> exercise_figure(const AppState& state, const Library& library, const Pose& pose)
{
    const Exercise* e = state.view.exercise.is_none() ? nullptr : library.knowledge.find(state.view.exercise);
    if (!e || e->keyframes.empty()) return {};
    const FigureMeasures of = figure_measures(library);
    const FigureBody now(of, library.skeleton, *e, pose), start(of, library.skeleton, *e, library.skeleton.clamped(exercise_pose(*e, 0))), held(of, library.skeleton, *e, held_pose(*e, library.skeleton));
    const FigureJoints joints = figure_joints(of, library.skeleton, *e, pose);
    const Tones tones = tones_of(state, library);

    // Seen from the other leg's side that side is the near one.
    const float mirror = state.view.left_side ? -1.0f : 1.0f;
    const bool from_other_side = mirror * (eye_m(current_camera(state)).x - current_camera(state).target_m.x) > 0.2f * current_camera(state).distance_m;
    const std::size_t far = from_other_side ? 1 : 0, near = 1 - far;
    FigureOutline out(mirror, tones.props);
    draw_props_behind(out, *e, now, start, held, joints);
    out.tone(tones.far);
    out.arm(joints.arms[far], now.scale());
    if (!from_other_side) out.leg(joints.other_leg, now.ankle_height_m(), now.scale());
    out.tone(tones.body);
    out.trunk(now);
    out.head(now);
    if (from_other_side) {
        out.tone(tones.near);
        out.leg(joints.other_leg, now.ankle_height_m(), now.scale());
    }
    if (has_prop(*e, "strap")) draw_strap(out, now, joints);
    if (has_prop(*e, "weight")) draw_weight(out, now);
    if (has_prop(*e, "roll")) draw_roll(out, now, joints);
    out.tone(tones.near);
    out.arm(joints.arms[near], now.scale());
    return std::move(out).finish();
}

std::vector<glm::vec3> points_round(const std::vector<BackdropShape>& shapes)
{
    std::vector<glm::vec3> points;
    for (const BackdropShape& s : shapes) {
        for (const auto& [at, radius] : {std::pair(s.a_m, s.a_radius_m), std::pair(s.b_m, s.b_radius_m)}) {
            for (const glm::vec3 out : {glm::vec3(1, 0, 0), glm::vec3(0, 1, 0), glm::vec3(0, 0, 1)}) {
                points.push_back(at + radius * out);
                points.push_back(at - radius * out);
            }
        }
    }
    return points;
}

}  // namespace genu
