#include "builder/fibres.hpp"

#include <algorithm>
#include <cmath>

namespace genu::builder {

namespace {

constexpr int kRounds = 40;  // of relaxation: for reaches of one or two edges

struct Edge { std::uint32_t a, b; };

std::vector<Edge> edges_of(const TriMesh& mesh)
{
    std::vector<Edge> edges;
    edges.reserve(3 * mesh.triangle.size());
    for (const auto& t : mesh.triangle) for (std::size_t k = 0; k < 3; ++k) edges.push_back({t[k], t[(k + 1) % 3]});
    return edges;
}

Vec3 flattened(const Vec3& d, const Vec3& normal) { return d - glm::dot(d, normal) * normal; }

Vec3 any_tangent(const Vec3& normal)
{
    return glm::normalize(glm::cross(normal, std::abs(normal.x) < 0.7 ? Vec3(1, 0, 0) : Vec3(0, 1, 0)));
}

}  // namespace

Vec3 fascicle_at(const SweepShape& shape, double position)
{
    const std::vector<FascicleRow>& rows = shape.fascicles;
    if (position <= rows.front().position) return rows.front().direction;
    if (position >= rows.back().position) return rows.back().direction;
    std::size_t i = 0;
    while (rows[i + 1].position < position) ++i;
    const double span = rows[i + 1].position - rows[i].position;
    return glm::normalize(glm::mix(rows[i].direction, rows[i + 1].direction, span > 0 ? (position - rows[i].position) / span : 1.0));
}

void even_directions(const TriMesh& mesh, const std::vector<Vec3>& normal, std::vector<Vec3>& direction, double reach_mm)
{
    const std::size_t count = mesh.point.size();
    const std::vector<Edge> edges = edges_of(mesh);
    std::vector<double> held(count, 0), neighbours(count, 0);
    for (const Edge& e : edges) {
        const Vec3 way = mesh.point[e.b] - mesh.point[e.a];
        const double square = glm::dot(way, way);
        for (const std::uint32_t v : {e.a, e.b}) {
            held[v] += square;
            neighbours[v] += 1;
        }
    }
    // The screened Poisson equation f - reach² Δf = given: the mean of neighbours at a distance e exceeds f by e²/4 Δf.
    std::vector<Vec3> given = direction;
    for (std::size_t v = 0; v < count; ++v) {
        given[v] = flattened(direction[v], normal[v]);
        const double length = glm::length(given[v]), whole = std::min(length, 1.0);
        if (length > 1e-9) given[v] /= length;
        held[v] = neighbours[v] > 0 ? whole * whole * held[v] / (neighbours[v] * 4 * reach_mm * reach_mm) : 1;
        direction[v] = length > 1e-9 ? given[v] * whole : Vec3(0);
    }
    std::vector<Vec3> sum(count);
    for (int round = 0; round < kRounds; ++round) {
        std::fill(sum.begin(), sum.end(), Vec3(0));
        for (const Edge& e : edges) {
            sum[e.a] += direction[e.b];
            sum[e.b] += direction[e.a];
        }
        for (std::size_t v = 0; v < count; ++v) {
            if (neighbours[v] > 0) direction[v] = flattened(held[v] * given[v] + sum[v] / neighbours[v], normal[v]) / (held[v] + 1);
        }
    }
    for (std::size_t v = 0; v < count; ++v) {
        const double length = glm::length(direction[v]);
        direction[v] = length > 1e-6 ? direction[v] / length : any_tangent(normal[v]);
    }
}

}  // namespace genu::builder
