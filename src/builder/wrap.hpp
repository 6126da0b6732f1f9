#pragma once
// Skin: a surface drawn over all that lies below it, over a layer of fat that differs from place to place.
#include "builder/spec.hpp"
#include "builder/surface.hpp"

namespace genu::builder {

/// Closed and fine; `below` are the surfaces that must stay under it. What is `tucked` leaves no mark on the skin: where it would
/// come through, it is drawn below.
TriMesh wrap_surface(const WrapShape& shape, const std::vector<const TriMesh*>& below, double voxel_mm, const std::vector<TriMesh*>& tucked = {});

/// How much blood shines through at a place, 0 pale … 1 rosy.
double blood_at(const WrapShape& shape, const Vec3& p);

/// What a tape laid level round the points between these heights measures; nothing there: 0.
double tape_mm(const std::vector<Vec3>& points, double low_mm, double high_mm);

}  // namespace genu::builder
