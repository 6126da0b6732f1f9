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
/// A sharp turn fades off with this reach to both sides.
void even_directions(const TriMesh& mesh, const std::vector<Vec3>& normal, std::vector<Vec3>& direction, double reach_mm);

}  // namespace genu::builder
