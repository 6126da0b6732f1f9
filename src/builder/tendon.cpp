#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

#include "builder/loft.hpp"

namespace genu::builder {

namespace {

constexpr double kTurn = 2 * std::numbers::pi;
constexpr int kStreaks = 44;           // fibre bundles round the outline
constexpr double kInterlock_mm = 9;    // how far bundles reach past each other at the edge of a tendon

// A fixed number in -1…1 for each bundle: the same in every build.
double bundle_offset(int bundle)
{
    std::uint32_t h = static_cast<std::uint32_t>(bundle) * 2654435761u;
    h ^= h >> 15;
    h *= 2246822519u;
    h ^= h >> 13;
    return static_cast<double>(h & 0xffff) / 32767.5 - 1;
}

double interlock(double direction)
{
    const double place = (direction / kTurn + 1) * kStreaks;
    const int bundle = static_cast<int>(std::floor(place));
    const double t = place - bundle;
    const double a = bundle_offset(bundle % kStreaks), b = bundle_offset((bundle + 1) % kStreaks);
    return a + (b - a) * t * t * (3 - 2 * t);
}

double wrapped(double angle) { return std::remainder(angle, kTurn); }

struct TendonPlace { double share; double direction; };

// Rows with share 0 or 1 carry no direction of their own: there the neighbour's holds.
TendonPlace row_at(const std::vector<TendonRow>& rows, double position)
{
    constexpr double kDegree = std::numbers::pi / 180;
    if (position <= rows.front().position) return {rows.front().share, rows.front().direction_deg * kDegree};
    if (position >= rows.back().position) return {rows.back().share, rows.back().direction_deg * kDegree};
    std::size_t i = 0;
    while (rows[i + 1].position < position) ++i;
    const TendonRow& a = rows[i];
    const TendonRow& b = rows[i + 1];
    const double t = b.position > a.position ? (position - a.position) / (b.position - a.position) : 1.0;
    const auto has_direction = [](const TendonRow& row) { return row.share > 0.001 && row.share < 0.999; };
    double from = a.direction_deg * kDegree, to = b.direction_deg * kDegree;
    if (!has_direction(a)) from = to;
    if (!has_direction(b)) to = has_direction(a) ? from : to;
    return {a.share + t * (b.share - a.share), from + t * wrapped(to - from)};
}

}  // namespace

double tendon_at(const SweepShape& shape, double length_mm, double along_mm, Vec2 offset_mm)
{
    if (shape.tendon.empty()) return 0;
    const double direction = std::atan2(offset_mm.y, offset_mm.x);
    const double shift = std::min(kInterlock_mm, 0.04 * length_mm) * interlock(direction);
    const TendonPlace place = row_at(shape.tendon, std::clamp((along_mm + shift) / length_mm, 0.0, 1.0));
    if (place.share <= 0.001) return 0;
    constexpr double kSoft = 0.16;  // radians over which a tendon's side edge fades
    const double half = place.share * (std::numbers::pi + kSoft);
    const double inside = (half - std::abs(wrapped(direction - place.direction))) / kSoft;
    return std::clamp(inside, 0.0, 1.0);
}

Vec3 pennate(const SweepShape& shape, double length_mm, double along_mm, Vec2 offset_mm, Vec3 fibre, Vec3 normal)
{
    if (shape.pennation_deg == 0) return fibre;
    const double direction = std::atan2(offset_mm.y, offset_mm.x);
    const double middle = shape.tendon.empty() ? 0.0 : row_at(shape.tendon, along_mm / length_mm).direction;
    const double side = std::clamp(3 * std::sin(wrapped(direction - middle)), -1.0, 1.0);
    const double angle = -side * shape.pennation_deg * std::numbers::pi / 180;
    const Vec3 turned = std::cos(angle) * fibre + std::sin(angle) * glm::cross(normal, fibre);
    return glm::normalize(turned);
}

}  // namespace genu::builder
