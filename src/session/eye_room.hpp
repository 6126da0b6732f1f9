#pragma once
#include "scene/frame.hpp"
#include "session/library.hpp"

namespace genu {

/// Keeps the eye out of the flesh: where what is drawn reaches up to the eye or past it, the eye stands farther back
/// behind a longer lens, so that at the target everything is as large as before. Changes nothing else.
Camera outside_flesh(const Frame& frame, const Library& library, double aspect);

}  // namespace genu
