#pragma once
// Where it hurts, as painted on the skin: places of the leg at rest, so that they stay on the skin in every pose.
#include <glm/glm.hpp>

#include "base/id.hpp"

namespace genu {

struct PainSpot {
    glm::vec3 rest_m{0};
    float radius_m = 0.015f;
    bool operator==(const PainSpot&) const = default;
};

/// A structure under painted skin, and how deep below it.
struct Beneath {
    StructureId id;
    float depth_m = 0;
    bool operator==(const Beneath&) const = default;
};

}  // namespace genu
