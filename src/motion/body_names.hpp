#pragma once
#include <algorithm>

#include "motion/skeleton.hpp"

namespace genu {

inline const std::vector<std::string>& motion_body_names()
{
    static const std::vector<std::string> names = {"trunk", "pelvis", "femur", "patella", "tibia", "talus", "foot", "toes"};
    return names;
}

inline std::optional<MotionBody> motion_body_from_name(std::string_view name)
{
    const std::vector<std::string>& names = motion_body_names();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<MotionBody>(found - names.begin());
}

}  // namespace genu
