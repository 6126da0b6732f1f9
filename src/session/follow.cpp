#include "session/follow.hpp"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>

#include "session/clear_view.hpp"
#include "session/exercise_root.hpp"
#include "session/figure.hpp"
#include "session/muscle_action.hpp"
#include "session/scene_math.hpp"
#include "session/update.hpp"

namespace genu {

namespace {

constexpr std::size_t kPointsOfBone = 40;
constexpr float kWellInside = 0.8f;   // of the way from the middle of the picture to its edge
constexpr float kEdge = 0.92f;
constexpr float kLargest = 2;         // what comes near the eye would fill any picture: it counts as twice as large at most
constexpr float kFarthestTimes = 8;

/// A point as the camera sees it: metres to the right of the middle and above it, and how much nearness enlarges it.
struct SeenPoint { glm::vec2 place{0}; float depth = 0; };

SeenPoint seen_by(const Camera& camera, glm::vec3 p)
{
    const glm::mat4 view = view_matrix(camera);
    const glm::vec4 eye = view * glm::vec4(p, 1);
    return {{eye.x, eye.y}, camera.distance_m + eye.z};
}

float enlarged(const Camera& camera, float distance_m, float depth)
{
    if (camera.orthographic) return 1;
    return distance_m / std::max(distance_m - depth, distance_m / kLargest);
}

glm::vec2 half_size(const Camera& camera, float distance_m, float aspect)
{
    const float height = distance_m * std::tan(0.5f * camera.fov_y_rad);
    return {aspect * height, height};
}

/// From where to where the middle of the picture may move so that all points lie inside of it; low above high: nowhere.
struct Room {
    glm::vec2 low{-1e9f}, high{1e9f};
    bool is_enough() const { return low.x <= high.x && low.y <= high.y; }
};

Room room_at(const Camera& camera, float distance_m, float aspect, const std::vector<SeenPoint>& points)
{
    Room room;
    const glm::vec2 half = kEdge * half_size(camera, distance_m, aspect);
    for (const SeenPoint& p : points) {
        const glm::vec2 reach = half / enlarged(camera, distance_m, p.depth);
        room.low = glm::max(room.low, p.place - reach);
        room.high = glm::min(room.high, p.place + reach);
    }
    return room;
}

glm::vec2 middle_of(const std::vector<SeenPoint>& points)
{
    glm::vec2 low(1e9f), high(-1e9f);
    for (const SeenPoint& p : points) low = glm::min(low, p.place), high = glm::max(high, p.place);
    return 0.5f * (low + high);
}

std::vector<Pose> poses_of(const AppState& state, const Library& library)
{
    std::vector<Pose> poses;
    const ViewState& view = state.view;
    if (!view.action.is_none()) {
        const auto steps = muscle_action(library, view.action);
        constexpr int kMoments = 8;
        for (int i = 0; i < kMoments; ++i) poses.push_back(library.skeleton.clamped(action_pose(steps, action_duration_s(steps) * i / kMoments)));
    } else if (const Exercise* exercise = view.exercise.is_none() ? nullptr : library.knowledge.find(view.exercise)) {
        for (const Keyframe& k : exercise->keyframes) poses.push_back(library.skeleton.clamped(exercise_pose(*exercise, k.t_s)));
    }
    if (poses.empty()) poses.push_back(view.pose);
    return poses;
}

}  // namespace

std::vector<glm::vec3> bone_points(const Library& library, const RigidMotion& root, const Pose& pose, bool left_side)
{
    std::vector<glm::vec3> points;
    const auto bodies = library.skeleton.bodies(pose);
    for (const Mesh& mesh : library.model.meshes) {
        if (mesh.id.kind() != "bone" || mesh.position_m.empty()) continue;
        const RigJoint& joint = library.model.joints[mesh.joints.front()[0]];
        const RigidMotion motion = root * library.skeleton.shared(pose, bodies, static_cast<MotionBody>(joint.from), static_cast<MotionBody>(joint.to), static_cast<double>(joint.share));
        const std::size_t step = std::max<std::size_t>(1, mesh.position_m.size() / kPointsOfBone);
        for (std::size_t v = 0; v < mesh.position_m.size(); v += step) {
            glm::vec3 p(motion(glm::dvec3(mesh.position_m[v])));
            if (left_side) p.x = -p.x;
            points.push_back(p);
        }
    }
    return points;
}

std::vector<glm::vec3> bone_points(const Library& library, const ViewState& view, double t_s)
{
    const Pose pose = pose_at(view, library, t_s);
    return bone_points(library, root_motion(view, library, pose), pose, view.left_side);
}

Camera followed(const Camera& camera, double aspect, const std::vector<glm::vec3>& before, const std::vector<glm::vec3>& after, Keep keep)
{
    const auto shape = static_cast<float>(aspect);
    std::vector<SeenPoint> then, now;
    for (std::size_t i = 0; i < after.size() && !before.empty(); ++i) {
        const SeenPoint p = seen_by(camera, before[i % before.size()]);
        const glm::vec2 where = glm::abs(p.place) * enlarged(camera, camera.distance_m, p.depth) / half_size(camera, camera.distance_m, shape);
        if (where.x >= kWellInside || where.y >= kWellInside) continue;
        then.push_back(p);
        now.push_back(seen_by(camera, after[i]));
    }
    if (now.empty()) return camera;
    // The least distance that has room for all of them.
    float near_m = camera.distance_m, far_m = kFarthestTimes * camera.distance_m;
    if (room_at(camera, near_m, shape, now).is_enough()) far_m = near_m;
    for (int halving = 0; halving < 16 && far_m > near_m; ++halving) {
        const float middle = 0.5f * (near_m + far_m);
        (room_at(camera, middle, shape, now).is_enough() ? far_m : near_m) = middle;
    }
    const Room room = room_at(camera, far_m, shape, now);
    const glm::vec2 wanted = keep == Keep::in_place ? middle_of(now) - middle_of(then) : glm::vec2(0);
    const glm::vec2 shift = room.is_enough() ? glm::clamp(wanted, room.low, room.high) : middle_of(now);
    if (far_m == camera.distance_m && glm::length(shift) < 1e-6f) return camera;
    Camera to = panned(camera, -0.5f * shift / half_size(camera, camera.distance_m, 1).y);
    to.distance_m = far_m;
    return to;
}

Camera fitted(Camera camera, const std::vector<glm::vec3>& points, float aspect, float least_m)
{
    if (points.empty()) return camera;
    Bounds bounds;
    for (const glm::vec3& p : points) bounds.add(p);
    camera.target_m = bounds.centre();
    camera.distance_m = least_m;
    return followed(camera, static_cast<double>(aspect), {camera.target_m}, points, Keep::in_place);
}

Bounds shown_bounds(Bounds bounds, bool left_side)
{
    if (!left_side || bounds.empty()) return bounds;
    const float low = bounds.low.x;
    bounds.low.x = -bounds.high.x;
    bounds.high.x = -low;
    return bounds;
}

Camera mirrored(Camera camera)
{
    camera.yaw_rad = -camera.yaw_rad;
    camera.target_m.x = -camera.target_m.x;
    return camera;
}

Camera standard_camera(const AppState& state, const Library& library, const StandardView& standard, double aspect, Keep keep, bool axial_cut)
{
    const bool left = state.view.left_side;
    Camera camera = view_camera(standard, aspect, axial_cut);
    if (left) camera = mirrored(camera);
    camera = clear_of_shin(camera, state.view, library, current_pose(state, library));
    std::vector<glm::vec3> after;
    for (const Pose& pose : poses_of(state, library)) {
        const auto points = bone_points(library, root_motion(state, library, pose), pose, left);
        after.insert(after.end(), points.begin(), points.end());
        const auto figure = points_round(exercise_figure(state, library, pose));
        if (!state.view.exercise.is_none()) after.insert(after.end(), figure.begin(), figure.end());
    }
    // An exercise is shown whole, whatever the view holds in standing.
    if (!state.view.exercise.is_none()) return followed(camera, aspect, {camera.target_m}, after, keep);
    return followed(camera, aspect, bone_points(library, {}, {}, left), after, keep);
}

}  // namespace genu
