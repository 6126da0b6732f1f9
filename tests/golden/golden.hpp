#pragma once
// Reference pictures in tests/golden/pictures. With GENU_UPDATE_GOLDENS=1 they are written anew: look at every one.
#include <string>

#include "base/image.hpp"

namespace genu::test {

// Two versions of a software rasteriser round colours by up to 2 of 255 and place about one edge pixel in a hundred
// differently (half of all edge pixels of these pictures are 0.4 % of the picture); anything a reader would notice, such
// as one structure missing or a light moved, changes several per cent by more than 12.
inline constexpr int kGoldenThreshold = 12;
inline constexpr double kGoldenShare = 0.004;

bool is_like(const Image& picture, const Image& reference);

/// Passes when the picture is like its reference; else writes it below the build folder and fails with both names.
void check_golden(const std::string& name, const Image& picture);

Image golden(const std::string& name);

}  // namespace genu::test
