#include "session/figure.hpp"

#include <algorithm>

#include "session/exercise_root.hpp"
#include "session/scene_math.hpp"
#include "session/stick_limbs.hpp"

namespace genu {

namespace {

// Metres, of somebody whose thigh is as long as this leg's (about 1.65 m tall; shares of height after Drillis and Contini 1966).
constexpr float kHipToHip = 0.17f, kShoulderHalf = 0.17f, kShoulderHigh = 0.43f, kNeckHigh = 0.47f;
constexpr float kUpperArm = 0.29f, kForearm = 0.31f;
constexpr glm::vec3 kDown{0, -1, 0}, kForward{0, 0, 1};

bool has(const Exercise& e, const char* prop) { return std::find(e.props.begin(), e.props.end(), prop) != e.props.end(); }

/// The pose of the longest phase: hands and the other foot are where they are then.
Pose held_pose(const Exercise& e, const Skeleton& skeleton)
{
    double longest = -1, at = 0;
    for (std::size_t i = 1; i < e.keyframes.size(); ++i) {
        const double span = e.keyframes[i].t_s - e.keyframes[i - 1].t_s;
        if (span > longest) longest = span, at = e.keyframes[i].t_s;
    }
    return skeleton.clamped(exercise_pose(e, at));
}

/// Where the parts of the body are in a pose; one leg, the other is its mirror image.
class Body3 {
public:
    Body3(const Library& library, const Exercise& e, const Pose& pose, glm::vec3 heel) : root_(exercise_root(library.skeleton, e, pose)), heel_(heel)
    {
        const Skeleton& s = library.skeleton;
        bodies_ = s.bodies(pose);
        hip_ = glm::vec3(s.joint_centre_m(MotionBody::pelvis, MotionBody::femur));
        ankle_ = glm::vec3(s.joint_centre_m(MotionBody::tibia, MotionBody::talus));
        toe_ = glm::vec3(s.joint_centre_m(MotionBody::foot, MotionBody::toes));
        middle_ = hip_.x + 0.5f * kHipToHip;
        neck_rad_ = static_cast<float>(pose[JointAxis::neck_flexion]) * 0.0174533f;
        Pose other = pose;
        if (!e.both_legs) {
            for (const auto& [name, deg] : e.other_leg_deg) if (const auto axis = joint_axis_from_name(name)) other[*axis] = deg;
        }
        other_ = s.bodies(s.clamped(other));
    }

    glm::vec3 trunk(float side, float above_hip, float forward) const { return moved(MotionBody::trunk, {middle_ + side, hip_.y + above_hip, hip_.z + forward - 0.02f}); }
    glm::vec3 pelvis(float side, float above_hip, float forward) const { return moved(MotionBody::pelvis, {middle_ + side, hip_.y + above_hip, hip_.z + forward - 0.02f}); }
    glm::vec3 head(float up, float forward) const
    {
        const glm::vec3 base = trunk(0, kNeckHigh, 0), above = trunk(0, kNeckHigh + 1, 0) - base, ahead = trunk(0, kNeckHigh, 1) - base;
        const float c = std::cos(neck_rad_), s = std::sin(neck_rad_);
        return base + up * (c * above + s * ahead) + forward * (c * ahead - s * above);
    }
    glm::vec3 ankle() const { return moved(MotionBody::tibia, ankle_); }
    glm::vec3 sole() const { return moved(MotionBody::foot, toe_ + glm::vec3(0, -0.03f, 0)); }
    glm::vec3 other_hip() const { return other(MotionBody::pelvis, hip_); }
    glm::vec3 other_knee() const { return other(MotionBody::femur, {0, -0.01f, 0.01f}); }
    glm::vec3 other_ankle() const { return other(MotionBody::tibia, ankle_); }
    glm::vec3 other_heel() const { return other(MotionBody::foot, heel_); }
    glm::vec3 other_toe() const { return other(MotionBody::foot, toe_ + glm::vec3(0, 0, 0.04f)); }
    glm::vec3 thigh(float share, float below) const { return moved(MotionBody::femur, glm::mix(hip_, glm::vec3(0), share) + glm::vec3(0, 0, -below)); }
    float standing_ankle_height() const { return ankle_.y; }
    float thigh_length() const { return glm::length(hip_); }
    float shank_length() const { return glm::length(ankle_); }

private:
    glm::vec3 moved(MotionBody body, glm::vec3 p) const { return glm::vec3(root_(bodies_[static_cast<std::size_t>(body)](glm::dvec3(p)))); }
    glm::vec3 other(MotionBody body, glm::vec3 p) const
    {
        glm::dvec3 q = other_[static_cast<std::size_t>(body)](glm::dvec3(p));
        q.x = 2 * static_cast<double>(middle_) - q.x;
        return glm::vec3(root_(q));
    }

    RigidMotion root_;
    std::array<RigidMotion, kMotionBodies> bodies_, other_;
    glm::vec3 hip_{0}, ankle_{0}, toe_{0}, heel_{0};
    float middle_ = 0, neck_rad_ = 0;
};

class Drawing {
public:
    Drawing(glm::vec3 figure, glm::vec3 props, float mirror) : figure_(figure), props_(props), mirror_(mirror, 1, 1) {}
    void part(glm::vec3 a, float ra, glm::vec3 b, float rb) { shapes_.push_back({mirror_ * a, mirror_ * b, ra, rb, figure_}); }
    void prop(glm::vec3 a, glm::vec3 b, float half_width) { ground_.push_back({mirror_ * a, mirror_ * b, half_width, half_width, props_}); }
    void arm(const Limb& arm)
    {
        part(arm.root, 0.045f, arm.middle, 0.034f);
        part(arm.middle, 0.034f, arm.end, 0.023f);
        part(arm.end, 0.026f, arm.end + 0.05f * glm::normalize(arm.end - arm.middle + 1e-5f), 0.02f);
    }
    void leg(glm::vec3 hip, glm::vec3 knee, glm::vec3 ankle, glm::vec3 heel, glm::vec3 toe)
    {
        const glm::vec3 calf = glm::mix(knee, ankle, 0.3f);
        part(hip, 0.085f, knee, 0.052f);
        part(knee, 0.052f, calf, 0.054f);
        part(calf, 0.054f, ankle, 0.034f);
        part(ankle, 0.034f, heel, 0.03f);
        part(heel, 0.03f, toe, 0.018f);
        part(ankle, 0.036f, toe, 0.018f);
    }
    std::vector<BackdropShape> finish() &&
    {
        ground_.insert(ground_.end(), shapes_.begin(), shapes_.end());
        return std::move(ground_);
    }

private:
    glm::vec3 figure_, props_, mirror_;
    std::vector<BackdropShape> ground_, shapes_;
};

void draw_trunk(Drawing& out, const Body3& body)
{
    out.part(body.pelvis(0, 0.02f, 0), 0.11f, body.pelvis(0, 0.12f, 0.01f), 0.1f);
    out.part(body.pelvis(0, 0.12f, 0.01f), 0.1f, body.trunk(0, 0.31f, 0.01f), 0.12f);
    out.part(body.trunk(0, 0.31f, 0.01f), 0.12f, body.trunk(0, kShoulderHigh - 0.01f, -0.01f), 0.075f);
    out.part(body.trunk(0, kShoulderHigh, -0.01f), 0.06f, body.head(0.08f, 0.01f), 0.05f);
    out.part(body.head(0.13f, 0.015f), 0.078f, body.head(0.19f, 0.01f), 0.088f);
}

/// The foot that carries the body stays where it is while the hip moves over it.
void draw_other_leg(Drawing& out, const Body3& now, const Body3& held, const Exercise& e, float ground)
{
    const float rise = held.other_ankle().y - ground;
    const bool stands = e.posture == "standing" && !e.both_legs && rise < 0.2f;
    if (!stands) return out.leg(now.other_hip(), now.other_knee(), now.other_ankle(), now.other_heel(), now.other_toe());
    const glm::vec3 at(held.other_ankle().x, now.standing_ankle_height(), held.other_ankle().z);
    const Limb leg = reach(now.other_hip(), at, now.thigh_length(), now.shank_length(), kForward);
    out.leg(leg.root, leg.middle, leg.end, {at.x, ground + 0.03f, at.z - 0.04f}, {at.x, ground + 0.02f, at.z + 0.15f});
}

void draw_arms(Drawing& out, const Body3& now, const Exercise& e, float wall_z)
{
    for (const float side : {kShoulderHalf, -kShoulderHalf}) {  // the far one first
        const glm::vec3 shoulder = now.trunk(side, kShoulderHigh, -0.01f);
        const bool is_near = side < 0;
        glm::vec3 hand = shoulder + 0.98f * (kUpperArm + kForearm) * glm::normalize(now.trunk(side, 0, 0.06f) - shoulder);
        glm::vec3 elbow_out = -kForward;
        if (has(e, "foot_in_hand") && is_near) {
            hand = glm::mix(now.ankle(), now.sole(), 0.35f);
        } else if (has(e, "wall")) {
            hand = {shoulder.x, shoulder.y - 0.04f, wall_z - 0.085f};
            elbow_out = kDown;
        } else if (has(e, "strap")) {
            hand = shoulder + 0.44f * glm::normalize(now.sole() - shoulder);
            elbow_out = {is_near ? -1 : 1, 0, 0};
        } else if (e.posture == "sitting") {
            hand = now.thigh(0.3f, 0.0f) + glm::vec3(side > 0 ? kHipToHip : 0, 0.06f, 0);
        }
        out.arm(reach(shoulder, hand, kUpperArm, kForearm, elbow_out));
        if (has(e, "strap")) out.prop(hand, now.sole(), 0.007f);
    }
}

void draw_chair(Drawing& out, const Body3& body, float ground)
{
    const glm::vec3 seat = body.pelvis(0, 0, 0) - glm::vec3(0, 0.115f, 0);
    const glm::vec3 back = seat - 0.14f * kForward, front = seat + 0.30f * kForward;
    const glm::vec3 down(0, ground - seat.y, 0);
    out.prop(back, front, 0.016f);
    out.prop(back, back + glm::vec3(0, 0.48f, -0.05f), 0.012f);
    out.prop(back, back + down, 0.011f);
    out.prop(front, front + down, 0.011f);
}

}  // namespace

std::vector<BackdropShape> exercise_figure(const AppState& state, const Library& library, const Pose& pose)
{
    const Exercise* e = state.view.exercise.is_none() ? nullptr : library.knowledge.find(state.view.exercise);
    const Mesh* heel_bone = library.model.find(StructureId("bone.calcaneus"));
    if (!e || e->keyframes.empty() || !heel_bone) return {};
    const Bounds heel = bounds_of(*heel_bone);
    const float sole = heel.low.y - 0.012f;
    const glm::vec3 heel_point(heel.centre().x, heel.low.y + 0.025f, heel.low.z + 0.025f);
    const Body3 now(library, *e, pose, heel_point), held(library, *e, held_pose(*e, library.skeleton), heel_point);

    const PlateStyle& style = library.appearance.style(state.view.style);
    const Theme& theme = style.theme ? *style.theme : library.appearance.themes.at(state.settings.light_theme ? "light" : "dark");
    const glm::vec3 ground_colour = 0.5f * (theme.background_top + theme.background_bottom);
    const bool is_light = ground_colour.g > 0.2f;
    const glm::vec3 figure = is_light ? 0.74f * ground_colour : 2.6f * ground_colour;
    const glm::vec3 props = is_light ? 0.32f * ground_colour : 8.0f * ground_colour;
    Drawing out(figure, props, state.view.left_side ? -1.0f : 1.0f);

    const bool lying = e->posture == "supine" || e->posture == "prone" || e->posture == "side";
    const float ground = e->posture == "sitting" ? held.other_heel().y - 0.035f : sole;
    const glm::vec3 middle = held.pelvis(0, 0, 0);
    const float wall_z = held.trunk(0, kShoulderHigh, 0).z + 0.42f;
    if (lying) {
        const float under = middle.y - 0.145f;
        out.prop({middle.x, under, middle.z - 0.95f}, {middle.x, under, middle.z + 0.95f}, 0.014f);
    } else {
        out.prop({middle.x, ground - 0.006f, middle.z - 0.75f}, {middle.x, ground - 0.006f, middle.z + 0.75f}, 0.006f);
    }
    if (has(*e, "wall")) out.prop({middle.x, ground, wall_z}, {middle.x, ground + 1.75f, wall_z}, 0.008f);
    if (e->posture == "sitting") draw_chair(out, now, ground);
    draw_other_leg(out, now, held, *e, ground);
    draw_trunk(out, now);
    draw_arms(out, now, *e, wall_z);
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
