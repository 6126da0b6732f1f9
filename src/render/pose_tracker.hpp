#pragma once
// Follows the pose without OpenGL: which meshes moved, and where each now lies.
#include <cstdint>
#include <vector>

#include "scene/frame.hpp"
#include "scene/model.hpp"

namespace genu {

class PoseTracker {
public:
    explicit PoseTracker(const Model& model);

    /// Takes over a frame's joints; missing ones stand still at rest.
    void follow(const std::vector<SkinMatrix>& joints);

    /// One more than the model has: the last one never moves and carries meshes that have no joints.
    const std::vector<SkinMatrix>& joints() const { return joints_; }
    std::size_t still_joint() const { return joints_.size() - 1; }
    /// In the model's space; encloses every vertex, because a skinned vertex lies between its joints' motions of it.
    const Bounds& bounds(std::size_t mesh) const { return meshes_[mesh].posed; }
    /// Grows whenever the mesh moves.
    std::uint64_t version(std::size_t mesh) const { return meshes_[mesh].version; }
    /// Grows whenever anything moves.
    std::uint64_t version() const { return version_; }

private:
    struct JointBounds { std::uint16_t joint; Bounds rest; };
    struct MeshState {
        std::vector<JointBounds> parts;
        Bounds posed;
        std::uint64_t version = 1;
    };
    void place(MeshState& mesh) const;

    std::vector<SkinMatrix> joints_;
    std::vector<MeshState> meshes_;
    std::uint64_t version_ = 1;
};

}  // namespace genu
