#include "render/noise_texture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include <glm/glm.hpp>

#include "render/gl.hpp"

namespace genu {

namespace {

constexpr int kSize = 64;
constexpr float kLoudness = 1.25f;  // the sum then fills -1…1 and is hardly ever clipped

std::uint32_t mixed(std::uint32_t x)
{
    x ^= x >> 16;
    x *= 0x7feb352dU;
    x ^= x >> 15;
    x *= 0x846ca68bU;
    return x ^ (x >> 16);
}

/// Perlin's gradient noise, periodic: a random slope at every point of a lattice.
class Noise {
public:
    Noise(int period, std::uint32_t seed) : period_(period)
    {
        const auto points = static_cast<std::uint32_t>(period * period * period);
        for (std::uint32_t i = 0; i < points; ++i) {
            const std::uint32_t bits = mixed(i + seed * 0x9e3779b9U);
            const glm::vec3 raw(static_cast<float>(bits & 1023u), static_cast<float>((bits >> 10) & 1023u), static_cast<float>((bits >> 20) & 1023u));
            slopes_.push_back(glm::normalize(raw / 511.5f - 1.0f + 1e-3f));
        }
    }

    float at(glm::vec3 p) const
    {
        const glm::vec3 base = glm::floor(p);
        const glm::vec3 t = p - base;
        const glm::vec3 s = t * t * t * (t * (t * 6.0f - 15.0f) + 10.0f);
        std::array<float, 8> corner{};
        for (int i = 0; i < 8; ++i) {
            const glm::ivec3 step(i & 1, (i >> 1) & 1, i >> 2);
            corner[static_cast<std::size_t>(i)] = glm::dot(slope(glm::ivec3(base) + step), t - glm::vec3(step));
        }
        const auto along_x = [&](std::size_t i) { return glm::mix(corner[i], corner[i + 1], s.x); };
        return glm::mix(glm::mix(along_x(0), along_x(2), s.y), glm::mix(along_x(4), along_x(6), s.y), s.z);
    }

private:
    const glm::vec3& slope(glm::ivec3 cell) const
    {
        const auto wrapped = [&](int c) { return c == period_ ? 0 : c; };
        return slopes_[static_cast<std::size_t>(wrapped(cell.x) + period_ * (wrapped(cell.y) + period_ * wrapped(cell.z)))];
    }

    int period_;
    std::vector<glm::vec3> slopes_;
};

std::size_t index_of(glm::ivec3 p)
{
    p &= kSize - 1;
    return static_cast<std::size_t>(p.x + kSize * (p.y + kSize * p.z));
}

std::vector<float> noise_block()
{
    const Noise broad(8, 1), narrow(16, 2);
    std::vector<float> block(static_cast<std::size_t>(kSize) * kSize * kSize);
    for (int z = 0; z < kSize; ++z) {
        for (int y = 0; y < kSize; ++y) {
            for (int x = 0; x < kSize; ++x) {
                const glm::vec3 p = glm::vec3(x, y, z) / static_cast<float>(kSize);
                block[index_of({x, y, z})] = kLoudness * (broad.at(p * 8.0f) + 0.6f * narrow.at(p * 16.0f));
            }
        }
    }
    return block;
}

std::uint8_t signed_byte_of(float value) { return static_cast<std::uint8_t>(std::clamp(255 * (0.5f + 0.5f * value), 0.0f, 255.0f) + 0.5f); }

std::vector<std::uint8_t> finest_level(const std::vector<float>& block)
{
    std::vector<std::uint8_t> texels(4 * block.size());
    for (int z = 0; z < kSize; ++z) {
        for (int y = 0; y < kSize; ++y) {
            for (int x = 0; x < kSize; ++x) {
                std::uint8_t* texel = &texels[4 * index_of({x, y, z})];
                const auto slope = [&](glm::ivec3 step) { return block[index_of(glm::ivec3(x, y, z) + step)] - block[index_of(glm::ivec3(x, y, z) - step)]; };
                texel[0] = signed_byte_of(slope({1, 0, 0}));
                texel[1] = signed_byte_of(slope({0, 1, 0}));
                texel[2] = signed_byte_of(slope({0, 0, 1}));
                texel[3] = signed_byte_of(block[index_of({x, y, z})]);
            }
        }
    }
    return texels;
}

/// Half as large: each texel the mean of eight. glGenerateMipmap would compile shaders for it on a software rasteriser.
std::vector<std::uint8_t> halved(const std::vector<std::uint8_t>& texels, std::size_t size)
{
    const std::size_t half = size / 2;
    std::vector<std::uint8_t> result;
    result.reserve(4 * half * half * half);
    for (std::size_t z = 0; z < half; ++z) {
        for (std::size_t y = 0; y < half; ++y) {
            for (std::size_t x = 0; x < half; ++x) {
                for (std::size_t c = 0; c < 4; ++c) {
                    unsigned sum = 4;
                    for (std::size_t i = 0; i < 8; ++i) sum += texels[4 * ((2 * x + (i & 1)) + size * ((2 * y + (i >> 1 & 1)) + size * (2 * z + (i >> 2)))) + c];
                    result.push_back(static_cast<std::uint8_t>(sum / 8));
                }
            }
        }
    }
    return result;
}

}  // namespace

GlTexture make_noise_texture()
{
    std::vector<std::uint8_t> texels = finest_level(noise_block());
    GlTexture texture = GlTexture::make();
    glBindTexture(GL_TEXTURE_3D, texture.name());
    int level = 0;
    for (int size = kSize; size > 0; size /= 2) {
        glTexImage3D(GL_TEXTURE_3D, level++, GL_RGBA8, size, size, size, 0, GL_RGBA, GL_UNSIGNED_BYTE, texels.data());
        if (size > 1) texels = halved(texels, static_cast<std::size_t>(size));
    }
    glTexParameteri(GL_TEXTURE_3D, GL_TEXTURE_MAX_LEVEL, level - 1);
    glTexParameteri(GL_TEXTURE_3D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_NEAREST);
    glTexParameteri(GL_TEXTURE_3D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_3D, GL_TEXTURE_WRAP_S, GL_REPEAT);
    glTexParameteri(GL_TEXTURE_3D, GL_TEXTURE_WRAP_T, GL_REPEAT);
    glTexParameteri(GL_TEXTURE_3D, GL_TEXTURE_WRAP_R, GL_REPEAT);
    return texture;
}

}  // namespace genu
