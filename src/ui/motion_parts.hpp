#pragma once
// Parts of the Motion panel and of what it draws on the picture.
#include "ui/context.hpp"

namespace genu {

/// Sliders and typed angles of every joint.
void draw_joints(PanelContext& ui);

/// Length or moment arm of the selected structure over a joint's range, the pose shown now marked.
void draw_plot(PanelContext& ui);

/// The way into "muscle or nerve", and what it says while it is on.
void draw_tension_card(PanelContext& ui);

/// Below the picture: which joint alone moves, how far, and what that has done to muscle and nerve.
void draw_tension_bar(PanelContext& ui, const RectPt& rect);

/// Rings at hip, knee and ankle; dragging one bends the joint. `low` and `high` bound the picture.
void draw_joint_handles(PanelContext& ui, ImVec2 low, ImVec2 high);

}  // namespace genu
