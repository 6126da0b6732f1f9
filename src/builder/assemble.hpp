#pragma once
#include <map>
#include <string>

#include "builder/leg_builder.hpp"
#include "builder/solid.hpp"

namespace genu::builder {

/// Adds the finished solid to the model as a mesh, with fibres, tendon, light and weights, and its joints.
void add_to_model(Model& model, const Solid& solid, const std::vector<float>& light, const std::map<std::string, Vec3>& joint_centres);

}  // namespace genu::builder
