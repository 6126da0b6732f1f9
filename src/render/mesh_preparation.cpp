#include "render/mesh_preparation.hpp"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <numeric>
#include <thread>
#include <tuple>
#include <unordered_map>

#include <meshoptimizer.h>

#include "render/grain.hpp"

namespace genu {

namespace {

constexpr const char* kTubes[] = {"artery.", "nerve.", "vein."};

struct PlaceHash {
    std::size_t operator()(const glm::vec3& p) const
    {
        std::uint32_t bits[3];
        std::memcpy(bits, &p, sizeof bits);
        std::uint64_t h = bits[0];
        h = h * 0x9e3779b97f4a7c15ULL + bits[1];
        h = h * 0x9e3779b97f4a7c15ULL + bits[2];
        return static_cast<std::size_t>(h ^ (h >> 29));
    }
};

/// Neighbouring numbers give unrelated ones. After S. Vigna's splitmix64.
std::uint64_t mixed_up(std::uint64_t x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

std::vector<std::uint32_t> welded(const std::vector<glm::vec3>& position)
{
    std::unordered_map<glm::vec3, std::uint32_t, PlaceHash> first;
    first.reserve(position.size());
    std::vector<std::uint32_t> same(position.size());
    for (std::uint32_t v = 0; v < position.size(); ++v) same[v] = first.try_emplace(position[v], v).first->second;
    return same;
}

/// Soft structures bend with the joints, and a straight stretch that one triangle could span at rest must keep the
/// vertices it bends at. So they are simplified in a copy that is curved everywhere as a knee bent double curves them:
/// a helix of this curvature is added along each of the three axes.
std::vector<glm::vec3> curved(const Mesh& mesh)
{
    constexpr float kRadius_m = 0.05f;
    constexpr float kWave_m = 0.015f;
    constexpr float kReach_m = kWave_m * kWave_m / kRadius_m;
    std::vector<glm::vec3> result = mesh.position_m;
    for (glm::vec3& p : result) {
        const glm::vec3 s = glm::sin(p / kWave_m), c = glm::cos(p / kWave_m);
        p += kReach_m * glm::vec3(s.y + c.z, s.z + c.x, s.x + c.y);
    }
    return result;
}

/// A thin sheet is simplified blown up, so that its two sides lie well apart and its rim is broad: then they are not folded
/// through each other, and a rim's vertices do not lend their slanting normals to the sides.
void blow_up(const Mesh& mesh, std::vector<glm::vec3>& shape)
{
    constexpr float kBy_m = 0.002f;
    if (mesh.normal.size() != shape.size()) return;
    const std::vector<std::uint32_t> same = welded(mesh.position_m);
    for (std::size_t v = 0; v < shape.size(); ++v) shape[v] += kBy_m * mesh.normal[same[v]];
}

/// Round all the way: its outline goes by its error everywhere, but it has no rim.
bool is_tube(const Mesh& mesh)
{
    const std::string id = mesh.id.text();
    return std::any_of(std::begin(kTubes), std::end(kTubes), [&](const char* kind) { return id.rfind(kind, 0) == 0; });
}

int influences_of(const Mesh& mesh)
{
    int most = 1;
    for (const glm::vec4& w : mesh.weights) {
        for (int k = most; k < 4; ++k) {
            if (w[k] > 0) most = k + 1;
        }
    }
    return most;
}

double six_volumes_of(const Mesh& mesh)
{
    double six_volumes = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 a = mesh.position_m[mesh.indices[i]], b = mesh.position_m[mesh.indices[i + 1]], c = mesh.position_m[mesh.indices[i + 2]];
        six_volumes += static_cast<double>(glm::dot(a, glm::cross(b, c)));
    }
    return six_volumes;
}

/// Volume over half the surface: a sheet's thickness, a tube's radius.
float mean_thickness_m(const Mesh& mesh)
{
    double two_areas = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 a = mesh.position_m[mesh.indices[i]], b = mesh.position_m[mesh.indices[i + 1]], c = mesh.position_m[mesh.indices[i + 2]];
        two_areas += static_cast<double>(glm::length(glm::cross(b - a, c - a)));
    }
    return two_areas > 0 ? static_cast<float>(std::abs(six_volumes_of(mesh)) / 6 / (two_areas / 4)) : 0.0f;
}

}  // namespace

bool is_closed(const Mesh& mesh)
{
    if (mesh.indices.empty()) return false;
    const std::vector<std::uint32_t> same = welded(mesh.position_m);
    // Each directed edge must be met by one in the other direction. Two bags of edges are the same when the sums of their
    // mixed-up numbers are: sorting them would take ten times as long.
    std::uint64_t forward = 0, backward = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint64_t a = same[mesh.indices[i + k]], b = same[mesh.indices[i + (k + 1) % 3]];
            forward += mixed_up(a << 32 | b);
            backward += mixed_up(b << 32 | a);
        }
    }
    return forward == backward;
}

std::vector<float> spread_tendon(const Mesh& mesh)
{
    constexpr int kRounds = 3;
    const std::size_t count = mesh.position_m.size();
    if (mesh.tendon.size() != count || mesh.fibre.size() != count) return mesh.tendon;
    std::vector<float> tendon = mesh.tendon;
    std::vector<float> sum(count), weight(count);
    for (int round = 0; round < kRounds; ++round) {
        std::fill(sum.begin(), sum.end(), 0.0f);
        std::fill(weight.begin(), weight.end(), 1e-6f);
        for (std::size_t i = 0; i < mesh.indices.size(); ++i) {
            const std::uint32_t a = mesh.indices[i], b = mesh.indices[i % 3 == 2 ? i - 2 : i + 1];
            const glm::vec3 edge = mesh.position_m[b] - mesh.position_m[a];
            const float length = glm::length(edge);
            if (length <= 0) continue;
            const float cosine = glm::dot(edge, mesh.fibre[a]) / length;
            const float along = cosine * cosine * cosine * cosine;
            sum[a] += along * tendon[b];
            sum[b] += along * tendon[a];
            weight[a] += along;
            weight[b] += along;
        }
        for (std::size_t v = 0; v < count; ++v) {
            if (weight[v] > 1e-3f) tendon[v] = 0.5f * (tendon[v] + sum[v] / weight[v]);
        }
    }
    return tendon;
}

std::vector<CoarseLevel> coarse_levels(const Mesh& mesh)
{
    // What is thin has little room for errors, and many triangles for its size.
    static const std::vector<float> kErrors_m = {0.0002f, 0.0005f, 0.0012f}, kThinErrors_m = {0.00005f, 0.0001f, 0.0002f, 0.00035f, 0.0005f};
    constexpr float kThin_m = 0.0025f, kMostOfThickness = 0.25f, kMostOfRadius = 0.12f;
    constexpr double kWorthIt = 0.75;
    // On skin, wide and smooth, thin triangles show in the light long before they show in the outline.
    const float shows = mesh.id.text() == "region.skin" ? 8.0f : 1.0f;
    std::vector<CoarseLevel> levels;
    if (mesh.indices.empty()) return levels;
    const float thickness_m = mean_thickness_m(mesh);
    const bool is_thin = thickness_m < kThin_m;
    std::vector<glm::vec3> shape = influences_of(mesh) > 1 ? curved(mesh) : mesh.position_m;
    if (is_thin && !is_tube(mesh)) blow_up(mesh, shape);
    const float* positions = &shape[0].x;
    const float scale = meshopt_simplifyScale(positions, shape.size(), sizeof(glm::vec3));
    if (scale <= 0) return levels;
    const std::vector<std::uint32_t>* finer = &mesh.indices;
    float error_so_far_m = 0;
    const float most_m = !is_thin ? 1.0f : thickness_m * (is_tube(mesh) ? kMostOfRadius : kMostOfThickness);
    for (const float error_m : is_thin ? kThinErrors_m : kErrors_m) {
        if (error_m > most_m) break;
        std::vector<std::uint32_t> fewer(finer->size());
        float relative_error = 0;
        const std::size_t count = meshopt_simplify(fewer.data(), finer->data(), finer->size(), positions, shape.size(), sizeof(glm::vec3), 0,
                                                   (error_m - error_so_far_m) / scale, 0, &relative_error);
        if (count == 0 || static_cast<double>(count) > kWorthIt * static_cast<double>(finer->size())) continue;
        fewer.resize(count);
        meshopt_optimizeVertexCache(fewer.data(), fewer.data(), count, shape.size());
        error_so_far_m += relative_error * scale;
        levels.push_back({std::move(fewer), shows * error_so_far_m});
        finer = &levels.back().indices;
    }
    return levels;
}

std::vector<PreparedMesh> prepare_meshes(const Model& model, bool with_coarse_levels)
{
    std::vector<PreparedMesh> prepared(model.meshes.size());
    std::vector<std::size_t> order(model.meshes.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto cost = [&](std::size_t i) { return model.meshes[i].indices.size() * (model.meshes[i].fibre.empty() ? 1 : 8); };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return std::make_tuple(cost(b), a) < std::make_tuple(cost(a), b); });

    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t n = next++; n < order.size(); n = next++) {
            const Mesh& mesh = model.meshes[order[n]];
            prepared[order[n]] = {grain_coordinates(mesh), spread_tendon(mesh), is_closed(mesh), six_volumes_of(mesh) > 0, influences_of(mesh),
                                  with_coarse_levels ? coarse_levels(mesh) : std::vector<CoarseLevel>{}};
        }
    };
#ifndef __EMSCRIPTEN__
    std::vector<std::thread> helpers;
    for (unsigned i = 1; i < std::min(8U, std::thread::hardware_concurrency()); ++i) helpers.emplace_back(work);
    work();
    for (std::thread& helper : helpers) helper.join();
#else
    work();
#endif
    return prepared;
}

}  // namespace genu
