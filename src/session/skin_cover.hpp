#pragma once
// The skin gives way backwards to what bulges under it: a calf that shortens, hamstring tendons that stand off.
#include "session/joint_motion.hpp"

namespace genu {

/// The skin bends as a wide pipe; here each of its sections is drawn out towards the back until it holds what lies
/// under it in the pose. Its front stays where it is.
class SkinCover {
public:
    SkinCover(const Model& model, const Mesh& skin);
    /// Frames of the skin's joints: y along the limb, z towards the back.
    glm::dquat frame(std::size_t node) const { return sections_[node].frame; }
    std::size_t first_joint() const { return first_; }
    std::size_t size() const { return sections_.size(); }
    void cover(const Model& model, std::vector<JointMotion>& joints) const;

private:
    static constexpr int kBins = 11;
    static constexpr double kBin_m = 0.012;
    struct Section { glm::dvec3 rest_m{0}; glm::dquat frame{1, 0, 0, 0}; double front_m = 0; std::array<double, kBins> back_m{}; };
    struct Sample { std::size_t mesh = 0, vertex = 0; double rest_m = 0; };  ///< how far it stands out at rest
    double back_at(std::size_t segment, double t, double side_m) const;
    /// How far a point stands out of the skin, and where; very low when no section holds it.
    struct Stand { double out_m = -1; std::size_t segment = 0; double t = 0; double back_m = 0; };
    Stand stand_of(const glm::dvec3& p, const std::vector<JointMotion>& joints) const;

    std::size_t first_ = 0;
    std::vector<Section> sections_;
    std::vector<Sample> samples_;
};

}  // namespace genu
