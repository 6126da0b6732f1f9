#include "base/image.hpp"

#include <algorithm>
#include <cstdlib>

#include <stb_image.h>
#include <stb_image_write.h>

namespace genu {

namespace {

bool is_opaque(const Image& image)
{
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) if (image.rgba[i] != 255) return false;
    return true;
}

std::vector<std::uint8_t> without_alpha(const Image& image)
{
    std::vector<std::uint8_t> rgb(image.rgba.size() / 4 * 3);
    for (std::size_t i = 0; i < rgb.size() / 3; ++i) std::copy_n(&image.rgba[4 * i], 3, &rgb[3 * i]);
    return rgb;
}

}  // namespace

std::vector<std::byte> png_bytes(const Image& image)
{
    // A reader waits for the picture: a tenth larger in a third of the time.
    stbi_write_png_compression_level = 5;
    stbi_write_force_png_filter = 2;
    std::vector<std::byte> bytes;
    const auto collect = [](void* context, void* data, int size) {
        auto& out = *static_cast<std::vector<std::byte>*>(context);
        const auto* begin = static_cast<const std::byte*>(data);
        out.insert(out.end(), begin, begin + size);
    };
    // Without a fourth channel that says nothing there is a quarter less to compress.
    const std::vector<std::uint8_t> rgb = is_opaque(image) ? without_alpha(image) : std::vector<std::uint8_t>{};
    const int channels = rgb.empty() ? 4 : 3;
    const void* pixels = rgb.empty() ? image.rgba.data() : rgb.data();
    if (!stbi_write_png_to_func(collect, &bytes, image.width, image.height, channels, pixels, image.width * channels)) return {};
    return bytes;
}

Result<Done> write_png(const fs::path& path, const Image& image)
{
    const std::vector<std::byte> bytes = png_bytes(image);
    if (bytes.empty()) return Problem{path.string(), "", "the picture could not be encoded as PNG", ""};
    return write_whole(path, bytes);
}

Result<Image> read_png(const fs::path& path)
{
    auto bytes = read_bytes(path);
    if (!bytes) return bytes.problems();
    Image image;
    int channels = 0;
    stbi_uc* data = stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(bytes->data()), static_cast<int>(bytes->size()),
                                          &image.width, &image.height, &channels, 4);
    if (!data) return Problem{path.string(), "", "is not a picture that can be read", ""};
    image.rgba.assign(data, data + 4 * static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
    stbi_image_free(data);
    return image;
}

ImageDifference compare(const Image& a, const Image& b, int threshold)
{
    if (a.width != b.width || a.height != b.height || a.rgba.empty()) return {1.0, 255.0};
    std::size_t changed = 0;
    double sum = 0;
    const std::size_t pixels = a.rgba.size() / 4;
    for (std::size_t i = 0; i < pixels; ++i) {
        int largest = 0;
        for (std::size_t c = 0; c < 3; ++c) largest = std::max(largest, std::abs(int{a.rgba[4 * i + c]} - int{b.rgba[4 * i + c]}));
        changed += largest > threshold ? 1 : 0;
        sum += largest;
    }
    return {static_cast<double>(changed) / static_cast<double>(pixels), sum / static_cast<double>(pixels)};
}

}  // namespace genu
