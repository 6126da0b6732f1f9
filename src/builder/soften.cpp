#include "builder/soften.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "builder/surface.hpp"

namespace genu::builder {

namespace {

constexpr double kGroove = 0.13;  // depth of the grooves, of a lobule's size
constexpr double kWide = 0.45;    // how far a groove's side reaches, in difference of distances to two middles
constexpr double kCrumb = 0.25;  // share of the whole below which what has come apart goes

// A fixed number in 0…1 for each place of the lattice: the same in every build.
double chance(const glm::ivec3& cell, std::uint32_t which)
{
    std::uint32_t h = static_cast<std::uint32_t>(cell.x) * 73856093u ^ static_cast<std::uint32_t>(cell.y) * 19349663u ^ static_cast<std::uint32_t>(cell.z) * 83492791u ^ which * 2654435761u;
    h ^= h >> 15;
    h *= 2246822519u;
    h ^= h >> 13;
    return static_cast<double>(h & 0xffff) / 65535;
}

void shift(Field& field, double by)
{
    for (Field::Brick& brick : field.bricks()) for (float& value : brick.value) value += static_cast<float>(by);
}

// An opening: shrunk until shreds and rims are gone, then grown back.
Field opened(Field field, double round_mm)
{
    const double voxel = field.voxel_mm();
    shift(field, round_mm);
    TriMesh core = surface_of(field);
    if (core.triangle.empty()) return field;
    drop_small_pieces(core, kCrumb);
    Field result = distance_to(core, voxel);
    shift(result, -round_mm);
    return result;
}

}  // namespace

// After S. Worley (1996): the difference between the distances to the nearest and the second nearest middle.
double between_lobules(const Vec3& place)
{
    // Askew and bent, so that no rows of the lattice show.
    const Vec3 turned = glm::dmat3(0.48, 0.6, -0.64, -0.8, 0.6, 0, 0.36, 0.512, 0.768) * place;
    const Vec3 p = turned + 0.3 * glm::sin(1.3 * Vec3(turned.y, turned.z, turned.x));
    const glm::ivec3 corner(glm::floor(p));
    double first = 1e9, second = 1e9;
    for (int k = 0; k < 27; ++k) {
        const glm::ivec3 cell = corner + glm::ivec3(k % 3 - 1, k / 3 % 3 - 1, k / 9 - 1);
        const Vec3 middle = Vec3(cell) + 0.5 + 0.95 * (Vec3(chance(cell, 1), chance(cell, 2), chance(cell, 3)) - 0.5);
        const double away = glm::distance(middle, p);
        second = std::min(second, std::max(first, away));
        first = std::min(first, away);
    }
    const double t = std::clamp((second - first) / kWide, 0.0, 1.0);
    return (1 - t) * (1 - t);
}

Field softened(Field field, double round_mm, double lobules_mm)
{
    if (round_mm > 0) field = opened(std::move(field), round_mm);
    if (lobules_mm <= 0) return field;
    for (Field::Brick& brick : field.bricks()) {
        for (int k = 0; k < 512; ++k) {
            float& value = brick.value[static_cast<std::size_t>(k)];
            if (std::abs(value) > field.far_outside()) continue;
            const Vec3 p = field.position(brick.low + glm::ivec3(k & 7, (k >> 3) & 7, k >> 6));
            value += static_cast<float>(kGroove * lobules_mm * between_lobules(p / lobules_mm));
        }
    }
    return field;
}

}  // namespace genu::builder
