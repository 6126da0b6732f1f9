#include "app/check_model.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace genu {

namespace {

class MeshCheck {
public:
    MeshCheck(const Model& model, const Mesh& mesh, const std::string& file, Problems& problems) : model_(model), mesh_(mesh), file_(file), problems_(problems) {}

    void run()
    {
        if (mesh_.position_m.empty() || mesh_.indices.empty()) return complain("has no surface", "a node without triangles cannot be shown: leave it out");
        if (!arrays_fit() || !numbers_are_finite()) return;
        weights();
        if (inside_out()) complain("is turned inside out", "its triangles must run counter-clockwise seen from outside");
    }

private:
    void complain(std::string message, std::string hint) const { problems_.push_back({file_, mesh_.id.text(), std::move(message), std::move(hint)}); }

    bool arrays_fit() const
    {
        const std::size_t n = mesh_.position_m.size();
        const auto fits = [&](std::size_t size) { return size == 0 || size == n; };
        if (mesh_.normal.size() == n && fits(mesh_.fibre.size()) && fits(mesh_.tendon.size()) && fits(mesh_.occlusion.size()) &&
            mesh_.joints.size() == n && mesh_.weights.size() == n &&
            std::all_of(mesh_.indices.begin(), mesh_.indices.end(), [&](std::uint32_t i) { return i < n; })) return true;
        complain("has arrays of different length or triangles that name missing points", "export the model again");
        return false;
    }

    bool numbers_are_finite() const
    {
        const auto finite = [](glm::vec3 v) { return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z); };
        if (std::all_of(mesh_.position_m.begin(), mesh_.position_m.end(), finite) && std::all_of(mesh_.normal.begin(), mesh_.normal.end(), finite)) return true;
        complain("holds positions or normals that are no numbers", "export the model again");
        return false;
    }

    void weights() const
    {
        for (std::size_t v = 0; v < mesh_.weights.size(); ++v) {
            const glm::vec4 w = mesh_.weights[v];
            // Weights may be stored in bytes: four roundings of 1/255.
            if (std::abs(w.x + w.y + w.z + w.w - 1) > 0.01f) return complain("has skin weights that do not sum to 1 (point " + std::to_string(v) + ")", "normalise the weights");
            for (const std::uint16_t joint : mesh_.joints[v]) {
                if (joint >= model_.joints.size()) return complain("is bound to a joint that does not exist", "export the model again");
            }
        }
    }

    // Only a closed surface has an inside. Points at the same place are one point: exporters split them at seams.
    bool inside_out() const
    {
        std::map<std::tuple<float, float, float>, std::uint32_t> places;
        std::vector<std::uint32_t> place(mesh_.position_m.size());
        for (std::size_t v = 0; v < place.size(); ++v) {
            const glm::vec3 p = mesh_.position_m[v];
            place[v] = places.try_emplace({p.x, p.y, p.z}, static_cast<std::uint32_t>(places.size())).first->second;
        }
        std::map<std::pair<std::uint32_t, std::uint32_t>, int> open;
        double volume = 0;
        for (std::size_t i = 0; i + 2 < mesh_.indices.size(); i += 3) {
            const std::uint32_t corner[3] = {mesh_.indices[i], mesh_.indices[i + 1], mesh_.indices[i + 2]};
            for (int k = 0; k < 3; ++k) {
                const std::uint32_t a = place[corner[k]], b = place[corner[(k + 1) % 3]];
                if (a == b) continue;
                open[{std::min(a, b), std::max(a, b)}] += a < b ? 1 : -1;
            }
            const glm::dvec3 a(mesh_.position_m[corner[0]]), b(mesh_.position_m[corner[1]]), c(mesh_.position_m[corner[2]]);
            volume += glm::dot(a, glm::cross(b, c)) / 6;
        }
        const bool closed = std::all_of(open.begin(), open.end(), [](const auto& edge) { return edge.second == 0; });
        return closed && volume < 0;
    }

    const Model& model_;
    const Mesh& mesh_;
    const std::string& file_;
    Problems& problems_;
};

std::optional<glm::vec3> centre(const Model& model, const char* id)
{
    const Mesh* mesh = model.find(StructureId(id));
    if (!mesh || mesh->position_m.empty()) return std::nullopt;
    return bounds_of(*mesh).centre();
}

void check_orientation(const Model& model, const std::string& file, Problems& problems)
{
    const std::string hint = "metres, +Y up, facing +Z, a right leg: its outer side lies towards -X";
    const auto femur = centre(model, "bone.femur"), tibia = centre(model, "bone.tibia"), fibula = centre(model, "bone.fibula"), patella = centre(model, "bone.patella");
    if (femur && tibia && femur->y <= tibia->y) problems.push_back({file, "bone.femur", "does not lie above the tibia", hint});
    if (patella && tibia && patella->z <= tibia->z) problems.push_back({file, "bone.patella", "does not lie in front", hint});
    if (fibula && tibia && fibula->x >= tibia->x) problems.push_back({file, "bone.fibula", "lies on the inner side: this is a left leg", hint});
    if (femur && std::abs(femur->y) > 2) problems.push_back({file, "bone.femur", "lies " + std::to_string(static_cast<int>(femur->y)) + " m from the knee: the model is not in metres", hint});
}

}  // namespace

Problems check_model(const Model& model, const std::string& file)
{
    Problems problems;
    if (model.meshes.empty()) problems.push_back({file, "", "holds no structure", "every structure is a node named by its id"});
    for (const Mesh& mesh : model.meshes) MeshCheck(model, mesh, file, problems).run();
    check_orientation(model, file, problems);
    return problems;
}

}  // namespace genu
