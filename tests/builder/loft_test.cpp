#include "builder/surface.hpp"
#include "shapes.hpp"
#include "support/catch.hpp"

using namespace genu;
using namespace genu::builder;

TEST_CASE("an elliptic cylinder's loft has the cylinder's volume and is closed")
{
    const SweepShape sweep = test::cylinder(12, 5, 80);
    const Loft loft = make_loft(sweep, {.tolerance_mm = 0.02});
    // The outline is a polygon inside the ellipse: 0.02 mm of 5 mm loses less than one percent.
    CHECK(volume_of(loft.mesh) == Approx(std::numbers::pi * 12 * 5 * 80).epsilon(0.01));
    CHECK(edge_faults(loft.mesh).none());
}

TEST_CASE("domes of half a radius make a sphere of two stations' worth")
{
    SweepShape sweep = test::cylinder(10, 10, 1);
    sweep.stations = {test::station(0, 0, 0, 10, 10), test::station(0, 0.01, 0, 10, 10)};
    sweep.cap = {10, 10};
    const Loft loft = make_loft(sweep, {.tolerance_mm = 0.01, .most_round = 96});
    CHECK(edge_faults(loft.mesh).none());
    CHECK(volume_of(loft.mesh) == Approx(test::sphere_volume(10)).epsilon(0.05));  // four rings to a dome
}

TEST_CASE("a section axis along or against the sweep gives an outward surface")
{
    SweepShape sweep = test::cylinder(6, 4, 40);
    sweep.mode = SweepShape::Mode::axis;
    for (const double sign : {1.0, -1.0}) {
        sweep.axis = Vec3(0, sign, 0);
        CHECK(volume_of(make_loft(sweep, {}).mesh) > 0);
    }
}

TEST_CASE("domes lie beyond the ends even when the section axis points backwards")
{
    SweepShape sweep = test::cylinder(6, 6, 40);
    sweep.mode = SweepShape::Mode::axis;
    sweep.axis = Vec3(0, -1, 0);  // the stations rise
    sweep.cap = {5, 5};
    const Box box = box_of(make_loft(sweep, {}).mesh);
    CHECK(box.low.y == Approx(-5));
    CHECK(box.high.y == Approx(45));
}

TEST_CASE("fibres run from the first station to the last")
{
    const SweepShape sweep = test::cylinder(8, 8, 60);
    const Loft loft = make_loft(sweep, {});
    for (const Vec3& fibre : loft.fibre) CHECK(fibre.y == Approx(1).margin(1e-6));
}

TEST_CASE("a fan's sections stand upright round its hub")
{
    SweepShape fan;
    fan.mode = SweepShape::Mode::fan;
    fan.reference = Vec3(0, 1, 0);
    for (int i = 0; i <= 8; ++i) {
        const double angle = std::numbers::pi * i / 8;
        fan.stations.push_back(test::station(20 * std::cos(angle), 0, 20 * std::sin(angle), 4, 4));
    }
    const Loft loft = make_loft(fan, {.tolerance_mm = 0.02});
    CHECK(edge_faults(loft.mesh).none());
    // Half a torus by Pappus: area of the section times the way of its centre.
    CHECK(volume_of(loft.mesh) == Approx(std::numbers::pi * 16 * std::numbers::pi * 20).epsilon(0.02));
}

TEST_CASE("tendon rows say where along and round a muscle its tendon lies")
{
    SweepShape sweep = test::cylinder(10, 10, 200);
    sweep.tendon = {{0, 1, 0}, {0.2, 1, 0}, {0.4, 0, 0}, {0.7, 0, 0}, {0.9, 0.5, 90}};
    const auto share = [&](double along, double direction_deg) {
        const double angle = direction_deg * std::numbers::pi / 180;
        return tendon_at(sweep, 200, along, {std::cos(angle), std::sin(angle)});
    };
    CHECK(share(5, 123) == 1);
    CHECK(share(110, 123) == 0);
    CHECK(share(195, 90) == 1);    // half of the outline about +w
    CHECK(share(195, -90) == 0);
}

TEST_CASE("fibres of a feathered muscle lean away from its raphe on both sides")
{
    SweepShape sweep = test::cylinder(10, 10, 100);  // upwards: u = +x, w = -z
    sweep.pennation = {{0, 0, 90}, {0.5, 20, 90}, {1, 20, 90}};
    // As seen from the raphe: how far the fibre runs away from it, by its share of the unit length.
    const auto lean = [&](double along, double direction_deg) {
        const double angle = direction_deg * std::numbers::pi / 180;
        const Vec2 offset(10 * std::cos(angle), 10 * std::sin(angle));
        const Vec3 u(1, 0, 0), w = glm::cross(Vec3(0, 1, 0), u);
        const Vec3 normal = std::cos(angle) * u + std::sin(angle) * w, round = -std::sin(angle) * u + std::cos(angle) * w;
        return glm::dot(pennate(sweep, 100, along, offset, Vec3(0, 1, 0), normal), round);
    };
    const double full = std::sin(20 * std::numbers::pi / 180);
    CHECK(lean(80, 150) == Approx(full));
    CHECK(lean(80, 30) == Approx(-full));
    CHECK(lean(80, 90) == Approx(0).margin(1e-9));  // the raphe itself
    CHECK(lean(25, 150) == Approx(std::sin(10 * std::numbers::pi / 180)));
    sweep.pennation = {{0, 20, {}}, {1, 20, {}}};
    CHECK(lean(80, 150) == Approx(full));
    CHECK(lean(80, 30) == Approx(full));
}

TEST_CASE("thin sections are thickened to what a grid can hold, when asked")
{
    const SweepShape sweep = test::cylinder(10, 0.2, 40);
    const Loft loft = make_loft(sweep, {.least_half_width_mm = 0.7});
    const Box box = box_of(loft.mesh);
    CHECK(box.high.z - box.low.z == Approx(1.4).epsilon(0.01));
}
