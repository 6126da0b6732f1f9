#pragma once
#include "session/library.hpp"

namespace genu {

/// The direction (yaw of a camera, radians) from which most of a standing leg's structure is seen past the bones; of equally
/// clear ones the one nearest to `preferred_rad`. Muscles and skin are left out: a question makes them see-through.
float clearest_yaw(const Library& library, const StructureId& id, float preferred_rad);

}  // namespace genu
