#pragma once
// One soft structure as a string of nodes: where it runs in a pose, how much it is drawn out and how thick it then is.
// The nodes are the joints of its skin, so what is solved here is what is drawn, exported and measured.
#include <span>

#include "motion/chain_rules.hpp"

namespace genu {

struct ChainNode {
    glm::dvec3 rest_m{0};
    MotionBody from = MotionBody::pelvis, to = MotionBody::pelvis;
    double share = 0;
    double give = 1;      ///< how easily it is drawn out here: belly 1, tendon little
    double radius_m = 0;  ///< mean half thickness
    std::vector<glm::dvec3> outline_m;  ///< of its section, from the node, at rest; for broad structures
};

/// Motion of a node from rest to pose: turned, scaled along and across its rest tangent, and put in its place.
struct NodeMotion {
    glm::dvec3 place_m{0};
    glm::dquat turn{1, 0, 0, 0};
    double along = 1, across = 1;
};
glm::dmat3 linear_part(const NodeMotion& motion, const glm::dvec3& rest_tangent);

/// Another string that lies beside this one: where it runs, how thick it is, and how near each node of this one may come, as a
/// share of both half thicknesses.
struct Beside { const std::vector<NodeMotion>* other = nullptr; const std::vector<ChainNode>* nodes = nullptr; const std::vector<double>* share = nullptr; };

/// What a string has round it.
struct Surroundings {
    std::span<const ChainObstacle> obstacles;
    std::span<const ChainCrease> creases;
    std::vector<Beside> beside;
};

/// A pose with what all chains need of it.
struct PosedBodies {
    const Skeleton* skeleton = nullptr;
    Pose pose;
    std::array<RigidMotion, kMotionBodies> bodies;
    RigidMotion hold(const ChainNode& node) const { return skeleton->shared(pose, bodies, node.from, node.to, node.share); }
};

/// Cubic B-spline weights of the nodes first…first+3 at node number u of n; what lies beyond an end goes to the end.
struct SplineWeights { int first = 0; std::array<double, 4> weight{}; };
SplineWeights spline_weights(double u, int n);

class Chain {
public:
    /// `keeps_volume`: thicker when it shortens (muscles), or of constant thickness (nerves and vessels).
    Chain(std::vector<ChainNode> nodes, const ChainRule& rule, const ChainRules& rules, bool keeps_volume);

    std::size_t size() const { return nodes_.size(); }
    const std::vector<ChainNode>& nodes() const { return nodes_; }
    const std::vector<glm::dvec3>& tangents() const { return tangent_; }
    const ChainRule& rule() const { return rule_; }
    /// Node number of the rest centreline's point nearest to p.
    double nearest_number(const glm::dvec3& p) const;

    /// `start` and `end`: where tied ends have gone; unused for the others.
    void solve(const PosedBodies& posed, const glm::dvec3& start, const glm::dvec3& end, const Surroundings& around, std::span<NodeMotion> out) const;

private:
    struct Guide { std::vector<RigidMotion> hold; std::vector<glm::dvec3> curve; };
    /// What the solve pulls at: where each node is to go, and how firmly.
    struct Pull { std::vector<glm::dvec3> target; std::vector<double> weight; bool is_pushed = false; };
    void follow(const PosedBodies& posed, const glm::dvec3& start, const glm::dvec3& end, const Surroundings& around, Guide& guide) const;
    void push(std::size_t node, const glm::dvec3& from, const glm::dvec3& by, Pull& pull) const;
    void push_off_bones(const PosedBodies& posed, std::span<const ChainObstacle> obstacles, const Guide& guide, Pull& pull) const;
    struct Placed { const RigidMotion& motion; RigidMotion back; };
    void push_off_bone(const ChainObstacle& obstacle, std::size_t number, const Placed& body, std::size_t node, const Guide& guide, Pull& pull) const;
    void push_off_planes(const PosedBodies& posed, std::span<const ChainCrease> creases, const Guide& guide, Pull& pull) const;
    void push_off_neighbours(const std::vector<Beside>& beside, const Guide& guide, Pull& pull) const;
    void keep_sections(std::span<NodeMotion> out) const;
    void meet_centreline(std::span<NodeMotion> out) const;
    void apply_stiffness(const std::vector<glm::dvec3>& x, std::vector<glm::dvec3>& out) const;

    std::vector<ChainNode> nodes_;
    ChainRule rule_;
    bool keeps_volume_;
    std::vector<double> along_;          ///< arc length at rest
    std::vector<glm::dvec3> tangent_;    ///< at rest
    std::vector<double> weight_;         ///< hold times the length it stands for
    std::vector<std::array<double, 3>> stiffness_;  ///< bending and tension: diagonal and two above
    std::vector<glm::dvec3> rest_force_; ///< stiffness times rest
    std::vector<double> give_sum_;       ///< cumulative
    std::vector<std::vector<double>> clearance_;  ///< by obstacle, by node, at rest
    std::vector<std::vector<std::vector<double>>> outline_clearance_;  ///< by obstacle, node and point of the outline, at rest
};

}  // namespace genu
