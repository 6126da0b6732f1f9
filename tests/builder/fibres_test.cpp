#include "builder/fibres.hpp"
#include "shapes.hpp"
#include "support/catch.hpp"

using namespace genu;
using namespace genu::builder;

namespace {

double degrees_between(const Vec3& a, const Vec3& b) { return std::acos(std::clamp(glm::dot(a, b), -1.0, 1.0)) * 180 / std::numbers::pi; }

/// A direction carried from one tangent plane into another with the least turn.
Vec3 carried(const Vec3& d, const Vec3& from, const Vec3& to)
{
    const Vec3 axis = glm::cross(from, to);
    const double cosine = glm::dot(from, to);
    if (cosine < -0.999) return d;
    return d * cosine + glm::cross(axis, d) + axis * (glm::dot(axis, d) / (1 + cosine));
}

/// Signed, about the second's normal.
double turn_between(const Vec3& d, const Vec3& normal, const Vec3& other, const Vec3& other_normal)
{
    const Vec3 here = carried(d, normal, other_normal);
    return std::atan2(glm::dot(glm::cross(here, other), other_normal), glm::dot(here, other));
}

// How sharply bundles turn: for every edge, degrees per millimetre between the directions at its ends, each seen in its own
// tangent plane. In the order of the triangles' edges.
std::vector<double> turns_deg_per_mm(const TriMesh& mesh, const std::vector<Vec3>& normal, const std::vector<Vec3>& direction)
{
    std::vector<double> turns;
    for (const auto& t : mesh.triangle) {
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t a = t[k], b = t[(k + 1) % 3];
            const double turn = std::abs(turn_between(direction[a], normal[a], direction[b], normal[b]));
            turns.push_back(turn * 180 / std::numbers::pi / std::max(glm::distance(mesh.point[a], mesh.point[b]), 1e-6));
        }
    }
    return turns;
}

// Triangles round which the directions turn once or more: the middle of a whirl or of a star.
std::vector<std::size_t> whirls(const TriMesh& mesh, const std::vector<Vec3>& normal, const std::vector<Vec3>& direction)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < mesh.triangle.size(); ++i) {
        const auto& t = mesh.triangle[i];
        const Vec3 middle = glm::normalize(normal[t[0]] + normal[t[1]] + normal[t[2]]);
        double round = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t a = t[k], b = t[(k + 1) % 3];
            round += turn_between(carried(direction[a], normal[a], middle), middle, carried(direction[b], normal[b], middle), middle);
        }
        if (std::abs(round) > std::numbers::pi) found.push_back(i);
    }
    return found;
}

double sharpest(const std::vector<double>& turns) { return *std::max_element(turns.begin(), turns.end()); }

std::vector<Vec3> outward(const TriMesh& ball)
{
    std::vector<Vec3> normal;
    for (const Vec3& p : ball.point) normal.push_back(glm::normalize(p));
    return normal;
}

}  // namespace

TEST_CASE("fibres that run along a muscle already are left as they run")
{
    const Loft loft = make_loft(test::cylinder(20, 12, 120), {.tolerance_mm = 0.02});
    const std::vector<Vec3> normal = normals_of(loft.mesh);
    std::vector<Vec3> fibre = loft.fibre;
    even_directions(loft.mesh, normal, fibre, 3.5);
    for (std::size_t i = 0; i < fibre.size(); ++i) {
        if (loft.along_mm[i] < 15 || loft.along_mm[i] > 105) continue;  // on the flat ends the length points out of the surface
        CHECK(degrees_between(fibre[i], Vec3(0, 1, 0)) < 2);
    }
}

TEST_CASE("a sharp turn of the fibres is spread over some millimetres, and what lies far from it keeps its way")
{
    const Loft loft = make_loft(test::cylinder(20, 20, 120), {.tolerance_mm = 0.02, .longest_step_mm = 2});
    const std::vector<Vec3> normal = normals_of(loft.mesh);
    std::vector<Vec3> fibre;
    for (std::size_t i = 0; i < normal.size(); ++i) {
        const double lean = loft.along_mm[i] < 60 ? 0 : 70 * std::numbers::pi / 180;
        fibre.push_back(std::cos(lean) * Vec3(0, 1, 0) + std::sin(lean) * glm::normalize(glm::cross(normal[i], Vec3(0, 1, 1e-9))));
    }
    const std::vector<Vec3> before = fibre;
    const auto in_the_middle = [&](const std::vector<Vec3>& field) {
        const std::vector<double> turns = turns_deg_per_mm(loft.mesh, normal, field);
        double most = 0;
        for (std::size_t i = 0; i < turns.size(); ++i) {
            const double along = loft.along_mm[loft.mesh.triangle[i / 3][i % 3]];
            if (along > 30 && along < 90) most = std::max(most, turns[i]);
        }
        return most;
    };
    CHECK(in_the_middle(before) > 25);
    even_directions(loft.mesh, normal, fibre, 3.5);
    CHECK(in_the_middle(fibre) < 12);  // 70 degrees over some seven millimetres
    for (std::size_t i = 0; i < fibre.size(); ++i) {
        CHECK(glm::length(fibre[i]) == Approx(1));
        CHECK(std::abs(glm::dot(fibre[i], normal[i])) < 1e-6);
        if (std::abs(loft.along_mm[i] - 25) < 5 || std::abs(loft.along_mm[i] - 95) < 5) CHECK(degrees_between(fibre[i], before[i]) < 4);
    }
}

TEST_CASE("a direction in space lies on both faces of a muscle and whirls nowhere but at its ends")
{
    const TriMesh ball = test::icosphere(30);
    const std::vector<Vec3> normal = outward(ball);
    const Vec3 way = glm::normalize(Vec3(0.3, -1, 0.2));
    std::vector<Vec3> fibre;
    for (const Vec3& n : normal) fibre.push_back(way - glm::dot(way, n) * n);
    even_directions(ball, normal, fibre, 3.5);
    for (std::size_t i = 0; i < fibre.size(); ++i) {
        if (std::abs(glm::dot(normal[i], way)) < 0.5) CHECK(degrees_between(fibre[i], glm::normalize(way - glm::dot(way, normal[i]) * normal[i])) < 3);
    }
    const std::vector<std::size_t> middles = whirls(ball, normal, fibre);
    CHECK(middles.size() == 2);  // Poincaré and Hopf: a ball cannot be combed without
    for (const std::size_t t : middles) CHECK(std::abs(glm::dot(normal[ball.triangle[t][0]], way)) > 0.95);
}

TEST_CASE("a whirl is found where the fibres go round a place")
{
    const TriMesh ball = test::icosphere(30);
    const std::vector<Vec3> normal = outward(ball);
    const Vec3 axis = glm::normalize(Vec3(0.2, 1, 0.4));
    std::vector<Vec3> fibre;
    for (const Vec3& n : normal) fibre.push_back(glm::normalize(glm::cross(axis, n)));
    CHECK(whirls(ball, normal, fibre).size() == 2);
    CHECK(sharpest(turns_deg_per_mm(ball, normal, fibre)) > 10);
}

TEST_CASE("fascicles turn evenly from one row to the next")
{
    SweepShape sweep = test::cylinder(10, 10, 100);
    sweep.fascicles = {{0.2, Vec3(0, -1, 0)}, {0.6, Vec3(1, 0, 0)}};
    CHECK(fascicle_at(sweep, 0).y == Approx(-1));
    CHECK(fascicle_at(sweep, 0.4).x == Approx(std::sqrt(0.5)));
    CHECK(fascicle_at(sweep, 1).x == Approx(1));
}

TEST_CASE("a tendinous inscription crosses the belly obliquely and leaves the flesh above and below")
{
    SweepShape sweep = test::cylinder(20, 20, 200);
    sweep.inscriptions = {{0.5, 15, 90, 3}};
    const auto share = [&](double along, double direction_deg) {
        const double angle = direction_deg * std::numbers::pi / 180;
        return tendon_at(sweep, 200, along, {20 * std::cos(angle), 20 * std::sin(angle)});
    };
    double behind = 0, before = 0;  // where along the muscle it lies, on the side it sinks to and on the other
    for (double along = 60; along < 140; along += 0.5) {
        if (share(along, 90) > share(behind, 90)) behind = along;
        if (share(along, -90) > share(before, -90)) before = along;
    }
    CHECK(behind - before == Approx(30).margin(6));  // its ragged edge wanders by up to 2.5 mm on each side
    CHECK(share(behind, 90) > 0.9);
    CHECK(share(60, 90) == 0);
    CHECK(share(140, -90) == 0);
}
