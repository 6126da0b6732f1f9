#include "session/figure_body.hpp"

#include <algorithm>
#include <optional>

#include "session/exercise_root.hpp"
#include "session/scene_math.hpp"

namespace genu {

namespace {

namespace share = share_of_height;
constexpr glm::vec3 kUp{0, 1, 0}, kForward{0, 0, 1}, kAcross{1, 0, 0};
constexpr float kSkinBelowBone_m = 0.010f;  // of the sole, where there is no skin to measure
constexpr float kStep_m = 0.12f;
constexpr float kHandsBelowShoulders_m = 0.02f;  // on a wall

glm::vec3 square_to(glm::vec3 d, glm::vec3 along)
{
    const glm::vec3 a = glm::normalize(along), flat = d - glm::dot(d, a) * a;
    return glm::length(flat) > 1e-4f ? glm::normalize(flat) : kForward;
}

/// Of the lying: what they lie on is under their back.
bool is_lying(const Exercise& e) { return e.posture == "supine" || e.posture == "prone" || e.posture == "side"; }

}  // namespace

Pose held_pose(const Exercise& e, const Skeleton& skeleton)
{
    double longest = -1, at = 0;
    for (std::size_t i = 1; i < e.keyframes.size(); ++i) {
        const double span = e.keyframes[i].t_s - e.keyframes[i - 1].t_s;
        if (span > longest) longest = span, at = e.keyframes[i].t_s;
    }
    return skeleton.clamped(exercise_pose(e, at));
}

bool has_prop(const Exercise& e, std::string_view prop) { return std::find(e.props.begin(), e.props.end(), prop) != e.props.end(); }

FigureMeasures figure_measures(const Library& library)
{
    const Skeleton& s = library.skeleton;
    FigureMeasures of;
    of.hip_m = glm::vec3(s.joint_centre_m(MotionBody::pelvis, MotionBody::femur));
    of.ankle_m = glm::vec3(s.joint_centre_m(MotionBody::tibia, MotionBody::talus));
    of.toe_m = glm::vec3(s.joint_centre_m(MotionBody::foot, MotionBody::toes));
    of.middle_m = glm::vec3(s.joint_centre_m(MotionBody::trunk, MotionBody::pelvis)).x;

    // Of each bone of the foot its lowest place in front and behind; with the skin below, what the foot stands on.
    float low = 1e9f;
    for (std::size_t m = 0; m < library.model.meshes.size(); ++m) {
        const Mesh& mesh = library.model.meshes[m];
        if (mesh.id.kind() != "bone" || mesh.joints.empty()) continue;
        const auto body = static_cast<MotionBody>(library.model.joints[mesh.joints.front()[0]].to);
        if (body != MotionBody::foot && body != MotionBody::toes) continue;
        const Bounds& b = library.mesh_bounds[m];
        low = std::min(low, b.low.y);
        for (const float z : {b.low.z, b.centre().z, b.high.z}) of.foot_points.push_back({body, {b.centre().x, b.low.y, z}});
    }
    if (of.foot_points.empty()) low = of.ankle_m.y - 0.07f;
    const Mesh* skin = library.model.find(StructureId("region.skin"));
    const float skin_low = skin ? library.mesh_bounds[static_cast<std::size_t>(skin - library.model.meshes.data())].low.y : 1e9f;
    of.sole_m = skin_low < low && skin_low > low - 0.03f ? skin_low : low - kSkinBelowBone_m;
    for (auto& point : of.foot_points) point.second.y += of.sole_m - low;
    of.height_m = (of.hip_m.y - of.sole_m) / share::kHip;
    return of;
}

FigureBody::FigureBody(const FigureMeasures& of, const Skeleton& skeleton, const Exercise& e, const Pose& pose)
    : of_(of), skeleton_(skeleton), pose_(pose), root_(exercise_root(skeleton, e, pose)), bodies_(skeleton.bodies(pose)),
      neck_rad_(static_cast<float>(pose[JointAxis::neck_flexion]) * 0.0174533f)
{
    Pose other = pose;
    if (!e.both_legs) {
        for (const auto& [name, deg] : e.other_leg_deg) if (const auto axis = joint_axis_from_name(name)) other[*axis] = deg;
    }
    other_ = skeleton.bodies(skeleton.clamped(other));
}

glm::vec3 FigureBody::moved(MotionBody body, glm::vec3 p) const { return glm::vec3(root_(bodies_[static_cast<std::size_t>(body)](glm::dvec3(p)))); }

glm::vec3 FigureBody::other(MotionBody body, glm::vec3 p) const
{
    glm::dvec3 q = other_[static_cast<std::size_t>(body)](glm::dvec3(p));
    q.x = 2 * static_cast<double>(of_.middle_m) - q.x;
    return glm::vec3(root_(q));
}

glm::vec3 FigureBody::other_turned(MotionBody body, glm::vec3 d) const { return other(body, d) - other(body, {}); }

glm::vec3 FigureBody::pelvis(float across, float up, float forward) const { return moved(MotionBody::pelvis, {of_.middle_m + across, of_.hip_m.y + up, of_.hip_m.z + forward}); }

/// The bend of the back is spread between the pelvis and the ribs.
glm::vec3 FigureBody::trunk(float across, float up, float forward) const
{
    const float low = 0.06f * of_.height_m, high = 0.20f * of_.height_m;
    const float t = std::clamp((up - low) / (high - low), 0.0f, 1.0f);
    const RigidMotion motion = skeleton_.shared(pose_, bodies_, MotionBody::trunk, MotionBody::pelvis, static_cast<double>(1 - t * t * (3 - 2 * t)));
    return glm::vec3(root_(motion(glm::dvec3(glm::vec3(of_.middle_m + across, of_.hip_m.y + up, of_.hip_m.z + forward)))));
}

float FigureBody::neck_root_m() const { return (share::kShoulder - share::kHip + 0.012f) * of_.height_m; }

/// Bends by halves where the neck begins and below the skull.
glm::vec3 FigureBody::head(float up, float forward) const
{
    const float root = neck_root_m(), skull = 0.045f * of_.height_m;
    const glm::vec3 base = trunk(0, root, -0.03f * scale()), above = trunk(0, root + 1, -0.03f * scale()) - base, ahead = trunk(0, root, 1 - 0.03f * scale()) - base;
    const auto bent = [&](float angle, float u, float f) {
        const float c = std::cos(angle), s = std::sin(angle);
        return u * (c * above + s * ahead) + f * (c * ahead - s * above);
    };
    if (up <= skull) return base + bent(0.5f * neck_rad_ * up / skull, up, forward);
    return base + bent(0.5f * neck_rad_, skull, 0.3f * skull) + bent(neck_rad_, up - skull, forward - 0.3f * skull);
}

glm::vec3 FigureBody::shoulder(float side) const { return trunk(side * 0.109f * of_.height_m, (share::kShoulder - share::kHip - 0.012f) * of_.height_m, -0.022f * scale()); }
glm::vec3 FigureBody::ankle() const { return moved(MotionBody::tibia, of_.ankle_m); }
glm::vec3 FigureBody::sole() const { return moved(MotionBody::foot, {of_.toe_m.x, of_.sole_m, of_.toe_m.z - 0.02f}); }
glm::vec3 FigureBody::ball() const { return moved(MotionBody::toes, {of_.toe_m.x, of_.sole_m, of_.toe_m.z}); }
glm::vec3 FigureBody::thigh(float share, float front_m) const { return moved(MotionBody::femur, glm::mix(of_.hip_m, glm::vec3(0), share) + glm::vec3(0, 0, front_m)); }

FigureLeg FigureBody::other_leg() const
{
    FigureLeg leg;
    leg.bones = {other(MotionBody::pelvis, of_.hip_m), other(MotionBody::femur, {0, -0.012f, 0.012f}), other(MotionBody::tibia, of_.ankle_m)};
    leg.thigh_front = other_turned(MotionBody::femur, kForward);
    leg.shin_front = other_turned(MotionBody::tibia, kForward);
    leg.foot_along = other_turned(MotionBody::foot, kForward);
    leg.foot_up = other_turned(MotionBody::foot, kUp);
    return leg;
}

glm::vec3 FigureBody::shin(float share) const { return moved(MotionBody::tibia, glm::mix(glm::vec3(0, -0.05f, 0.045f), of_.ankle_m + glm::vec3(0, 0, 0.035f), share)); }

float FigureBody::lowest_m(bool with_other, bool kneeling) const
{
    float low = 1e9f;
    for (const auto& [body, p] : of_.foot_points) {
        low = std::min(low, moved(body, p).y);
        if (with_other) low = std::min(low, other(body, p).y);
    }
    if (kneeling) for (const float t : {0.0f, 0.5f, 1.0f}) low = std::min(low, shin(t).y);
    return low;
}

namespace {

/// What an exercise keeps in its place from beginning to end.
struct ExerciseRoom {
    FigureBody held;
    std::vector<FigureBody> moments;
    float ground_m = 0, wall_z_m = 0;
    std::optional<glm::vec3> other_ankle;  ///< of the other foot, where it carries the body
};

/// Where the other foot stands while the hip moves over it: as the exercise has it, but within the leg's reach at all times.
std::optional<glm::vec3> planted_ankle(const ExerciseRoom& around, const Exercise& e)
{
    const FigureLeg then = around.held.other_leg();
    const bool stands = e.posture == "standing" && !e.both_legs && then.bones.end.y - around.ground_m < 0.2f;
    if (!stands) return std::nullopt;
    glm::vec3 at(then.bones.end.x, around.ground_m + around.held.ankle_height_m(), then.bones.end.z);
    for (const FigureBody& m : around.moments) {
        const Limb leg = m.other_leg().bones;
        const float longest = 0.998f * (glm::distance(leg.root, leg.middle) + glm::distance(leg.middle, leg.end)), down = leg.root.y - at.y;
        const float across = leg.root.x - at.x, ahead = std::sqrt(std::max(0.0f, longest * longest - down * down - across * across));
        at.z = std::clamp(at.z, leg.root.z - ahead, leg.root.z + ahead);
    }
    return at;
}

float arm_m(const FigureBody& body) { return (share::kUpperArm + share::kForearm) * body.height_m(); }

ExerciseRoom surroundings_of(const FigureMeasures& of, const Skeleton& skeleton, const Exercise& e)
{
    ExerciseRoom around{FigureBody(of, skeleton, e, held_pose(e, skeleton)), {}, 0, 0};
    for (const Keyframe& k : e.keyframes) around.moments.emplace_back(of, skeleton, e, skeleton.clamped(exercise_pose(e, k.t_s)));
    const FigureBody& held = around.held;
    if (is_lying(e)) {
        around.ground_m = 1e9f;
        for (const FigureBody& m : around.moments) around.ground_m = std::min({around.ground_m, m.pelvis(0, 0, 0).y - 0.125f * m.scale(), m.lowest_m(false, false)});
    } else if (e.posture == "standing" || e.anchor == "foot") {
        const FigureBody standing(of, skeleton, e, {});
        around.ground_m = standing.sole().y;
        if (e.anchor == "foot" || e.anchor == "toes") around.ground_m = around.moments.front().ball().y;
    } else {
        around.ground_m = 1e9f;
        for (const FigureBody& m : around.moments) around.ground_m = std::min(around.ground_m, m.lowest_m(true, e.posture == "kneeling"));
    }
    // As far as the arms reach whenever they are farthest, and no nearer than the front foot.
    float wall = held.shoulder(1).z + 0.46f * held.scale();
    for (const FigureBody& m : around.moments) {
        const float down = m.shoulder(1).y - (held.shoulder(1).y - kHandsBelowShoulders_m), reach_m = 0.99f * arm_m(m);
        wall = std::min(wall, m.shoulder(1).z + std::sqrt(std::max(0.0f, reach_m * reach_m - down * down)) + 0.03f);
    }
    around.other_ankle = planted_ankle(around, e);
    const float toes = around.other_ankle ? around.other_ankle->z + 0.13f * held.height_m() : wall;
    around.wall_z_m = std::max(wall, toes);
    return around;
}

FigureLeg other_leg_of(const FigureBody& now, const ExerciseRoom& around)
{
    FigureLeg leg = now.other_leg();
    if (!around.other_ankle) return leg;
    leg.bones = reach(leg.bones.root, *around.other_ankle, glm::distance(leg.bones.root, leg.bones.middle), glm::distance(leg.bones.middle, leg.bones.end), kForward);
    leg.thigh_front = square_to(kForward, leg.bones.middle - leg.bones.root);
    leg.shin_front = square_to(kForward, leg.bones.end - leg.bones.middle);
    leg.foot_along = kForward;
    leg.foot_up = kUp;
    return leg;
}

struct HandWish { glm::vec3 wrist{0}, elbow_towards{0}, along{0}, across{0}; bool is_fist = false; glm::vec3 shoulder_shift{0}; };

HandWish hanging(const FigureBody& now, float side)
{
    const glm::vec3 shoulder = now.shoulder(side), down = glm::normalize(now.trunk(side * 0.145f * now.height_m(), 0, 0.02f) - shoulder);
    const glm::vec3 front = glm::normalize(now.trunk(0, 0.3f, 1) - now.trunk(0, 0.3f, 0));
    return {shoulder + 0.985f * arm_m(now) * down, -front, glm::normalize(down + 0.12f * front), front, false};
}

HandWish hand_of(const FigureBody& now, const ExerciseRoom& around, const Exercise& e, float side)
{
    const FigureBody& held = around.held;
    const glm::vec3 shoulder = now.shoulder(side);
    const bool is_near = side < 0;
    if (has_prop(e, "foot_in_hand") && is_near) {
        // Until the foot is within reach the arm hangs.
        const glm::vec3 foot = glm::mix(now.ankle(), now.sole(), 0.35f);
        const HandWish down = hanging(now, side);
        const float t = std::clamp((1.6f * arm_m(now) - glm::distance(foot, shoulder)) / (0.25f * arm_m(now)), 0.0f, 1.0f), eased = t * t * (3 - 2 * t);
        const glm::vec3 to = glm::normalize(foot - shoulder);
        HandWish wish{glm::mix(down.wrist, foot - 0.07f * now.scale() * to, eased), -kForward, glm::normalize(glm::mix(down.along, to, eased)), kForward, eased > 0.5f};
        wish.shoulder_shift = eased * 0.05f * now.scale() * to;  // the shoulder comes down and back with it
        return wish;
    }
    if (has_prop(e, "wall")) {
        const glm::vec3 at = held.shoulder(side);
        return {{at.x, at.y - kHandsBelowShoulders_m, around.wall_z_m - 0.03f}, {0.6f * side, -1, 0}, glm::normalize(glm::vec3(0, 1, 0.04f)), kAcross * -side, false};
    }
    if (has_prop(e, "strap")) {
        const glm::vec3 to = glm::normalize(now.sole() - shoulder);
        return {shoulder + 0.72f * arm_m(now) * to, glm::vec3(side, 0.15f, 0), to, kAcross, true};
    }
    if (e.posture == "sitting" && e.anchor != "foot") {
        const FigureLeg other = now.other_leg();
        const glm::vec3 knee = side > 0 ? other.bones.middle : now.thigh(1, 0), hip = side > 0 ? other.bones.root : now.thigh(0, 0);
        const glm::vec3 front = side > 0 ? other.thigh_front : glm::normalize(now.thigh(0.5f, 1) - now.thigh(0.5f, 0));
        return {glm::mix(hip, knee, 0.52f) + 0.098f * now.scale() * front, glm::vec3(0.3f * side, -1, -1), glm::normalize(knee - hip - 0.05f * front), kAcross * -side, false};
    }
    if (e.posture == "sitting" || e.posture == "kneeling") {  // arms forward, to balance or to catch the fall
        const glm::vec3 front = glm::normalize(now.trunk(0, 0.3f, 1) - now.trunk(0, 0.3f, 0)), down = glm::normalize(now.trunk(0, -1, 0) - now.trunk(0, 0, 0));
        const glm::vec3 to = glm::normalize(front + 0.75f * down + glm::vec3(-0.15f * side, 0, 0));
        glm::vec3 wrist = shoulder + 0.93f * arm_m(now) * to;
        const float on_ground = around.ground_m + 0.03f * now.scale();
        if (wrist.y > on_ground + 0.12f * now.scale()) return {wrist, glm::vec3(side, 0, 0) + down, to, kAcross * -side, false};
        // Flat on the ground, as far forward as it was reached for.
        const float drop = shoulder.y - on_ground, reach_m = 0.95f * arm_m(now);
        wrist = {wrist.x, on_ground, shoulder.z + std::min(0.5f * reach_m, std::sqrt(std::max(0.0f, reach_m * reach_m - drop * drop)))};
        return {wrist, glm::vec3(side, 0, 0) - kForward, kForward, kAcross * -side, false};
    }
    if (is_lying(e)) {  // beside the body, on what it lies on
        const float away = 0.16f * now.height_m() * side;
        const glm::vec3 wrist = now.trunk(away, 0.05f, 0);
        const glm::vec3 on(wrist.x, around.ground_m + 0.03f, wrist.z);
        return {on, glm::vec3(side, 0.2f, 0), glm::normalize(glm::vec3(on.x - shoulder.x, 0, on.z - shoulder.z)), kAcross * -side, false};
    }
    return hanging(now, side);
}

}  // namespace

FigureJoints figure_joints(const FigureMeasures& of, const Skeleton& skeleton, const Exercise& e, const Pose& pose)
{
    const FigureBody now(of, skeleton, e, pose);
    const ExerciseRoom around = surroundings_of(of, skeleton, e);
    FigureJoints joints;
    joints.height_m = now.height_m();
    joints.ground_m = around.ground_m;
    joints.wall_z_m = around.wall_z_m;
    joints.is_lying = is_lying(e);
    if (has_prop(e, "step")) {
        joints.step_m = kStep_m;
        joints.ground_m -= kStep_m;
    }
    joints.other_leg = other_leg_of(now, around);
    for (std::size_t i = 0; i < 2; ++i) {
        const float side = i == 0 ? 1.0f : -1.0f;
        const HandWish wish = hand_of(now, around, e, side);
        FigureArm& arm = joints.arms[i];
        arm.bones = reach(now.shoulder(side) + wish.shoulder_shift, wish.wrist, share::kUpperArm * now.height_m(), share::kForearm * now.height_m(), wish.elbow_towards);
        arm.along = wish.along;
        arm.across = square_to(wish.across, wish.along);
        arm.is_fist = wish.is_fist;
    }
    return joints;
}

}  // namespace genu
