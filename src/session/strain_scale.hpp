#pragma once
// The scale of colours for a change of length.
#include <glm/glm.hpp>

namespace genu {

/// Where the scale of colours ends, and with it the bars of the strip: a strain.
inline constexpr double kFullScale = 0.15;

/// Cividis: of -1 … 1, neutral in the middle, linear light.
glm::vec3 cividis(double place);

/// Colour of a strain in -0.15 … 0.15 (cividis, neutral in the middle), linear light.
glm::vec3 strain_colour(double strain);

}  // namespace genu
