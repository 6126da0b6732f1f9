#include "session/scene_camera.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "session/follow.hpp"
#include "session/pathology.hpp"
#include "session/scene_math.hpp"
#include "session/update.hpp"

namespace genu {

namespace {

constexpr float kLeastSizeM = 0.19f;        // of a scene's picture, both ways: nearer it would lose what the structure lies among
constexpr float kTowardsMiddle = 0.4f;      // of the way back to where the standard view looks
constexpr float kWorthMoving = 0.75f;       // of the standard view's distance
constexpr float kFarFromKneeM = 0.38f;      // whence pain at the knee comes from elsewhere: the picture holds the knee too
constexpr double kRaisedDeg = 30;           // a thigh that leaves the standard views
constexpr std::size_t kEveryVertex = 7;

/// What the picture is to be near: the main structures; of a joint's long bones and what lies between them the latter.
std::set<StructureId> main_structures(const ViewState& view, const Condition& condition)
{
    std::set<StructureId> long_bones, others;
    for (const ConditionStructure& s : condition.structures) {
        const bool is_long = s.id.text() == "bone.femur" || s.id.text() == "bone.tibia";
        if (s.role == Role::primary) (is_long ? long_bones : others).insert(s.id);
    }
    for (const auto& [id, size] : view.pathology) others.insert(id);
    return others.empty() ? long_bones : others;
}

/// Whether all of these points lie within the picture, with a little air.
bool holds(const Camera& camera, const std::vector<glm::vec3>& points, float aspect)
{
    constexpr float kEdge = 0.9f;
    return std::all_of(points.begin(), points.end(), [&](const glm::vec3& p) {
        const glm::vec3 seen = project(camera, aspect, p);
        return seen.z > 0 && std::abs(seen.x) < kEdge && std::abs(seen.y) < kEdge;
    });
}

glm::vec3 middle_of(const std::vector<glm::vec3>& points)
{
    Bounds bounds;
    for (const glm::vec3& p : points) bounds.add(p);
    return bounds.centre();
}

std::vector<SkinMatrix> joints_now(const AppState& state, const Library& library)
{
    const Pose pose = current_pose(state, library);
    std::vector<SkinMatrix> joints = joint_matrices(library, pose, root_motion(state, library, pose));
    apply_pathology(state.view, library, pose, joints);
    return joints;
}

/// Points on these structures as they are drawn.
std::vector<glm::vec3> points_on(const Library& library, const std::vector<SkinMatrix>& joints, bool left_side, const std::set<StructureId>& ids)
{
    const glm::vec3 mirror(left_side ? -1.0f : 1.0f, 1, 1);
    std::vector<glm::vec3> points;
    for (const Mesh& mesh : library.model.meshes) {
        if (!ids.contains(mesh.id)) continue;
        for (std::size_t v = 0; v < mesh.position_m.size(); v += kEveryVertex) points.push_back(skinned(mesh, joints, v) * mirror);
    }
    return points;
}

}  // namespace

Camera condition_camera(const AppState& state, const Library& library, const Condition& condition, double aspect)
{
    const StandardView* standard = library.view(condition.view);
    if (!standard) return state.view.camera;
    const Camera whole = standard_camera(state, library, *standard, aspect, Keep::in_sight);
    const std::vector<SkinMatrix> joints = joints_now(state, library);
    std::vector<glm::vec3> main = points_on(library, joints, state.view.left_side, main_structures(state.view, condition));
    if (main.empty()) return whole;
    const std::vector<glm::vec3> knee = points_on(library, joints, state.view.left_side, {StructureId("bone.patella")});
    const bool is_far = !knee.empty() && glm::distance(middle_of(main), middle_of(knee)) > kFarFromKneeM;
    if (is_far) main.insert(main.end(), knee.begin(), knee.end());
    const float shape = static_cast<float>(aspect), least_height_m = kLeastSizeM / std::min(shape, 1.0f);
    Camera near = fitted(whole, main, shape, 0.5f * least_height_m / std::tan(0.5f * whole.fov_y_rad));
    // Where there is room the middle of the knee is not at the picture's edge.
    Camera centred = near;
    centred.target_m = glm::mix(near.target_m, whole.target_m, kTowardsMiddle);
    if (!is_far && holds(centred, main, shape)) near = centred;
    const bool is_raised = state.view.pose[JointAxis::hip_flexion] >= kRaisedDeg;
    return ((is_far || is_raised) && !holds(whole, main, shape)) || near.distance_m < kWorthMoving * whole.distance_m ? near : whole;
}

}  // namespace genu
