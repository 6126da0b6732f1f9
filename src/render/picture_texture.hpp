#pragma once
#include "base/image.hpp"
#include "render/gl_handle.hpp"

namespace genu {

/// A picture on the graphics card, smoothed when it is shown smaller or larger. Needs a current context.
GlTexture texture_of(const Image& image);

}  // namespace genu
