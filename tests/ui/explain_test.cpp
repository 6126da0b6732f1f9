#include "support/catch.hpp"
#include "ui_fixture.hpp"

using namespace genu;

TEST_CASE("choosing a condition in the list opens its scene and its card")
{
    const double scale = GENERATE(1.0, 2.0);
    UiFixture ui(scale, static_cast<int>(1440 * scale), static_cast<int>(900 * scale));
    const std::string name = test_library().knowledge.find(ConditionId("condition.popliteal_cyst"))->name;
    REQUIRE(ui.scroll_to(name, "explain"));
    ui.click(name, "explain");
    REQUIRE(ui.emitted<cmd::ChooseCondition>());
    CHECK(ui.state.view.condition == ConditionId("condition.popliteal_cyst"));
    CHECK(ui.reads(name, "card"));
    CHECK(ui.reads(ui.word("app.not_reviewed"), "card"));

    ui.click(ui.word("card.tab.structures"), "card");
    CHECK(ui.reads(ui.word("role.primary"), "card"));
    ui.click(ui.word("word.close"), "card");
    CHECK(ui.state.view.condition.is_none());
    CHECK_FALSE(ui.reads(name, "card"));
}

TEST_CASE("the filter finds a condition by any of its names and says so when there is none")
{
    UiFixture ui;
    ui.click(ui.word("explain.filter"), "explain");
    ui.type("baker");
    const std::string name = test_library().knowledge.find(ConditionId("condition.popliteal_cyst"))->name;
    CHECK(ui.sees(name, "explain"));
    CHECK_FALSE(ui.sees(test_library().knowledge.find(ConditionId("condition.dvt"))->name, "explain"));
    ui.type("zzz");
    CHECK(ui.reads("bakerzzz", "explain"));
    ui.click(ui.word("explain.clear"), "explain");
    CHECK(ui.reads(ui.word("tier.common"), "explain"));
}

TEST_CASE("a condition that is not at the back says so in the list")
{
    UiFixture ui;
    const Condition* contrast = nullptr;
    for (const Condition& c : test_library().knowledge.conditions) contrast = c.contrast ? &c : contrast;
    REQUIRE(contrast != nullptr);
    REQUIRE(ui.scroll_to(contrast->name, "explain"));
    ui.click(contrast->name, "explain");
    CHECK(ui.reads(ui.word("card.contrast_note"), "card"));
}

TEST_CASE("the register switch changes words and codes, not the choice")
{
    const double scale = GENERATE(1.0, 2.0);
    UiFixture ui(scale, static_cast<int>(1440 * scale), static_cast<int>(900 * scale));
    ui.apply({cmd::ChooseCondition{ConditionId("condition.popliteal_cyst")}});
    CHECK_FALSE(ui.reads("M71.2", "card"));
    ui.click(ui.word("top.register_clinical"), "top");
    CHECK(ui.state.settings.clinical_register);
    CHECK(ui.reads("M71.2", "card"));
    CHECK(ui.state.view.condition == ConditionId("condition.popliteal_cyst"));
    ui.click(ui.word("top.register_plain"), "top");
    CHECK_FALSE(ui.state.settings.clinical_register);
}

TEST_CASE("tests show figures with their sources and the word unknown where there is none")
{
    UiFixture ui;
    int with_figure = 0, without = 0;
    for (const Condition& c : test_library().knowledge.conditions) {
        for (const ClinicalTest& t : c.tests) (t.sensitivity ? with_figure : without) += 1;
    }
    REQUIRE(with_figure > 0);
    REQUIRE(without > 0);
    const Condition* condition = nullptr;
    for (const Condition& c : test_library().knowledge.conditions) {
        if (!c.tests.empty() && !c.tests.front().sensitivity) condition = &c;
    }
    REQUIRE(condition);
    ui.apply({cmd::ChooseCondition{condition->id}});
    ui.click(ui.word("card.tab.tests"), "card");
    CHECK(ui.reads(ui.word("tests.sensitivity") + " " + ui.word("word.unknown"), "card"));
}

TEST_CASE("undo and redo buttons take a choice back and bring it again")
{
    const double scale = GENERATE(1.0, 2.0);
    UiFixture ui(scale, static_cast<int>(1440 * scale), static_cast<int>(900 * scale));
    CHECK_FALSE(ui.find(ui.word("top.undo"), "top")->enabled);
    ui.apply({cmd::ChooseCondition{ConditionId("condition.popliteal_cyst")}});
    ui.click(ui.word("top.undo"), "top");
    CHECK(ui.state.view.condition.is_none());
    ui.click(ui.word("top.redo"), "top");
    CHECK(ui.state.view.condition == ConditionId("condition.popliteal_cyst"));
    ui.press(compat::Key::z, true);
    CHECK(ui.state.view.condition.is_none());
}
