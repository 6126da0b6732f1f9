#pragma once
// The five sizes of the one family, with icons merged in.
#include <string>

#include <imgui.h>

namespace genu {

/// Sizes in points of the em: labels, text, small titles (semibold), titles (semibold), doors (semibold).
enum class Type : std::uint8_t { label, body, strong, title, door };

struct Fonts {
    ImFont* label = nullptr;
    ImFont* body = nullptr;
    ImFont* strong = nullptr;
    ImFont* title = nullptr;
    ImFont* door = nullptr;
    bool has_icons = false;

    ImFont* of(Type type) const;
};

/// Size of the em in points.
float em_pt(Type type);

/// Replaces what is in ImGui's font atlas; the window must then upload it again. `warning` gets one sentence when no
/// good font was found.
Fonts load_fonts(float scale, std::string& warning);

}  // namespace genu
