#include "support/catch.hpp"
#include "ui_fixture.hpp"

using namespace genu;

namespace {

const RarerCause& cause(const char* id)
{
    const RarerCause* found = test_library().knowledge.find(CauseId(id));
    REQUIRE(found);
    return *found;
}

}  // namespace

TEST_CASE("a rarer cause is found by an old name and opens its short card")
{
    const double scale = GENERATE(1.0, 2.0);
    UiFixture ui(scale, static_cast<int>(1440 * scale), static_cast<int>(900 * scale));
    ui.press(compat::Key::f, true);
    ui.type("PVNS");
    const RarerCause& overgrowth = cause("cause.synovial_chondromatosis_tgct");
    REQUIRE(ui.reads(overgrowth.name, "search"));
    CHECK(ui.reads(ui.word("search.kind.cause"), "search"));
    ui.press(compat::Key::enter);
    ui.frames(3);
    CHECK(ui.reads(overgrowth.apart.plain, "explain"));
    CHECK(ui.reads(overgrowth.who, "explain"));
    CHECK(ui.sees(overgrowth.name, "explain"));
    CHECK(ui.state.search.empty());
}

TEST_CASE("the card of a condition names the rarer causes it can be mistaken for")
{
    UiFixture ui;
    ui.apply({cmd::ChooseCondition{ConditionId("condition.gastrocnemius_strain")}});
    ui.click(ui.word("card.tab.findings"), "card");
    const RarerCause& rupture = cause("cause.calcaneal_tendon_rupture");
    REQUIRE(ui.scroll_to(rupture.name, "card"));
    ui.click(rupture.name, "card");
    // The short card opens below the row, perhaps below the edge: the wheel brings it.
    const auto wheel_to = [&](const std::string& words) {
        for (int turns = 0; turns < 12 && !ui.reads(words, "card"); ++turns) {
            compat::wheel(-0.5f);
            ui.frames(2);
        }
        return ui.reads(words, "card");
    };
    CHECK(wheel_to(rupture.apart.plain));
    CHECK(wheel_to(rupture.who));
}

TEST_CASE("results name the rarer causes beside them when asked")
{
    UiFixture ui;
    ui.apply({cmd::SetPanel{Panel::explore, true}, cmd::Tick{FindingId("symptom.loc_calf"), true}, cmd::Tick{FindingId("symptom.on_pop"), true}});
    ui.click("4 " + ui.word("explore.step.result"), "explore");
    REQUIRE(ui.scroll_to(ui.word("explore.rarer"), "explore"));
    ui.click(ui.word("explore.rarer"), "explore");
    CHECK(ui.scroll_to(cause("cause.calcaneal_tendon_rupture").name, "explore"));
}
