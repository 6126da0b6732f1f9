#pragma once
// One rigid move that lays a surface on another: what is left after it is a difference of shape, not of place.
#include <vector>

#include "builder/geometry.hpp"

namespace genu::builder {

/// Even steps through the surface's area; places within a triangle by a low-discrepancy sequence (Roberts' R2).
std::vector<Vec3> spread_points(const TriMesh& mesh, int count);

struct RigidFit {
    TriMesh moved;
    double turn_deg = 0;
    double move_mm = 0;   ///< way of the surface's middle
};

/// Iterated nearest points, both ways, from where the surface lies. Both meshes must have triangles.
RigidFit fitted(const TriMesh& mesh, const TriMesh& onto, int points = 1000);

}  // namespace genu::builder
