#include <algorithm>

#include <meshoptimizer.h>

#include "builder/leg_builder.hpp"

namespace genu::builder {

namespace {

constexpr std::size_t kFewest = 150;  // triangles of the smallest structures

template <class T>
void pick(std::vector<T>& values, const std::vector<std::uint32_t>& which)
{
    if (values.empty()) return;
    std::vector<T> result;
    result.reserve(which.size());
    for (const std::uint32_t i : which) result.push_back(values[i]);
    values = std::move(result);
}

// Points keep what they carry; those that no triangle uses any more go.
void keep_used(Mesh& mesh)
{
    std::vector<std::uint32_t> number(mesh.position_m.size(), ~0u), kept;
    for (std::uint32_t& i : mesh.indices) {
        if (number[i] == ~0u) {
            number[i] = static_cast<std::uint32_t>(kept.size());
            kept.push_back(i);
        }
        i = number[i];
    }
    pick(mesh.position_m, kept);
    pick(mesh.normal, kept);
    pick(mesh.fibre, kept);
    pick(mesh.tendon, kept);
    pick(mesh.occlusion, kept);
    pick(mesh.attachment, kept);
    pick(mesh.joints, kept);
    pick(mesh.weights, kept);
}

}  // namespace

Model lighter(const Model& model, std::size_t triangles)
{
    Model result = model;
    std::size_t all = 0;
    for (const Mesh& mesh : model.meshes) all += mesh.indices.size() / 3;
    if (all <= triangles) return result;
    for (Mesh& mesh : result.meshes) {
        const std::size_t own = mesh.indices.size() / 3;
        const std::size_t wanted = std::max(kFewest, own * triangles / all);
        if (own <= wanted) continue;
        std::vector<std::uint32_t> index(mesh.indices.size());
        index.resize(meshopt_simplify(index.data(), mesh.indices.data(), mesh.indices.size(), &mesh.position_m[0].x, mesh.position_m.size(), sizeof(glm::vec3), 3 * wanted, 1.0f, 0, nullptr));
        if (index.empty()) continue;
        mesh.indices = std::move(index);
        keep_used(mesh);
    }
    return result;
}

}  // namespace genu::builder
