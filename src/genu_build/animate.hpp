#pragma once
// The leg with its exercises as animations. A file of its own: the program itself solves poses and needs no keyframes.
#include <string>

#include "scene/gltf.hpp"

namespace genu {

/// How many exercises were written.
Result<std::size_t> write_animated(const std::string& file, const Model& model, const std::vector<TissueColours>& colours, GlbForm form);

}  // namespace genu
