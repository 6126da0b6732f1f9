#include <algorithm>
#include <cmath>
#include <numbers>

#include "builder/attachments.hpp"

namespace genu::builder {

namespace {

constexpr double kTerritoryBorder_mm = 7;     // half the width of a border: real ones overlap
constexpr double kTerritoryReach_mm = 30;
constexpr std::uint8_t kNoTerritory = 255;

TerritoryRow row_at(const std::vector<TerritoryRow>& band, double y)
{
    if (y >= band.front().y) return band.front();
    for (std::size_t i = 0; i + 1 < band.size(); ++i) {
        const TerritoryRow &above = band[i], &below = band[i + 1];
        if (y < below.y) continue;
        const double t = (above.y - y) / (above.y - below.y);
        return {y, above.from_deg + t * (below.from_deg - above.from_deg), above.to_deg + t * (below.to_deg - above.to_deg)};
    }
    return band.back();
}

// Millimetres inside (positive) or outside.
double inside_band(const std::vector<TerritoryRow>& band, const Vec3& p, const Vec3& axis)
{
    const TerritoryRow row = row_at(band, p.y);
    const double radius = std::hypot(p.x - axis.x, p.z - axis.z);
    const double degrees = std::atan2(p.z - axis.z, p.x - axis.x) * 180 / std::numbers::pi;
    // From the arc's middle, the short way round.
    const double middle = 0.5 * (row.from_deg + row.to_deg);
    const double off = std::abs(std::remainder(degrees - middle, 360.0));
    const double sideways = (0.5 * (row.to_deg - row.from_deg) - off) * std::numbers::pi / 180 * radius;
    return std::min({sideways, band.front().y - p.y, p.y - band.back().y});
}

double inside_patch(const TerritoryPatch& patch, const Vec3& p, const Vec3& normal)
{
    const double depth = (1 - glm::length((p - patch.centre) / patch.radii)) * std::min({patch.radii.x, patch.radii.y, patch.radii.z});
    if (!patch.facing) return depth;
    return std::min(depth, (glm::dot(normal, *patch.facing) - 0.1) * 25);
}

double inside_territory(const TerritorySpec& territory, const Vec3& p, const Vec3& normal, const Vec3& axis)
{
    double best = -kTerritoryReach_mm;
    for (const auto& band : territory.bands) best = std::max(best, inside_band(band, p, axis));
    for (const TerritoryPatch& patch : territory.patches) best = std::max(best, inside_patch(patch, p, normal));
    return best;
}

/// The leg's middle, from above.
std::vector<Vec3> axis_of(const Solid& skin)
{
    std::vector<Vec3> axis;
    if (!skin.lofts.empty()) for (const LoftCentre& centre : skin.lofts.front().centres) axis.push_back(centre.point);
    else if (skin.spec->chain) axis = skin.spec->chain->path;
    std::stable_sort(axis.begin(), axis.end(), [](const Vec3& a, const Vec3& b) { return a.y > b.y; });
    return axis;
}

Vec3 axis_at(const std::vector<Vec3>& axis, double y)
{
    for (std::size_t i = 0; i + 1 < axis.size(); ++i) {
        if (y < axis[i + 1].y) continue;
        const double span = axis[i].y - axis[i + 1].y;
        return glm::mix(axis[i + 1], axis[i], span > 1e-6 ? std::clamp((y - axis[i + 1].y) / span, 0.0, 1.0) : 0.0);
    }
    return axis.back();
}

}  // namespace

Paint paint_territories(const LegSpec& leg, const Solid& skin)
{
    Paint paint;
    const std::vector<Vec3> axis = axis_of(skin);
    if (leg.territories.empty() || axis.size() < 2) return paint;
    for (std::size_t i = 0; i < skin.mesh.point.size(); ++i) {
        const Vec3& p = skin.mesh.point[i];
        const Vec3 middle = axis_at(axis, p.y);
        double first = -kTerritoryReach_mm, second = -kTerritoryReach_mm;
        std::uint8_t owner = kNoTerritory, neighbour = kNoTerritory;
        for (std::size_t k = 0; k < leg.territories.size(); ++k) {
            const double inside = inside_territory(leg.territories[k], p, skin.normal[i], middle);
            if (inside > first) {
                second = first;
                neighbour = owner;
                first = inside;
                owner = static_cast<std::uint8_t>(k);
            } else if (inside > second) {
                second = inside;
                neighbour = static_cast<std::uint8_t>(k);
            }
        }
        // Half each where two meet, and none where no nerve named here feels.
        const double felt = smoothstep(0.5 + first / (2 * kTerritoryBorder_mm)), share = smoothstep(0.5 + (first - second) / (4 * kTerritoryBorder_mm));
        const auto byte = [](double weight) { return static_cast<std::uint8_t>(std::lround(255 * weight)); };
        paint.push_back({byte(felt * share), byte(felt * (1 - share)), owner, neighbour});
    }
    return paint;
}

}  // namespace genu::builder
