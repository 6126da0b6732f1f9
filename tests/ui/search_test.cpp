#include "support/catch.hpp"
#include "ui_fixture.hpp"

using namespace genu;

TEST_CASE("a condition is found and chosen with the keyboard alone")
{
    const double scale = GENERATE(1.0, 2.0);
    UiFixture ui(scale, static_cast<int>(1440 * scale), static_cast<int>(900 * scale));
    ui.press(compat::Key::f, true);
    CHECK(ui.out.wants_keyboard);
    ui.type("baker");
    CHECK(ui.state.search == "baker");
    CHECK(ui.sees(test_library().knowledge.find(ConditionId("condition.popliteal_cyst"))->name, "search"));
    ui.press(compat::Key::enter);
    CHECK(ui.state.view.condition == ConditionId("condition.popliteal_cyst"));
    CHECK(ui.state.search.empty());
}

TEST_CASE("arrow keys walk down the results and the pointer chooses one")
{
    UiFixture ui;
    ui.press(compat::Key::f, true);
    ui.type("tibial nerve");
    REQUIRE(ui.sees(test_library().catalogue.name(StructureId("nerve.tibial")), "search"));
    ui.press(compat::Key::down);
    ui.press(compat::Key::up);
    ui.click(test_library().catalogue.name(StructureId("nerve.tibial")), "search");
    CHECK(ui.state.view.selected == StructureId("nerve.tibial"));
    CHECK(ui.reads(test_library().catalogue.name(StructureId("nerve.tibial")), "card"));
}

TEST_CASE("a word that nothing has is said to be unknown, and Escape closes the search")
{
    UiFixture ui;
    ui.press(compat::Key::f, true);
    ui.type("qqqqq");
    CHECK(ui.reads("qqqqq", "search"));
    ui.press(compat::Key::escape);
    CHECK(ui.state.search.empty());
    CHECK_FALSE(ui.reads("qqqqq", "search"));
    CHECK(ui.commands.size() >= 2);
}

TEST_CASE("letters typed into the search are not shortcuts")
{
    UiFixture ui;
    ui.press(compat::Key::f, true);
    ui.clear();
    ui.press(compat::Key::x);
    ui.press(compat::Key::l);
    ui.press(compat::Key::one);
    CHECK_FALSE(ui.emitted<cmd::SetXray>());
    CHECK_FALSE(ui.emitted<cmd::SetLabels>());
    CHECK_FALSE(ui.emitted<cmd::SetView>());
}
