// Comparing, notes, saved views, the screen in words: as a person uses them.
#include "app/pointer.hpp"
#include "support/catch.hpp"
#include "ui_fixture.hpp"

using namespace genu;

namespace {

const ConditionId kCyst("condition.popliteal_cyst"), kClot("condition.dvt");

std::string name_of_condition(const ConditionId& id) { return test_library().knowledge.find(id)->name; }

}  // namespace

TEST_CASE("two conditions stand side by side, with a card that says what tells them apart")
{
    const double scale = GENERATE(1.0, 2.0);
    UiFixture ui(scale, static_cast<int>(1440 * scale), static_cast<int>(900 * scale));
    ui.apply({cmd::ChooseCondition{kCyst}});
    ui.click(ui.word("compare.with"), "card");
    REQUIRE(ui.scroll_to(name_of_condition(kClot), "compare"));
    ui.click(name_of_condition(kClot), "compare");
    CHECK(ui.state.view.compare_with == kClot);
    ui.frames(3);
    CHECK(ui.reads(name_of_condition(kCyst), "picture"));
    CHECK(ui.reads(name_of_condition(kClot), "picture"));
    CHECK(ui.reads(ui.word("compare.differs"), "card"));
    // The halves lie beside each other and are as large as each other.
    CHECK(ui.out.second_px.x == ui.out.picture_px.x + ui.out.picture_px.width);
    CHECK(std::abs(ui.out.second_px.width - ui.out.picture_px.width) <= 1);
    ui.press(compat::Key::escape);
    CHECK(ui.state.view.compare_with.is_none());
    CHECK(ui.state.view.condition == kCyst);
}

TEST_CASE("the card of a comparison leads to either condition alone")
{
    UiFixture ui;
    ui.apply({cmd::ChooseCondition{kCyst}, cmd::CompareWith{kClot}});
    ui.click(ui.word("word.close"), "card");
    CHECK(ui.state.view.compare_with.is_none());
    CHECK(ui.state.view.condition == kCyst);
}

TEST_CASE("an arrow drawn in the picture is a note that can be erased, taken back and brought again")
{
    UiFixture ui;
    ui.press(compat::Key::n);
    CHECK(ui.state.tool == Tool::pen);
    ui.click(ui.word("notes.arrow"), "notes");
    CHECK(ui.state.tool == Tool::arrow);

    Pointer pointer;
    pointer.tool = ui.state.tool;
    const PixelRect& p = ui.out.picture_px;
    const auto aim = [](glm::ivec2 at) { return Pointer::Aimed{StructureId("muscle.popliteus"), glm::vec3(0.001f * static_cast<float>(at.x), 0, 0)}; };
    const auto pick = [](glm::ivec2) { return StructureId("muscle.popliteus"); };
    Commands given;
    const auto move = [&](int x, int y, bool down) {
        pointer.position_px = {p.x + x, p.y + y};
        pointer.left = down;
        const Commands more = pointer.commands(ui.out, pick, aim);
        given.insert(given.end(), more.begin(), more.end());
    };
    compat::move_mouse({static_cast<float>(p.x + 200), static_cast<float>(p.y + 200)});
    ui.frames(2);
    move(200, 200, false);
    move(200, 200, true);
    for (int i = 1; i < 10; ++i) move(200 + 10 * i, 200, true);
    move(290, 200, false);
    ui.apply(given);
    REQUIRE(ui.state.view.notes.size() == 1);
    CHECK(ui.state.view.notes[0].kind == NoteKind::arrow);
    CHECK(ui.state.view.notes[0].points.size() == 2);
    CHECK(ui.state.view.selected.is_none());
    CHECK(ui.find("1", "picture", "note"));

    ui.click(ui.word("notes.erase"), "notes");
    CHECK(ui.state.view.notes.empty());
    ui.press(compat::Key::z, true);
    CHECK(ui.state.view.notes.size() == 1);
    ui.press(compat::Key::z, true);
    CHECK(ui.state.view.notes.empty());
    ui.click(ui.word("notes.done"), "notes");
    CHECK(ui.state.tool == Tool::none);
}

TEST_CASE("a text note asks for its words at once, and all its letters are one step back")
{
    UiFixture ui;
    ui.apply({cmd::SetTool{Tool::text}});
    ui.apply({cmd::BeginNote{NoteKind::text, StructureId("muscle.popliteus"), {0, 0.1f, 0}}});
    ui.frames(3);
    CHECK(ui.out.wants_keyboard);
    ui.type("tight");
    ui.type(" here");
    ui.press(compat::Key::enter);
    CHECK(ui.state.view.notes.at(0).text == "tight here");
    CHECK(ui.reads("tight here", "picture"));
}

TEST_CASE("a view is kept, opened, renamed and taken away by hand")
{
    UiFixture ui;
    ui.apply({cmd::ChooseCondition{kCyst}});
    ui.press(compat::Key::s, true);
    REQUIRE(ui.sees(ui.word("shelf.save"), "shelf"));
    ui.click(ui.word("shelf.save"), "shelf");
    REQUIRE(ui.state.saved_views.size() == 1);
    CHECK(ui.state.saved_views[0].name == name_of_condition(kCyst));
    ui.frames(3);
    ui.click(ui.word("shelf.rename"), "shelf");
    ui.click(ui.word("shelf.keep"), "shelf");
    ui.click(ui.word("shelf.delete"), "shelf");
    CHECK(ui.state.view.deleted_views.size() == 1);
    CHECK_FALSE(ui.sees(ui.word("shelf.open"), "shelf"));
    ui.click(ui.word("top.undo"), "shelf");
    ui.frames(2);
    CHECK(ui.state.view.deleted_views.empty());
    ui.press(compat::Key::escape);
    ui.apply({cmd::ChooseCondition{}});
    ui.press(compat::Key::s, true);
    ui.click(ui.word("shelf.open"), "shelf");
    CHECK(ui.state.view.condition == kCyst);
}

TEST_CASE("the screen in words is shown, and copying, writing and speaking are asked for")
{
    UiFixture ui;
    ui.apply({cmd::ChooseCondition{kCyst}});
    ui.press(compat::Key::t);
    CHECK(ui.reads(ui.word("mirror.title"), "mirror"));
    CHECK(ui.reads(name_of_condition(kCyst), "mirror"));
    ui.click(ui.word("mirror.copy"), "mirror");
    ui.click(ui.word("mirror.write"), "mirror");
    ui.click(ui.word("mirror.speak"), "mirror");
    REQUIRE(ui.state.errands.size() == 3);
    CHECK(ui.state.errands[0].kind == Errand::Kind::copy_text);
    CHECK(ui.state.errands[1].kind == Errand::Kind::write_text);
    CHECK(ui.state.errands[2].kind == Errand::Kind::speak);
    ui.press(compat::Key::escape);
    CHECK_FALSE(ui.reads(ui.word("mirror.title"), "mirror"));
}

TEST_CASE("the page about the data counts what was reviewed and names the licences")
{
    UiFixture ui;
    ui.press(compat::Key::f1);
    REQUIRE(ui.scroll_to(ui.word("about.title"), "help"));
    ui.click(ui.word("about.title"), "help");
    ui.frames(3);
    CHECK(ui.reads(ui.word("about.title"), "about"));
    REQUIRE(ui.scroll_to(ui.word("about.all_sources"), "about"));
    ui.click(ui.word("word.close"), "about");
    CHECK_FALSE(ui.reads(ui.word("about.title"), "about"));
}

TEST_CASE("long work says what it does and can be ended with Escape")
{
    UiFixture ui;
    ui.state.busy = "Making a page…";
    ui.frames(3);
    CHECK(ui.reads("Making a page…", "message"));
    ui.press(compat::Key::escape);
    REQUIRE_FALSE(ui.state.errands.empty());
    CHECK(ui.state.errands.back().kind == Errand::Kind::cancel);
    ui.click(ui.word("word.cancel"), "message");
    CHECK(ui.state.errands.size() == 2);
}
