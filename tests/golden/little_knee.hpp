#pragma once
// A knee of simple shapes: every kind of tissue and every way of drawing in one small picture, independent of how the
// real leg is built.
#include "render/shapes.hpp"

namespace genu::test {

/// Tissues as assets/materials.json describes them, in linear light.
Material material(const std::string& tissue);

Model little_knee();
/// From behind, dark background; items in the order of the model.
Frame little_knee_frame(const Model& model);
/// The item of a structure.
DrawItem& item(Frame& frame, const Model& model, const std::string& id);

}  // namespace genu::test
