// Where two sheets of a closed surface touch along an edge or in a point, they are parted: same place, own points.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "builder/geometry.hpp"

namespace genu::builder {

namespace {

struct Use { std::uint32_t a, b; std::uint32_t triangle; bool forward; };

std::vector<Use> sorted_uses(const TriMesh& mesh)
{
    std::vector<Use> uses;
    uses.reserve(3 * mesh.triangle.size());
    for (std::uint32_t i = 0; i < mesh.triangle.size(); ++i) {
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t a = mesh.triangle[i][k], b = mesh.triangle[i][(k + 1) % 3];
            uses.push_back(a < b ? Use{a, b, i, true} : Use{b, a, i, false});
        }
    }
    std::sort(uses.begin(), uses.end(), [](const Use& x, const Use& y) { return std::tuple(x.a, x.b, x.triangle) < std::tuple(y.a, y.b, y.triangle); });
    return uses;
}

std::uint32_t third_corner(const TriMesh& mesh, const Use& use)
{
    for (const std::uint32_t corner : mesh.triangle[use.triangle]) if (corner != use.a && corner != use.b) return corner;
    return use.a;
}

// Angle of the triangle about its edge.
double angle_about(const TriMesh& mesh, const Use& use)
{
    const Vec3 origin = mesh.point[use.a], axis = glm::normalize(mesh.point[use.b] - origin + Vec3(0, 0, 1e-12));
    const Vec3 helper = std::abs(axis.x) < 0.7 ? Vec3(1, 0, 0) : Vec3(0, 1, 0);
    const Vec3 u = glm::normalize(glm::cross(axis, helper)), w = glm::cross(axis, u);
    const Vec3 d = mesh.point[third_corner(mesh, use)] - origin;
    return std::atan2(glm::dot(d, w), glm::dot(d, u));
}

struct Parting {
    std::vector<std::uint32_t> root;  // of (triangle, corner)

    explicit Parting(std::size_t corners) : root(corners) { std::iota(root.begin(), root.end(), 0u); }
    std::uint32_t find(std::uint32_t i)
    {
        while (root[i] != i) i = root[i] = root[root[i]];
        return i;
    }
    void join(std::uint32_t a, std::uint32_t b) { root[find(a)] = find(b); }
};

std::uint32_t corner_number(const TriMesh& mesh, std::uint32_t triangle, std::uint32_t point)
{
    const auto& t = mesh.triangle[triangle];
    return 3 * triangle + (t[0] == point ? 0u : t[1] == point ? 1u : 2u);
}

void join_across(const TriMesh& mesh, Parting& parting, const Use& x, const Use& y)
{
    for (const std::uint32_t point : {x.a, x.b}) parting.join(corner_number(mesh, x.triangle, point), corner_number(mesh, y.triangle, point));
}

using UsePair = std::pair<Use, Use>;

// Round a crowded edge, neighbours that close off a wedge of the inside belong together.
std::vector<UsePair> pairs_round(const TriMesh& mesh, std::vector<Use> round)
{
    std::vector<UsePair> pairs;
    if (round.size() > 2) std::sort(round.begin(), round.end(), [&](const Use& x, const Use& y) { return angle_about(mesh, x) < angle_about(mesh, y); });
    std::vector<bool> used(round.size(), false);
    for (std::size_t i = 0; i < round.size(); ++i) {
        const std::size_t next = (i + 1) % round.size();
        // Counter-clockwise about a->b the inside lies behind a triangle that runs b->a and before one that runs a->b.
        if (used[i] || used[next] || round[i].forward || !round[next].forward) continue;
        pairs.emplace_back(round[i], round[next]);
        used[i] = used[next] = true;
    }
    for (std::size_t i = 0; i < round.size(); ++i) {
        for (std::size_t k = i + 1; k < round.size() && !used[i]; ++k) {
            if (used[k] || round[i].forward == round[k].forward) continue;
            pairs.emplace_back(round[i], round[k]);
            used[i] = used[k] = true;
        }
    }
    return pairs;
}

std::vector<std::vector<UsePair>> pairs_of(const TriMesh& mesh)
{
    const std::vector<Use> uses = sorted_uses(mesh);
    std::vector<std::vector<UsePair>> all;
    for (std::size_t i = 0; i < uses.size();) {
        std::size_t end = i;
        while (end < uses.size() && uses[end].a == uses[i].a && uses[end].b == uses[i].b) ++end;
        all.push_back(pairs_round(mesh, {uses.begin() + static_cast<std::ptrdiff_t>(i), uses.begin() + static_cast<std::ptrdiff_t>(end)}));
        i = end;
    }
    return all;
}

void part_points(TriMesh& mesh, std::vector<std::uint32_t>& copy_of)
{
    Parting parting(3 * mesh.triangle.size());
    for (const std::vector<UsePair>& pairs : pairs_of(mesh)) {
        for (const UsePair& pair : pairs) join_across(mesh, parting, pair.first, pair.second);
    }
    constexpr std::uint32_t kNone = 0xffffffffu;
    std::vector<std::uint32_t> owner(mesh.point.size(), kNone), number(3 * mesh.triangle.size(), kNone);
    for (std::uint32_t i = 0; i < mesh.triangle.size(); ++i) {
        for (std::uint32_t k = 0; k < 3; ++k) {
            const std::uint32_t fan = parting.find(3 * i + k), point = mesh.triangle[i][k];
            if (number[fan] != kNone) continue;
            if (owner[point] == kNone) {
                owner[point] = number[fan] = point;
                continue;
            }
            number[fan] = static_cast<std::uint32_t>(mesh.point.size());
            mesh.point.push_back(Vec3(mesh.point[point]));
            copy_of.push_back(copy_of[point]);
        }
    }
    for (std::uint32_t i = 0; i < mesh.triangle.size(); ++i) {
        for (std::uint32_t k = 0; k < 3; ++k) mesh.triangle[i][k] = number[parting.find(3 * i + k)];
    }
}

void split_at_middle(TriMesh& mesh, const Use& use, std::uint32_t middle)
{
    const auto old = mesh.triangle[use.triangle];
    std::array<std::uint32_t, 3> first = old, second = old;
    std::replace(first.begin(), first.end(), use.b, middle);
    std::replace(second.begin(), second.end(), use.a, middle);
    mesh.triangle[use.triangle] = first;
    mesh.triangle.push_back(second);
}

// Sheets that stay joined at both ends of a shared edge: all but one get a point of their own in its middle.
bool split_double_edges(TriMesh& mesh, std::vector<std::uint32_t>& copy_of)
{
    std::vector<bool> touched(mesh.triangle.size(), false);
    bool changed = false;
    for (const std::vector<UsePair>& pairs : pairs_of(mesh)) {
        for (std::size_t k = 1; k < pairs.size(); ++k) {
            const auto& [x, y] = pairs[k];
            if (touched[x.triangle] || touched[y.triangle]) continue;
            touched[x.triangle] = touched[y.triangle] = true;
            const auto middle = static_cast<std::uint32_t>(mesh.point.size());
            mesh.point.push_back(0.5 * (mesh.point[x.a] + mesh.point[x.b]));
            copy_of.push_back(copy_of[x.a]);
            split_at_middle(mesh, x, middle);
            split_at_middle(mesh, y, middle);
            changed = true;
        }
    }
    return changed;
}

}  // namespace

std::vector<std::uint32_t> part_touching_sheets(TriMesh& mesh)
{
    std::vector<std::uint32_t> copy_of(mesh.point.size());
    std::iota(copy_of.begin(), copy_of.end(), 0u);
    part_points(mesh, copy_of);
    constexpr int kMostRounds = 8;
    for (int round = 0; round < kMostRounds && split_double_edges(mesh, copy_of); ++round) {}
    return copy_of;
}

}  // namespace genu::builder
