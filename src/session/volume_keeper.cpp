#include "session/volume_keeper.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace genu {

namespace {

constexpr std::size_t kCorners = 150;     // of the likeness, about
constexpr double kUnnoticed = 0.004;
constexpr double kLeastWider = 0.85, kMostWider = 1.3;
constexpr int kRounds = 2;

double area_of(const Mesh& mesh)
{
    double area = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 a = mesh.position_m[mesh.indices[i]];
        area += 0.5 * static_cast<double>(glm::length(glm::cross(mesh.position_m[mesh.indices[i + 1]] - a, mesh.position_m[mesh.indices[i + 2]] - a)));
    }
    return area;
}

std::uint64_t key_of(glm::ivec3 cell, int facing)
{
    const auto part = [](int n) { return static_cast<std::uint64_t>(static_cast<std::uint32_t>(n)) & 0xfffffu; };
    return part(cell.x) | part(cell.y) << 20 | part(cell.z) << 40 | static_cast<std::uint64_t>(facing) << 60;
}

}  // namespace

// The likeness: all points of a small cube and of one half of the surface's directions become one of them.
VolumeKeeper::VolumeKeeper(const Mesh& mesh, std::vector<double> share) : first_(mesh.chain.front()), share_(std::move(share))
{
    const double cell = std::sqrt(area_of(mesh) / static_cast<double>(kCorners));
    std::unordered_map<std::uint64_t, std::uint32_t> cells;
    std::vector<std::uint32_t> corner_of;
    for (std::size_t v = 0; v < mesh.position_m.size(); ++v) {
        const glm::ivec3 at(glm::floor(glm::dvec3(mesh.position_m[v]) / cell));
        const glm::vec3 n = glm::abs(mesh.normal[v]);
        const int axis = n.x > n.y && n.x > n.z ? 0 : n.y > n.z ? 1 : 2;
        const int facing = 2 * axis + (mesh.normal[v][axis] > 0 ? 1 : 0);
        const auto [found, is_new] = cells.try_emplace(key_of(at, facing), static_cast<std::uint32_t>(corners_.size()));
        corner_of.push_back(found->second);
        if (!is_new) continue;
        Corner corner{glm::dvec3(mesh.position_m[v]), {}, glm::dvec4(mesh.weights[v])};
        for (std::size_t k = 0; k < 4; ++k) corner.joint[k] = mesh.weights[v][static_cast<glm::length_t>(k)] > 0 ? static_cast<std::uint16_t>(mesh.joints[v][k] - first_) : std::uint16_t{0};
        corners_.push_back(corner);
    }
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::array<std::uint32_t, 3> t = {corner_of[mesh.indices[i]], corner_of[mesh.indices[i + 1]], corner_of[mesh.indices[i + 2]]};
        if (t[0] != t[1] && t[1] != t[2] && t[2] != t[0]) triangles_.push_back(t);
    }
    rest_m3_ = volume(std::vector<glm::dmat3>(share_.size(), glm::dmat3(1)), std::vector<glm::dvec3>(share_.size(), glm::dvec3(0)));
}

double VolumeKeeper::volume(std::span<const glm::dmat3> linear, std::span<const glm::dvec3> shift) const
{
    std::vector<glm::dvec3> p;
    p.reserve(corners_.size());
    for (const Corner& c : corners_) {
        glm::dvec3 sum(0);
        for (std::size_t k = 0; k < 4; ++k) {
            const double w = c.weight[static_cast<glm::length_t>(k)];
            if (w > 0) sum += w * (linear[c.joint[k]] * c.rest_m + shift[c.joint[k]]);
        }
        p.push_back(sum);
    }
    double six = 0;
    for (const auto& t : triangles_) six += glm::dot(p[t[0]] - p.front(), glm::cross(p[t[1]] - p.front(), p[t[2]] - p.front()));
    return six / 6;
}

void VolumeKeeper::keep(const Model& model, std::vector<JointMotion>& joints) const
{
    std::vector<glm::dmat3> linear(share_.size());
    std::vector<glm::dvec3> shift(share_.size());
    double wider = 1;
    for (int round = 0; round < kRounds && rest_m3_ > 0; ++round) {
        for (std::size_t i = 0; i < share_.size(); ++i) {
            linear[i] = joints[first_ + i].linear();
            shift[i] = joints[first_ + i].place_m - linear[i] * glm::dvec3(model.joints[first_ + i].rest_m);
        }
        const double now = volume(linear, shift);
        if (now <= 0 || std::abs(now / rest_m3_ - 1) < kUnnoticed) return;
        const double wanted = std::clamp(wider * std::sqrt(rest_m3_ / now), kLeastWider, kMostWider);
        for (std::size_t i = 0; i < share_.size(); ++i) {
            const double scale = (1 + (wanted - 1) * share_[i]) / (1 + (wider - 1) * share_[i]);
            joints[first_ + i].scale.x *= scale;
            joints[first_ + i].scale.z *= scale;
        }
        wider = wanted;
    }
}

}  // namespace genu
