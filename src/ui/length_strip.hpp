#pragma once
#include "ui/context.hpp"

namespace genu {

/// "What lengthens": one line per muscle or nerve with its change from standing, as a bar, a figure and a word.
void draw_length_strip(PanelContext& ui, int columns);

/// The structures that "muscle or nerve" compares, with their change since one joint alone has been moving.
void draw_tension_strip(PanelContext& ui);

}  // namespace genu
