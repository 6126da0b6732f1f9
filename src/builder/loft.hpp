#pragma once
// A sweep turned into a closed surface that still knows, at every point, where along and round the sweep it lies.
#include "builder/curve.hpp"
#include "builder/spec.hpp"

namespace genu::builder {

struct LoftOptions {
    double tolerance_mm = 0.06;       ///< how far the surface may stray from the exact sweep
    double longest_step_mm = 4;
    int most_round = 72;
    double least_half_width_mm = 0;   ///< thinner sections are thickened to this, lest a grid misses them
};

/// One sample of the centre line.
struct LoftCentre {
    Vec3 point{0};
    double along_mm = 0;
    double radius_mm = 1;  ///< twice the section's area over its perimeter: near the inscribed radius, also for crescents
};

struct Loft {
    const SweepShape* shape = nullptr;
    TriMesh mesh;
    double length_mm = 0;                 ///< between the first and the last station
    std::vector<double> along_mm;         ///< per point, 0…length
    std::vector<Vec2> offset_mm;          ///< per point, in the section's plane
    std::vector<Vec3> fibre;              ///< per point, unit, from the first station to the last
    std::vector<LoftCentre> centres;
};

/// Points outward whatever the direction of the written outlines.
Loft make_loft(const SweepShape& shape, const LoftOptions& options);

/// Share of tendon at a place of the sweep's surface, 0…1, with a soft edge.
double tendon_at(const SweepShape& shape, double length_mm, double along_mm, Vec2 offset_mm);
/// The fibre direction turned out of the muscle's length by its pennation.
Vec3 pennate(const SweepShape& shape, double length_mm, double along_mm, Vec2 offset_mm, Vec3 fibre, Vec3 normal);

/// Where on the centre lines a point is nearest, as (index of loft, along, radius there).
struct CentrePlace { std::size_t loft; double along_mm; double radius_mm; Vec3 point; };
CentrePlace nearest_centre(const std::vector<Loft>& lofts, const Vec3& p);

}  // namespace genu::builder
