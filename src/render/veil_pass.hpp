#pragma once
// What one can see through, in any order: the layers of a pixel are averaged by their opacity and nearness, and what they
// let through is multiplied. Nothing is sorted, so nothing pops while the leg turns. After M. McGuire and L. Bavoil,
// "Weighted Blended Order-Independent Transparency" (2013); the product is kept as a sum of logarithms, because OpenGL 3.3
// and ES 3.0 blend all targets alike.
#include "render/picture_view.hpp"
#include "render/program.hpp"
#include "render/scene_buffers.hpp"

namespace genu {

class VeilPass {
public:
    static Result<VeilPass> create(const fs::path& folder);

    /// Directs drawing to the layers, over the depth of what is solid. False where the driver cannot blend such
    /// numbers (OpenGL ES 3.0 without extensions): then the layers must be drawn sorted.
    bool begin(const SceneBuffers& buffers, PixelRect part);
    /// Lays them over the picture, within `part` (pixels from the bottom left).
    void finish(const SceneBuffers& buffers, PixelRect part) const;

private:
    Program program_;
    glm::ivec2 size_{0};
    unsigned depth_ = 0;
    bool is_usable_ = false;
    GlTexture colour_, cover_;
    GlFramebuffer framebuffer_;
};

}  // namespace genu
