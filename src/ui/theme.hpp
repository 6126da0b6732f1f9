#pragma once
// The look as named colours and sizes. Panels use these names and never a number of their own.
#include <glm/glm.hpp>
#include <imgui.h>

namespace genu {

/// Colours as ImGui packs them, in the screen's own encoding (sRGB).
struct Palette {
    bool light = false;
    ImU32 rail, panel, card, raised, sunk, hairline;
    ImU32 text, quiet, accent, accent_soft, on_accent;
    ImU32 warning, on_warning, shadow;
    ImU32 glass;  ///< behind words that lie on the picture
};

const Palette& palette(bool light_theme);

/// Points on the 8-point grid; multiply by the scale before use.
namespace space {
inline constexpr float kHalf = 4, kInControl = 8, kInCard = 16, kGroup = 24, kCorner = 8;
inline constexpr float kControl = 32;   ///< height of a button
}  // namespace space

ImU32 packed(glm::vec3 linear, float alpha = 1);
ImU32 with_alpha(ImU32 colour, float alpha);
ImU32 blended(ImU32 a, ImU32 b, float share_of_b);

/// Dear ImGui's own style: only what its windows, popups, scrollbars and text fields still draw by themselves.
void apply_style(const Palette& colours, float scale);

}  // namespace genu
