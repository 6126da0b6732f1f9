#pragma once
#include <cstdint>

namespace genu {

enum class Style : std::uint8_t { atlas, print, safe };       ///< the theme's plate; white with outlines; colours told apart without colour vision
const char* name_of(Style style);

}  // namespace genu
