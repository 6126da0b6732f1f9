#pragma once
// What the picture's edges and scale say, computed from the camera.
#include <string>

#include "scene/camera.hpp"

namespace genu {

struct ScaleBar { float length = 0; double millimetres = 0; };

/// The longest of 1, 2, 5, 10, 20, 50 … mm that is no longer than `most` at the camera's target. `height` and `most` in
/// the same unit as the answer's length.
ScaleBar scale_bar(const Camera& camera, float height, float most);

/// "front", "back", "inner", "outer", "up" or "down" of the leg at the left and the right edge of the picture.
struct PictureSides { std::string left, right; };
PictureSides picture_sides(const Camera& camera, bool mirrored);

}  // namespace genu
