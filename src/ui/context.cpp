#include "ui/context.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <tuple>

#include "ui/imgui_compat.hpp"

namespace genu {

void PanelContext::emit(Command command) { out.commands.push_back(std::move(command)); }

template <class C> void PanelContext::emit(C command) { out.commands.emplace_back(std::move(command)); }

// Taking the address of each makes the compiler write each.
template <class V> struct EmitEach;
template <class... Cs> struct EmitEach<std::variant<Cs...>> {
    static constexpr auto each = std::make_tuple(static_cast<void (PanelContext::*)(Cs)>(&PanelContext::emit<Cs>)...);
};
template struct EmitEach<Command>;

namespace {

bool is_control(const char* kind)
{
    for (const char* words : {"text", "label", "plot"}) {
        if (std::strcmp(kind, words) == 0) return false;
    }
    return true;
}

}  // namespace

void PanelContext::record(const char* kind, const std::string& label, ImVec2 low, ImVec2 high, bool enabled)
{
    const bool takes_keys = enabled && is_control(kind);
    if (takes_keys && memory.tabs.add(compat::last_item(), compat::in_popup())) ImGui::SetKeyboardFocusHere(-1);
    const ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 clip_low = list.GetClipRectMin(), clip_high = list.GetClipRectMax();
    low = {std::max(low.x, clip_low.x), std::max(low.y, clip_low.y)};
    high = {std::min(high.x, clip_high.x), std::min(high.y, clip_high.y)};
    const std::size_t before = out.widgets.size();
    record_unclipped(kind, label, low, high, enabled);
    if (takes_keys && out.widgets.size() > before) out.widgets.back().focused = compat::has_ring();
}

void PanelContext::record_unclipped(const char* kind, const std::string& label, ImVec2 low, ImVec2 high, bool enabled)
{
    const auto px = [&](float v) { return static_cast<int>(std::lround(v * to_px)); };
    const PixelRect rect{px(low.x), px(low.y), px(high.x) - px(low.x), px(high.y) - px(low.y)};
    if (rect.width <= 0 || rect.height <= 0) return;
    out.widgets.push_back({label, kind, rect, enabled, panel});
}

float PanelContext::width() const { return std::max(1.0f, ImGui::GetContentRegionAvail().x - inset); }

bool begin_region(PanelContext& ui, const char* name, RectPt rect, ImU32 ground, bool scrolls)
{
    if (rect.empty()) return false;
    ui.panel = name;
    ui.inset = 0;
    ui.ground = ground;
    ImGui::SetNextWindowPos({ui.pt(rect.x), ui.pt(rect.y)});
    ImGui::SetNextWindowSize({ui.pt(rect.width), ui.pt(rect.height)});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ground);
    if (ui.memory.focus_panel == name) {
        ImGui::SetNextWindowFocus();
        ui.memory.focus_panel.clear();
    }
    ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                             ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoFocusOnAppearing;
    if (scrolls) flags &= ~ImGuiWindowFlags_NoScrollbar;
    ImGui::Begin(name, nullptr, flags);
    ImGui::PopStyleColor();
    return true;
}

void end_region(PanelContext& ui)
{
    ImGui::End();
    ui.panel.clear();
}

void begin_scroll(PanelContext& ui, const char* id, float height)
{
    ui.inset = ui.pt(6);
    ImGui::BeginChild(id, {0, height}, false, ImGuiWindowFlags_NoSavedSettings);
}

void end_scroll() { ImGui::EndChild(); }

}  // namespace genu
