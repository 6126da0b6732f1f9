// Skin drawn over what lies below it.
#include <algorithm>
#include <cmath>

#include "builder/dense_grid.hpp"
#include "builder/remesh.hpp"
#include "builder/wrap.hpp"
#include "shapes.hpp"
#include "support/catch.hpp"

using namespace genu::builder;
using namespace genu::builder::test;

namespace {

TriMesh moved(TriMesh mesh, const Vec3& by)
{
    for (Vec3& p : mesh.point) p += by;
    return mesh;
}

WrapShape plain(double thickness_mm)
{
    WrapShape shape;
    shape.fine = {4, 1};
    shape.coarse = {12, 1};
    shape.rows = {{0, thickness_mm, 1, 1}};
    shape.triangle_edges = {{0, 5}};
    return shape;
}

double farthest(const TriMesh& mesh, const Vec3& from)
{
    double most = 0;
    for (const Vec3& p : mesh.point) most = std::max(most, glm::distance(p, from));
    return most;
}

}  // namespace

TEST_CASE("skin lies as thick over a ball as the specification says, closed and everywhere above it")
{
    const TriMesh ball = icosphere(30);
    const TriMesh skin = wrap_surface(plain(5), {&ball}, 2);
    CHECK(edge_faults(skin).none());
    for (const Vec3& p : skin.point) CHECK(std::abs(glm::length(p) - 35) < 1.2);  // half a grid step
}

TEST_CASE("a gap narrower than twice the span is bridged, a wide one is not")
{
    const TriMesh a = moved(icosphere(20), {-26, 0, 0}), b = moved(icosphere(20), {26, 0, 0});  // 12 mm apart
    const auto waist = [&](double close_mm) {
        WrapShape shape = plain(3);
        shape.coarse.close_mm = close_mm;
        double most = 0;
        for (const Vec3& p : wrap_surface(shape, {&a, &b}, 2).point) if (std::abs(p.x) < 3) most = std::max(most, std::hypot(p.y, p.z));
        return most;
    };
    CHECK(waist(24) > waist(9) + 1);
    CHECK(waist(2) < 1);
}

TEST_CASE("fat is laid on until a tape measures the girth, and only where it may be")
{
    const TriMesh ball = icosphere(40);
    WrapShape shape = plain(3);
    shape.girths = {{0, 320}};
    const TriMesh round = wrap_surface(shape, {&ball}, 2);
    CHECK(std::abs(tape_mm(round.point, -2, 2) - 320) < 5);
    shape.pads = {{{0, 0, -45}, {40, 60, 30}, 2, 0, 1}};  // in front nothing
    const TriMesh thin = wrap_surface(shape, {&ball}, 2);
    CHECK(std::abs(tape_mm(thin.point, -2, 2) - 320) < 6);
    double front = 0, back = 0;
    for (const Vec3& p : thin.point) {
        front = std::max(front, -p.z);
        back = std::max(back, p.z);
    }
    CHECK(front < 43.5);
    CHECK(back > 50);
}

TEST_CASE("skin ends level at the waist and keeps clear of the midline, closed")
{
    const TriMesh ball = icosphere(40);
    WrapShape shape = plain(3);
    shape.waist_mm = 20;
    shape.midline = {{100, -25}};
    shape.edge_mm = 6;
    const TriMesh skin = wrap_surface(shape, {&ball}, 2);
    CHECK(edge_faults(skin).none());
    for (const Vec3& p : skin.point) {
        CHECK(p.y < 20.5);
        CHECK(p.x > -25.5);
    }
    CHECK(farthest(skin, {0, 0, 0}) > 42);
}

TEST_CASE("the same specification wraps into the same points")
{
    const TriMesh ball = icosphere(25);
    const TriMesh once = wrap_surface(plain(4), {&ball}, 2), again = wrap_surface(plain(4), {&ball}, 2);
    CHECK(once.point == again.point);
    CHECK(once.triangle == again.triangle);
}

TEST_CASE("triangles come near to the wished size and none is a sliver")
{
    TriMesh ball = icosphere(40, 5);
    remesh(ball, [](const Vec3&) { return 6.0; }, [](const Vec3& p) { return glm::length(p) - 40; }, 5);
    CHECK(edge_faults(ball).none());
    std::size_t odd = 0;
    for (const auto& t : ball.triangle) {
        for (std::size_t k = 0; k < 3; ++k) {
            const double edge = glm::distance(ball.point[t[k]], ball.point[t[(k + 1) % 3]]);
            if (edge < 3 || edge > 9.5) ++odd;
        }
    }
    CHECK(odd * 20 < 3 * ball.triangle.size());  // one edge in twenty
    for (const Vec3& p : ball.point) CHECK(std::abs(glm::length(p) - 40) < 0.05);
}

TEST_CASE("distances spread from what is known come near to the true ones")
{
    DenseGrid grid(2, {Vec3(-40), Vec3(40)}, 0);
    const glm::ivec3 n = grid.size();
    for (int y = 0; y < n.y; ++y) for (int z = 0; z < n.z; ++z) for (int x = 0; x < n.x; ++x) grid.at(x, y, z) = static_cast<float>(glm::length(grid.position(x, y, z)) - 10);
    const DenseGrid truth = grid;
    spread_distance(grid, 5, 30);
    for (std::size_t i = 0; i < truth.values().size(); ++i) {
        if (truth.values()[i] < 25) CHECK(std::abs(grid.values()[i] - truth.values()[i]) < 1.2f);  // 0.6 steps of the grid
    }
}
