#include "render/refinement.hpp"

#include <array>

namespace genu {

glm::vec2 Refinement::shift_px() const
{
    // In sixteenths, the nearest to the middle first.
    static constexpr std::array<glm::vec2, kLooks> kShifts = {{{1, -3}, {-1, 3}, {5, 1}, {-3, -5}, {-5, 5}, {-7, -1}, {3, 7}, {7, -7}}};
    return kShifts[static_cast<std::size_t>(looks_ % kLooks)] / 16.0f;
}

void Refinement::follow(const Frame& frame, glm::ivec2 size)
{
    if (frame_ && size_ == size && *frame_ == frame) return;
    if (size_ != size) mean_ = GlTexture{};
    frame_ = frame;
    size_ = size;
    looks_ = 0;
}

}  // namespace genu
