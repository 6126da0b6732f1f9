#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

#include "builder/loft.hpp"

namespace genu::builder {

namespace {

constexpr int kLobes = 9;             // slow waves of the edge round the outline
constexpr double kWaveReach_mm = 5;        // how far they reach
constexpr double kFeather_mm = 10;    // half of the length over which flesh passes into tendon; bundles are the picture's
constexpr double kSide_mm = 4;        // the same across the fibres

// A fixed number in -1…1 for each lobe: the same in every build.
double lobe_offset(int lobe)
{
    std::uint32_t h = static_cast<std::uint32_t>(lobe) * 2654435761u;
    h ^= h >> 15;
    h *= 2246822519u;
    h ^= h >> 13;
    return static_cast<double>(h & 0xffff) / 32767.5 - 1;
}

double wave(double direction)
{
    const double place = (direction / kTurn + 1) * kLobes;
    const int lobe = static_cast<int>(std::floor(place));
    const double t = place - lobe;
    const double a = lobe_offset(lobe % kLobes), b = lobe_offset((lobe + 1) % kLobes);
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

// How surely a direction lies in the tendon here: 0…1 over the soft side of its edge.
double tendon_here(const SweepShape& shape, double position, double direction, double soft)
{
    const TendonPlace place = row_at(shape.tendon, std::clamp(position, 0.0, 1.0));
    if (place.share <= 0.001) return 0;
    const double half = place.share * (std::numbers::pi + soft);
    return std::clamp((half - std::abs(wrapped(direction - place.direction))) / soft, 0.0, 1.0);
}

// Radians by which fibres lean towards growing directions of the outline.
double pennation_at(const std::vector<PennationRow>& rows, double position, double direction)
{
    std::size_t i = 0;
    while (i + 2 < rows.size() && rows[i + 1].position < position) ++i;
    const PennationRow& a = rows[i];
    const PennationRow& b = rows[std::min(i + 1, rows.size() - 1)];
    const double t = b.position > a.position ? std::clamp((position - a.position) / (b.position - a.position), 0.0, 1.0) : 0.0;
    const double angle = (a.angle_deg + t * (b.angle_deg - a.angle_deg)) * kTurn / 360;
    if (!a.raphe_deg || !b.raphe_deg) return angle;
    const double from = *a.raphe_deg * kTurn / 360, to = *b.raphe_deg * kTurn / 360;
    const double off = wrapped(direction - from - t * wrapped(to - from));
    // Fibres bend round within some millimetres of the raphe, and again on the side that faces away from it.
    return angle * std::clamp(3 * std::sin(off), -1.0, 1.0);
}

// A line across the belly, ragged as the edges of tendon are.
double inscribed(const SweepShape& shape, double length_mm, double along_mm, Vec2 offset_mm)
{
    double share = 0;
    const double direction = std::atan2(offset_mm.y, offset_mm.x);
    for (const InscriptionRow& row : shape.inscriptions) {
        const double middle = row.position * length_mm + row.tilt_mm * std::cos(direction - row.direction_deg * kTurn / 360) + 0.5 * kWaveReach_mm * wave(direction);
        // Whole in its middle: the picture spreads it along the fibres.
        share = std::max(share, std::clamp(2 - std::abs(along_mm - middle) / row.half_width_mm, 0.0, 1.0));
    }
    return share;
}

}  // namespace

// A vertex every few millimetres cannot carry single bundles: here the edge is a slope, and the picture feathers it.
double tendon_at(const SweepShape& shape, double length_mm, double along_mm, Vec2 offset_mm)
{
    const double line = inscribed(shape, length_mm, along_mm, offset_mm);
    if (shape.tendon.empty()) return line;
    const double direction = std::atan2(offset_mm.y, offset_mm.x);
    const double soft = std::clamp(kSide_mm / std::max(glm::length(offset_mm), 1e-3), 0.16, 0.6);
    const double shift = std::min(kWaveReach_mm, 0.025 * length_mm) * wave(direction);
    const double feather = std::min(kFeather_mm, 0.05 * length_mm);
    constexpr std::array kWeight = {1.0, 2.0, 3.0, 4.0, 3.0, 2.0, 1.0};
    double sum = 0, whole = 0;
    for (std::size_t k = 0; k < kWeight.size(); ++k) {
        const double step = (static_cast<double>(k) - 3) / 3 * feather;
        sum += kWeight[k] * tendon_here(shape, (along_mm + shift + step) / length_mm, direction, soft);
        whole += kWeight[k];
    }
    return std::max(line, sum / whole);
}

Vec3 pennate(const SweepShape& shape, double length_mm, double along_mm, Vec2 offset_mm, Vec3 fibre, Vec3 normal)
{
    if (shape.pennation.empty()) return fibre;
    const double angle = pennation_at(shape.pennation, along_mm / length_mm, std::atan2(offset_mm.y, offset_mm.x));
    const Vec3 turned = std::cos(angle) * fibre - std::sin(angle) * glm::cross(normal, fibre);
    return glm::normalize(turned);
}

}  // namespace genu::builder
