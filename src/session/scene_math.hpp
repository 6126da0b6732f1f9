#pragma once
// What both update() and build_frame() need to know about the leg in a pose.
#include "session/app_state.hpp"
#include "session/library.hpp"

namespace genu {

/// Where the whole leg stands: lying for a supine exercise, turned about a planted foot for a standing one.
RigidMotion root_motion(const ViewState& view, const Library& library, const Pose& pose);
inline RigidMotion root_motion(const AppState& state, const Library& library, const Pose& pose) { return root_motion(state.view, library, pose); }

/// The pose that a view shows at a moment of its exercise or action.
Pose pose_at(const ViewState& view, const Library& library, double t_s);

/// Skin matrices of all joints of the model in the pose.
std::vector<SkinMatrix> joint_matrices(const Library& library, const Pose& pose, const RigidMotion& root);

inline glm::vec3 moved(const SkinMatrix& m, glm::vec3 p)
{
    const glm::vec4 h(p, 1);
    return {glm::dot(m[0], h), glm::dot(m[1], h), glm::dot(m[2], h)};
}

/// One point of a mesh in the pose.
glm::vec3 skinned(const Mesh& mesh, const std::vector<SkinMatrix>& joints, std::size_t vertex);

/// Box around the posed joints of these meshes (all meshes when empty): enough to aim a camera.
Bounds posed_bounds(const Library& library, const std::vector<SkinMatrix>& joints, const std::vector<StructureId>& ids);

/// A point on the posed structure near the middle of its surface's box; none without a shape.
std::optional<glm::vec3> posed_anchor(const Library& library, const std::vector<SkinMatrix>& joints, std::uint32_t mesh);

/// A camera for a standard view in a picture of this aspect; closer while an axial cut clears the way.
Camera view_camera(const StandardView& view, double aspect, bool axial_cut = false);

/// The camera to draw with: on its way while a flight lasts.
Camera current_camera(const AppState& state);

/// Pose of an exercise at a time, eased between its keyframes.
Pose exercise_pose(const Exercise& exercise, double t_s);
/// The keyframe whose phase runs at this time.
const Keyframe* exercise_phase(const Exercise& exercise, double t_s);

inline constexpr double kFlightSeconds = 0.25;

}  // namespace genu
