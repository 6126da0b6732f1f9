#pragma once
// A finished picture on the graphics card. Holds display-ready (sRGB-encoded) colour with premultiplied alpha.
#include <cstdint>

#include <glm/vec2.hpp>

#include "base/image.hpp"
#include "render/gl_handle.hpp"
#include "scene/frame.hpp"

namespace genu {

class OffscreenTarget {
public:
    explicit OffscreenTarget(glm::ivec2 size);

    glm::ivec2 size() const { return size_; }
    /// Makes a new picture when the size differs; its content is undefined until something is drawn.
    void resize(glm::ivec2 size);

    /// Top row first, straight alpha.
    Image read() const;

    /// Copies the picture, unscaled, to `where` in the window (pixels, origin top left).
    void blit_to_default(PixelRect where, int window_height) const;
    /// The same into another picture: a window without a window.
    void blit_to(const OffscreenTarget& other, PixelRect where) const;

    /// Directs drawing here; for the panels of a picture without a window.
    void bind() const;
    /// A number that the renderer gave this picture and that is gone as soon as anything else is drawn here. 0: none.
    std::uint64_t content() const { return content_; }
    void set_content(std::uint64_t content) { content_ = content; }
    unsigned texture() const { return colour_.name(); }
    unsigned framebuffer() const { return framebuffer_.name(); }

private:
    glm::ivec2 size_{0};
    GlTexture colour_;
    GlFramebuffer framebuffer_;
    mutable std::uint64_t content_ = 0;
};

}  // namespace genu
