#pragma once
// From a dense surface to the one that is kept.
#include "builder/solid.hpp"

namespace genu::builder {

/// Fewer triangles, smooth normals; closed, in one piece with every edge shared by two triangles.
void finish_surface(Solid& solid, TriMesh dense);
/// One attempt at it: may leave faults where something is very thin.
void thin(Solid& solid, TriMesh dense, const std::vector<Vec3>& normal, std::size_t triangles);

}  // namespace genu::builder
