// Distance to a closed triangle mesh: exact near the surface, by nearest triangles handed inwards, signed by how often
// a ray along x winds in and out.
#include <algorithm>
#include <cmath>
#include <limits>

#include "builder/field.hpp"

namespace genu::builder {

namespace {

using Vec3f = glm::vec3;

struct Corners { Vec3f a, ab, ac; };

float square_distance(const Vec3f& p, const Corners& t)
{
    const Vec3f ap = p - t.a;
    const float d1 = glm::dot(t.ab, ap), d2 = glm::dot(t.ac, ap);
    const float ab2 = glm::dot(t.ab, t.ab), ac2 = glm::dot(t.ac, t.ac), abac = glm::dot(t.ab, t.ac);
    if (d1 <= 0 && d2 <= 0) return glm::dot(ap, ap);
    const float d3 = d1 - ab2, d4 = d2 - abac;
    if (d3 >= 0 && d4 <= d3) { const Vec3f bp = ap - t.ab; return glm::dot(bp, bp); }
    const float d5 = d1 - abac, d6 = d2 - ac2;
    if (d6 >= 0 && d5 <= d6) { const Vec3f cp = ap - t.ac; return glm::dot(cp, cp); }
    const float vc = d1 * d4 - d3 * d2;
    const auto to_line = [&](const Vec3f& from, const Vec3f& along) {
        const float length2 = glm::dot(along, along);
        const float s = length2 > 0 ? std::clamp(glm::dot(from, along) / length2, 0.0f, 1.0f) : 0.0f;
        const Vec3f off = from - s * along;
        return glm::dot(off, off);
    };
    if (vc <= 0 && d1 >= 0 && d3 <= 0) return to_line(ap, t.ab);
    const float vb = d5 * d2 - d1 * d6;
    if (vb <= 0 && d2 >= 0 && d6 <= 0) return to_line(ap, t.ac);
    const float va = d3 * d6 - d5 * d4;
    if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) return to_line(ap - t.ab, t.ac - t.ab);
    const Vec3f n = glm::cross(t.ab, t.ac);
    const float n2 = glm::dot(n, n);
    if (n2 <= 0) return to_line(ap, t.ab);
    const float h = glm::dot(ap, n);
    return h * h / n2;
}

// The scratch grid of one mesh.
class Scratch {
public:
    Scratch(const TriMesh& mesh, double voxel) : mesh_(mesh), voxel_(voxel)
    {
        const Box box = box_of(mesh).grown((Field::kBand + 1) * voxel);
        low_ = glm::ivec3(glm::floor(box.low / voxel));
        size_ = glm::ivec3(glm::ceil(box.high / voxel)) - low_ + 1;
        const std::size_t count = static_cast<std::size_t>(size_.x) * static_cast<std::size_t>(size_.y) * static_cast<std::size_t>(size_.z);
        square_.assign(count, std::numeric_limits<float>::max());
        nearest_.assign(count, -1);
        inside_.assign(count, 0);
        for (const auto& t : mesh.triangle) {
            const Vec3f a(local(mesh.point[t[0]])), b(local(mesh.point[t[1]])), c(local(mesh.point[t[2]]));
            corners_.push_back({a, b - a, c - a});
        }
    }

    void measure_band()
    {
        const float reach = Field::kBand;
        for (std::size_t i = 0; i < corners_.size(); ++i) {
            const Corners& t = corners_[i];
            const Vec3f low = t.a + glm::min(Vec3f(0), glm::min(t.ab, t.ac)), high = t.a + glm::max(Vec3f(0), glm::max(t.ab, t.ac));
            const glm::ivec3 from = glm::max(glm::ivec3(glm::ceil(low - reach)), 0), to = glm::min(glm::ivec3(glm::floor(high + reach)), size_ - 1);
            Vec3f normal = glm::cross(t.ab, t.ac);
            const float length = glm::length(normal);
            normal = length > 0 ? normal / length : Vec3f(0);
            for (int z = from.z; z <= to.z; ++z) {
                for (int y = from.y; y <= to.y; ++y) {
                    for (int x = from.x; x <= to.x; ++x) {
                        const std::size_t k = index(x, y, z);
                        // The distance to the triangle's plane rules most points out.
                        const float to_plane = glm::dot(Vec3f(x, y, z) - t.a, normal), plane2 = to_plane * to_plane;
                        if (plane2 > reach * reach || plane2 >= square_[k]) continue;
                        const float d = square_distance(Vec3f(x, y, z), t);
                        if (d < square_[k]) {
                            square_[k] = d;
                            nearest_[k] = static_cast<std::int32_t>(i);
                        }
                    }
                }
            }
        }
    }

    void find_inside()
    {
        struct Hit { std::int32_t row; float x; int turn; };
        std::vector<Hit> hits;
        for (const auto& t : mesh_.triangle) {
            const Vec3 p[3] = {local(mesh_.point[t[0]]) + kNudge, local(mesh_.point[t[1]]) + kNudge, local(mesh_.point[t[2]]) + kNudge};
            const double low_y = std::min({p[0].y, p[1].y, p[2].y}), high_y = std::max({p[0].y, p[1].y, p[2].y});
            const double low_z = std::min({p[0].z, p[1].z, p[2].z}), high_z = std::max({p[0].z, p[1].z, p[2].z});
            for (int z = static_cast<int>(std::ceil(low_z)); z <= static_cast<int>(std::floor(high_z)); ++z) {
                for (int y = static_cast<int>(std::ceil(low_y)); y <= static_cast<int>(std::floor(high_y)); ++y) {
                    double w[3];
                    for (int k = 0; k < 3; ++k) w[k] = edge(p, t, (k + 1) % 3, (k + 2) % 3, y, z);
                    const bool front = w[0] > 0 && w[1] > 0 && w[2] > 0;
                    const bool back = w[0] < 0 && w[1] < 0 && w[2] < 0;
                    if (!front && !back) continue;
                    const double x = (w[0] * p[0].x + w[1] * p[1].x + w[2] * p[2].x) / (w[0] + w[1] + w[2]);
                    hits.push_back({z * size_.y + y, static_cast<float>(x), front ? -1 : 1});
                }
            }
        }
        std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.row != b.row ? a.row < b.row : a.x != b.x ? a.x < b.x : a.turn < b.turn; });
        for (std::size_t i = 0; i < hits.size();) {
            int winding = 0;
            const std::int32_t row = hits[i].row;
            for (; i < hits.size() && hits[i].row == row; ++i) {
                winding += hits[i].turn;
                if (winding <= 0 || i + 1 == hits.size() || hits[i + 1].row != row) continue;
                const int from = std::max(0, static_cast<int>(std::ceil(hits[i].x)));
                const int to = std::min(size_.x - 1, static_cast<int>(std::floor(hits[i + 1].x)));
                for (int x = from; x <= to; ++x) inside_[static_cast<std::size_t>(row) * static_cast<std::size_t>(size_.x) + static_cast<std::size_t>(x)] = 1;
            }
        }
    }

    // Layer by layer inwards, each point tries the nearest triangles of its neighbours that have one.
    void fill_inside()
    {
        std::vector<std::size_t> layer, next;
        for (std::size_t k = 0; k < nearest_.size(); ++k) if (nearest_[k] >= 0 && inside_[k]) layer.push_back(k);
        std::vector<std::int32_t> found(0);
        while (!layer.empty()) {
            next.clear();
            for (const std::size_t k : layer) {
                for (const std::ptrdiff_t step : {std::ptrdiff_t(1), std::ptrdiff_t(size_.x), std::ptrdiff_t(size_.x) * size_.y}) {
                    for (const std::ptrdiff_t d : {step, -step}) {
                        const std::size_t n = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(k) + d);
                        if (n >= nearest_.size() || !inside_[n] || nearest_[n] != -1) continue;
                        nearest_[n] = -2;  // met, not yet measured
                        next.push_back(n);
                    }
                }
            }
            std::sort(next.begin(), next.end());
            found.assign(next.size(), -1);
            for (std::size_t i = 0; i < next.size(); ++i) found[i] = best_of_neighbours(next[i]);
            for (std::size_t i = 0; i < next.size(); ++i) nearest_[next[i]] = found[i];
            layer.swap(next);
        }
    }

    Field to_field() const
    {
        Field field(voxel_, box_of(mesh_).grown(Field::kBand * voxel_));
        for (int z = 0; z < size_.z; ++z) {
            for (int y = 0; y < size_.y; ++y) {
                for (int x = 0; x < size_.x; ++x) {
                    const std::size_t k = index(x, y, z);
                    if (nearest_[k] < 0) continue;
                    const float d = std::sqrt(square_[k]) * static_cast<float>(voxel_);
                    if (!inside_[k] && d >= field.far_outside()) continue;
                    const glm::ivec3 v = low_ + glm::ivec3(x, y, z);
                    field.brick_at(v).at(v.x & 7, v.y & 7, v.z & 7) = inside_[k] ? -d : d;
                }
            }
        }
        return field;
    }

private:
    // Keeps rays off vertices and edges that lie on round coordinates.
    static constexpr Vec3 kNudge{0, 0.000123457, 0.000271829};

    Vec3 local(const Vec3& p) const { return p / voxel_ - Vec3(low_); }
    std::size_t index(int x, int y, int z) const
    {
        return (static_cast<std::size_t>(z) * static_cast<std::size_t>(size_.y) + static_cast<std::size_t>(y)) * static_cast<std::size_t>(size_.x) + static_cast<std::size_t>(x);
    }

    // Computed from the lower to the higher point number, so that both triangles of an edge see exactly the same value.
    static double edge(const Vec3* p, const std::array<std::uint32_t, 3>& t, int i, int j, int y, int z)
    {
        const bool swapped = t[static_cast<std::size_t>(i)] > t[static_cast<std::size_t>(j)];
        const Vec3& a = swapped ? p[j] : p[i];
        const Vec3& b = swapped ? p[i] : p[j];
        const double value = (b.y - a.y) * (z - a.z) - (b.z - a.z) * (y - a.y);
        return swapped ? -value : value;
    }

    std::int32_t best_of_neighbours(std::size_t k)
    {
        const int x = static_cast<int>(k % static_cast<std::size_t>(size_.x));
        const int y = static_cast<int>(k / static_cast<std::size_t>(size_.x) % static_cast<std::size_t>(size_.y));
        const int z = static_cast<int>(k / (static_cast<std::size_t>(size_.x) * static_cast<std::size_t>(size_.y)));
        std::int32_t tried[26], best = -1;
        int count = 0;
        for (int dz = -1; dz <= 1; ++dz) {
            for (int dy = -1; dy <= 1; ++dy) {
                for (int dx = -1; dx <= 1; ++dx) {
                    if (x + dx < 0 || y + dy < 0 || z + dz < 0 || x + dx >= size_.x || y + dy >= size_.y || z + dz >= size_.z) continue;
                    const std::int32_t t = nearest_[index(x + dx, y + dy, z + dz)];
                    if (t < 0 || std::find(tried, tried + count, t) != tried + count) continue;
                    tried[count++] = t;
                    const float d = square_distance(Vec3f(x, y, z), corners_[static_cast<std::size_t>(t)]);
                    if (d < square_[k]) {
                        square_[k] = d;
                        best = t;
                    }
                }
            }
        }
        return best;
    }

    const TriMesh& mesh_;
    double voxel_;
    glm::ivec3 low_{0}, size_{0};
    std::vector<Corners> corners_;
    std::vector<float> square_;
    std::vector<std::int32_t> nearest_;
    std::vector<std::uint8_t> inside_;
};

}  // namespace

Field distance_to(const TriMesh& mesh, double voxel_mm)
{
    if (mesh.triangle.empty()) return Field(voxel_mm, Box{});
    Scratch scratch(mesh, voxel_mm);
    scratch.measure_band();
    scratch.find_inside();
    scratch.fill_inside();
    return scratch.to_field();
}

}  // namespace genu::builder
