#include <algorithm>

#include "ui/imgui_compat.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"

namespace genu {

namespace {

/// What lies behind a page steps back; the page has an edge and a ground of its own. ImGui dims only behind modal windows,
/// which a click beside them does not close.
void step_back(PanelContext& ui, ImVec2 low, ImVec2 size)
{
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 display = ImGui::GetIO().DisplaySize, high{low.x + size.x, low.y + size.y};
    list.PushClipRectFullScreen();
    list.AddRectFilled({0, 0}, display, IM_COL32(0, 0, 0, ui.colours.light ? 70 : 120));
    list.AddRectFilled(low, high, ui.colours.card, ui.pt(space::kCorner), compat::kRound);
    list.AddRect(low, high, ui.colours.hairline, ui.pt(space::kCorner), compat::kRound);
    list.PopClipRect();
}

}  // namespace

bool begin_popup(PanelContext& ui, const char* id, const std::string& title, const std::string& intro, bool& wanted, float width_pt, float height_pt, float foot_pt)
{
    if (wanted) ImGui::OpenPopup(id);
    wanted = false;
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const ImVec2 size{std::max(1.0f, std::min(ui.pt(width_pt), display.x)), std::max(1.0f, std::min(ui.pt(height_pt), display.y))};
    const ImVec2 low{0.5f * (display.x - size.x), 0.5f * (display.y - size.y)};
    ImGui::SetNextWindowPos(low);
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleColor(ImGuiCol_PopupBg, 0);
    ImGui::PushStyleColor(ImGuiCol_Border, 0);
    const bool open = ImGui::BeginPopup(id, ImGuiWindowFlags_NoMove);
    ImGui::PopStyleColor(2);
    if (!open) return false;
    step_back(ui, low, size);
    ui.ground = ui.colours.card;
    ui.panel = id;
    begin_panel_body(ui, title, intro, foot_pt);
    return true;
}

void end_popup(PanelContext& ui)
{
    end_panel_body(ui);
    gap(ui, space::kInControl);
    ImGui::Indent(ui.pt(space::kInCard));
    // ImGui alone would first take Escape to leave the scrolled part.
    const bool escaped = compat::pressed(compat::Key::escape) && !ImGui::GetIO().WantTextInput;
    if (button(ui, "close", ui.word("word.close"), {.icon = icon::kClose}) || escaped) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
    ui.panel.clear();
    ui.inset = 0;
}

}  // namespace genu
