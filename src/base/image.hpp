#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include <glm/vec2.hpp>

#include "base/files.hpp"

namespace genu {

/// Eight-bit RGBA, top row first, straight (not premultiplied) alpha.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;

    const std::uint8_t* pixel(int x, int y) const { return &rgba[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x))]; }
};

/// As PNG; empty where the picture could not be encoded.
std::vector<std::byte> png_bytes(const Image& image);
Result<Done> write_png(const fs::path& path, const Image& image);
Result<Image> read_png(const fs::path& path);

/// The share of pixels whose largest channel difference exceeds `threshold` (0…255), and the mean difference.
/// Images of different size differ wholly.
struct ImageDifference { double changed_share; double mean; };
ImageDifference compare(const Image& a, const Image& b, int threshold);

}  // namespace genu
