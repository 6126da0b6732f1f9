// A picture at rest that gets better look by look ends as good as one drawn twice as large, and begins anew when it must.
#include "golden/golden.hpp"
#include "golden/little_knee.hpp"

using namespace genu;
using namespace genu::test;

namespace {

struct Resting : Stage {
    Resting() : Stage(little_knee(), Quality::moving()), frame(little_knee_frame(model)), target({320, 240}) {}
    Image look()
    {
        renderer.refine(frame, target, still);
        return target.read();
    }
    Image looked_at_until_done()
    {
        Image last = look();
        while (!still.is_done()) last = look();
        return last;
    }
    Frame frame;
    OffscreenTarget target;
    Refinement still;
};

Image drawn_large(const Frame& frame, glm::ivec2 size)
{
    Stage stage(little_knee(), Quality::still());
    stage.size = size;
    return stage.draw(frame);
}

double difference(const Image& a, const Image& b) { return compare(a, b, kGoldenThreshold).mean; }

}  // namespace

TEST_CASE("the mean of all looks is like a picture drawn twice as large, and nearer to it than the first look")
{
    Resting knee;
    const Image first = knee.look();
    const Image last = knee.looked_at_until_done();
    const Image large = drawn_large(knee.frame, knee.target.size());
    INFO("first " << compare(first, large, kGoldenThreshold).changed_share << " " << difference(first, large) << ", last " << compare(last, large, kGoldenThreshold).changed_share << " " << difference(last, large));
    CHECK(compare(last, large, kGoldenThreshold).changed_share < 0.02);
    CHECK(difference(last, large) < difference(first, large));
}

TEST_CASE("equal frames give equal pictures look by look, after whatever was drawn before")
{
    Resting knee;
    const Image once = knee.looked_at_until_done();
    knee.frame.camera.yaw_rad += 0.4f;
    knee.look();
    knee.renderer.draw(knee.frame, knee.target);
    knee.frame.camera.yaw_rad = little_knee_frame(knee.model).camera.yaw_rad;
    CHECK(compare(knee.looked_at_until_done(), once, 1).changed_share == 0);
}

TEST_CASE("a picture that is done stays as it is")
{
    Resting knee;
    const Image last = knee.looked_at_until_done();
    CHECK(knee.still.looks() == Refinement::kLooks);
    CHECK(knee.look().rgba == last.rgba);
    CHECK(knee.still.looks() == Refinement::kLooks);
}

TEST_CASE("another view, another size or a restart begins with the first look")
{
    Resting knee;
    for (int i = 0; i < 3; ++i) knee.look();
    REQUIRE(knee.still.looks() == 3);
    SECTION("view") { knee.frame.camera.yaw_rad += 0.1f; }
    SECTION("size") { knee.target.resize({300, 200}); }
    SECTION("restart") { knee.still.restart(); }
    const Image begun = knee.look();
    CHECK(knee.still.looks() == 1);
    Resting fresh;
    fresh.frame = knee.frame;
    fresh.target.resize(knee.target.size());
    CHECK(compare(begun, fresh.look(), 1).changed_share == 0);
}

TEST_CASE("two pictures at rest that are looked at by turns do not mix")
{
    Resting knee;
    Frame other = knee.frame;
    other.camera.yaw_rad += 0.7f;
    other.section = {true, {0, 1, 0}, 0.06f};
    OffscreenTarget other_target(knee.target.size());
    Refinement other_still;
    while (!knee.still.is_done()) {
        knee.look();
        knee.renderer.refine(other, other_target, other_still);
    }
    const Image one = knee.target.read(), two = other_target.read();
    Resting alone;
    // Not to the last bit: the folds' darkening is found anew for each look.
    CHECK(is_like(one, alone.looked_at_until_done()));
    alone.frame = other;
    CHECK(is_like(two, alone.looked_at_until_done()));
}

TEST_CASE("a leg that moves on after some looks is drawn as if there had been none")
{
    Resting knee;
    for (int i = 0; i < 5; ++i) knee.look();
    knee.frame.camera.yaw_rad += 0.05f;
    knee.renderer.set_quality(Quality::moving());
    knee.renderer.draw(knee.frame, knee.target);
    knee.renderer.draw(knee.frame, knee.target);
    const Image moved = knee.target.read();
    Resting fresh;
    fresh.renderer.set_quality(Quality::moving());
    fresh.renderer.draw(knee.frame, fresh.target);
    CHECK(is_like(moved, fresh.target.read()));
}
