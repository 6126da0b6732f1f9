#pragma once
// Where a picture is drawn before it is finished: colour with depth and stencil, several samples per pixel if asked.
#include <glm/vec2.hpp>

#include "render/gl_handle.hpp"

namespace genu {

class SceneBuffers {
public:
    void fit(glm::ivec2 size, int samples);

    /// Directs drawing to the samples and sets the viewport.
    void bind() const;
    /// Brings several samples together; afterwards `colour` holds the picture and drawing goes to it, depth kept.
    void resolve(bool with_depth) const;
    /// Directs drawing to the selection's mask, over the resolved depth.
    void bind_mask() const;

    unsigned colour() const { return colour_.name(); }
    unsigned mask() const { return mask_.name(); }
    unsigned framebuffer() const { return single_.name(); }
    glm::ivec2 size() const { return size_; }

private:
    glm::ivec2 size_{0};
    int samples_ = 0;
    GlTexture colour_, mask_;
    GlRenderbuffer depth_, many_colour_, many_depth_;
    GlFramebuffer single_, many_, mask_framebuffer_;
};

}  // namespace genu
