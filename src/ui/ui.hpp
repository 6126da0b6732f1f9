#pragma once
// The panels: they read state and emit commands. The only Dear ImGui besides the window's set-up.
#include <map>
#include <string>
#include <vector>

#include "session/build_frame.hpp"
#include "session/commands.hpp"
#include "session/library.hpp"

namespace genu {

/// Where a widget was drawn in the last frame, so that scripts and tests can find it by its label and click it.
struct WidgetRect {
    std::string label;   ///< the visible text
    std::string kind;    ///< button, checkbox, slider, text, item, tab
    PixelRect rect_px;
    bool enabled = true;
};

struct UiInput {
    int width_px = 1440, height_px = 900;
    double pixel_scale = 1;   ///< framebuffer pixels per point of the window system, times the reader's UI scale
};

struct UiOutput {
    Commands commands;
    PixelRect picture_px;            ///< the part of the window the leg is drawn into
    std::vector<WidgetRect> widgets;
    bool wants_mouse = false;        ///< the pointer is over a panel
    bool wants_keyboard = false;     ///< a text field has the focus
};

/// Sets up fonts and style. Call once after ImGui::CreateContext().
class Ui {
public:
    /// Fonts come from the system; without one the built-in font is used and `warning()` says so.
    explicit Ui(double pixel_scale);
    /// Between ImGui::NewFrame() and ImGui::Render().
    UiOutput draw(const AppState& state, const Library& library, const Frame& frame, const UiInput& input);
    /// Labels, legend and scale bar only: for pictures without panels.
    void draw_overlay_only(const AppState& state, const Library& library, const Frame& frame, PixelRect picture_px);
    void set_scale(double pixel_scale, bool light_theme);
    const std::string& warning() const { return warning_; }

private:
    std::string warning_;
    double scale_ = 0;
    bool light_ = false;
};

}  // namespace genu
