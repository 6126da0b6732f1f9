#pragma once
#include <glm/vec2.hpp>

#include "render/program.hpp"

namespace genu {

/// Smooths the edges of a finished picture into the framebuffer that is bound.
class FxaaPass {
public:
    static Result<FxaaPass> create(const fs::path& folder);
    void draw(unsigned picture, glm::ivec2 size) const;

private:
    Program program_;
    int texel_ = -1;
};

}  // namespace genu
