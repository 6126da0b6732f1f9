#pragma once
// Points, boxes and triangle meshes of the builder. Millimetres in the specification's frame (x lateral, y up, z back).
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <vector>

#include <glm/glm.hpp>

namespace genu::builder {

using Vec2 = glm::dvec2;
using Vec3 = glm::dvec3;

struct Box {
    Vec3 low{1e30};
    Vec3 high{-1e30};
    void add(const Vec3& p) { low = glm::min(low, p); high = glm::max(high, p); }
    void add(const Box& b) { low = glm::min(low, b.low); high = glm::max(high, b.high); }
    bool empty() const { return low.x > high.x; }
    Box grown(double margin) const { return {low - Vec3(margin), high + Vec3(margin)}; }
    bool meets(const Box& b) const { return glm::all(glm::lessThanEqual(low, b.high)) && glm::all(glm::lessThanEqual(b.low, high)); }
};

/// A whole turn in radians.
inline constexpr double kTurn = 2 * std::numbers::pi;

/// 0 up to t = 0, 1 from t = 1, level at both ends.
inline double smoothstep(double t)
{
    t = std::clamp(t, 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

/// Triangles are counter-clockwise seen from outside.
struct TriMesh {
    std::vector<Vec3> point;
    std::vector<std::array<std::uint32_t, 3>> triangle;
};

Box box_of(const TriMesh& mesh);
double volume_of(const TriMesh& mesh);
double area_of(const TriMesh& mesh);
void turn_inside_out(TriMesh& mesh);
/// Angle-weighted unit normals, one per point.
std::vector<Vec3> normals_of(const TriMesh& mesh);

/// How often the mesh's edges fail to be shared by exactly two triangles that run along it in opposite directions.
struct EdgeFaults {
    std::size_t open = 0;     ///< used once
    std::size_t crowded = 0;  ///< used more than twice, or twice in the same direction
    bool none() const { return open == 0 && crowded == 0; }
};
EdgeFaults edge_faults(const TriMesh& mesh);

/// Gives sheets that touch along an edge or in a point their own points, so that every edge of a closed surface is
/// shared by exactly two triangles. New points are added at the end; says for every point which one it began as.
std::vector<std::uint32_t> part_touching_sheets(TriMesh& mesh);

/// A number for each triangle: triangles joined through shared points have the same one; 0 is first met.
std::vector<std::uint32_t> pieces_of(const TriMesh& mesh, std::size_t& count);
/// Drops pieces whose share of the whole (absolute) volume is below `least_share`; says how many went, and
/// the old number of each kept point.
std::size_t drop_small_pieces(TriMesh& mesh, double least_share, std::vector<std::uint32_t>* kept_points = nullptr);
/// Removes points that no triangle uses and numbers the rest anew; returns the old number of each kept point.
std::vector<std::uint32_t> drop_unused_points(TriMesh& mesh);

/// Nearest point of a triangle as weights of its corners.
Vec3 nearest_weights(const Vec3& p, const Vec3& a, const Vec3& b, const Vec3& c);

}  // namespace genu::builder
