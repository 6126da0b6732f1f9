#pragma once
// Numbered pictures become one moving picture, by a program of the system: img2webp (animated WebP) or ffmpeg.
#include <vector>

#include "base/files.hpp"

namespace genu {

/// By the ending of its name: .webp, .mp4 or .gif, where a program for it is installed and its folder can be written to.
Result<Done> can_encode(const fs::path& movie);
/// `folder` holds the pictures as 0000.png, 0001.png, …; `movie` is written whole or not at all.
Result<Done> encode(const std::vector<fs::path>& pictures, const fs::path& folder, const fs::path& movie, double frames_per_second);

}  // namespace genu
