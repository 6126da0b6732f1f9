#include "session/scene_math.hpp"

#include <algorithm>
#include <cmath>

#include "session/exercise_root.hpp"
#include "session/joint_motion.hpp"
#include "session/muscle_action.hpp"
#include "session/shape.hpp"

namespace genu {

namespace {

constexpr double kHalfTurn = 3.14159265358979323846;

double eased(double t) { return t * t * (3 - 2 * t); }

RigidMotion posture_turn(const Skeleton& skeleton, const std::string& posture)
{
    const glm::dvec3 hip = skeleton.joint_centre_m(MotionBody::pelvis, MotionBody::femur);
    if (posture == "supine") return turn_about(hip, {1, 0, 0}, -0.5 * kHalfTurn);
    if (posture == "prone" || posture == "kneeling") return turn_about(hip, {1, 0, 0}, 0.5 * kHalfTurn);
    if (posture == "side") return turn_about(hip, {0, 0, 1}, 0.5 * kHalfTurn);
    return {};
}

/// The part that stays where it is; none: the pelvis.
std::optional<MotionBody> planted_body(const std::string& anchor)
{
    if (anchor == "foot") return MotionBody::foot;
    if (anchor == "toes") return MotionBody::toes;
    if (anchor == "shin") return MotionBody::tibia;
    return std::nullopt;
}

}  // namespace

glm::vec3 skinned(const Mesh& mesh, const std::vector<SkinMatrix>& joints, std::size_t vertex)
{
    const glm::vec3 p = mesh.position_m[vertex];
    glm::vec3 sum(0);
    for (std::size_t k = 0; k < 4; ++k) {
        const float w = mesh.weights[vertex][static_cast<glm::length_t>(k)];
        if (w > 0) sum += w * moved(joints[mesh.joints[vertex][k]], p);
    }
    return sum;
}

Pose pose_at(const ViewState& view, const Library& library, double t_s)
{
    if (!view.action.is_none()) return library.skeleton.clamped(action_pose(muscle_action(library, view.action), t_s));
    const Exercise* exercise = view.exercise.is_none() ? nullptr : library.knowledge.find(view.exercise);
    if (!exercise || exercise->keyframes.empty()) return view.pose;
    return library.skeleton.clamped(exercise_pose(*exercise, t_s));
}

RigidMotion root_motion(const ViewState& view, const Library& library, const Pose& pose)
{
    if (const TensionTest* test = library.tension.find(view.tension.test)) return posture_turn(library.skeleton, test->posture);
    const Exercise* exercise = view.exercise.is_none() ? nullptr : library.knowledge.find(view.exercise);
    return exercise ? exercise_root(library.skeleton, *exercise, pose) : RigidMotion{};
}

RigidMotion exercise_root(const Skeleton& skeleton, const Exercise& exercise, const Pose& pose)
{
    if (exercise.keyframes.empty()) return {};
    const RigidMotion turn = posture_turn(skeleton, exercise.posture);
    const auto planted = planted_body(exercise.anchor);
    if (!planted) return turn;
    const auto place = [&](const Pose& p) { return skeleton.bodies(p)[static_cast<std::size_t>(*planted)]; };
    // On its feet or knees the planted part lies flat as it does in standing; lying down it keeps the place it starts in.
    const bool lying = exercise.posture == "supine" || exercise.posture == "prone" || exercise.posture == "side";
    const RigidMotion rest = lying ? place(skeleton.clamped(exercise_pose(exercise, 0))) : RigidMotion{};
    return turn * rest * inverse(place(pose));
}

std::vector<SkinMatrix> joint_matrices(const Library& library, const Pose& pose, const RigidMotion& root)
{
    std::vector<SkinMatrix> matrices;
    matrices.reserve(library.model.joints.size());
    static const Shape plain;  // a model that was put together by hand
    const Shape& shape = library.shape ? *library.shape : plain;
    for (const JointMotion& joint : shape.joints(library.model, library.skeleton, pose)) {
        matrices.push_back(skin_matrix(joint, library.model.joints[matrices.size()].rest_m, root));
    }
    return matrices;
}

Bounds posed_bounds(const Library& library, const std::vector<SkinMatrix>& joints, const std::vector<StructureId>& ids)
{
    Bounds bounds;
    for (const Mesh& mesh : library.model.meshes) {
        if (!ids.empty() && std::find(ids.begin(), ids.end(), mesh.id) == ids.end()) continue;
        if (ids.empty() && mesh.id.kind() == "region") continue;
        const std::size_t step = std::max<std::size_t>(1, mesh.position_m.size() / 60);
        for (std::size_t v = 0; v < mesh.position_m.size(); v += step) bounds.add(skinned(mesh, joints, v));
    }
    return bounds;
}

std::optional<glm::vec3> posed_anchor(const Library& library, const std::vector<SkinMatrix>& joints, std::uint32_t index)
{
    const Mesh& mesh = library.model.meshes[index];
    if (mesh.position_m.empty()) return std::nullopt;
    const glm::vec3 middle = library.mesh_bounds[index].centre();
    std::size_t best = 0;
    float best_distance = 1e9f;
    const std::size_t step = std::max<std::size_t>(1, mesh.position_m.size() / 200);
    for (std::size_t v = 0; v < mesh.position_m.size(); v += step) {
        const float d = glm::distance(mesh.position_m[v], middle);
        if (d < best_distance) {
            best_distance = d;
            best = v;
        }
    }
    return skinned(mesh, joints, best);
}

Camera view_camera(const StandardView& view, double aspect, bool axial_cut)
{
    Camera camera;
    camera.yaw_rad = static_cast<float>(view.yaw_deg * kHalfTurn / 180);
    camera.pitch_rad = static_cast<float>(view.pitch_deg * kHalfTurn / 180);
    camera.target_m = view.centre_m;
    const bool close = axial_cut && view.cut_height_m > 0;
    const float least_height = close ? view.cut_height_m : view.height_m;
    const float height = std::max(least_height, (close ? least_height : view.width_m) / static_cast<float>(std::max(aspect, 0.05)));
    camera.distance_m = 0.5f * height / std::tan(0.5f * camera.fov_y_rad);
    return camera;
}

Camera current_camera(const AppState& state)
{
    if (!state.flight) return state.view.camera;
    const double t = std::clamp(state.flight->t_s / kFlightSeconds, 0.0, 1.0);
    return between(state.flight->from, state.flight->to, static_cast<float>(eased(t)));
}

Pose exercise_pose(const Exercise& exercise, double t_s)
{
    const auto pose_of = [](const Keyframe& k) {
        Pose pose;
        for (const auto& [name, deg] : k.pose_deg) if (const auto axis = joint_axis_from_name(name)) pose[*axis] = deg;
        return pose;
    };
    if (exercise.keyframes.empty()) return {};
    const std::vector<Keyframe>& frames = exercise.keyframes;
    if (t_s <= frames.front().t_s) return pose_of(frames.front());
    for (std::size_t i = 1; i < frames.size(); ++i) {
        if (t_s > frames[i].t_s) continue;
        const double span = frames[i].t_s - frames[i - 1].t_s;
        const double t = span > 0 ? (t_s - frames[i - 1].t_s) / span : 1;
        return between(pose_of(frames[i - 1]), pose_of(frames[i]), eased(t));
    }
    return pose_of(frames.back());
}

const Keyframe* exercise_phase(const Exercise& exercise, double t_s)
{
    for (const Keyframe& k : exercise.keyframes) if (t_s <= k.t_s) return &k;
    return exercise.keyframes.empty() ? nullptr : &exercise.keyframes.back();
}

}  // namespace genu
