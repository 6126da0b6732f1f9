#include "motion/read.hpp"

namespace genu {

std::vector<double> read_numbers(const JsonView& at, std::size_t count)
{
    std::vector<double> numbers;
    for (const JsonView& item : at.items()) numbers.push_back(item.as_number());
    if (numbers.size() != count) at.complain("must hold " + std::to_string(count) + " numbers, holds " + std::to_string(numbers.size()));
    numbers.resize(count, 0.0);
    return numbers;
}

glm::dvec3 read_point_m(const JsonView& at)
{
    const std::vector<double> mm = read_numbers(at, 3);
    return glm::dvec3(-mm[0], mm[1], -mm[2]) * 1e-3;
}

glm::dvec3 read_direction(const JsonView& at)
{
    const std::vector<double> v = read_numbers(at, 3);
    const glm::dvec3 direction(-v[0], v[1], -v[2]);
    const double length = glm::length(direction);
    if (length < 1e-9) {
        at.complain("is not a direction: all zero");
        return {1, 0, 0};
    }
    return direction / length;
}

}  // namespace genu
