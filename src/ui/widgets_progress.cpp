#include <algorithm>

#include "ui/imgui_compat.hpp"
#include "ui/widgets.hpp"

namespace genu {

void progress_bar(PanelContext& ui, const std::string& words, float share)
{
    text(ui, words, Type::label, Ink::quiet);
    gap(ui, space::kHalf);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float width = ui.width(), height = ui.pt(6), round = 0.5f * height;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, {low.x + width, low.y + height}, ui.colours.sunk, round, compat::kRound);
    const float done = std::clamp(share, 0.0f, 1.0f) * width;
    if (done > height) list.AddRectFilled(low, {low.x + done, low.y + height}, ui.colours.accent, round, compat::kRound);
    ImGui::Dummy({width, height});
}

}  // namespace genu
