#include "app/finer_model.hpp"

#include <algorithm>
#include <unordered_map>

namespace genu {

namespace {

/// The four heaviest of both ends' joints.
void mix_weights(Mesh& mesh, std::uint32_t a, std::uint32_t b)
{
    std::vector<std::pair<float, std::uint16_t>> all;
    for (const std::uint32_t v : {a, b}) {
        for (std::size_t k = 0; k < 4; ++k) {
            const float w = 0.5f * mesh.weights[v][static_cast<glm::length_t>(k)];
            const std::uint16_t joint = mesh.joints[v][k];
            const auto same = std::find_if(all.begin(), all.end(), [&](const auto& e) { return e.second == joint; });
            if (same != all.end()) same->first += w;
            else if (w > 0) all.emplace_back(w, joint);
        }
    }
    std::sort(all.begin(), all.end(), [](const auto& x, const auto& y) { return x.first > y.first || (x.first == y.first && x.second < y.second); });
    glm::vec4 weights(0);
    std::array<std::uint16_t, 4> joints{};
    for (std::size_t k = 0; k < std::min<std::size_t>(4, all.size()); ++k) {
        weights[static_cast<glm::length_t>(k)] = all[k].first;
        joints[k] = all[k].second;
    }
    const float sum = weights.x + weights.y + weights.z + weights.w;
    mesh.weights.push_back(sum > 0 ? weights / sum : weights);
    mesh.joints.push_back(joints);
}

std::uint32_t add_middle(Mesh& mesh, std::uint32_t a, std::uint32_t b)
{
    const auto middle = static_cast<std::uint32_t>(mesh.position_m.size());
    mesh.position_m.push_back(0.5f * (mesh.position_m[a] + mesh.position_m[b]));
    const auto direction = [&](std::vector<glm::vec3>& of) {
        if (of.empty()) return;
        const glm::vec3 sum = of[a] + of[b];
        of.push_back(glm::length(sum) > 1e-6f ? glm::normalize(sum) : of[a]);
    };
    direction(mesh.normal);
    direction(mesh.fibre);
    if (!mesh.tendon.empty()) mesh.tendon.push_back(0.5f * (mesh.tendon[a] + mesh.tendon[b]));
    if (!mesh.occlusion.empty()) mesh.occlusion.push_back(0.5f * (mesh.occlusion[a] + mesh.occlusion[b]));
    if (!mesh.attachment.empty()) mesh.attachment.push_back(mesh.attachment[a]);
    if (!mesh.weights.empty()) mix_weights(mesh, a, b);
    return middle;
}

void make_finer(Mesh& mesh)
{
    std::unordered_map<std::uint64_t, std::uint32_t> middles;
    const auto middle = [&](std::uint32_t a, std::uint32_t b) {
        const std::uint64_t edge = (static_cast<std::uint64_t>(std::min(a, b)) << 32) | std::max(a, b);
        const auto there = middles.find(edge);
        if (there != middles.end()) return there->second;
        return middles[edge] = add_middle(mesh, std::min(a, b), std::max(a, b));
    };
    std::vector<std::uint32_t> finer;
    finer.reserve(4 * mesh.indices.size());
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::uint32_t a = mesh.indices[i], b = mesh.indices[i + 1], c = mesh.indices[i + 2];
        const std::uint32_t ab = middle(a, b), bc = middle(b, c), ca = middle(c, a);
        finer.insert(finer.end(), {a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca});
    }
    mesh.indices = std::move(finer);
}

}  // namespace

Model made_finer(const Model& model)
{
    Model finer = model;
    for (Mesh& mesh : finer.meshes) make_finer(mesh);
    return finer;
}

}  // namespace genu
