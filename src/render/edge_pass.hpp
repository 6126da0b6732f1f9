#pragma once
// Four looks for each pixel, but only where one is not enough. A still picture is drawn once at its own size; where its
// neighbouring pixels differ, and nowhere else, it is drawn again twice as large. What needs no second look lies in the
// large picture already, in front of everything, so that every later pass leaves it alone by its depth test.
#include "render/program.hpp"
#include "render/scene_buffers.hpp"
#include "scene/frame.hpp"

namespace genu {

class EdgePass {
public:
    static Result<EdgePass> create(const fs::path& folder);

    /// Finds the edges of `once`'s picture. `reach`: how many pixels of their surroundings are to be drawn again too.
    void mark(const SceneBuffers& once, int reach);
    /// Lays the rest of it into `fine`, which is twice as large and bound; nothing but a background has been drawn there.
    void keep(const SceneBuffers& once) const;

private:
    Program mark_, keep_;
    int contrast_ = -1, reach_ = -1;
    glm::ivec2 size_{0};
    GlTexture edge_;
    GlFramebuffer framebuffer_;
};

}  // namespace genu
