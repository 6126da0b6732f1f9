#include "session/skin_cover.hpp"

#include <algorithm>
#include <cmath>

namespace genu {

namespace {

constexpr double kSkin_m = 0.0015;         // what lies under the skin keeps this far below its surface
constexpr double kNear_m = 0.012;          // what lies deeper at rest is not watched
constexpr std::size_t kSamplesPerMesh = 60;
constexpr double kMostGiving_m = 0.03;

/// y along the limb, z towards the back.
glm::dquat frame_of(const glm::dvec3& along)
{
    const glm::dvec3 back(0, 0, -1), y = glm::normalize(along);
    const glm::dvec3 flat = back - glm::dot(back, y) * y;
    if (glm::length(flat) < 0.2) return {1, 0, 0, 0};
    const glm::dvec3 z = glm::normalize(flat);
    return glm::normalize(glm::quat_cast(glm::dmat3(glm::cross(y, z), y, z)));
}

glm::dvec3 skinned(const Mesh& mesh, std::size_t v, const Model& model, const std::vector<JointMotion>& joints)
{
    glm::dvec3 sum(0);
    for (std::size_t k = 0; k < 4; ++k) {
        const double w = static_cast<double>(mesh.weights[v][static_cast<glm::length_t>(k)]);
        if (w <= 0) continue;
        const JointMotion& m = joints[mesh.joints[v][k]];
        sum += w * (m.place_m + m.linear() * (glm::dvec3(mesh.position_m[v]) - glm::dvec3(model.joints[mesh.joints[v][k]].rest_m)));
    }
    return sum;
}

}  // namespace

SkinCover::SkinCover(const Model& model, const Mesh& skin) : first_(skin.chain.front())
{
    const auto place = [&](std::size_t i) { return glm::dvec3(model.joints[first_ + i].rest_m); };
    const std::size_t n = skin.chain.size();
    for (std::size_t i = 0; i < n; ++i) {
        Section s;
        s.rest_m = place(i);
        s.frame = frame_of(place(std::min(i + 1, n - 1)) - place(i > 0 ? i - 1 : 0));
        sections_.push_back(s);
    }
    // How far the skin reaches back in each section, by place from side to side.
    for (const glm::vec3 v : skin.position_m) {
        const glm::dvec3 p(v);
        std::size_t best = 0;
        for (std::size_t i = 1; i < n; ++i) if (std::abs((glm::conjugate(sections_[i].frame) * (p - sections_[i].rest_m)).y) < std::abs((glm::conjugate(sections_[best].frame) * (p - sections_[best].rest_m)).y)) best = i;
        Section& s = sections_[best];
        const glm::dvec3 local = glm::conjugate(s.frame) * (p - s.rest_m);
        const int bin = std::clamp(static_cast<int>(std::lround(local.x / kBin_m)) + kBins / 2, 0, kBins - 1);
        s.back_m[static_cast<std::size_t>(bin)] = std::max(s.back_m[static_cast<std::size_t>(bin)], local.z);
        s.front_m = std::max(s.front_m, -local.z);
    }
    std::vector<JointMotion> rest(model.joints.size());
    for (std::size_t j = 0; j < rest.size(); ++j) rest[j].place_m = glm::dvec3(model.joints[j].rest_m);
    for (std::size_t m = 0; m < model.meshes.size(); ++m) {
        const Mesh& mesh = model.meshes[m];
        const auto kind = mesh.id.kind();
        if (mesh.chain.empty() || (kind != "muscle" && kind != "tendon" && kind != "nerve" && kind != "vein")) continue;
        std::vector<Sample> near;
        for (std::size_t v = 0; v < mesh.position_m.size(); ++v) {
            const Stand stand = stand_of(glm::dvec3(mesh.position_m[v]), rest);
            if (stand.out_m > -kNear_m && stand.back_m > 0) near.push_back({m, v, stand.out_m});
        }
        const std::size_t step = std::max<std::size_t>(1, near.size() / kSamplesPerMesh);
        for (std::size_t i = 0; i < near.size(); i += step) samples_.push_back(near[i]);
    }
}

double SkinCover::back_at(std::size_t segment, double t, double side_m) const
{
    const double place = std::clamp(side_m / kBin_m + kBins / 2, 0.0, static_cast<double>(kBins - 1));
    const auto bin = std::min(static_cast<std::size_t>(place), static_cast<std::size_t>(kBins - 2));
    const double f = place - static_cast<double>(bin);
    const auto at = [&](const Section& s) { return (1 - f) * s.back_m[bin] + f * s.back_m[bin + 1]; };
    return (1 - t) * at(sections_[segment]) + t * at(sections_[segment + 1]);
}

SkinCover::Stand SkinCover::stand_of(const glm::dvec3& p, const std::vector<JointMotion>& joints) const
{
    Stand best;
    bool is_held = false;
    for (std::size_t i = 0; i + 1 < sections_.size(); ++i) {
        const auto local = [&](std::size_t k) {
            const JointMotion& m = joints[first_ + k];
            return glm::conjugate(m.turn * sections_[k].frame) * (p - m.place_m);
        };
        const glm::dvec3 a = local(i), b = local(i + 1);
        if ((a.y > 0) == (b.y > 0)) continue;  // between the two planes
        const double t = a.y / (a.y - b.y);
        const glm::dvec3 at = glm::mix(a, b, t);
        const double out = at.z - (back_at(i, t, at.x) - kSkin_m);
        // In a crease several sections may hold it: one is enough.
        if (is_held && out >= best.out_m) continue;
        is_held = true;
        best = {out, i, t, at.z};
    }
    return best;
}

void SkinCover::cover(const Model& model, std::vector<JointMotion>& joints) const
{
    std::vector<double> giving(sections_.size(), 0.0);
    for (const Sample& sample : samples_) {
        const Stand stand = stand_of(skinned(model.meshes[sample.mesh], sample.vertex, model, joints), joints);
        const double out = stand.out_m - std::max(0.0, sample.rest_m);
        if (out <= 0 || stand.back_m <= 0) continue;
        for (const std::size_t k : {stand.segment, stand.segment + 1}) {
            const double depth = sections_[k].back_m[kBins / 2] + sections_[k].front_m;
            giving[k] = std::max(giving[k], out * depth / std::max(0.3 * depth, stand.back_m + sections_[k].front_m));
        }
    }
    // Skin spans between what lifts it.
    std::vector<double> smooth = giving;
    for (std::size_t k = 0; k < giving.size(); ++k) {
        const double before = k > 0 ? giving[k - 1] : giving[k], after = k + 1 < giving.size() ? giving[k + 1] : giving[k];
        smooth[k] = std::min(kMostGiving_m, std::max(giving[k], 0.5 * (before + after)));
    }
    for (std::size_t k = 0; k < smooth.size(); ++k) {
        if (smooth[k] <= 1e-5) continue;
        JointMotion& m = joints[first_ + k];
        const double stretch = smooth[k] / (sections_[k].back_m[kBins / 2] + sections_[k].front_m);
        m.scale.z = 1 + stretch;
        m.place_m += m.turn * (sections_[k].frame * glm::dvec3(0, 0, stretch * sections_[k].front_m));
    }
}

}  // namespace genu
