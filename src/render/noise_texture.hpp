#pragma once
#include "render/gl_handle.hpp"

namespace genu {

/// A block of smooth noise that repeats without a seam: value in alpha, its slope in red, green, blue, both around one
/// half. With mipmaps, so that streaks finer than a pixel fade out instead of shimmering.
GlTexture make_noise_texture();

}  // namespace genu
