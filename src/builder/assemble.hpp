#pragma once
#include <map>
#include <memory>
#include <string>

#include "builder/leg_builder.hpp"
#include "builder/part.hpp"
#include "builder/solid.hpp"

namespace genu::builder {

/// A finished mesh with its own joints; its joint numbers count from the first of them. Without own joints it hangs
/// rigidly on a body.
struct BoundMesh {
    Mesh mesh;
    std::vector<RigJoint> joints;
    Body body = Body::pelvis;
    StructureId follows;  ///< whose joints it hangs on, counted from that structure's first
};

/// The finished solid with fibres, tendon, light and weights.
BoundMesh bind_to_joints(const Solid& solid, const std::vector<float>& light, const std::map<std::string, Vec3>& joint_centres);

/// What follows skin moves as the skin does that lies over it.
class SkinFollower {
public:
    SkinFollower(const Solid& skin, const std::map<std::string, Vec3>& joint_centres);
    ~SkinFollower();
    void bind(Mesh& mesh, const Vec3& p) const;
private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};
void hang_on_skin(BoundMesh& bound, const Solid& solid, const SkinFollower& skin);

/// Joins a mesh and its joints to the model. The model's first joints are the bodies, in their order.
void add_to_model(Model& model, BoundMesh bound);
/// To be called when all are there: gives what follows another structure that one's joints.
void link_followers(Model& model, const Follows& follows);

}  // namespace genu::builder
