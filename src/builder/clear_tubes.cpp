// Measured courses of nerves and vessels graze bones and each other; a smooth sideways shift clears them.
#include <algorithm>
#include <cmath>

#include "builder/solid.hpp"

namespace genu::builder {

namespace {

constexpr double kTubeGap_mm = 0.3;
constexpr double kFarthest_mm = 8;     // beyond that the course itself is wrong and must be mended in the specification
constexpr double kSmooth_mm = 9;       // how far a shift spreads along the tube
constexpr int kClearRounds = 30;

double least_distance(const std::vector<const Solid*>& obstacles, const Vec3& p, const Solid*& nearest)
{
    double least = 1e9;
    for (const Solid* obstacle : obstacles) {
        if (!obstacle->own.box().meets({p, p})) continue;
        const double f = obstacle->own.sample(p);
        if (f < least) {
            least = f;
            nearest = obstacle;
        }
    }
    return least;
}

// How far, and which way, the centre must go to clear everything by its radius.
Vec3 push_at(const Vec3& p, double radius, const std::vector<const Solid*>& obstacles, const std::vector<const Solid*>& others)
{
    Vec3 push(0);
    const Solid* nearest = nullptr;
    const double from_solid = least_distance(obstacles, p, nearest);
    if (nearest && from_solid < std::min<double>(radius + kTubeGap_mm, 0.9 * nearest->own.far_outside())) {
        const Vec3 slope = nearest->own.gradient(p);
        const double steep = glm::length(slope);
        if (steep > 0.1) push += (radius + kTubeGap_mm - from_solid) * slope / steep;
    }
    for (const Solid* other : others) {
        const CentrePlace place = nearest_centre(other->lofts, p);
        const Vec3 away = p - place.point;
        const double distance = glm::length(away), wanted = radius + place.radius_mm + kTubeGap_mm;
        if (distance < wanted && distance > 1e-6) push += (wanted - distance) * away / distance;
    }
    return push;
}

void smooth(std::vector<Vec3>& shift, const std::vector<LoftCentre>& centres)
{
    std::vector<Vec3> smoothed(shift.size());
    for (std::size_t i = 0; i < shift.size(); ++i) {
        Vec3 sum(0);
        double weights = 0;
        for (std::size_t k = 0; k < shift.size(); ++k) {
            const double d = (centres[k].along_mm - centres[i].along_mm) / kSmooth_mm;
            if (std::abs(d) > 3) continue;
            const double weight = std::exp(-0.5 * d * d);
            sum += weight * shift[k];
            weights += weight;
        }
        smoothed[i] = sum / weights;
    }
    // Smoothing spreads a shift to its neighbours but must not shorten it where it is needed.
    for (std::size_t i = 0; i < shift.size(); ++i) {
        const double needed = glm::length(shift[i]);
        if (needed < 1e-6) continue;
        const Vec3 way = shift[i] / needed;
        smoothed[i] += std::max(0.0, needed - glm::dot(smoothed[i], way)) * way;
    }
    shift = std::move(smoothed);
}

void apply_shift(Loft& loft, const std::vector<Vec3>& shift)
{
    std::size_t i = 0;
    for (std::size_t k = 0; k < loft.mesh.point.size(); ++k) {
        while (i + 2 < loft.centres.size() && loft.centres[i + 1].along_mm < loft.along_mm[k]) ++i;
        while (i > 0 && loft.centres[i].along_mm > loft.along_mm[k]) --i;
        const double span = loft.centres[i + 1].along_mm - loft.centres[i].along_mm;
        const double t = span > 0 ? std::clamp((loft.along_mm[k] - loft.centres[i].along_mm) / span, 0.0, 1.0) : 0.0;
        loft.mesh.point[k] += glm::mix(shift[i], shift[i + 1], t);
    }
    for (std::size_t k = 0; k < loft.centres.size(); ++k) loft.centres[k].point += shift[k];
}

// Branches of one structure share their places, so the farthest shift is reported once.
double clear_loft(Loft& loft, const std::vector<const Solid*>& obstacles, const std::vector<const Solid*>& others)
{
    std::vector<Vec3> total(loft.centres.size(), Vec3(0));
    for (int round = 0; round < kClearRounds; ++round) {
        std::vector<Vec3> shift(loft.centres.size());
        double worst = 0;
        for (std::size_t i = 0; i < shift.size(); ++i) {
            const LoftCentre& centre = loft.centres[i];
            shift[i] = push_at(centre.point + total[i], centre.radius_mm, obstacles, others);
            worst = std::max(worst, glm::length(shift[i]));
        }
        if (worst < 0.05) break;
        smooth(shift, loft.centres);
        for (std::size_t i = 0; i < shift.size(); ++i) {
            total[i] += shift[i];
            const double length = glm::length(total[i]);
            if (length > kFarthest_mm) total[i] *= kFarthest_mm / length;
        }
    }
    apply_shift(loft, total);
    double farthest = 0;
    for (const Vec3& t : total) farthest = std::max(farthest, glm::length(t));
    return farthest;
}

}  // namespace

void clear_tubes(std::vector<Solid*>& tubes, const std::vector<const Solid*>& obstacles)
{
    // Arteries stay nearest to their measured course, then veins, then nerves.
    const auto rank = [](const Solid* solid) { return solid->tissue().name == "artery" ? 0 : solid->tissue().name == "vein" ? 1 : 2; };
    std::stable_sort(tubes.begin(), tubes.end(), [&](const Solid* a, const Solid* b) { return rank(a) < rank(b); });
    std::vector<const Solid*> done;
    for (Solid* tube : tubes) {
        std::vector<const Solid*> others;
        for (const Solid* other : done) if (rank(other) != rank(tube) && other->box().grown(4).meets(tube->box())) others.push_back(other);
        double farthest = 0;
        for (Loft& loft : tube->lofts) farthest = std::max(farthest, clear_loft(loft, obstacles, others));
        if (farthest > 4) tube->notes.push_back("its course was moved by up to " + std::to_string(static_cast<int>(std::lround(farthest))) + " mm to clear bones and vessels");
        done.push_back(tube);
    }
}

}  // namespace genu::builder
