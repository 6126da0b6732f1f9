#pragma once
// Dear ImGui 1.86 (Debian 12) and 1.87 … 1.92: what changed its name or shape between them, in one place.
#include <imgui.h>
#include <imgui_internal.h>

namespace genu::compat {

/// Keys that Genu listens to. Before 1.87 the library named only a few keys and the rest were the window system's own
/// numbers; those of GLFW, which are ASCII for letters and digits.
enum class Key { escape, enter, space, tab, left, right, up, down, z, y, f, h, i, x, l, k, n, p, t, s, c, one, two, three, four, five, six, f1, f6 };

#if IMGUI_VERSION_NUM >= 18700
inline int native(Key key)
{
    switch (key) {
        case Key::escape: return ImGuiKey_Escape;
        case Key::enter: return ImGuiKey_Enter;
        case Key::space: return ImGuiKey_Space;
        case Key::tab: return ImGuiKey_Tab;
        case Key::left: return ImGuiKey_LeftArrow;
        case Key::right: return ImGuiKey_RightArrow;
        case Key::up: return ImGuiKey_UpArrow;
        case Key::down: return ImGuiKey_DownArrow;
        case Key::z: return ImGuiKey_Z;
        case Key::y: return ImGuiKey_Y;
        case Key::f: return ImGuiKey_F;
        case Key::h: return ImGuiKey_H;
        case Key::i: return ImGuiKey_I;
        case Key::x: return ImGuiKey_X;
        case Key::l: return ImGuiKey_L;
        case Key::k: return ImGuiKey_K;
        case Key::n: return ImGuiKey_N;
        case Key::p: return ImGuiKey_P;
        case Key::t: return ImGuiKey_T;
        case Key::s: return ImGuiKey_S;
        case Key::c: return ImGuiKey_C;
        case Key::one: return ImGuiKey_1;
        case Key::two: return ImGuiKey_2;
        case Key::three: return ImGuiKey_3;
        case Key::four: return ImGuiKey_4;
        case Key::five: return ImGuiKey_5;
        case Key::six: return ImGuiKey_6;
        case Key::f1: return ImGuiKey_F1;
        case Key::f6: return ImGuiKey_F6;
    }
    return ImGuiKey_None;
}
inline bool pressed(Key key, bool repeat = false) { return ImGui::IsKeyPressed(static_cast<ImGuiKey>(native(key)), repeat); }
inline void press(Key key, bool down) { ImGui::GetIO().AddKeyEvent(static_cast<ImGuiKey>(native(key)), down); }
inline bool held(Key key) { return ImGui::IsKeyDown(static_cast<ImGuiKey>(native(key))); }
inline void set_ctrl(bool down) { ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, down); }
inline void set_shift(bool down) { ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, down); }
inline void move_mouse(ImVec2 at) { ImGui::GetIO().AddMousePosEvent(at.x, at.y); }
inline void mouse_button(bool down) { ImGui::GetIO().AddMouseButtonEvent(0, down); }
inline void wheel(float steps) { ImGui::GetIO().AddMouseWheelEvent(0, steps); }
inline void map_keys() {}
/// Newer ImGui queues its events itself.
inline void hold_key(int, bool) {}
#else
inline int native(Key key)
{
    switch (key) {
        case Key::escape: return 256;
        case Key::enter: return 257;
        case Key::space: return ' ';
        case Key::tab: return 258;
        case Key::left: return 263;
        case Key::right: return 262;
        case Key::up: return 265;
        case Key::down: return 264;
        case Key::z: return 'Z';
        case Key::y: return 'Y';
        case Key::f: return 'F';
        case Key::h: return 'H';
        case Key::i: return 'I';
        case Key::x: return 'X';
        case Key::l: return 'L';
        case Key::k: return 'K';
        case Key::n: return 'N';
        case Key::p: return 'P';
        case Key::t: return 'T';
        case Key::s: return 'S';
        case Key::c: return 'C';
        case Key::one: return '1';
        case Key::two: return '2';
        case Key::three: return '3';
        case Key::four: return '4';
        case Key::five: return '5';
        case Key::six: return '6';
        case Key::f1: return 290;
        case Key::f6: return 295;
    }
    return 0;
}
inline bool pressed(Key key, bool repeat = false) { return ImGui::IsKeyPressed(native(key), repeat); }
/// Input without a window system: for tests and scripts. The GLFW back end does the same from its callbacks.
inline void press(Key key, bool down) { ImGui::GetIO().KeysDown[native(key)] = down; }
inline bool held(Key key) { return ImGui::IsKeyDown(native(key)); }
inline void set_ctrl(bool down) { ImGui::GetIO().KeyCtrl = down; }
inline void set_shift(bool down) { ImGui::GetIO().KeyShift = down; }
inline void move_mouse(ImVec2 at) { ImGui::GetIO().MousePos = at; }
inline void mouse_button(bool down) { ImGui::GetIO().MouseDown[0] = down; }
inline void wheel(float steps) { ImGui::GetIO().MouseWheel += steps; }
/// A key that went down and up between two frames would be lost: it is held down for one frame instead.
inline void hold_key(int glfw_key, bool down)
{
    constexpr int kLeftShift = 340, kLeftCtrl = 341, kRightShift = 344, kRightCtrl = 345;
    ImGuiIO& io = ImGui::GetIO();
    io.KeysDown[glfw_key] = down;
    io.KeyCtrl = io.KeysDown[kLeftCtrl] || io.KeysDown[kRightCtrl];
    io.KeyShift = io.KeysDown[kLeftShift] || io.KeysDown[kRightShift];
}
inline void map_keys()
{
    ImGuiIO& io = ImGui::GetIO();
    io.KeyMap[ImGuiKey_Tab] = native(Key::tab);
    io.KeyMap[ImGuiKey_LeftArrow] = native(Key::left);
    io.KeyMap[ImGuiKey_RightArrow] = native(Key::right);
    io.KeyMap[ImGuiKey_UpArrow] = native(Key::up);
    io.KeyMap[ImGuiKey_DownArrow] = native(Key::down);
    io.KeyMap[ImGuiKey_Home] = 268;
    io.KeyMap[ImGuiKey_End] = 269;
    io.KeyMap[ImGuiKey_Delete] = 261;
    io.KeyMap[ImGuiKey_Backspace] = 259;
    io.KeyMap[ImGuiKey_Space] = native(Key::space);
    io.KeyMap[ImGuiKey_Enter] = native(Key::enter);
    io.KeyMap[ImGuiKey_Escape] = native(Key::escape);
}
#endif

/// The control drawn last, and the one that has the keyboard; 0 for none.
inline unsigned last_item() { return GImGui->LastItemData.ID; }
inline unsigned focused_item() { return GImGui->NavId; }
inline bool in_popup() { return (GImGui->CurrentWindow->RootWindow->Flags & ImGuiWindowFlags_Popup) != 0; }
/// The ring is on the control drawn last.
inline bool has_ring() { return ImGui::IsItemFocused() && ImGui::GetIO().NavVisible; }
/// No panel has the keyboard: it is the picture's.
inline bool picture_has_keyboard() { return GImGui->NavWindow == nullptr; }
inline void give_keyboard_to_picture() { ImGui::FocusWindow(nullptr); }
/// The arrow pressed now does not move the ring.
inline void keep_ring() { ImGui::NavMoveRequestCancel(); }
/// ImGui's own walk with Tab, which knows fewer stops, is called off.
inline void cancel_own_tab()
{
    ImGui::NavMoveRequestCancel();
    GImGui->NavTabbingResultFirst.Clear();
    GImGui->NavTabbingDir = 1;
}
/// Enter presses the control with the ring. Newer ImGui does this itself.
inline bool entered_item()
{
#if IMGUI_VERSION_NUM >= 18900
    return false;
#else
    return has_ring() && pressed(Key::enter);
#endif
}

inline void push_font(ImFont* font)
{
#if IMGUI_VERSION_NUM >= 19200
    ImGui::PushFont(font, font->LegacySize);
#else
    ImGui::PushFont(font);
#endif
}

/// Stretches all fonts: for the frames between a change of scale and the new font atlas.
inline void set_font_stretch(float factor)
{
#if IMGUI_VERSION_NUM >= 19200
    ImGui::GetStyle().FontScaleMain = factor;
#else
    ImGui::GetIO().FontGlobalScale = factor;
#endif
}

/// End of the longest beginning of [text, end) that fits in `width` with this font, broken between words.
inline const char* wrap_position(ImFont* font, float size, const char* text, const char* end, float width)
{
#if IMGUI_VERSION_NUM >= 19200
    return font->CalcWordWrapPosition(size, text, end, width);
#else
    return font->CalcWordWrapPositionA(size / font->FontSize, text, end, width);
#endif
}

/// Flags of AddRect and AddRectFilled for all four corners.
inline constexpr ImDrawFlags kRound = ImDrawFlags_RoundCornersAll;

#if IMGUI_VERSION_NUM >= 19140
inline constexpr ImGuiCol kNavColour = ImGuiCol_NavCursor;
#else
inline constexpr ImGuiCol kNavColour = ImGuiCol_NavHighlight;
#endif

}  // namespace genu::compat
