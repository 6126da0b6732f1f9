#pragma once
// Where a picture is drawn before it is finished: colour with depth and stencil, and the selection's mask.
#include <glm/vec2.hpp>

#include "render/gl_handle.hpp"

namespace genu {

class SceneBuffers {
public:
    /// True when they had to be made anew: what they held is gone.
    bool fit(glm::ivec2 size);

    /// Directs drawing here and sets the viewport.
    void bind() const;
    /// Directs drawing to the selection's mask, over the same depth.
    void bind_mask() const;

    unsigned colour() const { return colour_.name(); }
    /// Not while `framebuffer` is drawn to; `colour_framebuffer` has the same colour without depth.
    unsigned depth() const { return depth_.name(); }
    unsigned colour_framebuffer() const { return colour_framebuffer_.name(); }
    unsigned mask() const { return mask_.name(); }
    unsigned framebuffer() const { return framebuffer_.name(); }
    glm::ivec2 size() const { return size_; }

private:
    glm::ivec2 size_{0};
    GlTexture colour_, mask_, depth_;
    GlFramebuffer framebuffer_, colour_framebuffer_, mask_framebuffer_;
};

}  // namespace genu
