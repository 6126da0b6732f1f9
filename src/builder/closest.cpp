#include "builder/closest.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace genu::builder {

ClosestOnMesh::ClosestOnMesh(const TriMesh& mesh, double cell_mm) : mesh_(mesh)
{
    const Box box = box_of(mesh);
    if (box.empty()) return;
    const double typical = std::sqrt(2 * area_of(mesh) / std::max<double>(1, static_cast<double>(mesh.triangle.size())));
    cell_ = cell_mm > 0 ? cell_mm : std::clamp(1.5 * typical, 1.0, 20.0);
    // Large thin things would need too many cells.
    while (true) {
        const Vec3 cells = (box.high - box.low) / cell_ + 1.0;
        if (cells.x * cells.y * cells.z < 4e6) break;
        cell_ *= 1.5;
    }
    low_ = box.low - 1e-6;
    size_ = cell_of(box.high) + 1;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> entries;
    for (std::uint32_t i = 0; i < mesh.triangle.size(); ++i) {
        Box part;
        for (const std::uint32_t corner : mesh.triangle[i]) part.add(mesh.point[corner]);
        const glm::ivec3 from = cell_of(part.low), to = cell_of(part.high);
        for (int z = from.z; z <= to.z; ++z) {
            for (int y = from.y; y <= to.y; ++y) {
                for (int x = from.x; x <= to.x; ++x) entries.emplace_back(static_cast<std::uint32_t>(place_of({x, y, z})), i);
            }
        }
    }
    std::sort(entries.begin(), entries.end());
    start_.assign(static_cast<std::size_t>(size_.x) * static_cast<std::size_t>(size_.y) * static_cast<std::size_t>(size_.z) + 1, 0);
    for (const auto& [cell, triangle] : entries) {
        ++start_[cell + 1];
        triangle_.push_back(triangle);
    }
    for (std::size_t i = 1; i < start_.size(); ++i) start_[i] += start_[i - 1];
}

SurfacePlace ClosestOnMesh::nearest(const Vec3& p) const
{
    SurfacePlace best;
    best.distance = std::numeric_limits<double>::max();
    if (start_.empty()) return best;
    const glm::ivec3 middle = cell_of(p);
    const glm::ivec3 inside = glm::clamp(middle, glm::ivec3(0), size_ - 1);
    const glm::ivec3 away = glm::abs(middle - inside);
    const int first = std::max({away.x, away.y, away.z});
    const glm::ivec3 span = glm::max(glm::abs(middle), glm::abs(size_ - 1 - middle));
    const int last = std::max({span.x, span.y, span.z});
    // Shells of cells round the point, until the next shell is farther than what was found.
    for (int ring = first; ring <= last && best.distance > (ring - 1) * cell_; ++ring) {
        const glm::ivec3 from = glm::max(middle - ring, glm::ivec3(0)), to = glm::min(middle + ring, size_ - 1);
        for (int z = from.z; z <= to.z; ++z) {
            for (int y = from.y; y <= to.y; ++y) {
                const bool whole_row = std::abs(z - middle.z) == ring || std::abs(y - middle.y) == ring;
                const int step = whole_row || ring == 0 ? 1 : 2 * ring;
                for (int x = whole_row ? from.x : middle.x - ring; x <= to.x; x += step) {
                    if (x < 0) continue;
                    const std::size_t cell = place_of({x, y, z});
                    for (std::uint32_t k = start_[cell]; k < start_[cell + 1]; ++k) {
                        const auto& t = mesh_.triangle[triangle_[k]];
                        const Vec3 w = nearest_weights(p, mesh_.point[t[0]], mesh_.point[t[1]], mesh_.point[t[2]]);
                        const double d = glm::distance(p, w.x * mesh_.point[t[0]] + w.y * mesh_.point[t[1]] + w.z * mesh_.point[t[2]]);
                        if (d < best.distance) best = {triangle_[k], w, d};
                    }
                }
            }
        }
    }
    return best;
}

}  // namespace genu::builder
