#pragma once
#include "session/app_state.hpp"
#include "session/library.hpp"

namespace genu {

/// From behind, the shin of a bent knee points at the eye and hides the knee: the same camera, raised until it looks past.
Camera clear_of_shin(Camera camera, const ViewState& view, const Library& library, const Pose& pose);

}  // namespace genu
