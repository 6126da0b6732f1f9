#pragma once
#include "render/picture_view.hpp"
#include "render/program.hpp"

namespace genu {

/// Flat shapes on the background, behind everything that has depth.
class BackdropPass {
public:
    static Result<BackdropPass> create(const fs::path& folder);
    void draw(const std::vector<BackdropShape>& shapes, const PictureView& view) const;

private:
    Program program_;
    GlBuffer vertices_;
    GlVertexArray layout_;
};

/// The outline of a tapered capsule as the eye sees it, as triangles of points in the picture (-1 to 1); empty where it reaches behind the eye.
std::vector<glm::vec2> backdrop_triangles(const BackdropShape& shape, const PictureView& view);

}  // namespace genu
