#pragma once
#include "render/program.hpp"
#include "scene/frame.hpp"

namespace genu {

/// The sRGB curve, as in shaders/include/output.glsl.
glm::vec3 display_colour(glm::vec3 linear);

/// A soft vertical gradient; or nothing at all, for pictures that lie on something else.
class BackgroundPass {
public:
    static Result<BackgroundPass> create(const fs::path& folder);
    /// Clears depth and stencil as well.
    /// `span`: where the picture's bottom and top lie in the gradient.
    /// Clears colour, depth and stencil too. Only `part`, in pixels from the bottom left.
    void draw(const Background& background, glm::vec2 span, PixelRect part) const;

private:
    Program program_;
    int top_ = -1, bottom_ = -1, span_ = -1;
};

}  // namespace genu
