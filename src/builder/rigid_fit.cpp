#include "builder/rigid_fit.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "builder/closest.hpp"

namespace genu::builder {

namespace {

constexpr int kFitRounds = 60;
constexpr double kStill_mm = 1e-3;   // a round that moves less ends the search

struct Pose {
    glm::dmat3 turn{1};
    Vec3 shift{0};
    Vec3 at(const Vec3& p) const { return turn * p + shift; }
    Vec3 back(const Vec3& p) const { return glm::transpose(turn) * (p - shift); }
};

struct Pair { Vec3 from, to; };

Vec3 point_at(const TriMesh& mesh, const SurfacePlace& place)
{
    const auto& t = mesh.triangle[place.triangle];
    return place.weights.x * mesh.point[t[0]] + place.weights.y * mesh.point[t[1]] + place.weights.z * mesh.point[t[2]];
}

// Rodrigues' formula.
glm::dmat3 turn_by(const Vec3& w)
{
    const double angle = glm::length(w);
    if (angle < 1e-12) return glm::dmat3(1);
    const Vec3 n = w / angle;
    const glm::dmat3 cross(0, n.z, -n.y, -n.z, 0, n.x, n.y, -n.x, 0);
    return glm::dmat3(1) + std::sin(angle) * cross + (1 - std::cos(angle)) * cross * cross;
}

// The small turn about the middle, and the shift, that bring all pairs nearest together. Says how far the middle moves
// and points at its usual distance turn.
double step(Pose& pose, const std::vector<Pair>& pairs)
{
    const double count = static_cast<double>(pairs.size());
    Vec3 middle(0), shift(0);
    for (const Pair& pair : pairs) {
        middle += pair.from / count;
        shift += (pair.to - pair.from) / count;
    }
    glm::dmat3 inertia(0);
    Vec3 torque(0);
    for (const Pair& pair : pairs) {
        const Vec3 arm = pair.from - middle;
        inertia += glm::dot(arm, arm) * glm::dmat3(1) - glm::outerProduct(arm, arm);
        torque += glm::cross(arm, pair.to - pair.from - shift);
    }
    const double spread = (inertia[0][0] + inertia[1][1] + inertia[2][2]) / (2 * count);
    const Vec3 w = std::abs(glm::determinant(inertia)) > 1e-9 ? glm::inverse(inertia) * torque : Vec3(0);
    const glm::dmat3 turn = turn_by(w);
    pose.turn = turn * pose.turn;
    pose.shift = turn * (pose.shift - middle) + middle + shift;
    return glm::length(shift) + glm::length(w) * std::sqrt(spread);
}

double angle_of(const glm::dmat3& turn)
{
    return std::acos(std::clamp((turn[0][0] + turn[1][1] + turn[2][2] - 1) / 2, -1.0, 1.0)) * 180 / std::numbers::pi;
}

}  // namespace

std::vector<Vec3> spread_points(const TriMesh& mesh, int count)
{
    const double step = area_of(mesh) / count;
    std::vector<Vec3> points;
    double next = 0.5 * step, passed = 0;
    for (const auto& t : mesh.triangle) {
        const Vec3 a = mesh.point[t[0]], along = mesh.point[t[1]] - a, up = mesh.point[t[2]] - a;
        passed += 0.5 * glm::length(glm::cross(along, up));
        for (; next < passed; next += step) {
            const auto n = static_cast<double>(points.size());
            double u = std::fmod(0.7548776662466927 * n, 1.0), v = std::fmod(0.5698402909980532 * n, 1.0);
            if (u + v > 1) {
                u = 1 - u;
                v = 1 - v;
            }
            points.push_back(a + u * along + v * up);
        }
    }
    return points;
}

RigidFit fitted(const TriMesh& mesh, const TriMesh& onto, int points)
{
    const ClosestOnMesh on_mesh(mesh), on_target(onto);
    const std::vector<Vec3> ours = spread_points(mesh, points), theirs = spread_points(onto, points);
    Pose pose;
    for (int round = 0; round < kFitRounds; ++round) {
        std::vector<Pair> pairs;
        pairs.reserve(ours.size() + theirs.size());
        for (const Vec3& p : ours) pairs.push_back({pose.at(p), point_at(onto, on_target.nearest(pose.at(p)))});
        for (const Vec3& p : theirs) pairs.push_back({pose.at(point_at(mesh, on_mesh.nearest(pose.back(p)))), p});
        if (step(pose, pairs) < kStill_mm) break;
    }
    RigidFit fit{mesh, angle_of(pose.turn), 0};
    Vec3 middle(0);
    for (const Vec3& p : ours) middle += p / static_cast<double>(ours.size());
    fit.move_mm = glm::length(pose.at(middle) - middle);
    for (Vec3& p : fit.moved.point) p = pose.at(p);
    return fit;
}

}  // namespace genu::builder
