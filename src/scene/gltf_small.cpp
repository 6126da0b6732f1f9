#include "scene/gltf_small.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace genu {

namespace {

constexpr float kSteps = 65535;

}  // namespace

SmallSpace small_space(const std::vector<glm::vec3>& position_m)
{
    glm::vec3 low(1e9f), high(-1e9f);
    for (const glm::vec3& p : position_m) {
        low = glm::min(low, p);
        high = glm::max(high, p);
    }
    const glm::vec3 size = high - low;
    return {low, std::max({size.x, size.y, size.z, 1e-6f}) / kSteps};
}

glm::u16vec3 small_place(const SmallSpace& space, glm::vec3 position_m)
{
    const glm::vec3 steps = glm::clamp((position_m - space.low_m) / space.step_m, 0.0f, kSteps);
    return {static_cast<std::uint16_t>(std::lround(steps.x)), static_cast<std::uint16_t>(std::lround(steps.y)), static_cast<std::uint16_t>(std::lround(steps.z))};
}

glm::i8vec3 small_direction(glm::vec3 direction)
{
    const auto byte = [](float value) { return static_cast<std::int8_t>(std::lround(127.0f * std::clamp(value, -1.0f, 1.0f))); };
    return {byte(direction.x), byte(direction.y), byte(direction.z)};
}

// The largest takes the rounding.
glm::u8vec4 small_weights(glm::vec4 weights)
{
    glm::ivec4 whole;
    int total = 0, largest = 0;
    for (int k = 0; k < 4; ++k) {
        whole[k] = static_cast<int>(std::lround(255.0f * std::clamp(weights[k], 0.0f, 1.0f)));
        total += whole[k];
        if (whole[k] > whole[largest]) largest = k;
    }
    whole[largest] += 255 - total;
    return glm::u8vec4(whole);
}

std::size_t SmallRows::add(std::size_t bytes)
{
    const std::size_t place = stride_;
    stride_ += (bytes + 3) / 4 * 4;
    return place;
}

void SmallRows::copy(std::size_t row, std::size_t place, const void* value, std::size_t size)
{
    std::memcpy(data_.data() + row * stride_ + place, value, size);
}

}  // namespace genu
