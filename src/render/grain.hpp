#pragma once
// Where in the grain of its tissue each vertex lies: a rest-space coordinate that hardly changes along the fibres, so
// that noise sampled there comes out as streaks that follow them, also where they fan out or run obliquely.
#include <vector>

#include "scene/model.hpp"

namespace genu {

/// How much shorter the coordinate is along a fibre than across it.
inline constexpr float kGrainStretch = 0.03f;

/// One per vertex, in metres. Without fibres it is the rest position itself.
std::vector<glm::vec3> grain_coordinates(const Mesh& mesh);

}  // namespace genu
