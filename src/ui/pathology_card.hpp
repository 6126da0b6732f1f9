#pragma once
#include "ui/context.hpp"

namespace genu {

/// A slider for the size of every shape of disease in the picture, and how firm it is in this pose. Nothing without one.
void draw_pathology_card(PanelContext& ui);

}  // namespace genu
