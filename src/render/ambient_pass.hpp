#pragma once
// Soft darkening where surfaces meet, from the depth of the picture. Computed at half of the finished picture's size.
#include "render/picture_view.hpp"
#include "render/program.hpp"
#include "render/scene_buffers.hpp"

namespace genu {

class AmbientPass {
public:
    static Result<AmbientPass> create(const fs::path& folder);

    /// Darkens what has been drawn so far. `part`: the pixels (from the bottom left) that hold anything. Leaves the
    /// buffers bound for drawing. `known`: the number of an earlier picture from the same place, of which what was found is
    /// used again if it is still there; becomes this picture's number.
    void draw(const PictureView& view, const SceneBuffers& buffers, int samples, PixelRect part, std::uint64_t& known);

private:
    struct Step {
        Program program;
        int unproject = -1, perspective = -1;
    };
    static Result<Step> step(const fs::path& folder, const std::string& fragment);
    void fit(glm::ivec2 size);
    void begin(const Step& step, const PictureView& view, unsigned framebuffer, glm::ivec2 size, PixelRect part) const;

    Step open_, blur_, apply_;
    int radius_ = -1, reach_ = -1, beyond_ = -1, beyond_span_ = -1;
    void find(const PictureView& view, const SceneBuffers& buffers, PixelRect small);

    glm::ivec2 size_{0};
    std::uint64_t number_ = 0;  ///< of the picture that was last looked at
    GlTexture rough_, smooth_;
    GlFramebuffer rough_framebuffer_, smooth_framebuffer_;
};

}  // namespace genu
