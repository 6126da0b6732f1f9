#include "session/skin_cover.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "motion/crease.hpp"

namespace genu {

namespace {

constexpr double kWatched_m = 0.014;      // what lies deeper at rest is not watched
constexpr double kKept_m = 0.007;         // fat gives way down to this; less where there is less at rest
constexpr double kMostGiving_m = 0.04;
constexpr double kSampleCell_m = 0.012;
constexpr std::size_t kEvery = 2;         // points lie nearer to each other than a cell is wide
constexpr double kLeastSpan_m = 0.002;    // of neighbouring joints: nearer ones do not tell a direction
constexpr double kMostSinking_m = 0.012;
constexpr int kSpanRounds = 2, kFairRounds = 8;
constexpr double kLeastScale = 0.25, kMostScale = 1.8;

struct Affine { glm::dmat3 linear{1}; glm::dvec3 shift{0}; };

std::vector<Affine> affines(const Model& model, const std::vector<JointMotion>& joints)
{
    std::vector<Affine> all;
    for (std::size_t j = 0; j < joints.size(); ++j) {
        const glm::dmat3 a = joints[j].linear();
        all.push_back({a, joints[j].place_m - a * glm::dvec3(model.joints[j].rest_m)});
    }
    return all;
}

glm::dvec3 skinned(const Mesh& mesh, std::size_t v, const std::vector<Affine>& affine)
{
    glm::dvec3 sum(0);
    for (std::size_t k = 0; k < 4; ++k) {
        const double w = static_cast<double>(mesh.weights[v][static_cast<glm::length_t>(k)]);
        if (w <= 0) continue;
        const Affine& a = affine[mesh.joints[v][k]];
        sum += w * (a.shift + a.linear * glm::dvec3(mesh.position_m[v]));
    }
    return sum;
}

bool is_watched(const Mesh& mesh)
{
    static const std::array kinds = {"muscle", "tendon", "ligament", "bone", "nerve", "artery"};
    return std::any_of(kinds.begin(), kinds.end(), [&](const char* kind) { return mesh.id.kind() == kind; });
}

/// y along, z outwards.
glm::dmat3 frame_from(const glm::dvec3& along, const glm::dvec3& round)
{
    const glm::dvec3 y = glm::normalize(along), x = glm::normalize(round - glm::dot(round, y) * y);
    return {x, y, glm::cross(x, y)};
}

}  // namespace

SkinCover::SkinCover(const Model& model, const Mesh& skin, std::vector<ChainCrease> creases) : rings_(model, skin), creases_(std::move(creases)), handles_(rings_.joint_count())
{
    const std::size_t first = rings_.first_joint();
    for (std::size_t h = 0; h < handles_.size(); ++h) {
        const RingAxes& axes = rings_.ring(rings_.ring_of(first + h)).rest;
        handles_[h].rest_m = glm::dvec3(model.joints[first + h].rest_m);
        const glm::dvec3 d = handles_[h].rest_m - axes.centre_m, flat = d - glm::dot(d, axes.y) * axes.y;
        handles_[h].outward = glm::length(flat) > 1e-3 ? glm::normalize(flat) : axes.z;
    }
    for (std::size_t h = 0; h < handles_.size(); ++h) {
        const std::size_t ring = rings_.ring_of(first + h);
        if (rings_.ring(ring).count < 4 || ring == 0 || ring + 1 == rings_.size()) continue;
        Handle& handle = handles_[h];
        const Spread s = spread(first + h, [&](std::size_t j) { return handles_[j - first].rest_m; });
        handle.along_m = glm::length(s.along);
        if (handle.along_m < kLeastSpan_m) continue;
        handle.round_m = glm::length(s.round - glm::dot(s.round, s.along) / (handle.along_m * handle.along_m) * s.along);
        if (handle.round_m < kLeastSpan_m) continue;
        handle.bends = true;
        handle.frame = glm::normalize(glm::quat_cast(frame_from(s.along, s.round)));
    }
    choose_samples(model);
    std::vector<JointMotion> rest(model.joints.size());
    for (std::size_t j = 0; j < rest.size(); ++j) rest[j].place_m = glm::dvec3(model.joints[j].rest_m);
    const std::vector<double> below = depths(model, rest, rings_.posed(model, rest));
    for (std::size_t h = 0; h < handles_.size(); ++h) handles_[h].below_m = below[h];
}

// Evenly over what lies near below: of each small cube the point that lies nearest to the skin.
void SkinCover::choose_samples(const Model& model)
{
    std::vector<RingAxes> rest;
    for (std::size_t i = 0; i < rings_.size(); ++i) rest.push_back(rings_.ring(i).rest);
    for (std::size_t m = 0; m < model.meshes.size(); ++m) {
        const Mesh& mesh = model.meshes[m];
        if (!is_watched(mesh)) continue;
        std::map<std::array<int, 3>, std::pair<double, Sample>> best;
        for (std::size_t v = 0; v < mesh.position_m.size(); v += kEvery) {
            const glm::dvec3 p(mesh.position_m[v]);
            SkinRings::Seat seat;
            for (std::size_t about = 0; about < rings_.size(); about += 6) {
                const SkinRings::Seat here = rings_.seat(rest, p, std::min(about + 3, rings_.size() - 1));
                if (here.is_held && (!seat.is_held || here.below_m > seat.below_m)) seat = here;
            }
            if (!seat.is_held || seat.below_m > kWatched_m) continue;
            const std::array<int, 3> cell = {static_cast<int>(std::floor(p.x / kSampleCell_m)), static_cast<int>(std::floor(p.y / kSampleCell_m)), static_cast<int>(std::floor(p.z / kSampleCell_m))};
            const auto [place, is_new] = best.try_emplace(cell, seat.below_m, Sample{m, v, seat.ring});
            if (!is_new && seat.below_m < place->second.first) place->second = {seat.below_m, Sample{m, v, seat.ring}};
        }
        for (const auto& [cell, found] : best) samples_.push_back(found.second);
    }
}

std::vector<double> SkinCover::depths(const Model& model, const std::vector<JointMotion>& joints, const std::vector<RingAxes>& axes) const
{
    std::vector<double> least(handles_.size(), kWatched_m);
    const std::vector<Affine> affine = affines(model, joints);
    for (const Sample& sample : samples_) {
        const SkinRings::Seat seat = rings_.seat(axes, skinned(model.meshes[sample.mesh], sample.vertex, affine), sample.ring);
        if (!seat.is_held) continue;
        for (const std::size_t ring : {seat.ring, seat.ring + 1}) {
            const SkinRings::Mix mix = rings_.at(ring, seat.round);
            for (const std::size_t joint : {mix.a, mix.b}) least[joint - first_joint()] = std::min(least[joint - first_joint()], seat.below_m);
        }
    }
    return least;
}

// Skin spans between what lifts it.
std::vector<double> SkinCover::spanned(std::vector<double> giving) const
{
    for (int round = 0; round < kSpanRounds; ++round) {
        std::vector<double> wider = giving;
        for (std::size_t h = 0; h < giving.size(); ++h) {
            if (!handles_[h].bends) continue;
            const std::size_t joint = first_joint() + h, ring = rings_.ring_of(joint);
            const double at = rings_.round_of(joint), step = 1 / static_cast<double>(rings_.ring(ring).count);
            const auto value = [&](std::size_t r, double where) {
                const SkinRings::Mix mix = rings_.at(r, where - std::floor(where));
                return glm::mix(giving[mix.a - first_joint()], giving[mix.b - first_joint()], mix.f);
            };
            wider[h] = std::max({giving[h], 0.5 * (value(ring - 1, at) + value(ring + 1, at)), 0.5 * (value(ring, at - step) + value(ring, at + step))});
        }
        giving = wider;
    }
    return giving;
}

double SkinCover::on_inner_side(std::size_t handle, const glm::dvec3& place, const std::array<RigidMotion, kMotionBodies>& bodies) const
{
    constexpr double kFade_m = 0.03;
    double inner = 0;
    for (const ChainCrease& crease : creases_) {
        if (std::abs(handles_[handle].rest_m.y - crease.at_m.y) > crease.reach_m) continue;
        const MeetingPlane plane = meeting_plane(crease, bodies);
        const double t = std::clamp(glm::dot(place - plane.through_m, plane.inwards) / kFade_m, 0.0, 1.0);
        inner = std::max(inner, t * t * (3 - 2 * t));
    }
    return inner;
}

// On the inner side of a bend skin runs evenly along the limb, as far as what lies below lets it: no notch, no corner.
void SkinCover::fair(const std::array<RigidMotion, kMotionBodies>& bodies, const std::vector<double>& least, std::vector<JointMotion>& joints) const
{
    const std::size_t first = first_joint();
    std::vector<glm::dvec3> base, place(handles_.size());
    std::vector<double> inner;
    for (std::size_t h = 0; h < handles_.size(); ++h) {
        base.push_back(joints[first + h].place_m);
        inner.push_back(handles_[h].bends ? on_inner_side(h, base[h], bodies) : 0);
        joints[first + h].place_m += std::max(0.0, least[h]) * (joints[first + h].turn * handles_[h].outward);
    }
    for (const ChainCrease& crease : creases_) press(crease, bodies, joints);
    for (int round = 0; round < kFairRounds; ++round) {
        for (std::size_t h = 0; h < handles_.size(); ++h) {
            const JointMotion& m = joints[first + h];
            place[h] = m.place_m;
            if (inner[h] <= 0) continue;
            const std::size_t ring = rings_.ring_of(first + h);
            const SkinRings::Mix before = rings_.at(ring - 1, rings_.round_of(first + h)), after = rings_.at(ring + 1, rings_.round_of(first + h));
            const auto still = [&](const SkinRings::Mix& mix) { return glm::mix(handles_[mix.a - first].rest_m, handles_[mix.b - first].rest_m, mix.f); };
            const auto posed = [&](const SkinRings::Mix& mix) { return glm::mix(joints[mix.a].place_m, joints[mix.b].place_m, mix.f); };
            const glm::dvec3 a = still(before), b = still(after), p = handles_[h].rest_m;
            const double f = glm::distance(a, p) / std::max(1e-6, glm::distance(a, p) + glm::distance(p, b));
            const glm::dvec3 even = glm::mix(posed(before), posed(after), f) + m.turn * (p - glm::mix(a, b, f));
            place[h] = glm::mix(m.place_m, even, 0.5 * inner[h]);
            const glm::dvec3 outward = m.turn * handles_[h].outward;
            place[h] += std::max(0.0, least[h] - glm::dot(place[h] - base[h], outward)) * outward;
        }
        for (std::size_t h = 0; h < handles_.size(); ++h) joints[first + h].place_m = place[h];
        for (const ChainCrease& crease : creases_) press(crease, bodies, joints);
    }
}

// Where the limb is bent so far that its parts would pass through each other, they meet in the plane half-way.
void SkinCover::press(const ChainCrease& crease, const std::array<RigidMotion, kMotionBodies>& bodies, std::vector<JointMotion>& joints) const
{
    const MeetingPlane plane = meeting_plane(crease, bodies);
    const std::size_t first = first_joint();
    for (std::size_t h = 0; h < handles_.size(); ++h) {
        glm::dvec3& place = joints[first + h].place_m;
        const double rest = handles_[h].rest_m.y - crease.at_m.y;
        if (std::abs(rest) > crease.reach_m || glm::dot(place - plane.through_m, plane.inwards) < 0) continue;
        const double side = rest < 0 ? -1 : 1;
        place += side * pressed_by(side * glm::dot(place - plane.through_m, plane.normal), std::abs(rest)) * plane.normal;
    }
}

template <typename Place> SkinCover::Spread SkinCover::spread(std::size_t joint, const Place& place) const
{
    const std::size_t ring = rings_.ring_of(joint);
    const double at = rings_.round_of(joint), step = 1 / static_cast<double>(rings_.ring(ring).count);
    const auto point = [&](std::size_t r, double where) {
        const SkinRings::Mix mix = rings_.at(r, where - std::floor(where));
        return glm::mix(place(mix.a), place(mix.b), mix.f);
    };
    const auto is_open = [&](std::size_t r) { return rings_.ring(r).count >= 4; };
    const glm::dvec3 before = is_open(ring - 1) ? point(ring - 1, at) : place(joint), after = is_open(ring + 1) ? point(ring + 1, at) : place(joint);
    // From the back to the outer side: seen from outside x runs the other way round.
    return {after - before, point(ring, at - step) - point(ring, at + step)};
}

void SkinCover::turn_with_neighbours(std::vector<JointMotion>& joints) const
{
    const std::size_t first = first_joint();
    for (std::size_t h = 0; h < handles_.size(); ++h) {
        const Handle& handle = handles_[h];
        if (!handle.bends) continue;
        const Spread s = spread(first + h, [&](std::size_t j) { return joints[j].place_m; });
        const double along = glm::length(s.along);
        if (along < 1e-5) continue;
        const glm::dvec3 across = s.round - glm::dot(s.round, s.along) / (along * along) * s.along;
        const double round = glm::length(across);
        if (round < 1e-5) continue;
        JointMotion& m = joints[first + h];
        m.turn = glm::normalize(glm::quat_cast(frame_from(s.along, s.round)) * glm::conjugate(handle.frame));
        m.scale = {std::clamp(round / handle.round_m, kLeastScale, kMostScale), std::clamp(along / handle.along_m, kLeastScale, kMostScale), 1};
    }
}

void SkinCover::cover(const Model& model, const std::array<RigidMotion, kMotionBodies>& bodies, std::vector<JointMotion>& joints) const
{
    const std::vector<double> now = depths(model, joints, rings_.posed(model, joints));
    std::vector<double> least(handles_.size()), giving(handles_.size());
    for (std::size_t h = 0; h < handles_.size(); ++h) {
        least[h] = std::clamp(std::min(handles_[h].below_m, kKept_m) - now[h], -kMostSinking_m, kMostGiving_m);
        giving[h] = std::max(0.0, least[h]);
    }
    giving = spanned(giving);
    for (std::size_t h = 0; h < handles_.size(); ++h) if (giving[h] > 0) least[h] = std::max(least[h], giving[h]);
    fair(bodies, least, joints);
    turn_with_neighbours(joints);
}

}  // namespace genu
