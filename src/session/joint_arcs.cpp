#include "session/joint_arcs.hpp"

#include <algorithm>
#include <cmath>

#include "session/scene_math.hpp"
#include "session/update.hpp"

namespace genu {

namespace {

/// Which body the joint swings, where it turns, and a point towards which that body points at rest.
struct Swing { JointAxis joint; MotionBody holds, swings; glm::dvec3 centre_m, tip_m; double radius_m; };

std::array<Swing, 3> swings(const Skeleton& skeleton)
{
    using B = MotionBody;
    const glm::dvec3 hip = skeleton.joint_centre_m(B::pelvis, B::femur), knee(0), ankle = skeleton.joint_centre_m(B::tibia, B::talus);
    const glm::dvec3 toes = skeleton.joint_centre_m(B::foot, B::toes);
    return {Swing{JointAxis::hip_flexion, B::pelvis, B::femur, hip, knee, 0.24}, Swing{JointAxis::knee_flexion, B::femur, B::tibia, knee, ankle, 0.17},
            Swing{JointAxis::ankle_dorsiflexion, B::tibia, B::foot, ankle, toes, 0.115}};
}

}  // namespace

glm::vec3 JointArc::at(double deg) const
{
    if (deg <= points.front().deg) return points.front().place_m;
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (deg > points[i].deg) continue;
        const double t = (deg - points[i - 1].deg) / (points[i].deg - points[i - 1].deg);
        return glm::mix(points[i - 1].place_m, points[i].place_m, static_cast<float>(t));
    }
    return points.back().place_m;
}

std::vector<JointArc> joint_arcs(const AppState& state, const Library& library)
{
    if (!state.view.exercise.is_none() || !state.view.action.is_none()) return {};
    const Pose pose = current_pose(state, library);
    const RigidMotion root = root_motion(state, library, pose);
    const glm::vec3 mirror(state.view.left_side ? -1.0f : 1.0f, 1, 1);
    const auto in_picture = [&](const glm::dvec3& p) { return glm::vec3(root(p)) * mirror; };
    std::vector<JointArc> arcs;
    for (const Swing& swing : swings(library.skeleton)) {
        const JointRange& range = library.skeleton.range(swing.joint);
        JointArc arc{swing.joint, pose[swing.joint], {}, {}};
        const auto bodies = library.skeleton.bodies(pose);
        const glm::dvec3 centre = bodies[static_cast<std::size_t>(swing.holds)](swing.centre_m);
        arc.centre_m = in_picture(centre);
        const int steps = std::max(1, static_cast<int>(std::ceil((range.high_deg - range.low_deg) / 2)));
        for (int i = 0; i <= steps; ++i) {
            Pose there = pose;
            there[swing.joint] = range.low_deg + (range.high_deg - range.low_deg) * i / steps;
            const glm::dvec3 tip = library.skeleton.bodies(there)[static_cast<std::size_t>(swing.swings)](swing.tip_m);
            arc.points.push_back({there[swing.joint], in_picture(centre + swing.radius_m * glm::normalize(tip - centre))});
        }
        arcs.push_back(std::move(arc));
    }
    return arcs;
}

double nearest_angle(const JointArc& arc, const Camera& camera, float aspect, glm::vec2 cursor_ndc, double reach_deg)
{
    double best_deg = arc.now_deg, best = 1e9;
    const double low = std::max(arc.points.front().deg, arc.now_deg - reach_deg), high = std::min(arc.points.back().deg, arc.now_deg + reach_deg);
    for (double deg = low; deg <= high + 1e-9; deg += 0.5) {
        const glm::vec3 seen = project(camera, aspect, arc.at(deg));
        const glm::vec2 off = (glm::vec2(seen) - cursor_ndc) * glm::vec2(aspect, 1);
        const double d = glm::length(off);
        if (d < best) {
            best = d;
            best_deg = deg;
        }
    }
    return best_deg;
}

}  // namespace genu
