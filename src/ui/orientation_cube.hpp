#pragma once
#include "ui/context.hpp"

namespace genu {

/// A small cube that turns with the leg, its faces named as the leg's sides; a press on one looks from there. Stands at
/// the top right of the picture. Returns its lower edge, or `top` where there is no room for it.
float draw_orientation_cube(PanelContext& ui, ImVec2 low, ImVec2 high, float top);

}  // namespace genu
