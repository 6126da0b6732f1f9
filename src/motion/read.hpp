#pragma once
// Numbers of the motion files: millimetres in the measuring frame (x lateral, y up, z posterior) → metres in the
// program's (x to the left of a right leg, y up, z forward), which is half a turn about y.
#include <vector>

#include <glm/glm.hpp>

#include "base/json.hpp"

namespace genu {

/// `count` numbers; a wrong count is a problem and yields zeros.
std::vector<double> read_numbers(const JsonView& at, std::size_t count);
glm::dvec3 read_point_m(const JsonView& at);
glm::dvec3 read_direction(const JsonView& at);

}  // namespace genu
