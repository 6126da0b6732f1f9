#include "builder/occlusion.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace genu::builder {

Fullness::Fullness(const Box& box, double cell_mm) : low_(box.low), cell_(cell_mm)
{
    size_ = glm::max(glm::ivec3(glm::ceil((box.high - box.low) / cell_)) + 1, 1);
    owner_.assign(static_cast<std::size_t>(size_.x) * static_cast<std::size_t>(size_.y) * static_cast<std::size_t>(size_.z), 0);
}

std::uint16_t Fullness::owner_at(const Vec3& p) const
{
    const glm::ivec3 c(glm::floor((p - low_) / cell_));
    if (c.x < 0 || c.y < 0 || c.z < 0 || c.x >= size_.x || c.y >= size_.y || c.z >= size_.z) return 0;
    return owner_[(static_cast<std::size_t>(c.z) * static_cast<std::size_t>(size_.y) + static_cast<std::size_t>(c.y)) * static_cast<std::size_t>(size_.x) + static_cast<std::size_t>(c.x)];
}

// Rays along x through the middles of the cells.
void Fullness::fill(const TriMesh& mesh, std::uint16_t owner)
{
    struct Hit { int row; double x; int turn; };
    std::vector<Hit> hits;
    const Vec3 nudge(0.5, 0.5003171, 0.5007393);
    for (const auto& t : mesh.triangle) {
        const Vec3 a = (mesh.point[t[0]] - low_) / cell_ - nudge, b = (mesh.point[t[1]] - low_) / cell_ - nudge, c = (mesh.point[t[2]] - low_) / cell_ - nudge;
        const int y0 = std::max(0, static_cast<int>(std::ceil(std::min({a.y, b.y, c.y})))), y1 = std::min(size_.y - 1, static_cast<int>(std::floor(std::max({a.y, b.y, c.y}))));
        const int z0 = std::max(0, static_cast<int>(std::ceil(std::min({a.z, b.z, c.z})))), z1 = std::min(size_.z - 1, static_cast<int>(std::floor(std::max({a.z, b.z, c.z}))));
        const double area = (b.y - a.y) * (c.z - a.z) - (b.z - a.z) * (c.y - a.y);
        if (area == 0) continue;
        for (int z = z0; z <= z1; ++z) {
            for (int y = y0; y <= y1; ++y) {
                const double v = ((y - a.y) * (c.z - a.z) - (z - a.z) * (c.y - a.y)) / area;
                const double w = ((b.y - a.y) * (z - a.z) - (b.z - a.z) * (y - a.y)) / area;
                if (v < 0 || w < 0 || v + w > 1) continue;
                hits.push_back({z * size_.y + y, a.x + v * (b.x - a.x) + w * (c.x - a.x), area > 0 ? -1 : 1});
            }
        }
    }
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.row != b.row ? a.row < b.row : a.x < b.x; });
    int winding = 0;
    for (std::size_t i = 0; i + 1 < hits.size(); ++i) {
        if (i == 0 || hits[i].row != hits[i - 1].row) winding = 0;
        winding += hits[i].turn;
        if (winding <= 0 || hits[i + 1].row != hits[i].row) continue;
        const int from = std::max(0, static_cast<int>(std::ceil(hits[i].x))), to = std::min(size_.x - 1, static_cast<int>(std::floor(hits[i + 1].x)));
        for (int x = from; x <= to; ++x) owner_[static_cast<std::size_t>(hits[i].row) * static_cast<std::size_t>(size_.x) + static_cast<std::size_t>(x)] = owner;
    }
}

namespace {

// Directions over a hemisphere about +z, denser towards it by the cosine (Malley's method on a Fibonacci spiral).
std::vector<Vec3> hemisphere(int rays)
{
    std::vector<Vec3> directions;
    const double golden = std::numbers::pi * (3 - std::sqrt(5.0));
    for (int i = 0; i < rays; ++i) {
        const double r = std::sqrt((i + 0.5) / rays), angle = golden * i;
        directions.emplace_back(r * std::cos(angle), r * std::sin(angle), std::sqrt(1 - r * r));
    }
    return directions;
}

struct Seen { double all = 1, lasting = 1; };  // share of a ray that is open

Seen look(const Vec3& from, const Vec3& direction, std::uint16_t owner, const Fullness& fullness, const std::vector<bool>& lasting, double reach)
{
    Seen seen;
    const double step = fullness.cell_mm();
    bool met_any = false;
    for (double d = step; d < reach; d += step) {
        const std::uint16_t who = fullness.owner_at(from + d * direction);
        if (who == 0) continue;
        const double open = d / reach;
        if (!met_any) seen.all = open;
        met_any = true;
        if (who != owner && !lasting[who]) continue;
        seen.lasting = open;
        break;
    }
    return seen;
}

void smooth_over(const TriMesh& mesh, std::vector<float>& value, int rounds)
{
    for (int round = 0; round < rounds; ++round) {
        std::vector<float> sum(value), weight(value.size(), 1.0f);
        for (const auto& t : mesh.triangle) {
            for (std::size_t k = 0; k < 3; ++k) {
                sum[t[k]] += 0.5f * (value[t[(k + 1) % 3]] + value[t[(k + 2) % 3]]);
                weight[t[k]] += 1.0f;
            }
        }
        for (std::size_t i = 0; i < value.size(); ++i) value[i] = sum[i] / weight[i];
    }
}

}  // namespace

std::vector<float> light_of(const TriMesh& mesh, const std::vector<Vec3>& normal, std::uint16_t owner, const Fullness& fullness,
                            const std::vector<bool>& lasting, const LightOptions& options)
{
    const std::vector<Vec3> directions = hemisphere(options.rays);
    std::vector<float> light(mesh.point.size(), 1.0f);
    for (std::size_t i = 0; i < mesh.point.size(); ++i) {
        const Vec3 n = normal[i];
        const Vec3 u = glm::normalize(std::abs(n.x) < 0.7 ? glm::cross(n, Vec3(1, 0, 0)) : glm::cross(n, Vec3(0, 1, 0)));
        const Vec3 w = glm::cross(n, u);
        const Vec3 from = mesh.point[i] + 0.9 * fullness.cell_mm() * n;
        double all = 0, stays = 0;
        for (const Vec3& d : directions) {
            const Seen seen = look(from, d.x * u + d.y * w + d.z * n, owner, fullness, lasting, options.reach_mm);
            all += std::sqrt(seen.all);
            stays += std::sqrt(seen.lasting);
        }
        light[i] = static_cast<float>((0.5 * all + 0.5 * stays) / options.rays);
    }
    smooth_over(mesh, light, 5);
    return light;
}

}  // namespace genu::builder
