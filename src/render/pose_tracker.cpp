#include "render/pose_tracker.hpp"

#include <algorithm>
#include <map>

namespace genu {

namespace {

const SkinMatrix kStill(glm::vec4(1, 0, 0, 0), glm::vec4(0, 1, 0, 0), glm::vec4(0, 0, 1, 0));

/// The box around a moved box.
Bounds moved(const Bounds& box, const SkinMatrix& joint)
{
    const glm::vec4 centre(box.centre(), 1);
    const glm::vec3 half = 0.5f * (box.high - box.low);
    glm::vec3 middle, reach;
    for (int row = 0; row < 3; ++row) {
        middle[row] = glm::dot(joint[row], centre);
        reach[row] = glm::dot(glm::abs(glm::vec3(joint[row])), half);
    }
    return {middle - reach, middle + reach};
}

}  // namespace

PoseTracker::PoseTracker(const Model& model) : joints_(model.joints.size() + 1, kStill)
{
    const auto still = static_cast<std::uint16_t>(still_joint());
    meshes_.reserve(model.meshes.size());
    for (const Mesh& mesh : model.meshes) {
        std::map<std::uint16_t, Bounds> parts;
        const bool is_skinned = mesh.joints.size() == mesh.position_m.size() && mesh.weights.size() == mesh.position_m.size();
        for (std::size_t v = 0; v < mesh.position_m.size(); ++v) {
            if (!is_skinned) {
                parts[still].add(mesh.position_m[v]);
                continue;
            }
            for (int k = 0; k < 4; ++k) {
                if (mesh.weights[v][k] > 0) parts[mesh.joints[v][static_cast<std::size_t>(k)]].add(mesh.position_m[v]);
            }
        }
        MeshState state;
        for (const auto& [joint, rest] : parts) state.parts.push_back({std::min(joint, still), rest});
        place(state);
        meshes_.push_back(std::move(state));
    }
}

void PoseTracker::place(MeshState& mesh) const
{
    mesh.posed = Bounds{};
    for (const JointBounds& part : mesh.parts) mesh.posed.add(moved(part.rest, joints_[part.joint]));
}

void PoseTracker::follow(const std::vector<SkinMatrix>& joints)
{
    std::vector<bool> moved_joints(joints_.size(), false);
    bool any = false;
    for (std::size_t j = 0; j + 1 < joints_.size(); ++j) {
        const SkinMatrix& now = j < joints.size() ? joints[j] : kStill;
        if (now == joints_[j]) continue;
        joints_[j] = now;
        moved_joints[j] = any = true;
    }
    if (!any) return;
    ++version_;
    for (MeshState& mesh : meshes_) {
        const bool is_moved = std::any_of(mesh.parts.begin(), mesh.parts.end(), [&](const JointBounds& part) { return moved_joints[part.joint]; });
        if (!is_moved) continue;
        mesh.version = version_;
        place(mesh);
    }
}

}  // namespace genu
