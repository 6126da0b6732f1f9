#pragma once
#include <map>
#include <string>

#include "builder/leg_builder.hpp"
#include "builder/solid.hpp"

namespace genu::builder {

/// A finished mesh with its own joints; its joint numbers count from the first of them. Without own joints it hangs
/// rigidly on a body.
struct BoundMesh {
    Mesh mesh;
    std::vector<RigJoint> joints;
    Body body = Body::pelvis;
};

/// The finished solid with fibres, tendon, light and weights.
BoundMesh bind_to_joints(const Solid& solid, const std::vector<float>& light, const std::map<std::string, Vec3>& joint_centres);

/// Joins a mesh and its joints to the model. The model's first joints are the bodies, in their order.
void add_to_model(Model& model, BoundMesh bound);

}  // namespace genu::builder
