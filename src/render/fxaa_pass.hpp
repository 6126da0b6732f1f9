#pragma once
#include "render/program.hpp"
#include "scene/frame.hpp"

namespace genu {

/// Smooths the edges of a finished picture into the framebuffer that is bound.
class FxaaPass {
public:
    static Result<FxaaPass> create(const fs::path& folder);
    /// Only within `part` (pixels from the bottom left).
    void draw(unsigned picture, glm::ivec2 size, PixelRect part) const;

private:
    Program program_;
    int texel_ = -1;
};

}  // namespace genu
