#include "builder/finish.hpp"

#include <algorithm>

#include "builder/surface.hpp"

namespace genu::builder {

namespace {

constexpr double kSliver = 0.01;   // share of the volume below which a piece is dropped
constexpr double kFineness_mm2 = 9;  // surface per triangle where the specification does not say

std::size_t wanted_triangles(const Solid& solid)
{
    if (solid.spec->triangles > 0) return static_cast<std::size_t>(solid.spec->triangles);
    if (solid.tissue().triangles > 0) return static_cast<std::size_t>(solid.tissue().triangles);
    return static_cast<std::size_t>(std::clamp(area_of(solid.mesh) / kFineness_mm2, 800.0, 9000.0));
}

std::vector<Vec3> picked(const std::vector<Vec3>& from, const std::vector<std::uint32_t>& which)
{
    std::vector<Vec3> result;
    result.reserve(which.size());
    for (const std::uint32_t i : which) result.push_back(from[i]);
    return result;
}

}  // namespace

// Normals come from the dense surface: a small mesh's own would show its triangles.
void thin(Solid& solid, TriMesh dense, const std::vector<Vec3>& normal, std::size_t triangles)
{
    solid.mesh = std::move(dense);
    std::vector<std::uint32_t> kept;
    simplify(solid.mesh, triangles, &kept);
    solid.normal = picked(normal, kept);
    // What the simplification folded together comes apart again, and what it pinched off goes.
    if (!edge_faults(solid.mesh).none()) solid.normal = picked(solid.normal, part_touching_sheets(solid.mesh));
    drop_small_pieces(solid.mesh, kSliver, &kept);
    solid.normal = picked(solid.normal, kept);
}

void finish_surface(Solid& solid, TriMesh dense)
{
    if (!edge_faults(dense).none()) part_touching_sheets(dense);
    const std::size_t dropped = drop_small_pieces(dense, kSliver);
    if (dropped > 0) solid.notes.push_back("dropped " + std::to_string(dropped) + " slivers");
    const std::vector<Vec3> normal = normals_of(dense);
    solid.mesh = dense;
    std::size_t triangles = wanted_triangles(solid);
    // Thin places may fold beyond mending: then more triangles are left.
    for (int attempt = 0; attempt < 4; ++attempt, triangles += triangles / 2) {
        thin(solid, dense, normal, triangles);
        if (edge_faults(solid.mesh).none()) break;
    }
}

}  // namespace genu::builder
