// Surface nets (Gibson 1998) with one point per sheet in a cell, so that the surface stays a manifold where two sheets
// pass through one cell (after Schaefer, Ju and Warren 2007).
#include <algorithm>
#include <array>
#include <cmath>

#include "builder/surface.hpp"

namespace genu::builder {

namespace {

// Corners of a cell are numbered x + 2y + 4z; edge e joins kEdges[e].
constexpr std::array<std::array<int, 2>, 12> kEdges = {{{0, 1}, {2, 3}, {4, 5}, {6, 7}, {0, 2}, {1, 3}, {4, 6}, {5, 7}, {0, 4}, {1, 5}, {2, 6}, {3, 7}}};
constexpr std::array<std::array<int, 4>, 6> kFaces = {{{0, 2, 6, 4}, {1, 3, 7, 5}, {0, 1, 5, 4}, {2, 3, 7, 6}, {0, 1, 3, 2}, {4, 5, 7, 6}}};

int edge_between(int a, int b)
{
    for (int e = 0; e < 12; ++e) {
        const auto& edge = kEdges[static_cast<std::size_t>(e)];
        if ((edge[0] == a && edge[1] == b) || (edge[0] == b && edge[1] == a)) return e;
    }
    return -1;
}

/// Per sign pattern of a cell: which sheet each crossed edge belongs to, and how many sheets there are.
struct Sheets { std::array<std::int8_t, 12> of; std::int8_t count; };

Sheets sheets_of(int inside)
{
    std::array<int, 12> root;
    for (int e = 0; e < 12; ++e) root[static_cast<std::size_t>(e)] = e;
    const auto find = [&](int e) { while (root[static_cast<std::size_t>(e)] != e) e = root[static_cast<std::size_t>(e)]; return e; };
    const auto is_in = [&](int corner) { return ((inside >> corner) & 1) != 0; };
    for (const auto& face : kFaces) {
        // On a face whose diagonal corners are inside, each inside corner keeps its own two edges: both cells agree.
        for (std::size_t k = 0; k < 4; ++k) {
            const int before = face[(k + 3) % 4], corner = face[k], after = face[(k + 1) % 4], across = face[(k + 2) % 4];
            const bool alone = is_in(corner) && !is_in(before) && !is_in(after);
            const bool gap = !is_in(corner) && is_in(before) && is_in(after) && is_in(across);
            if (alone || gap) root[static_cast<std::size_t>(find(edge_between(before, corner)))] = find(edge_between(corner, after));
            const bool half = is_in(corner) && is_in(after) && !is_in(before) && !is_in(across);
            if (half) root[static_cast<std::size_t>(find(edge_between(before, corner)))] = find(edge_between(after, across));
        }
    }
    Sheets sheets{};
    std::array<std::int8_t, 12> number;
    number.fill(-1);
    for (int e = 0; e < 12; ++e) {
        const auto& edge = kEdges[static_cast<std::size_t>(e)];
        sheets.of[static_cast<std::size_t>(e)] = -1;
        if (is_in(edge[0]) == is_in(edge[1])) continue;
        std::int8_t& n = number[static_cast<std::size_t>(find(e))];
        if (n < 0) n = sheets.count++;
        sheets.of[static_cast<std::size_t>(e)] = n;
    }
    return sheets;
}

const std::array<Sheets, 256>& all_sheets()
{
    static const std::array<Sheets, 256> table = [] {
        std::array<Sheets, 256> t{};
        for (int i = 0; i < 256; ++i) t[static_cast<std::size_t>(i)] = sheets_of(i);
        return t;
    }();
    return table;
}

glm::ivec3 corner_step(int corner) { return {corner & 1, (corner >> 1) & 1, corner >> 2}; }

class Nets {
public:
    explicit Nets(const Field& field) : field_(field) { add_rim(); }

    TriMesh make()
    {
        add_points();
        add_quads();
        return std::move(mesh_);
    }

private:
    struct Cells { std::array<std::int32_t, 512> first; std::array<std::uint8_t, 512> pattern; };

    static std::size_t inside_brick(glm::ivec3 v) { return static_cast<std::size_t>(((v.z & 7) * 8 + (v.y & 7)) * 8 + (v.x & 7)); }

    // A solid that reaches the low faces of its brick needs the cells of the bricks before it.
    void add_rim()
    {
        std::vector<glm::ivec3> rim;
        for (Field::Brick& brick : field_.bricks()) {
            bool touches = false;
            for (int a = 0; a < 8; ++a) {
                for (int b = 0; b < 8; ++b) touches |= brick.at(0, a, b) < 0 || brick.at(a, 0, b) < 0 || brick.at(a, b, 0) < 0;
            }
            if (touches) rim.push_back(brick.low);
        }
        for (const glm::ivec3 low : rim) {
            for (int k = 1; k < 8; ++k) {
                const glm::ivec3 before = low - Field::kBrick * corner_step(k);
                if (field_.reaches(before)) field_.brick_at(before);
            }
        }
    }

    void add_points()
    {
        cells_.resize(field_.bricks().size());
        for (std::size_t b = 0; b < cells_.size(); ++b) {
            const glm::ivec3 low = field_.bricks()[b].low;
            for (int z = 0; z < 8; ++z) {
                for (int y = 0; y < 8; ++y) {
                    for (int x = 0; x < 8; ++x) add_cell(cells_[b], low + glm::ivec3(x, y, z));
                }
            }
        }
    }

    void add_cell(Cells& cells, glm::ivec3 v)
    {
        std::array<float, 8> value;
        int inside = 0;
        for (int k = 0; k < 8; ++k) {
            value[static_cast<std::size_t>(k)] = field_.at(v + corner_step(k));
            if (value[static_cast<std::size_t>(k)] < 0) inside |= 1 << k;
        }
        cells.pattern[inside_brick(v)] = static_cast<std::uint8_t>(inside);
        cells.first[inside_brick(v)] = static_cast<std::int32_t>(mesh_.point.size());
        if (inside == 0 || inside == 255) return;
        const Sheets& sheets = all_sheets()[static_cast<std::size_t>(inside)];
        std::array<Vec3, 4> sum{};
        std::array<int, 4> count{};
        for (std::size_t e = 0; e < 12; ++e) {
            if (sheets.of[e] < 0) continue;
            const double a = value[static_cast<std::size_t>(kEdges[e][0])], c = value[static_cast<std::size_t>(kEdges[e][1])];
            const Vec3 crossing = glm::mix(Vec3(corner_step(kEdges[e][0])), Vec3(corner_step(kEdges[e][1])), a / (a - c));
            sum[static_cast<std::size_t>(sheets.of[e])] += crossing;
            ++count[static_cast<std::size_t>(sheets.of[e])];
        }
        for (std::size_t k = 0; k < static_cast<std::size_t>(sheets.count); ++k) {
            mesh_.point.push_back(field_.voxel_mm() * (Vec3(v) + sum[k] / static_cast<double>(count[k])));
        }
    }

    // The point of the sheet that crosses this edge of the cell at v.
    std::uint32_t point_of(glm::ivec3 v, int edge) const
    {
        const Cells& cells = cells_[static_cast<std::size_t>(field_.brick_index(v))];
        const std::size_t k = inside_brick(v);
        return static_cast<std::uint32_t>(cells.first[k] + all_sheets()[cells.pattern[k]].of[static_cast<std::size_t>(edge)]);
    }

    void add_quads()
    {
        // For an edge along x the cells round it are those at v, v-y, v-y-z, v-z, and so on round the axes; the edge
        // numbers are those of the same edge as each of the four cells sees it.
        static constexpr std::array<std::array<int, 4>, 3> kEdgeSeen = {{{0, 1, 3, 2}, {4, 6, 7, 5}, {8, 9, 11, 10}}};
        const std::array<glm::ivec3, 3> axis = {glm::ivec3(1, 0, 0), glm::ivec3(0, 1, 0), glm::ivec3(0, 0, 1)};
        for (const Field::Brick& brick : field_.bricks()) {
            for (int k = 0; k < 512; ++k) {
                const glm::ivec3 v = brick.low + glm::ivec3(k & 7, (k >> 3) & 7, k >> 6);
                const float here = field_.at(v);
                for (std::size_t d = 0; d < 3; ++d) {
                    const float there = field_.at(v + axis[d]);
                    if ((here < 0) == (there < 0)) continue;
                    const glm::ivec3 s = axis[(d + 1) % 3], t = axis[(d + 2) % 3];
                    const std::array<std::uint32_t, 4> q = {point_of(v, kEdgeSeen[d][0]), point_of(v - s, kEdgeSeen[d][1]),
                                                            point_of(v - s - t, kEdgeSeen[d][2]), point_of(v - t, kEdgeSeen[d][3])};
                    add_quad(q, here < 0);
                }
            }
        }
    }

    void add_quad(std::array<std::uint32_t, 4> q, bool outward_along)
    {
        if (!outward_along) std::swap(q[1], q[3]);
        const bool first = glm::distance(mesh_.point[q[0]], mesh_.point[q[2]]) <= glm::distance(mesh_.point[q[1]], mesh_.point[q[3]]);
        if (first) {
            mesh_.triangle.push_back({q[0], q[1], q[2]});
            mesh_.triangle.push_back({q[0], q[2], q[3]});
        } else {
            mesh_.triangle.push_back({q[1], q[2], q[3]});
            mesh_.triangle.push_back({q[1], q[3], q[0]});
        }
    }

    Field field_;
    TriMesh mesh_;
    std::vector<Cells> cells_;
};

}  // namespace

TriMesh surface_of(const Field& field)
{
    TriMesh mesh = Nets(field).make();
    project(mesh, [&](const Vec3& p) { return field.sample(p); }, 0.5 * field.voxel_mm(), 0.35 * field.voxel_mm());
    return mesh;
}

void project(TriMesh& mesh, const std::function<double(const Vec3&)>& value, double longest_step_mm, double probe_mm)
{
    constexpr int kSteps = 3;
    for (Vec3& p : mesh.point) {
        for (int step = 0; step < kSteps; ++step) {
            const double f = value(p);
            if (std::abs(f) < 1e-3) break;
            Vec3 slope;
            for (int d = 0; d < 3; ++d) {
                Vec3 probe(0);
                probe[d] = probe_mm;
                slope[d] = (value(p + probe) - value(p - probe)) / (2 * probe_mm);
            }
            const double square = glm::dot(slope, slope);
            if (square < 0.02) break;
            Vec3 move = -f / square * slope;
            const double length = glm::length(move);
            if (length > longest_step_mm) move *= longest_step_mm / length;
            p += move;
        }
    }
}

}  // namespace genu::builder
