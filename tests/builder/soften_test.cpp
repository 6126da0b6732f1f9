#include "builder/soften.hpp"
#include "builder/surface.hpp"
#include "shapes.hpp"
#include "support/catch.hpp"

using namespace genu;
using namespace genu::builder;

namespace {

/// A ball with a thin fin on its side.
Field finned_ball()
{
    const auto value = [](const Vec3& p) {
        const Vec3 out = glm::abs(p - Vec3(16, 0, 0)) - Vec3(8, 6, 0.8);
        const double fin = glm::length(glm::max(out, 0.0)) + std::min(0.0, std::max({out.x, out.y, out.z}));
        return std::min(glm::length(p) - 12, fin);
    };
    return field_of(value, {Vec3(-20), Vec3(30, 20, 20)}, 1, 1);
}

}  // namespace

TEST_CASE("softening takes off what is thinner than its ball and leaves the rest")
{
    const Field before = finned_ball();
    REQUIRE(before.sample({20, 0, 0}) < 0);
    const Field after = softened(before, 2, 0);
    CHECK(after.sample({20, 0, 0}) > 0);
    CHECK(after.sample({0, 11, 0}) < 0);
    CHECK(volume_of(surface_of(after)) == Approx(test::sphere_volume(12)).epsilon(0.03));
    CHECK(volume_of(surface_of(softened(before, 0, 0))) == Approx(volume_of(surface_of(before))).epsilon(1e-6));
}

TEST_CASE("lobules are parted by grooves that only take away")
{
    const Field before = softened(finned_ball(), 2, 0);
    const Field after = softened(finned_ball(), 2, 7);
    double deepest = 0, least = 1e9;
    for (const Vec3& direction : test::icosphere(1, 3).point) {
        const double more = after.sample(12.0 * direction) - before.sample(12.0 * direction);
        deepest = std::max(deepest, more);
        least = std::min(least, more);
    }
    CHECK(least >= -1e-6);
    CHECK(deepest > 0.4);
    CHECK(deepest <= 0.13 * 7 + 1e-6);
}

TEST_CASE("a groove lies half-way between the middles of two lobules, and lobules have about their size")
{
    int grooves = 0;
    bool was_in = false;
    for (double x = 0; x < 100; x += 0.02) {
        const bool is_in = between_lobules({x, 0.3, 0.7}) > 0.5;
        grooves += is_in && !was_in ? 1 : 0;
        was_in = is_in;
    }
    CHECK(grooves > 60);
    CHECK(grooves < 170);
}
