#pragma once
// How much of a picture must be drawn: all of it, or, where the last one of the same kind is still there, only where that
// or this one shows more than the background. A leg is narrow, and pixels are what a software rasteriser pays for.
#include <cstdint>

#include "render/picture_view.hpp"

namespace genu {

class RedrawArea {
public:
    /// `covered`: the pixels from the bottom left that hold anything now. `content`: what the target holds
    /// (OffscreenTarget::content). Call once for each picture.
    PixelRect next(const Background& background, const PictureView& view, std::uint64_t content, PixelRect covered);
    /// The picture has been drawn; the target's content from now on.
    std::uint64_t finished() { return content_ = ++last_content_; }
    /// What was drawn before is lost.
    void forget() { content_ = 0; }

private:
    Background background_;
    glm::ivec2 size_{0};
    glm::vec2 span_{0};
    PixelRect covered_;
    std::uint64_t content_ = 0;  ///< 0: none
    static inline std::uint64_t last_content_ = 0;  ///< no two pictures have the same
};

/// The smallest rectangle round both; an empty one counts for nothing.
PixelRect joined(PixelRect a, PixelRect b);
/// What is in both.
PixelRect common(PixelRect a, PixelRect b);

}  // namespace genu
