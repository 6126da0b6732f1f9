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

constexpr float kLeastHeightM = 0.17f;      // of a scene's picture: nearer it would lose what the structure lies among
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

bool is_inside(const glm::vec3& seen) { return seen.z > 0 && std::abs(seen.x) < 1 && std::abs(seen.y) < 1; }

glm::vec3 middle_of(const std::vector<glm::vec3>& points)
{
    Bounds bounds;
    for (const glm::vec3& p : points) bounds.add(p);
    return bounds.centre();
}

/// Points on these structures as they are drawn.
std::vector<glm::vec3> points_on(const AppState& state, const Library& library, const std::set<StructureId>& ids)
{
    const Pose pose = current_pose(state, library);
    std::vector<SkinMatrix> joints = joint_matrices(library, pose, root_motion(state, library, pose));
    apply_pathology(state.view, library, pose, joints);
    const glm::vec3 mirror(state.view.left_side ? -1.0f : 1.0f, 1, 1);
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
    std::vector<glm::vec3> main = points_on(state, library, main_structures(state.view, condition));
    if (main.empty()) return whole;
    const std::vector<glm::vec3> knee = points_on(state, library, {StructureId("bone.patella")});
    const bool is_far = !knee.empty() && glm::distance(middle_of(main), middle_of(knee)) > kFarFromKneeM;
    if (is_far) main.insert(main.end(), knee.begin(), knee.end());
    const Camera near = fitted(whole, main, static_cast<float>(aspect), 0.5f * kLeastHeightM / std::tan(0.5f * whole.fov_y_rad));
    const bool holds_all = std::all_of(main.begin(), main.end(), [&](const glm::vec3& p) { return is_inside(project(whole, static_cast<float>(aspect), p)); });
    const bool is_raised = state.view.pose[JointAxis::hip_flexion] >= kRaisedDeg;
    return ((is_far || is_raised) && !holds_all) || near.distance_m < kWorthMoving * whole.distance_m ? near : whole;
}

}  // namespace genu
