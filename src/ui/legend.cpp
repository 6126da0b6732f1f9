// What a colour and its pattern mean, as a small square beside its words.
#include "ui/imgui_compat.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"

namespace genu {

void draw_swatch(const PanelContext& ui, ImDrawList& list, ImVec2 low, const LegendEntry& entry)
{
    const float side = ui.pt(14);
    const ImVec2 high{low.x + side, low.y + side};
    list.AddRectFilled(low, high, packed(entry.colour), ui.pt(3), compat::kRound);
    const ImU32 mark = with_alpha(ui.colours.panel, 0.85f);
    list.PushClipRect(low, high, true);
    if (entry.pattern == Pattern::dots) {
        for (int i = 0; i < 9; ++i) {
            const ImVec2 c{low.x + side * (0.2f + 0.3f * static_cast<float>(i % 3)), low.y + side * (0.2f + 0.3f * static_cast<float>(i / 3))};
            list.AddCircleFilled(c, ui.pt(1.4f), mark);
        }
    } else if (entry.pattern == Pattern::stripes) {
        for (float x = -side; x < side; x += ui.pt(4.5f)) list.AddLine({low.x + x, high.y}, {low.x + x + side, low.y}, mark, ui.pt(1.4f));
    }
    list.PopClipRect();
}

void draw_legend_lines(PanelContext& ui, const Legend& legend)
{
    if (legend.entries.empty()) return;
    text(ui, legend.title, Type::label, Ink::quiet);
    for (const LegendEntry& entry : legend.entries) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        draw_swatch(ui, *ImGui::GetWindowDrawList(), {at.x, at.y + ui.pt(3)}, entry);
        ImGui::Indent(ui.pt(24));
        text(ui, entry.text, Type::label);
        ImGui::Unindent(ui.pt(24));
        gap(ui, 2);
    }
}

}  // namespace genu
