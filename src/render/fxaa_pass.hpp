#pragma once
// Smooths the stair-steps along edges of a finished picture.
#include "render/program.hpp"
#include "render/scene_buffers.hpp"
#include "scene/frame.hpp"

namespace genu {

class FxaaPass {
public:
    static Result<FxaaPass> create(const fs::path& folder);
    /// In the buffers' picture, of which the texture `copy` is a copy, within `part` (pixels from the bottom left). What
    /// the stencil holds is lost.
    void draw(const SceneBuffers& buffers, unsigned copy, PixelRect part) const;

private:
    Program edge_, smooth_;
    int texel_ = -1;
};

}  // namespace genu
