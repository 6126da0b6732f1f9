#pragma once
// From a field to a mesh, and from a dense mesh to a small one.
#include <functional>

#include "builder/field.hpp"

namespace genu::builder {

/// Surface nets over the zero level: closed, every edge shared by two triangles. Points are then moved onto the zero
/// level of the field by a few Newton steps.
TriMesh surface_of(const Field& field);

/// Moves points onto the zero of any function of space that is near to a distance.
void project(TriMesh& mesh, const std::function<double(const Vec3&)>& value, double longest_step_mm, double probe_mm);

/// Collapses edges by quadric error until at most `triangles` are left; stays closed. Says how far it strayed (mm).
double simplify(TriMesh& mesh, std::size_t triangles, std::vector<std::uint32_t>* kept_points = nullptr);

}  // namespace genu::builder
