// After Botsch and Kobbelt 2004.
#include "builder/remesh.hpp"

#include <algorithm>
#include <map>

#include "builder/surface.hpp"

namespace genu::builder {

namespace {

using Triangle = std::array<std::uint32_t, 3>;

/// The triangles at each point.
class Fans {
public:
    explicit Fans(const TriMesh& mesh) : start_(mesh.point.size() + 1, 0)
    {
        for (const Triangle& t : mesh.triangle) for (const std::uint32_t p : t) ++start_[p + 1];
        for (std::size_t i = 1; i < start_.size(); ++i) start_[i] += start_[i - 1];
        triangle_.resize(3 * mesh.triangle.size());
        std::vector<std::uint32_t> next(start_.begin(), start_.end() - 1);
        for (std::size_t i = 0; i < mesh.triangle.size(); ++i) for (const std::uint32_t p : mesh.triangle[i]) triangle_[next[p]++] = static_cast<std::uint32_t>(i);
    }
    const std::uint32_t* begin(std::uint32_t p) const { return triangle_.data() + start_[p]; }
    const std::uint32_t* end(std::uint32_t p) const { return triangle_.data() + start_[p + 1]; }
    std::size_t count(std::uint32_t p) const { return start_[p + 1] - start_[p]; }

private:
    std::vector<std::uint32_t> start_, triangle_;
};

Vec3 face(const TriMesh& mesh, const Triangle& t) { return glm::cross(mesh.point[t[1]] - mesh.point[t[0]], mesh.point[t[2]] - mesh.point[t[0]]); }

/// The point after p in the triangle.
std::uint32_t after(const Triangle& t, std::uint32_t p) { return t[0] == p ? t[1] : t[1] == p ? t[2] : t[0]; }

std::vector<std::uint32_t> ring_of(const TriMesh& mesh, const Fans& fans, std::uint32_t p)
{
    std::vector<std::uint32_t> ring;
    for (const std::uint32_t* t = fans.begin(p); t != fans.end(p); ++t) ring.push_back(after(mesh.triangle[*t], p));
    std::sort(ring.begin(), ring.end());
    return ring;
}

void split_long(TriMesh& mesh, const std::function<double(const Vec3&)>& wished)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> middle;
    const auto middle_of = [&](std::uint32_t a, std::uint32_t b) -> std::int64_t {
        const auto key = std::minmax(a, b);
        if (const auto found = middle.find(key); found != middle.end()) return found->second;
        const Vec3 m = 0.5 * (mesh.point[a] + mesh.point[b]);
        if (glm::distance(mesh.point[a], mesh.point[b]) < 1.34 * wished(m)) return -1;
        const auto made = static_cast<std::uint32_t>(mesh.point.size());
        mesh.point.push_back(m);
        middle.emplace(key, made);
        return made;
    };
    std::vector<Triangle> result;
    for (const Triangle& t : mesh.triangle) {
        std::array<std::int64_t, 3> m{};  // opposite to corner k
        int cuts = 0;
        for (std::size_t k = 0; k < 3; ++k) cuts += (m[k] = middle_of(t[(k + 1) % 3], t[(k + 2) % 3])) >= 0;
        const auto id = [&](std::size_t k) { return static_cast<std::uint32_t>(m[k % 3]); };
        if (cuts == 0) result.push_back(t);
        else if (cuts == 3) result.insert(result.end(), {{t[0], id(2), id(1)}, {t[1], id(0), id(2)}, {t[2], id(1), id(0)}, {id(0), id(1), id(2)}});
        else if (cuts == 1) {
            for (std::size_t k = 0; k < 3; ++k) if (m[k] >= 0) result.insert(result.end(), {{t[k], t[(k + 1) % 3], id(k)}, {t[k], id(k), t[(k + 2) % 3]}});
        } else {
            for (std::size_t k = 0; k < 3; ++k) {
                if (m[k] >= 0) continue;
                const std::uint32_t a = t[k], b = t[(k + 1) % 3], c = t[(k + 2) % 3], ca = id(k + 1), ab = id(k + 2);
                result.insert(result.end(), {{a, ab, ca}, {ab, b, ca}, {b, c, ca}});
            }
        }
    }
    mesh.triangle = std::move(result);
}

bool can_move(const TriMesh& mesh, const Fans& fans, std::uint32_t p, std::uint32_t other, const Vec3& to, double longest)
{
    for (const std::uint32_t* i = fans.begin(p); i != fans.end(p); ++i) {
        const Triangle& t = mesh.triangle[*i];
        if (t[0] == other || t[1] == other || t[2] == other) continue;
        const std::uint32_t q = after(t, p), r = after(t, q);
        const Vec3 before = face(mesh, t), now = glm::cross(mesh.point[q] - to, mesh.point[r] - to);
        if (glm::dot(before, now) < 0.5 * glm::length(before) * glm::length(now)) return false;
        if (glm::distance(to, mesh.point[q]) > longest || glm::distance(to, mesh.point[r]) > longest) return false;
    }
    return true;
}

void join_short(TriMesh& mesh, const std::function<double(const Vec3&)>& wished)
{
    const Fans fans(mesh);
    std::vector<bool> touched(mesh.point.size(), false), gone(mesh.triangle.size(), false);
    for (std::size_t i = 0; i < mesh.triangle.size(); ++i) {
        for (std::size_t k = 0; k < 3 && !gone[i]; ++k) {
            const std::uint32_t a = mesh.triangle[i][k], b = mesh.triangle[i][(k + 1) % 3];
            if (a > b || touched[a] || touched[b]) continue;
            const Vec3 m = 0.5 * (mesh.point[a] + mesh.point[b]);
            const double edge = wished(m);
            if (glm::distance(mesh.point[a], mesh.point[b]) > 0.8 * edge) continue;
            const std::vector<std::uint32_t> ring_a = ring_of(mesh, fans, a), ring_b = ring_of(mesh, fans, b);
            std::vector<std::uint32_t> both;
            std::set_intersection(ring_a.begin(), ring_a.end(), ring_b.begin(), ring_b.end(), std::back_inserter(both));
            // More than two common neighbours, or one of only three edges: the surface would fold onto itself.
            if (both.size() != 2 || fans.count(both[0]) < 4 || fans.count(both[1]) < 4) continue;
            if (!can_move(mesh, fans, a, b, m, 1.33 * edge) || !can_move(mesh, fans, b, a, m, 1.33 * edge)) continue;
            for (const std::uint32_t* t = fans.begin(b); t != fans.end(b); ++t) {
                Triangle& triangle = mesh.triangle[*t];
                if (triangle[0] == a || triangle[1] == a || triangle[2] == a) gone[*t] = true;
                for (std::uint32_t& p : triangle) if (p == b) p = a;
            }
            mesh.point[a] = m;
            touched[a] = touched[b] = true;
            for (const std::uint32_t p : ring_a) touched[p] = true;
            for (const std::uint32_t p : ring_b) touched[p] = true;
        }
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < mesh.triangle.size(); ++i) if (!gone[i]) mesh.triangle[kept++] = mesh.triangle[i];
    mesh.triangle.resize(kept);
    drop_unused_points(mesh);
}

double off(std::size_t count) { return std::abs(static_cast<double>(count) - 6); }

// Edges are turned where that brings the points nearer to six neighbours each.
void turn_edges(TriMesh& mesh)
{
    const Fans fans(mesh);
    std::vector<bool> touched(mesh.point.size(), false);
    for (std::size_t i = 0; i < mesh.triangle.size(); ++i) {
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t a = mesh.triangle[i][k], b = mesh.triangle[i][(k + 1) % 3], c = mesh.triangle[i][(k + 2) % 3];
            if (a > b || touched[a] || touched[b] || touched[c]) continue;
            std::size_t other = i;
            for (const std::uint32_t* t = fans.begin(b); t != fans.end(b); ++t) if (*t != i && after(mesh.triangle[*t], b) == a) other = *t;
            if (other == i) continue;
            const std::uint32_t d = after(mesh.triangle[other], a);
            if (touched[d] || d == c || fans.count(a) < 4 || fans.count(b) < 4) continue;
            const double before = off(fans.count(a)) + off(fans.count(b)) + off(fans.count(c)) + off(fans.count(d));
            const double now = off(fans.count(a) - 1) + off(fans.count(b) - 1) + off(fans.count(c) + 1) + off(fans.count(d) + 1);
            if (now >= before) continue;
            const std::vector<std::uint32_t> ring = ring_of(mesh, fans, c);
            if (std::binary_search(ring.begin(), ring.end(), d)) continue;
            const Triangle first = {c, a, d}, second = {d, b, c};
            const Vec3 flat = face(mesh, mesh.triangle[i]) + face(mesh, mesh.triangle[other]), n1 = face(mesh, first), n2 = face(mesh, second);
            if (glm::dot(flat, n1) < 0.8 * glm::length(flat) * glm::length(n1) || glm::dot(flat, n2) < 0.8 * glm::length(flat) * glm::length(n2)) continue;
            mesh.triangle[i] = first;
            mesh.triangle[other] = second;
            touched[a] = touched[b] = touched[c] = touched[d] = true;
            break;
        }
    }
}

void even_out(TriMesh& mesh)
{
    const std::vector<Vec3> normal = normals_of(mesh);
    std::vector<Vec3> sum(mesh.point.size(), Vec3(0));
    std::vector<int> count(mesh.point.size(), 0);
    for (const Triangle& t : mesh.triangle) {
        for (std::size_t k = 0; k < 3; ++k) {
            sum[t[k]] += mesh.point[t[(k + 1) % 3]];
            ++count[t[k]];
        }
    }
    for (std::size_t i = 0; i < mesh.point.size(); ++i) {
        if (count[i] == 0) continue;
        const Vec3 move = sum[i] / static_cast<double>(count[i]) - mesh.point[i];
        mesh.point[i] += 0.6 * (move - glm::dot(move, normal[i]) * normal[i]);
    }
}

}  // namespace

void remesh(TriMesh& mesh, const std::function<double(const Vec3&)>& wished_edge_mm, const std::function<double(const Vec3&)>& value, int rounds)
{
    for (int round = 0; round < rounds; ++round) {
        split_long(mesh, wished_edge_mm);
        for (int k = 0; k < 3; ++k) join_short(mesh, wished_edge_mm);
        for (int k = 0; k < 3; ++k) turn_edges(mesh);
        even_out(mesh);
        even_out(mesh);
        project(mesh, value, 1.0, 1.0);
    }
}

}  // namespace genu::builder
