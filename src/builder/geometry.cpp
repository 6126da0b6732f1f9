#include "builder/geometry.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace genu::builder {

Box box_of(const TriMesh& mesh)
{
    Box box;
    for (const Vec3& p : mesh.point) box.add(p);
    return box;
}

double volume_of(const TriMesh& mesh)
{
    double six = 0;
    for (const auto& t : mesh.triangle) six += glm::dot(mesh.point[t[0]], glm::cross(mesh.point[t[1]], mesh.point[t[2]]));
    return six / 6;
}

double area_of(const TriMesh& mesh)
{
    double two = 0;
    for (const auto& t : mesh.triangle) {
        two += glm::length(glm::cross(mesh.point[t[1]] - mesh.point[t[0]], mesh.point[t[2]] - mesh.point[t[0]]));
    }
    return two / 2;
}

void turn_inside_out(TriMesh& mesh)
{
    for (auto& t : mesh.triangle) std::swap(t[1], t[2]);
}

std::vector<Vec3> normals_of(const TriMesh& mesh)
{
    std::vector<Vec3> normal(mesh.point.size(), Vec3(0));
    for (const auto& t : mesh.triangle) {
        for (std::size_t k = 0; k < 3; ++k) {
            const Vec3 p = mesh.point[t[k]];
            const Vec3 a = mesh.point[t[(k + 1) % 3]] - p;
            const Vec3 b = mesh.point[t[(k + 2) % 3]] - p;
            const Vec3 n = glm::cross(a, b);
            const double sine = glm::length(n);
            if (sine > 0) normal[t[k]] += n / sine * std::atan2(sine, glm::dot(a, b));
        }
    }
    for (Vec3& n : normal) {
        const double length = glm::length(n);
        n = length > 1e-12 ? n / length : Vec3(0, 1, 0);
    }
    return normal;
}

EdgeFaults edge_faults(const TriMesh& mesh)
{
    // One number per use of an edge: lower point, higher point, direction.
    std::vector<std::uint64_t> uses;
    uses.reserve(3 * mesh.triangle.size());
    for (const auto& t : mesh.triangle) {
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint64_t a = t[k], b = t[(k + 1) % 3];
            uses.push_back(a < b ? (a << 33 | b << 1) : (b << 33 | a << 1 | 1));
        }
    }
    std::sort(uses.begin(), uses.end());
    EdgeFaults faults;
    for (std::size_t i = 0; i < uses.size();) {
        std::size_t end = i;
        while (end < uses.size() && uses[end] >> 1 == uses[i] >> 1) ++end;
        if (end - i == 1) ++faults.open;
        else if (end - i != 2 || uses[i] == uses[i + 1]) ++faults.crowded;
        i = end;
    }
    return faults;
}

std::vector<std::uint32_t> pieces_of(const TriMesh& mesh, std::size_t& count)
{
    std::vector<std::uint32_t> root(mesh.point.size());
    std::iota(root.begin(), root.end(), 0u);
    const auto find = [&](std::uint32_t i) {
        while (root[i] != i) i = root[i] = root[root[i]];
        return i;
    };
    for (const auto& t : mesh.triangle) {
        root[find(t[1])] = find(t[0]);
        root[find(t[2])] = find(t[0]);
    }
    constexpr std::uint32_t kNone = 0xffffffffu;
    std::vector<std::uint32_t> number(mesh.point.size(), kNone);
    std::vector<std::uint32_t> piece(mesh.triangle.size());
    count = 0;
    for (std::size_t i = 0; i < mesh.triangle.size(); ++i) {
        const std::uint32_t r = find(mesh.triangle[i][0]);
        if (number[r] == kNone) number[r] = static_cast<std::uint32_t>(count++);
        piece[i] = number[r];
    }
    return piece;
}

std::size_t drop_small_pieces(TriMesh& mesh, double least_share, std::vector<std::uint32_t>* kept_points)
{
    std::size_t count = 0;
    const std::vector<std::uint32_t> piece = pieces_of(mesh, count);
    std::vector<double> volume(count, 0.0);
    for (std::size_t i = 0; i < mesh.triangle.size(); ++i) {
        const auto& t = mesh.triangle[i];
        volume[piece[i]] += glm::dot(mesh.point[t[0]], glm::cross(mesh.point[t[1]], mesh.point[t[2]])) / 6;
    }
    double whole = 0;
    for (const double v : volume) whole += std::abs(v);
    std::size_t dropped = 0;
    for (const double v : volume) dropped += v < least_share * whole ? 1 : 0;
    if (dropped == count) dropped = 0;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < mesh.triangle.size(); ++i) {
        if (dropped == 0 || volume[piece[i]] >= least_share * whole) mesh.triangle[kept++] = mesh.triangle[i];
    }
    mesh.triangle.resize(kept);
    std::vector<std::uint32_t> used = drop_unused_points(mesh);
    if (kept_points) *kept_points = std::move(used);
    return dropped;
}

std::vector<std::uint32_t> drop_unused_points(TriMesh& mesh)
{
    constexpr std::uint32_t kNone = 0xffffffffu;
    std::vector<std::uint32_t> number(mesh.point.size(), kNone), kept;
    for (auto& t : mesh.triangle) {
        for (std::uint32_t& corner : t) {
            if (number[corner] == kNone) {
                number[corner] = static_cast<std::uint32_t>(kept.size());
                kept.push_back(corner);
            }
            corner = number[corner];
        }
    }
    std::vector<Vec3> point;
    point.reserve(kept.size());
    for (const std::uint32_t old : kept) point.push_back(mesh.point[old]);
    mesh.point = std::move(point);
    return kept;
}

// Regions of the plane round a triangle, after Ericson, Real-Time Collision Detection (2005), section 5.1.5.
Vec3 nearest_weights(const Vec3& p, const Vec3& a, const Vec3& b, const Vec3& c)
{
    const Vec3 ab = b - a, ac = c - a, ap = p - a;
    const double d1 = glm::dot(ab, ap), d2 = glm::dot(ac, ap);
    if (d1 <= 0 && d2 <= 0) return {1, 0, 0};
    const Vec3 bp = p - b;
    const double d3 = glm::dot(ab, bp), d4 = glm::dot(ac, bp);
    if (d3 >= 0 && d4 <= d3) return {0, 1, 0};
    const double vc = d1 * d4 - d3 * d2;
    if (vc <= 0 && d1 >= 0 && d3 <= 0) {
        const double v = d1 - d3 > 0 ? d1 / (d1 - d3) : 0;
        return {1 - v, v, 0};
    }
    const Vec3 cp = p - c;
    const double d5 = glm::dot(ab, cp), d6 = glm::dot(ac, cp);
    if (d6 >= 0 && d5 <= d6) return {0, 0, 1};
    const double vb = d5 * d2 - d1 * d6;
    if (vb <= 0 && d2 >= 0 && d6 <= 0) {
        const double w = d2 - d6 > 0 ? d2 / (d2 - d6) : 0;
        return {1 - w, 0, w};
    }
    const double va = d3 * d6 - d5 * d4;
    if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
        const double sum = (d4 - d3) + (d5 - d6);
        const double w = sum > 0 ? (d4 - d3) / sum : 0;
        return {0, 1 - w, w};
    }
    const double whole = va + vb + vc;
    return {va / whole, vb / whole, vc / whole};
}

}  // namespace genu::builder
