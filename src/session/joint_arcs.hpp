#pragma once
// The arcs along which hip, knee and ankle are dragged in the picture: where the limb points at every angle of the joint.
#include "session/app_state.hpp"
#include "session/library.hpp"

namespace genu {

struct ArcPoint { double deg = 0; glm::vec3 place_m{0}; };

struct JointArc {
    JointAxis joint = JointAxis::knee_flexion;
    double now_deg = 0;
    glm::vec3 centre_m{0};
    std::vector<ArcPoint> points;   ///< over the joint's range, every two degrees or closer, both ends included

    /// The place for an angle, between the points.
    glm::vec3 at(double deg) const;
};

/// As they stand in the picture, a left leg mirrored. Empty while an exercise moves the joints.
std::vector<JointArc> joint_arcs(const AppState& state, const Library& library);

/// The angle whose place falls nearest to a point of the picture; only angles within `reach_deg` of now, so that an arc seen
/// from its edge does not jump. `cursor_ndc` as in project().
double nearest_angle(const JointArc& arc, const Camera& camera, float aspect, glm::vec2 cursor_ndc, double reach_deg);

}  // namespace genu
