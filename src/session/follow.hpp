#pragma once
// What is looked at stays in the picture when the leg moves.
#include <vector>

#include "session/app_state.hpp"
#include "session/library.hpp"

namespace genu {

/// Points spread over the bones as they are drawn (a left leg's mirrored), in the same order for every pose.
std::vector<glm::vec3> bone_points(const Library& library, const RigidMotion& root, const Pose& pose, bool left_side);
/// In the present pose of the view: where an exercise's or an action's moment counts, give `t_s`.
std::vector<glm::vec3> bone_points(const Library& library, const ViewState& view, double t_s);

enum class Keep : std::uint8_t { in_sight, in_place };  ///< wherever in the picture; or where it was before

/// What lay well inside the picture before lies inside it afterwards, too: the camera moves sideways and, where that is not
/// enough, away; never nearer. `in_sight`: nothing changes while all of it is still there. `after` may hold several poses, one after the other.
Camera followed(const Camera& camera, double aspect, const std::vector<glm::vec3>& before, const std::vector<glm::vec3>& after, Keep keep);

/// As near as holds all of these points, however they lie; never nearer than `least_m`.
Camera fitted(Camera camera, const std::vector<glm::vec3>& points, float aspect, float least_m = 0.6f);

/// The standard view of the side that is shown, holding in the present pose what it holds in standing;
/// through all of an exercise or a muscle's action while one is chosen.
Camera standard_camera(const AppState& state, const Library& library, const StandardView& standard, double aspect, Keep keep, bool axial_cut = false);

/// Bounds of the leg as it is drawn: a left leg is the right one mirrored.
Bounds shown_bounds(Bounds bounds, bool left_side);

/// The same camera for the other leg: mirrored as the leg is.
Camera mirrored(Camera camera);

}  // namespace genu
