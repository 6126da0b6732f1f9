#include "ui/theme.hpp"

#include <algorithm>
#include <cmath>

#include "ui/imgui_compat.hpp"

namespace genu {

namespace {

constexpr ImU32 rgb(unsigned hex, unsigned alpha = 255)
{
    return IM_COL32((hex >> 16) & 255u, (hex >> 8) & 255u, hex & 255u, alpha);
}

constexpr Palette kDark{false, rgb(0x171b21), rgb(0x1b1f26), rgb(0x242a33), rgb(0x2e3641), rgb(0x14171c), rgb(0x353e4a),
                        rgb(0xe9ecf1), rgb(0x9aa5b5), rgb(0x4fc3b3), rgb(0x4fc3b3, 40), rgb(0x0c1816),
                        rgb(0xb3261e), rgb(0xffffff), rgb(0x000000, 90), rgb(0x1b1f26, 215)};
constexpr Palette kLight{true, rgb(0xeef1f5), rgb(0xffffff), rgb(0xf7f8fa), rgb(0xe9edf2), rgb(0xeef1f5), rgb(0xd5dbe4),
                         rgb(0x1a1f27), rgb(0x5a6675), rgb(0x00796b), rgb(0x00796b, 28), rgb(0xffffff),
                         rgb(0xb3261e), rgb(0xffffff), rgb(0x1a1f27, 45), rgb(0xffffff, 225)};

float encode(float linear)
{
    const float x = std::clamp(linear, 0.0f, 1.0f);
    return x <= 0.0031308f ? 12.92f * x : 1.055f * std::pow(x, 1.0f / 2.4f) - 0.055f;
}

ImVec4 vec(ImU32 colour) { return ImGui::ColorConvertU32ToFloat4(colour); }

void apply_colours(ImGuiStyle& style, const Palette& p)
{
    const ImVec4 clear(0, 0, 0, 0);
    style.Colors[ImGuiCol_Text] = vec(p.text);
    style.Colors[ImGuiCol_TextDisabled] = vec(p.quiet);
    style.Colors[ImGuiCol_WindowBg] = vec(p.panel);
    style.Colors[ImGuiCol_ChildBg] = clear;
    style.Colors[ImGuiCol_PopupBg] = vec(p.card);
    style.Colors[ImGuiCol_Border] = vec(p.hairline);
    style.Colors[ImGuiCol_BorderShadow] = clear;
    for (const int slot : {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive}) style.Colors[slot] = clear;
    for (const int slot : {ImGuiCol_SliderGrab, ImGuiCol_SliderGrabActive}) style.Colors[slot] = clear;
    style.Colors[ImGuiCol_ScrollbarBg] = clear;
    style.Colors[ImGuiCol_ScrollbarGrab] = vec(with_alpha(p.quiet, 0.35f));
    style.Colors[ImGuiCol_ScrollbarGrabHovered] = vec(with_alpha(p.quiet, 0.6f));
    style.Colors[ImGuiCol_ScrollbarGrabActive] = vec(p.accent);
    style.Colors[ImGuiCol_TextSelectedBg] = vec(with_alpha(p.accent, 0.35f));
    style.Colors[compat::kNavColour] = vec(p.accent);
    style.Colors[ImGuiCol_NavWindowingHighlight] = vec(p.accent);
    style.Colors[ImGuiCol_ModalWindowDimBg] = vec(with_alpha(p.shadow, 0.5f));
}

}  // namespace

const Palette& palette(bool light_theme) { return light_theme ? kLight : kDark; }

ImU32 packed(glm::vec3 linear, float alpha)
{
    return ImGui::ColorConvertFloat4ToU32(ImVec4(encode(linear.r), encode(linear.g), encode(linear.b), alpha));
}

ImU32 with_alpha(ImU32 colour, float alpha)
{
    ImVec4 c = vec(colour);
    c.w *= alpha;
    return ImGui::ColorConvertFloat4ToU32(c);
}

ImU32 blended(ImU32 a, ImU32 b, float t)
{
    const ImVec4 x = vec(a), y = vec(b);
    return ImGui::ColorConvertFloat4ToU32(
        ImVec4(x.x + (y.x - x.x) * t, x.y + (y.y - x.y) * t, x.z + (y.z - x.z) * t, x.w + (y.w - x.w) * t));
}

void apply_style(const Palette& p, float scale)
{
    ImGuiStyle style;
    apply_colours(style, p);
    style.WindowPadding = {0, 0};
    style.WindowRounding = 0;
    style.WindowBorderSize = 0;
    style.WindowMinSize = {1, 1};
    style.ChildRounding = 0;
    style.ChildBorderSize = 0;
    style.PopupRounding = space::kCorner * scale;
    style.PopupBorderSize = 1;
    style.FramePadding = {space::kInControl * scale, 6 * scale};
    style.FrameRounding = space::kCorner * scale;
    style.FrameBorderSize = 0;
    // Gaps between things are said where they are wanted (gap()), so that every one lies on the grid.
    style.ItemSpacing = {space::kInControl * scale, 0};
    style.ItemInnerSpacing = {space::kInControl * scale, 0};
    style.ScrollbarSize = 10 * scale;
    style.ScrollbarRounding = 5 * scale;
    style.GrabMinSize = 16 * scale;
    style.GrabRounding = 8 * scale;
    ImGui::GetStyle() = style;
}

}  // namespace genu
