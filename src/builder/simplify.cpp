#include <algorithm>
#include <cmath>
#include <numbers>

#include <meshoptimizer.h>

#include "builder/surface.hpp"

namespace genu::builder {

namespace {

// The library may fold a closed surface so that two triangles lie on the same three points: such pairs go together.
void drop_folded_pairs(std::vector<std::array<std::uint32_t, 3>>& triangles)
{
    for (bool changed = true; changed;) {
        changed = false;
        std::vector<std::pair<std::array<std::uint32_t, 3>, std::size_t>> sorted;
        for (std::size_t i = 0; i < triangles.size(); ++i) {
            std::array<std::uint32_t, 3> key = triangles[i];
            std::sort(key.begin(), key.end());
            sorted.emplace_back(key, i);
        }
        std::sort(sorted.begin(), sorted.end());
        std::vector<bool> drop(triangles.size(), false);
        for (std::size_t i = 0; i + 1 < sorted.size(); ++i) {
            if (sorted[i].first != sorted[i + 1].first || drop[sorted[i].second]) continue;
            drop[sorted[i].second] = drop[sorted[i + 1].second] = true;
            changed = true;
        }
        for (std::size_t i = 0; i < triangles.size(); ++i) {
            const auto& t = triangles[i];
            if (t[0] == t[1] || t[1] == t[2] || t[2] == t[0]) drop[i] = true;
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < triangles.size(); ++i) if (!drop[i]) triangles[kept++] = triangles[i];
        triangles.resize(kept);
    }
}

// Straight stretches would lose all points between their ends, and with them fibres, tendon edges and the places where
// a skin can bend. A faint swell of the surface, seen by the simplification only, keeps triangles compact.
constexpr double kSwell_mm = 0.08;
constexpr double kWave_mm = 14;

std::vector<float> swollen(const TriMesh& mesh)
{
    const std::vector<Vec3> normal = normals_of(mesh);
    std::vector<float> position;
    position.reserve(3 * mesh.point.size());
    for (std::size_t i = 0; i < mesh.point.size(); ++i) {
        const Vec3 phase = mesh.point[i] * (2 * std::numbers::pi / kWave_mm);
        const Vec3 p = mesh.point[i] + kSwell_mm * (std::sin(phase.x) + std::sin(phase.y) + std::sin(phase.z)) * normal[i];
        position.insert(position.end(), {static_cast<float>(p.x), static_cast<float>(p.y), static_cast<float>(p.z)});
    }
    return position;
}

}  // namespace

double simplify(TriMesh& mesh, std::size_t triangles, std::vector<std::uint32_t>* kept_points)
{
    std::vector<std::uint32_t> index;
    for (const auto& t : mesh.triangle) index.insert(index.end(), t.begin(), t.end());
    const std::vector<float> position = swollen(mesh);
    double strayed = 0;
    if (mesh.triangle.size() > triangles) {
        std::vector<std::uint32_t> result(index.size());
        float error = 0;
        result.resize(meshopt_simplify(result.data(), index.data(), index.size(), position.data(), mesh.point.size(), 3 * sizeof(float), 3 * triangles, 1.0f, 0, &error));
        mesh.triangle.clear();
        for (std::size_t i = 0; i + 2 < result.size(); i += 3) mesh.triangle.push_back({result[i], result[i + 1], result[i + 2]});
        drop_folded_pairs(mesh.triangle);
        strayed = error * meshopt_simplifyScale(position.data(), mesh.point.size(), 3 * sizeof(float));
    }
    std::vector<std::uint32_t> kept = drop_unused_points(mesh);
    if (kept_points) *kept_points = std::move(kept);
    return strayed;
}

}  // namespace genu::builder
