#pragma once
// The panels: they read state and emit commands. The only Dear ImGui besides the window's set-up.
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "session/build_frame.hpp"
#include "session/commands.hpp"
#include "session/library.hpp"

namespace genu {

/// Where a widget was drawn in the last frame, so that scripts and tests can find it by its label and click it.
struct WidgetRect {
    std::string label;   ///< the visible text
    std::string kind;    ///< button, checkbox, slider, text, item, tab, input
    PixelRect rect_px;   ///< the visible part; what is scrolled out of sight is not in the list
    bool enabled = true;
    std::string panel;   ///< the part of the window it lies in: "top", "rail", "explore", "card", …
    bool focused = false;  ///< it has the keyboard, and the ring that shows it
};

/// A picture that the window has put on the graphics card, by what it shows.
struct UiPicture { std::uintptr_t texture = 0; int width = 0, height = 0; };

struct UiInput {
    int width_px = 1440, height_px = 900;
    double pixel_scale = 1;   ///< framebuffer pixels per point of the window system, times the reader's UI scale
    const Frame* second = nullptr;   ///< what the right half shows while two conditions are compared
    const std::map<std::string, UiPicture>* view_pictures = nullptr;  ///< of saved views, by their ids
};

struct UiOutput {
    Commands commands;
    PixelRect picture_px;            ///< the part of the window the leg is drawn into
    PixelRect second_px;             ///< the other half, while two conditions are compared
    std::vector<WidgetRect> widgets;
    bool wants_mouse = false;        ///< the pointer is over a panel
    bool wants_keyboard = false;     ///< a text field has the focus
    bool wants_frame = false;        ///< something waits for time to pass (a tooltip): draw again soon without an event
};

/// The half of the picture under a pixel: the first where there is one only.
const PixelRect& part_at(const UiOutput& out, int x, int y);

struct UiMemory;
struct Fonts;

/// Sets up fonts and style. Call once after ImGui::CreateContext(). Coordinates of ImGui may be framebuffer pixels or
/// points of the window system; `io.DisplayFramebufferScale` says which.
class Ui {
public:
    /// Fonts come from the system; without one the built-in font is used and `warning()` says so.
    explicit Ui(double pixel_scale);
    ~Ui();
    Ui(const Ui&) = delete;
    Ui& operator=(const Ui&) = delete;

    /// Between ImGui::NewFrame() and ImGui::Render().
    UiOutput draw(const AppState& state, const Library& library, const Frame& frame, const UiInput& input);
    /// What lies on the picture, without panels: for pictures in files.
    struct OverlayParts { bool names = true, legend = true; };  ///< names and notes; legend, scale and directions
    void draw_overlay_only(const AppState& state, const Library& library, const Frame& frame, PixelRect picture_px, const Frame* second, OverlayParts parts);
    /// Between frames. True when the font atlas was built anew: the window must then upload it again
    /// (ImGui_ImplOpenGL3_DestroyFontsTexture and …CreateFontsTexture).
    bool set_scale(double pixel_scale, bool light_theme);
    const std::string& warning() const { return warning_; }

private:
    float unit_for(double pixel_scale) const;

    std::string warning_;
    double scale_ = 0;
    bool light_ = false;
    std::unique_ptr<Fonts> fonts_;
    std::unique_ptr<UiMemory> memory_;
};

}  // namespace genu
