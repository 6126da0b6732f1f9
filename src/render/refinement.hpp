#pragma once
// A picture at rest that gets better look by look: the mean of several pictures, each moved by another part of a pixel. A
// look costs little more than a picture that moves, so that whoever looks need not wait for the last one.
#include <optional>

#include "render/gl_handle.hpp"
#include "scene/frame.hpp"

namespace genu {

class Refinement {
public:
    /// Where eight looks lie in a pixel no two share a column or a row, so that edges of any slant get eight steps.
    static constexpr int kLooks = 8;
    /// The mean of fewer shows more stair-steps than the first look with its edges smoothed.
    static constexpr int kShownFrom = 4;

    int looks() const { return looks_; }
    bool is_done() const { return looks_ >= kLooks; }
    void restart() { looks_ = 0; }
    /// From the pixel's middle, in pixels: that of the next look.
    glm::vec2 shift_px() const;

private:
    friend class Renderer;
    friend class MeanPass;
    /// Begins anew where this is another picture than the last.
    void follow(const Frame& frame, glm::ivec2 size);

    int looks_ = 0;
    std::optional<Frame> frame_;
    glm::ivec2 size_{0};
    PixelRect part_;               ///< what the mean holds, from the bottom left
    std::uint64_t ambient_ = 0;    ///< AmbientPass's number of the first look
    GlTexture mean_;
    GlFramebuffer framebuffer_;
    bool is_usable_ = false;       ///< there are textures for it
};

}  // namespace genu
