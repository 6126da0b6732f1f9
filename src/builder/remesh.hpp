#pragma once
// Triangles of a wished size: for surfaces that are seen from near and bend, where thin triangles would show.
#include <functional>

#include "builder/geometry.hpp"

namespace genu::builder {

/// Splits long edges, joins short ones, turns those that make thin triangles, evens out, and puts the points back onto the
/// zero of `value`. The mesh must be closed and stays so.
void remesh(TriMesh& mesh, const std::function<double(const Vec3&)>& wished_edge_mm, const std::function<double(const Vec3&)>& value, int rounds);

}  // namespace genu::builder
