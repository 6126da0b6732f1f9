#pragma once
// Which way a muscle's bundles run on its surface.
#include "builder/loft.hpp"

namespace genu::builder {

/// Where the shape says which way its fascicles run in space: that way, at this place of its length (unit).
/// The shape must have such rows.
Vec3 fascicle_at(const SweepShape& shape, double position);

/// Evens a field of directions over a closed surface, so that no sharp turn is left that the bundles would whirl round.
/// `normal` and `direction` have one entry per point. A direction that was not given whole (shorter than 1, as the shadow
/// that a direction in space casts on a surface it runs into) gives way to its neighbours; unit and tangent afterwards.
/// Turns within some `reach_mm` are spread over that way.
void even_directions(const TriMesh& mesh, const std::vector<Vec3>& normal, std::vector<Vec3>& direction, double reach_mm);

/// How sharply bundles turn: for every edge, degrees per millimetre between the directions at its ends, each seen in its
/// own tangent plane. In the order of the triangles' edges; every edge of a closed surface comes twice.
std::vector<double> turns_deg_per_mm(const TriMesh& mesh, const std::vector<Vec3>& normal, const std::vector<Vec3>& direction);

/// Triangles round which the directions turn once, or more: the middle of a whirl or of a star. A closed surface always
/// has some; they belong on the ends.
std::vector<std::size_t> whirls(const TriMesh& mesh, const std::vector<Vec3>& normal, const std::vector<Vec3>& direction);

}  // namespace genu::builder
