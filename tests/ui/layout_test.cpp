#include "support/catch.hpp"
#include "ui/layout.hpp"

using namespace genu;

TEST_CASE("the picture keeps half of the window whatever is open")
{
    const auto size = GENERATE(std::pair{1024.0f, 700.0f}, std::pair{1280.0f, 720.0f}, std::pair{1366.0f, 768.0f}, std::pair{1440.0f, 900.0f},
                               std::pair{1920.0f, 1080.0f}, std::pair{3840.0f, 2160.0f});
    const bool timeline = GENERATE(false, true);
    const bool card = GENERATE(false, true);
    const Layout l = make_layout({size.first, size.second, true, card, timeline, true});
    CHECK(l.picture.width * l.picture.height >= 0.499f * size.first * size.second);
    CHECK(l.picture.width >= 0.5f * size.first);
    CHECK((!card || !l.card.empty()));
}

TEST_CASE("parts never overlap and never leave the window")
{
    const auto size = GENERATE(std::pair{1440.0f, 900.0f}, std::pair{1024.0f, 700.0f}, std::pair{640.0f, 360.0f}, std::pair{320.0f, 240.0f}, std::pair{1.0f, 1.0f});
    const bool card_first = GENERATE(false, true);
    const Layout l = make_layout({size.first, size.second, true, true, true, card_first});
    CHECK(l.top.bottom() <= l.picture.y + 0.01f);
    CHECK(l.rail.right() <= l.panel.x + 0.01f);
    CHECK(l.panel.right() <= l.picture.x + 0.01f);
    CHECK((l.card.empty() || l.picture.right() <= l.card.x + 0.01f));
    CHECK((l.timeline.empty() || l.picture.bottom() <= l.timeline.y + 1.01f));
    CHECK(l.card.right() <= size.first + 0.01f);
}

TEST_CASE("where both do not fit, what was asked for last stays and the other folds")
{
    const Layout card = make_layout({1024, 700, true, true, false, true});
    CHECK(card.panel.empty());
    CHECK(card.panel_folded);
    CHECK_FALSE(card.card.empty());
    const Layout panel = make_layout({1024, 700, true, true, false, false});
    CHECK(panel.card.empty());
    CHECK(panel.card_folded);
    CHECK_FALSE(panel.panel.empty());
}

TEST_CASE("a wide window has room for panel and card at full width")
{
    const Layout l = make_layout({1920, 1080, true, true, true, true});
    CHECK(l.panel.width == Approx(340));
    CHECK(l.card.width == Approx(360));
}
