#pragma once
#include "session/app_state.hpp"
#include "session/library.hpp"

namespace genu {

/// Where a condition's picture is seen from: its standard view, nearer where the main structures are small (never nearer than
/// keeps their surroundings), and away so far that the knee is in it where they lie far from the knee.
Camera condition_camera(const AppState& state, const Library& library, const Condition& condition, double aspect);

}  // namespace genu
