#pragma once
// The scale of colours for a change of length.
#include <glm/glm.hpp>

namespace genu {

/// Cividis: of -1 … 1, neutral in the middle, linear light.
glm::vec3 cividis(double place);

}  // namespace genu
