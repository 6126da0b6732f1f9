#include <algorithm>

#include "ui/imgui_compat.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"

namespace genu {

bool begin_popup(PanelContext& ui, const char* id, const std::string& title, const std::string& intro, bool& wanted, float width_pt, float height_pt, float foot_pt)
{
    if (wanted) ImGui::OpenPopup(id);
    wanted = false;
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const ImVec2 size{std::max(1.0f, std::min(ui.pt(width_pt), display.x)), std::max(1.0f, std::min(ui.pt(height_pt), display.y))};
    ImGui::SetNextWindowPos({0.5f * (display.x - size.x), 0.5f * (display.y - size.y)});
    ImGui::SetNextWindowSize(size);
    if (!ImGui::BeginPopup(id, ImGuiWindowFlags_NoMove)) return false;
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
