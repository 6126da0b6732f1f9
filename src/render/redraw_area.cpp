#include "render/redraw_area.hpp"

#include <algorithm>

namespace genu {

PixelRect joined(PixelRect a, PixelRect b)
{
    if (a.width <= 0 || a.height <= 0) return b;
    if (b.width <= 0 || b.height <= 0) return a;
    const int x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.x + a.width, b.x + b.width) - x, std::max(a.y + a.height, b.y + b.height) - y};
}

PixelRect common(PixelRect a, PixelRect b)
{
    const int x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return {x, y, std::max(0, std::min(a.x + a.width, b.x + b.width) - x), std::max(0, std::min(a.y + a.height, b.y + b.height) - y)};
}

PixelRect RedrawArea::next(const Background& background, const PictureView& view, std::uint64_t content, PixelRect covered)
{
    const bool is_there = content_ != 0 && content == content_ && size_ == view.size && span_ == view.span && background_ == background;
    const PixelRect area = is_there ? joined(covered_, covered) : PixelRect{0, 0, view.size.x, view.size.y};
    background_ = background;
    size_ = view.size;
    span_ = view.span;
    covered_ = covered;
    content_ = 0;
    return area;
}

}  // namespace genu
