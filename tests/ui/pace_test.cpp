#include "app/pace.hpp"
#include "support/catch.hpp"

using namespace genu;

namespace {

void give(Pace& pace, double seconds, int frames)
{
    for (int i = 0; i < frames; ++i) pace.took(seconds);
}

}  // namespace

TEST_CASE("a slow machine draws half as large while moving, a fast one with shadows")
{
    Pace slow, fast, usual;
    give(slow, 0.2, 20);
    give(fast, 0.002, 20);
    give(usual, 0.02, 20);
    CHECK(slow.moving().half_size);
    CHECK(fast.moving().shadows);
    CHECK(usual.moving() == Quality::moving());
}

TEST_CASE("one slow frame changes nothing, and better times bring the whole picture back")
{
    Pace pace;
    give(pace, 0.02, 10);
    give(pace, 0.08, 1);
    CHECK_FALSE(pace.moving().half_size);
    give(pace, 0.2, 20);
    CHECK(pace.moving().half_size);
    give(pace, 0.005, 20);
    CHECK_FALSE(pace.moving().half_size);
}
