// How long the window sleeps between its steps.
#include "app/waiting.hpp"
#include "support/catch.hpp"

using namespace genu;

TEST_CASE("an idle window sleeps until something happens")
{
    CHECK(waiting({}) == Waiting{Waiting::Kind::until_something_happens, 0});
}

TEST_CASE("what moves never waits, and what must still be drawn or written waits a while")
{
    CHECK(waiting({true, false, true, false, false, false}).kind == Waiting::Kind::not_at_all);
    CHECK(waiting({false, true, true, false, false, false}).kind == Waiting::Kind::not_at_all);
    CHECK(waiting({false, false, false, false, false, false}) == Waiting{Waiting::Kind::a_while, kSettleSeconds});
    CHECK(waiting({false, false, true, false, false, true}) == Waiting{Waiting::Kind::a_while, kKeepSeconds});
    // Work beside the window is looked at oftener than what waits to be written.
    CHECK(waiting({false, false, true, false, true, true}) == Waiting{Waiting::Kind::a_while, kErrandSeconds});
}

TEST_CASE("a picture at rest waits for its first look, has the others at once, and then sleeps")
{
    WindowState now;
    now.is_sharp = false;
    CHECK(waiting(now).kind == Waiting::Kind::a_while);
    now.is_refining = true;
    CHECK(waiting(now).kind == Waiting::Kind::not_at_all);
    now.is_sharp = true;
    CHECK(waiting(now).kind == Waiting::Kind::until_something_happens);
}
