#include "session/skin_rings.hpp"

#include <algorithm>
#include <cmath>

namespace genu {

namespace {

constexpr double kTurn = 6.283185307179586;
constexpr double kDenserBehind = 0.4;  // as the builder sets the joints
constexpr std::size_t kReach = 3;

/// "region.skin.joint.07.03" and "region.skin.joint.07" both stand in section "region.skin.joint.07".
std::string section_of(const std::string& joint, const std::string& skin)
{
    return joint.substr(0, std::min(joint.size(), joint.find('.', skin.size() + std::string(".joint.").size())));
}

RingAxes axes_at(const glm::dvec3& centre, const glm::dvec3& along)
{
    RingAxes axes;
    axes.centre_m = centre;
    axes.y = glm::normalize(along);
    const glm::dvec3 back(0, 0, -1), flat = back - glm::dot(back, axes.y) * axes.y;
    axes.z = glm::length(flat) > 0.05 ? glm::normalize(flat) : glm::normalize(glm::cross(axes.y, glm::dvec3(1, 0, 0)));
    axes.x = glm::cross(axes.y, axes.z);
    return axes;
}

double angle_of(const glm::dvec3& p, const RingAxes& a) { return std::atan2(-glm::dot(p - a.centre_m, a.x), glm::dot(p - a.centre_m, a.z)); }

double round_from(double angle)
{
    const double even = angle / kTurn + kDenserBehind / kTurn * std::sin(angle);
    return even < 0 ? even + 1 : even;
}

}  // namespace

SkinRings::SkinRings(const Model& model, const Mesh& skin) : first_(skin.chain.front())
{
    std::string section;
    for (const std::uint16_t joint : skin.chain) {
        const std::string here = section_of(model.joints[joint].name, skin.id.text());
        if (rings_.empty() || here != section) rings_.push_back({joint, 0, {}, {}});
        section = here;
        ++rings_.back().count;
        ring_of_.push_back(rings_.size() - 1);
    }
    std::vector<glm::dvec3> centre;
    for (const Ring& ring : rings_) {
        glm::dvec3 sum(0);
        for (std::size_t k = 0; k < ring.count; ++k) sum += glm::dvec3(model.joints[ring.first + k].rest_m);
        centre.push_back(sum / static_cast<double>(ring.count));
    }
    for (std::size_t i = 0; i < rings_.size(); ++i) rings_[i].rest = axes_at(centre[i], centre[std::min(i + 1, centre.size() - 1)] - centre[i > 0 ? i - 1 : 0]);
    fill_outlines(skin);
}

void SkinRings::fill_outlines(const Mesh& skin)
{
    std::vector<std::array<double, kBins>> sum(rings_.size()), weight(rings_.size());
    for (auto& row : sum) row.fill(0);
    for (auto& row : weight) row.fill(0);
    for (const glm::vec3 v : skin.position_m) {
        const glm::dvec3 p(v);
        std::size_t best = 0;
        double least = 1e9;
        for (std::size_t i = 0; i < rings_.size(); ++i) {
            const RingAxes& a = rings_[i].rest;
            const double off = std::abs(glm::dot(p - a.centre_m, a.y));
            if (off < least && glm::distance(p, a.centre_m) < 0.2) least = off, best = i;
        }
        const RingAxes& a = rings_[best].rest;
        const glm::dvec3 d = p - a.centre_m;
        const auto bin = static_cast<std::size_t>(std::floor((angle_of(p, a) / kTurn + 1) * kBins + 0.5)) % kBins;
        const double near = 1 / (0.003 + least);
        sum[best][bin] += near * std::hypot(glm::dot(d, a.x), glm::dot(d, a.z));
        weight[best][bin] += near;
    }
    for (std::size_t i = 0; i < rings_.size(); ++i) {
        for (std::size_t k = 0; k < kBins; ++k) {
            // Where the skin is cut off, as its nearest neighbours have it.
            double s = 0, w = 0;
            for (std::size_t off = 0; off <= kBins / 2 && w == 0; ++off) {
                for (const std::size_t at : {(k + off) % kBins, (k + kBins - off) % kBins}) s += sum[i][at], w += weight[i][at];
            }
            rings_[i].radius_m[k] = w > 0 ? s / w : 0;
        }
    }
}

double SkinRings::radius_at(const Ring& ring, double angle) const
{
    const double place = (angle / kTurn + 1) * kBins;
    const auto k = static_cast<std::size_t>(place);
    const double f = place - static_cast<double>(k);
    return (1 - f) * ring.radius_m[k % kBins] + f * ring.radius_m[(k + 1) % kBins];
}

std::vector<RingAxes> SkinRings::posed(const Model& model, const std::vector<JointMotion>& joints) const
{
    std::vector<RingAxes> axes;
    for (const Ring& ring : rings_) {
        const JointMotion& m = joints[ring.first];
        axes.push_back({m.place_m + m.turn * (ring.rest.centre_m - glm::dvec3(model.joints[ring.first].rest_m)), m.turn * ring.rest.x, m.turn * ring.rest.y, m.turn * ring.rest.z});
    }
    return axes;
}

SkinRings::Seat SkinRings::seat(const std::vector<RingAxes>& axes, const glm::dvec3& p, std::size_t about) const
{
    Seat best;
    const std::size_t begin = about > kReach ? about - kReach : 0, end = std::min(about + kReach, rings_.size() - 1);
    double before = glm::dot(p - axes[begin].centre_m, axes[begin].y);
    for (std::size_t i = begin; i < end; ++i) {
        const double after = glm::dot(p - axes[i + 1].centre_m, axes[i + 1].y);
        if (before >= 0 && after < 0 && rings_[i].count > 1 && rings_[i + 1].count > 1) {
            const double t = before / (before - after);
            const glm::dvec3 a = p - axes[i].centre_m, b = p - axes[i + 1].centre_m;
            const double x = glm::mix(glm::dot(a, axes[i].x), glm::dot(b, axes[i + 1].x), t), z = glm::mix(glm::dot(a, axes[i].z), glm::dot(b, axes[i + 1].z), t);
            const double angle = std::atan2(-x, z);
            const double below = glm::mix(radius_at(rings_[i], angle), radius_at(rings_[i + 1], angle), t) - std::hypot(x, z);
            if (!best.is_held || below > best.below_m) best = {i, t, round_from(angle), below, true};
        }
        before = after;
    }
    return best;
}

SkinRings::Mix SkinRings::at(std::size_t ring, double round) const
{
    const Ring& r = rings_[ring];
    const double at = round * static_cast<double>(r.count);
    const auto k = static_cast<std::size_t>(at);
    return {r.first + k % r.count, r.first + (k + 1) % r.count, at - static_cast<double>(k)};
}

double SkinRings::round_of(std::size_t joint) const
{
    const Ring& r = rings_[ring_of(joint)];
    return static_cast<double>(joint - r.first) / static_cast<double>(r.count);
}

}  // namespace genu
