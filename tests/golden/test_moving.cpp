// Pictures that follow each other leave out what the last one tells they may: that must not be seen.
#include "golden/golden.hpp"
#include "golden/little_knee.hpp"

using namespace genu;
using namespace genu::test;

namespace {

/// As the window does it: one target, drawn again and again.
struct Turning : Stage {
    Turning() : Stage(little_knee(), Quality::moving()), frame(little_knee_frame(model)), target({320, 240}) {}
    Image next(float turn_rad)
    {
        context.make_current();  // the fresh stage has one of its own
        frame.camera.yaw_rad += turn_rad;
        renderer.draw(frame, target);
        return target.read();
    }
    Image from_nothing() const
    {
        Stage fresh(little_knee(), Quality::moving());
        fresh.size = target.size();
        return fresh.draw(frame);
    }
    Frame frame;
    OffscreenTarget target;
};

}  // namespace

TEST_CASE("a leg that turns looks like one drawn from nothing")
{
    Turning knee;
    for (int i = 0; i < 12; ++i) knee.next(0.06f);
    // What came into sight in the last picture may be missing in it, not in those after it.
    knee.next(0);
    knee.next(0);
    CHECK(is_like(knee.next(0), knee.from_nothing()));
}

TEST_CASE("while it turns no more is left out than what has just come into sight")
{
    Turning knee;
    for (int i = 0; i < 12; ++i) {
        const Image picture = knee.next(0.06f);
        CHECK(compare(picture, knee.from_nothing(), kGoldenThreshold).changed_share < 0.01);
    }
}

TEST_CASE("another view shows all of it at once")
{
    Turning knee;
    for (int i = 0; i < 4; ++i) knee.next(0.02f);
    const Image picture = knee.next(glm::pi<float>());
    CHECK(is_like(picture, knee.from_nothing()));
}

TEST_CASE("what a structure covered before it went is background again")
{
    Turning knee;
    knee.next(0);
    knee.frame.items.resize(1);
    CHECK(is_like(knee.next(0), knee.from_nothing()));
    knee.frame.background.top = glm::vec3(0.5f);
    CHECK(is_like(knee.next(0), knee.from_nothing()));
}

TEST_CASE("what others drew into the picture is drawn over")
{
    Turning knee;
    knee.next(0);
    knee.context.make_current();
    OffscreenTarget other({40, 40});
    other.blit_to(knee.target, {0, 0, 40, 40});
    CHECK(is_like(knee.next(0), knee.from_nothing()));
}
