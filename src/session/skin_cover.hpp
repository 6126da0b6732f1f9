#pragma once
// The skin gives way to what bulges under it (a calf that shortens, hamstring tendons that stand off, a kneecap), and thigh
// and calf that meet press flat against each other.
#include <span>

#include "motion/chain_rules.hpp"
#include "session/skin_rings.hpp"

namespace genu {

/// The skin bends as a wide pipe by angle; here its joints are moved until it holds what lies under it in the pose, kept
/// on their side of the plane in which two parts of the limb meet, and turned as the skin between them has turned.
class SkinCover {
public:
    SkinCover(const Model& model, const Mesh& skin, std::vector<ChainCrease> creases);
    /// Rest frames of the skin's joints: y along the limb, z outwards.
    glm::dquat frame(std::size_t joint) const { return handles_[joint - rings_.first_joint()].frame; }
    std::size_t first_joint() const { return rings_.first_joint(); }
    std::size_t size() const { return handles_.size(); }
    void cover(const Model& model, const std::array<RigidMotion, kMotionBodies>& bodies, std::vector<JointMotion>& joints) const;

private:
    struct Sample { std::size_t mesh = 0, vertex = 0, ring = 0; };
    struct Handle {
        glm::dvec3 rest_m{0}, outward{0, 0, 1};
        glm::dquat frame{1, 0, 0, 0};
        double below_m = 0;           ///< how far below it lies what it watches, at rest
        bool bends = false;           ///< has neighbours on all sides
        double along_m = 0, round_m = 0;  ///< distances of those at rest
    };
    struct Spread { glm::dvec3 along{0}, round{0}; };
    void choose_samples(const Model& model);
    std::vector<double> depths(const Model& model, const std::vector<JointMotion>& joints, const std::vector<RingAxes>& axes) const;
    std::vector<double> spanned(std::vector<double> giving) const;
    void fair(const std::array<RigidMotion, kMotionBodies>& bodies, const std::vector<double>& least, std::vector<JointMotion>& joints) const;
    double on_inner_side(std::size_t handle, const glm::dvec3& place, const std::array<RigidMotion, kMotionBodies>& bodies) const;
    void press(const ChainCrease& crease, const std::array<RigidMotion, kMotionBodies>& bodies, std::vector<JointMotion>& joints) const;
    template <typename Place> Spread spread(std::size_t joint, const Place& place) const;
    void turn_with_neighbours(std::vector<JointMotion>& joints) const;

    SkinRings rings_;
    std::vector<ChainCrease> creases_;
    std::vector<Sample> samples_;
    std::vector<Handle> handles_;
};

}  // namespace genu
