#pragma once
// Dear ImGui's context and its OpenGL back end for one window or one headless canvas, and the panels that live in it.
#include <memory>

#include <glm/vec2.hpp>

#include "ui/ui.hpp"

namespace genu {

class ImGuiSession {
public:
    /// Needs a current OpenGL context.
    explicit ImGuiSession(double scale);
    ~ImGuiSession();
    ImGuiSession(const ImGuiSession&) = delete;
    ImGuiSession& operator=(const ImGuiSession&) = delete;

    /// Between frames: fonts and style for this size and theme.
    void set_scale(double pixel_scale, bool light_theme);
    /// For canvases without a window system; a window's back end does this itself.
    void begin_frame(glm::ivec2 size_px, double dt_s);
    /// For a window: its own back end has told sizes, time and pointer.
    void new_window_frame();
    void end_frame();   ///< closes the frame: everything is laid out
    void paint();       ///< draws what was laid out into the bound framebuffer
    /// Only this part of it, filling the bound framebuffer.
    void paint(PixelRect part);
    Ui& ui() { return *ui_; }

private:
    std::unique_ptr<Ui> ui_;
};

}  // namespace genu
