#include <algorithm>
#include <cmath>

#include "ui/imgui_compat.hpp"
#include "ui/widgets.hpp"

#include <imgui_stdlib.h>  // needs imgui.h before it

namespace genu {

namespace {

constexpr double kTooltipAfterS = 0.6;

/// Arrow keys move the slider that has the ring, by one where its range allows; all of one press is one edit.
void move_by_keys(PanelContext& ui, double& value, double low, double high, SliderEdit& edit)
{
    UiMemory& m = ui.memory;
    const unsigned id = compat::last_item();
    if (m.key_slider == id) m.key_slider_seen = true;
    const bool mine = compat::has_ring() && !ImGui::IsItemActive();
    if (mine && (compat::held(compat::Key::left) || compat::held(compat::Key::right))) {
        compat::keep_ring();
        const int way = int(compat::pressed(compat::Key::right, true)) - int(compat::pressed(compat::Key::left, true));
        if (way == 0) return;
        const double step = (high - low >= 5 ? 1.0 : (high - low) / 20) * (ImGui::GetIO().KeyShift ? 5 : 1);
        const double before = value;
        value = std::clamp(value + way * step, low, high);
        edit.began = m.key_slider != id;
        edit.changed = value != before;
        m.key_slider = id;
        m.key_slider_seen = true;
    } else if (m.key_slider == id) {
        edit.ended = true;
        m.key_slider = 0;
    }
}

}  // namespace

SliderEdit track(PanelContext& ui, const char* id, const std::string& words, double& value, double low, double high, float width,
                 const std::vector<double>& marks, bool enabled)
{
    SliderEdit edit;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.pt(24);
    width = std::max(width, ui.pt(40));
    high = std::max(high, low + 1e-6);
    const double before = std::clamp(value, low, high);
    double moved = before;
    bool hovered = false, held = false;
    if (enabled) {
        // ImGui's own slider brings mouse and keyboard; only its look is ours.
        ImGui::PushID(id);
        ImGui::PushStyleColor(ImGuiCol_Text, 0);
        ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, std::max(0.0f, 0.5f * (height - ImGui::GetFontSize()))});
        ImGui::SetNextItemWidth(width);
        ImGui::SliderScalar("##track", ImGuiDataType_Double, &moved, &low, &high, "%.3f", ImGuiSliderFlags_NoInput | ImGuiSliderFlags_AlwaysClamp);
        ImGui::PopStyleVar();
        ImGui::PopStyleColor();
        hovered = ImGui::IsItemHovered();
        held = ImGui::IsItemActive();
        edit.began = ImGui::IsItemActivated();
        edit.ended = ImGui::IsItemDeactivated();
        edit.changed = held && moved != before;
        move_by_keys(ui, moved, low, high, edit);
        focus_ring(ui, at, {at.x + width, at.y + height});
        ImGui::PopID();
    } else {
        ImGui::Dummy({width, height});
    }
    const ImVec2 end{at.x + width, at.y + height};
    const float grab = ui.pt(16), left = at.x + 2 + 0.5f * grab, span = std::max(1.0f, width - 4 - grab), y = 0.5f * (at.y + end.y);
    const auto x_of = [&](double v) { return left + span * static_cast<float>((std::clamp(v, low, high) - low) / (high - low)); };
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 ink = enabled ? ui.colours.accent : ui.colours.quiet;
    const float half = ui.pt(2);
    list.AddRectFilled({left, y - half}, {left + span, y + half}, ui.colours.hairline, half, compat::kRound);
    // A range that holds zero fills from zero: a joint's neutral place is where standing is.
    const float zero = x_of(low < 0 && high > 0 ? 0.0 : low), now = x_of(moved);
    list.AddRectFilled({std::min(zero, now), y - half}, {std::max(zero, now), y + half}, with_alpha(ink, enabled ? 1.0f : 0.6f), half, compat::kRound);
    for (const double mark : marks) list.AddRectFilled({x_of(mark) - ui.pt(1), y - ui.pt(6)}, {x_of(mark) + ui.pt(1), y + ui.pt(6)}, ui.colours.quiet);
    if (hovered || held) list.AddCircleFilled({now, y}, ui.pt(12), with_alpha(ink, 0.2f), 32);
    list.AddCircleFilled({now, y}, ui.pt(8), ink, 28);
    list.AddCircleFilled({now, y}, ui.pt(5.5f), ui.ground ? ui.ground : ui.colours.panel, 24);
    ui.record("slider", words, at, end, enabled);
    value = moved;
    return edit;
}

SliderEdit slider(PanelContext& ui, const char* id, const std::string& words, const std::string& value_words, double& value, double low,
                  double high, bool enabled)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ui.width(), value_width = word_size(ui, value_words, Type::label).x;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::string shown = shortened(ui, words, Type::body, width - value_width - ui.pt(8));
    draw_words(ui, list, at, shown, Type::body, enabled ? ui.colours.text : ui.colours.quiet, width);
    draw_words(ui, list, {at.x + width - value_width, at.y + ui.pt(3)}, value_words, Type::label, ui.colours.quiet);
    ImGui::Dummy({width, ui.pt(22)});
    return track(ui, id, words, value, low, high, width, {}, enabled);
}

InputEdit input(PanelContext& ui, const char* id, const std::string& hint, std::string& value, float width, bool focus, const char* icon)
{
    InputEdit edit;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.pt(space::kControl), sign = ui.fonts.has_icons && *icon ? ui.pt(22) : 0;
    const ImVec2 end{at.x + std::max(width, ui.pt(40)), at.y + height};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, end, ui.colours.sunk, ui.pt(space::kCorner), compat::kRound);
    ImGui::BeginGroup();
    if (sign > 0) draw_words(ui, list, {at.x + ui.pt(10), at.y + 0.5f * (height - word_size(ui, "x", Type::label).y)}, icon, Type::label, ui.colours.quiet);
    ImGui::SetCursorScreenPos({at.x + sign + ui.pt(4), at.y});
    compat::push_font(ui.fonts.of(Type::label));
    const float clear = value.empty() ? 0 : ui.pt(28);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.pt(6), std::max(0.0f, 0.5f * (height - ImGui::GetFontSize()))});
    ImGui::SetNextItemWidth(std::max(1.0f, end.x - at.x - sign - ui.pt(8) - clear));
    if (focus) ImGui::SetKeyboardFocusHere();
    ImGui::PushID(id);
    const float room = end.x - at.x - sign - ui.pt(24);
    // Cut between words where that leaves any: "Search…" rather than "Search structu…".
    std::string shown = hint;
    if (word_size(ui, hint, Type::label).x > room) {
        shown = hint.substr(0, hint.find(' ')) + "…";
        if (word_size(ui, shown, Type::label).x > room || hint.find('/') != std::string::npos) shown = shortened(ui, hint, Type::label, room);
    }
    edit.entered = ImGui::InputTextWithHint("##input", shown.c_str(), &value, ImGuiInputTextFlags_EnterReturnsTrue);
    ImGui::PopID();
    edit.active = ImGui::IsItemActive();
    edit.changed = ImGui::IsItemEdited();
    ImGui::PopStyleVar();
    ImGui::PopFont();
    list.AddRect(at, end, edit.active ? ui.colours.accent : ui.colours.hairline, ui.pt(space::kCorner), compat::kRound, std::max(1.0f, std::floor(ui.unit)));
    ui.record("input", hint, at, {end.x - clear, end.y});
    if (clear > 0) {
        ImGui::SameLine(0, 0);
        ImGui::SetCursorScreenPos({end.x - clear, at.y + ui.pt(2)});
        ImGui::PushID(id);
        if (pressable("clear", {clear, ui.pt(28)})) {
            value.clear();
            edit.changed = true;
        }
        ImGui::PopID();
        const ImVec2 c{end.x - 0.5f * clear, 0.5f * (at.y + end.y)};
        const float r = ui.pt(4);
        list.AddLine({c.x - r, c.y - r}, {c.x + r, c.y + r}, ui.colours.quiet, ui.pt(1.6f));
        list.AddLine({c.x - r, c.y + r}, {c.x + r, c.y - r}, ui.colours.quiet, ui.pt(1.6f));
        ui.record("button", ui.word("input.clear"), {end.x - clear, at.y}, end);
    }
    ImGui::EndGroup();
    return edit;
}

void tooltip(PanelContext& ui, const char* id, const std::string& words)
{
    if (!ImGui::IsItemHovered()) return;
    const std::string key = ui.panel + "/" + id;
    if (ui.memory.hovered_widget != key) {
        ui.memory.hovered_widget = key;
        ui.memory.hovered_since_s = ImGui::GetTime();
    }
    ui.memory.hover_seen = true;
    if (ImGui::GetTime() - ui.memory.hovered_since_s < kTooltipAfterS) {
        ui.out.wants_frame = true;
        return;
    }
    const float wrap = std::min(word_size(ui, words, Type::label).x + 1, ui.pt(280));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.pt(10), ui.pt(8)});
    ImGui::BeginTooltip();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_words(ui, *ImGui::GetWindowDrawList(), at, words, Type::label, ui.colours.text, wrap);
    ImGui::Dummy({wrap, text_height(ui, words, Type::label, wrap)});
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

}  // namespace genu
