#include "session/shape.hpp"

#include <algorithm>
#include <cmath>

#include "motion/chain_set.hpp"
#include "session/skin_cover.hpp"
#include "session/volume_keeper.hpp"

namespace genu {

namespace {

struct NodeSums {
    static constexpr std::size_t kDirections = 8;
    double weight = 0, tendon = 0, radius = 0;
    std::array<glm::dvec3, kDirections> farthest{};  ///< points of its section from the joint, by direction
};

void stretch_outline(NodeSums& sums, const glm::dvec3& flat, const glm::dvec3& along)
{
    const glm::dvec3 side = glm::normalize(glm::cross(along, std::abs(along.x) < 0.7 ? glm::dvec3(1, 0, 0) : glm::dvec3(0, 0, 1)));
    const double turn = std::atan2(glm::dot(flat, glm::cross(along, side)), glm::dot(flat, side)) / 6.283185307179586 + 1;
    glm::dvec3& farthest = sums.farthest[static_cast<std::size_t>(turn * NodeSums::kDirections + 0.5) % NodeSums::kDirections];
    if (glm::length(flat) > glm::length(farthest)) farthest = flat;
}

constexpr double kOwn = 0.4;  // a joint's own points hang on it as much as this

/// What each joint of a structure's chain carries: how much of it is tendon, and its half thickness.
std::vector<NodeSums> sums_of(const Mesh& mesh, const Model& model)
{
    std::vector<NodeSums> sums(mesh.chain.size());
    const std::uint16_t first = mesh.chain.front();
    const auto place_of = [&](std::size_t joint) { return glm::dvec3(model.joints[joint].rest_m); };
    for (std::size_t v = 0; v < mesh.position_m.size(); ++v) {
        for (std::size_t k = 0; k < 4; ++k) {
            const double w = static_cast<double>(mesh.weights[v][static_cast<glm::length_t>(k)]);
            const std::size_t i = static_cast<std::size_t>(mesh.joints[v][k]) - first;
            if (w <= 0 || mesh.joints[v][k] < first || i >= sums.size()) continue;
            const std::size_t joint = mesh.joints[v][k], before = i > 0 ? joint - 1 : joint, after = i + 1 < sums.size() ? joint + 1 : joint;
            const glm::dvec3 along = glm::normalize(place_of(after) - place_of(before));
            const glm::dvec3 d = glm::dvec3(mesh.position_m[v]) - place_of(joint);
            sums[i].weight += w;
            sums[i].tendon += w * static_cast<double>(mesh.tendon.empty() ? 0.0f : mesh.tendon[v]);
            const glm::dvec3 flat = d - glm::dot(d, along) * along;
            sums[i].radius += w * glm::length(flat);
            if (w > kOwn) stretch_outline(sums[i], flat, along);
        }
    }
    return sums;
}

bool is_one_run(const std::vector<std::uint16_t>& chain)
{
    for (std::size_t i = 1; i < chain.size(); ++i) if (chain[i] != chain[i - 1] + 1) return false;
    return chain.size() >= 4;
}

bool has_length(const Mesh& mesh, const Model& model)
{
    for (std::size_t i = 1; i < mesh.chain.size(); ++i) {
        if (glm::distance(model.joints[mesh.chain[i]].rest_m, model.joints[mesh.chain[i - 1]].rest_m) < 1e-5f) return false;
    }
    return true;
}

/// The shortest turn of y to the direction.
glm::dquat turn_to(const glm::dvec3& direction)
{
    const glm::dvec3 up(0, 1, 0);
    const double c = glm::dot(up, direction);
    if (c < -0.99999) return {0, 1, 0, 0};
    return glm::normalize(glm::dquat(1 + c, glm::cross(up, direction)));
}

}  // namespace

Shape::Shape(const Model& model, const ChainRules& rules) : place_(model.joints.size()), frame_(model.joints.size(), glm::dquat(1, 0, 0, 0))
{
    std::vector<ChainSet::Entry> entries;
    std::vector<const Mesh*> muscles;
    for (const Mesh& mesh : model.meshes) {
        if (mesh.chain.empty() || !rules.is_string(mesh.id) || !is_one_run(mesh.chain) || !has_length(mesh, model)) continue;
        const std::vector<NodeSums> sums = sums_of(mesh, model);
        ChainSet::Entry entry{mesh.id, {}, mesh.id.kind() == "muscle" || mesh.id.kind() == "tendon"};
        for (std::size_t i = 0; i < mesh.chain.size(); ++i) {
            const RigJoint& joint = model.joints[mesh.chain[i]];
            const NodeSums& s = sums[i];
            ChainNode node{glm::dvec3(joint.rest_m), static_cast<MotionBody>(joint.from), static_cast<MotionBody>(joint.to), static_cast<double>(joint.share), 1, 0, {}};
            if (s.weight > 0) node.radius_m = s.radius / s.weight;
            if (rules.rule(mesh.id).is_broad) node.outline_m.assign(s.farthest.begin(), s.farthest.end());
            node.give = mesh.id.kind() == "muscle" && s.weight > 0 ? 1 - 0.97 * s.tendon / s.weight : 1;
            place_[mesh.chain[i]] = {static_cast<int>(entries.size()), i};
            entry.nodes.push_back(node);
        }
        muscles.push_back(mesh.id.kind() == "muscle" ? &mesh : nullptr);
        entries.push_back(std::move(entry));
    }
    set_ = std::make_shared<const ChainSet>(std::move(entries), rules);
    std::vector<VolumeKeeper> volumes;
    for (std::size_t i = 0; i < muscles.size(); ++i) {
        if (!muscles[i]) continue;
        std::vector<double> share;
        for (const ChainNode& node : set_->chain(i).nodes()) share.push_back(node.give);
        volumes.emplace_back(*muscles[i], std::move(share));
    }
    volumes_ = std::make_shared<const std::vector<VolumeKeeper>>(std::move(volumes));
    for (std::size_t j = 0; j < place_.size(); ++j) {
        if (place_[j].chain >= 0) frame_[j] = turn_to(set_->chain(static_cast<std::size_t>(place_[j].chain)).tangents()[place_[j].node]);
    }
    const Mesh* skin = model.find(StructureId("region.skin"));
    if (!skin || !is_one_run(skin->chain)) return;
    skin_ = std::make_shared<const SkinCover>(model, *skin, rules.creases);
    for (std::size_t j = skin_->first_joint(); j < skin_->first_joint() + skin_->size(); ++j) frame_[j] = skin_->frame(j);
}

std::vector<JointMotion> Shape::joints(const Model& model, const Skeleton& skeleton, const Pose& pose) const
{
    std::vector<std::vector<NodeMotion>> strings;
    if (set_) set_->solve(skeleton, pose, strings);
    const auto bodies = skeleton.bodies(pose);
    std::vector<JointMotion> joints(model.joints.size());
    for (std::size_t j = 0; j < joints.size(); ++j) {
        JointMotion& out = joints[j];
        if (j < frame_.size()) out.frame = frame_[j];
        if (j < place_.size() && place_[j].chain >= 0) {
            const NodeMotion& node = strings[static_cast<std::size_t>(place_[j].chain)][place_[j].node];
            out.place_m = node.place_m;
            out.turn = node.turn;
            out.scale = {node.across, node.along, node.across};
            continue;
        }
        const RigJoint& joint = model.joints[j];
        const RigidMotion motion = skeleton.shared(pose, bodies, static_cast<MotionBody>(joint.from), static_cast<MotionBody>(joint.to), static_cast<double>(joint.share));
        out.place_m = motion(glm::dvec3(joint.rest_m));
        out.turn = motion.rotation;
    }
    if (volumes_) for (const VolumeKeeper& muscle : *volumes_) muscle.keep(model, joints);
    if (skin_) skin_->cover(model, bodies, joints);
    return joints;
}

SkinMatrix skin_matrix(const JointMotion& motion, const glm::vec3& rest_m, const RigidMotion& root)
{
    const glm::dmat3 a = glm::mat3_cast(root.rotation) * motion.linear();
    const glm::dvec3 t = root(motion.place_m) - a * glm::dvec3(rest_m);
    SkinMatrix rows;
    for (glm::length_t i = 0; i < 3; ++i) rows[i] = glm::vec4(static_cast<float>(a[0][i]), static_cast<float>(a[1][i]), static_cast<float>(a[2][i]), static_cast<float>(t[i]));
    return rows;
}

}  // namespace genu
