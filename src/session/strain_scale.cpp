#include "session/strain_scale.hpp"

#include <algorithm>
#include <cmath>

namespace genu {

glm::vec3 cividis(double place)
{
    // Nunez 2018, at nine even steps, sRGB: dark blue, grey in the middle, yellow.
    static constexpr float steps[9][3] = {{0, 34, 78}, {18, 53, 112}, {59, 73, 108}, {87, 93, 109}, {124, 123, 120},
                                          {154, 146, 115}, {188, 175, 98}, {222, 205, 73}, {254, 232, 56}};
    const double at = std::clamp(0.5 + 0.5 * place, 0.0, 1.0) * 8;
    const auto low = static_cast<std::size_t>(std::min(at, 7.0));
    const auto t = static_cast<float>(at - static_cast<double>(low));
    // Under light, and on a dark ground, its dark end would be lost: it is made brighter, and stays the darker one.
    const float dark = static_cast<float>(std::clamp(-place, 0.0, 1.0)), brighter = 1 + 2.5f * dark * dark;
    glm::vec3 linear;
    for (glm::length_t c = 0; c < 3; ++c) {
        const float s = ((1 - t) * steps[low][c] + t * steps[low + 1][c]) / 255.0f;
        linear[c] = brighter * (s <= 0.04045f ? s / 12.92f : std::pow((s + 0.055f) / 1.055f, 2.4f));
    }
    return linear;
}

// By the root of the change: a calf stretch of a few percent must be seen beside hamstrings that give a fifth.
glm::vec3 strain_colour(double strain) { return cividis(std::copysign(std::sqrt(std::min(std::abs(strain) / kFullScale, 1.0)), strain)); }

}  // namespace genu
