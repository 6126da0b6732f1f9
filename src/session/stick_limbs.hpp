#pragma once
// Two-part limbs of the figure behind an exercise.
#include <cmath>

#include <glm/glm.hpp>

namespace genu {

struct Limb { glm::vec3 root{0}, middle{0}, end{0}; };

/// From `root` towards `target` with two parts of these lengths, the middle joint out towards `bend`. A target that is too far is pointed at.
inline Limb reach(glm::vec3 root, glm::vec3 target, float upper_m, float lower_m, glm::vec3 bend)
{
    const glm::vec3 way = target - root;
    const float wanted = glm::length(way);
    if (wanted < 1e-4f) return {root, root + upper_m * bend, root};
    const glm::vec3 along = way / wanted;
    const float least = 1.02f * std::abs(upper_m - lower_m), most = 0.999f * (upper_m + lower_m);
    const float span = wanted < least ? least : wanted > most ? most : wanted;
    const float before = (upper_m * upper_m - lower_m * lower_m + span * span) / (2 * span);
    const float out = std::sqrt(std::fmax(0.0f, upper_m * upper_m - before * before));
    const glm::vec3 across = bend - glm::dot(bend, along) * along;
    const glm::vec3 side = glm::length(across) > 1e-4f ? glm::normalize(across) : glm::vec3(0);
    return {root, root + before * along + out * side, root + span * along};
}

}  // namespace genu
