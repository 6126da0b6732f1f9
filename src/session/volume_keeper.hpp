#pragma once
// Muscles keep their volume: what sections lose that are broader than their bend is given back across.
#include <span>

#include "scene/model.hpp"
#include "session/joint_motion.hpp"

namespace genu {

class VolumeKeeper {
public:
    /// `share`: how much of it each joint of the mesh's chain takes (belly 1, tendon and what lies on bone little).
    VolumeKeeper(const Mesh& mesh, std::vector<double> share);
    void keep(const Model& model, std::vector<JointMotion>& joints) const;

private:
    struct Corner { glm::dvec3 rest_m{0}; std::array<std::uint16_t, 4> joint{}; glm::dvec4 weight{0}; };
    double volume(std::span<const glm::dmat3> linear, std::span<const glm::dvec3> shift) const;

    std::size_t first_ = 0;
    std::vector<double> share_;
    std::vector<Corner> corners_;                          ///< of a coarse likeness; joints counted from the first
    std::vector<std::array<std::uint32_t, 3>> triangles_;
    double rest_m3_ = 0;
};

}  // namespace genu
