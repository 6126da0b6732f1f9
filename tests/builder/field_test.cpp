#include "builder/closest.hpp"
#include "builder/field.hpp"
#include "builder/slice_field.hpp"
#include "builder/surface.hpp"
#include "shapes.hpp"
#include "support/catch.hpp"

using namespace genu;
using namespace genu::builder;

TEST_CASE("distance to a sphere's mesh is the sphere's")
{
    const Field field = distance_to(test::icosphere(12), 1.0);
    // The mesh's facets lie up to 0.03 mm inside the sphere.
    for (const Vec3 p : {Vec3(11, 0, 0), Vec3(0, -12, 0), Vec3(3, 4, 5), Vec3(0, 0, 13.5)}) {
        CHECK(field.sample(p) == Approx(glm::length(p) - 12).margin(0.08));
    }
    CHECK(field.at({0, 0, 0}) == Approx(-12).margin(0.1));
    CHECK(field.at({40, 0, 0}) == field.far_outside());
}

TEST_CASE("parts whose surfaces cross count as inside where either is")
{
    TriMesh two = test::icosphere(8, 3);
    const auto first = static_cast<std::uint32_t>(two.point.size());
    const TriMesh other = two;
    for (const Vec3& p : other.point) two.point.push_back(p + Vec3(6, 0, 0));
    for (const auto& t : other.triangle) two.triangle.push_back({t[0] + first, t[1] + first, t[2] + first});
    const Field field = distance_to(two, 1.0);
    CHECK(field.at({3, 0, 0}) < 0);
    CHECK(field.at({-6, 0, 0}) < 0);
    CHECK(field.at({12, 0, 0}) < 0);
    CHECK(field.at({16, 0, 0}) > 0);
}

TEST_CASE("a surface made from a field is closed, outward and on the zero")
{
    const double radii[] = {9, 14, 20};
    const auto ellipsoid = [&](const Vec3& p) { return (glm::length(p / Vec3(radii[0], radii[1], radii[2])) - 1) * 9; };
    const TriMesh mesh = surface_of(field_of(ellipsoid, Box{Vec3(-24), Vec3(24)}, 1.0, 1.2));
    CHECK(edge_faults(mesh).none());
    CHECK(volume_of(mesh) == Approx(4.0 / 3.0 * std::numbers::pi * 9 * 14 * 20).epsilon(0.01));
    for (const Vec3& p : mesh.point) CHECK(std::abs(ellipsoid(p)) < 0.12);
}

TEST_CASE("two sheets through one cell stay a manifold")
{
    // A chequerboard of insides is the worst case there is.
    const auto board = [](const Vec3& p) { return std::sin(2.1 * p.x) * std::sin(1.9 * p.y) * std::sin(2.3 * p.z) + 0.02 + 0.02 * glm::dot(p, p); };
    TriMesh mesh = surface_of(field_of(board, Box{Vec3(-8), Vec3(8)}, 0.7, 8));
    REQUIRE(mesh.triangle.size() > 100);
    part_touching_sheets(mesh);
    CHECK(edge_faults(mesh).none());
}

TEST_CASE("slices of an ellipsoid rebuild the ellipsoid")
{
    SliceShape shape;
    shape.axis = Vec3(0, 1, 0);
    shape.reference = Vec3(1, 0, 0);
    shape.low = -30;
    shape.high = 30;
    for (int i = -7; i <= 7; ++i) {
        const double h = 3.9 * i, scale = std::sqrt(1 - h * h / 900);
        shape.slices.push_back({h, {{{0, 0}, {18 * scale, 12 * scale, 0, 0}}}});
    }
    const SliceField value(shape);
    const TriMesh mesh = surface_of(field_of([&](const Vec3& p) { return value(p); }, value.box().grown(4), 1.0, 1.8));
    CHECK(edge_faults(mesh).none());
    CHECK(volume_of(mesh) == Approx(4.0 / 3.0 * std::numbers::pi * 18 * 30 * 12).epsilon(0.02));
}

TEST_CASE("two loops of one slice join into one in the next")
{
    SliceShape shape;
    shape.axis = Vec3(0, 1, 0);
    shape.reference = Vec3(1, 0, 0);
    shape.low = -2;
    shape.high = 32;
    shape.slices = {{0, {{{-9, 0}, {5, 5, 0, 0}}, {{9, 0}, {5, 5, 0, 0}}}}, {10, {{{-8, 0}, {6, 6, 0, 0}}, {{8, 0}, {6, 6, 0, 0}}}}, {20, {{{0, 0}, {14, 7, 0, 0}}}}, {30, {{{0, 0}, {12, 6, 0, 0}}}}};
    const SliceField value(shape);
    const TriMesh mesh = surface_of(field_of([&](const Vec3& p) { return value(p); }, value.box().grown(4), 0.75, 1.8));
    std::size_t pieces = 0;
    pieces_of(mesh, pieces);
    CHECK(pieces == 1);
    CHECK(edge_faults(mesh).none());
}

TEST_CASE("simplification keeps a surface closed and near")
{
    TriMesh mesh = surface_of(field_of([](const Vec3& p) { return glm::length(p) - 20; }, Box{Vec3(-24), Vec3(24)}, 1.0, 1.1));
    const double before = volume_of(mesh);
    simplify(mesh, 800);
    CHECK(mesh.triangle.size() <= 800);
    CHECK(edge_faults(mesh).none());
    CHECK(volume_of(mesh) == Approx(before).epsilon(0.02));
}

TEST_CASE("cubes that touch along an edge are parted")
{
    TriMesh cubes;
    for (const double shift : {0.0, 1.0}) {
        const auto first = static_cast<std::uint32_t>(cubes.point.size());
        for (int k = 0; k < 8; ++k) cubes.point.push_back(Vec3(k & 1, (k >> 1) & 1, k >> 2) + Vec3(shift, shift, 0));
        const std::uint32_t faces[12][3] = {{0, 2, 1}, {1, 2, 3}, {4, 5, 6}, {5, 7, 6}, {0, 1, 4}, {1, 5, 4}, {2, 6, 3}, {3, 6, 7}, {0, 4, 2}, {2, 4, 6}, {1, 3, 5}, {3, 7, 5}};
        for (const auto& f : faces) cubes.triangle.push_back({f[0] + first, f[1] + first, f[2] + first});
    }
    // Weld the shared edge: points 3 and 7 of the first cube are 0 and 4 of the second.
    for (auto& t : cubes.triangle) for (std::uint32_t& c : t) c = c == 8 ? 3 : c == 12 ? 7 : c;
    REQUIRE(edge_faults(cubes).crowded == 1);
    part_touching_sheets(cubes);
    CHECK(edge_faults(cubes).none());
    std::size_t pieces = 0;
    pieces_of(cubes, pieces);
    CHECK(pieces == 2);
}

TEST_CASE("the nearest place on a mesh is found from near, inside and far away")
{
    const TriMesh sphere = test::icosphere(10);
    const ClosestOnMesh closest(sphere);
    for (const Vec3 p : {Vec3(10.5, 0, 0), Vec3(1, 1, 0), Vec3(0, 300, -100)}) {
        CHECK(closest.nearest(p).distance == Approx(std::abs(glm::length(p) - 10)).margin(0.05));
    }
}
