#include <algorithm>
#include <cmath>
#include <numbers>

#include "builder/attachments.hpp"

namespace genu::builder {

namespace {

constexpr double kSoft_mm = 7;     // half the width of a border: real ones overlap
constexpr double kKnown_mm = 30;
constexpr std::uint8_t kNobody = 255;

double smoothstep(double t)
{
    t = std::clamp(t, 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

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
    double best = -kKnown_mm;
    for (const auto& band : territory.bands) best = std::max(best, inside_band(band, p, axis));
    for (const TerritoryPatch& patch : territory.patches) best = std::max(best, inside_patch(patch, p, normal));
    return best;
}

}  // namespace

Paint paint_territories(const LegSpec& leg, const Solid& skin)
{
    Paint paint;
    if (leg.territories.empty() || skin.lofts.empty()) return paint;
    const std::vector<LoftCentre>& axis = skin.lofts.front().centres;
    for (std::size_t i = 0; i < skin.mesh.point.size(); ++i) {
        const Vec3& p = skin.mesh.point[i];
        const auto level = std::min_element(axis.begin(), axis.end(), [&](const LoftCentre& a, const LoftCentre& b) { return std::abs(a.point.y - p.y) < std::abs(b.point.y - p.y); });
        double first = -kKnown_mm, second = -kKnown_mm;
        std::uint8_t owner = kNobody;
        for (std::size_t k = 0; k < leg.territories.size(); ++k) {
            const double inside = inside_territory(leg.territories[k], p, skin.normal[i], level->point);
            if (inside > first) {
                second = first;
                first = inside;
                owner = static_cast<std::uint8_t>(k);
            } else {
                second = std::max(second, inside);
            }
        }
        // Half way where two meet, and none where no nerve named here feels.
        const double depth = std::min(first, 0.5 * (first - second));
        paint.push_back({static_cast<std::uint8_t>(std::lround(255 * smoothstep(0.5 + depth / (2 * kSoft_mm)))), 0, owner, kNobody});
    }
    return paint;
}

}  // namespace genu::builder
