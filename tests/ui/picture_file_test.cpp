// "Picture": what is shown as a picture or a film in a file.
#include "support/catch.hpp"
#include "ui_fixture.hpp"

using namespace genu;

namespace {

const WidgetRect* path_field(const UiFixture& ui)
{
    for (const WidgetRect& w : ui.out.widgets) {
        if (w.panel == "picture_file" && w.kind == "input") return &w;
    }
    return nullptr;
}

const Errand* last_errand(const UiFixture& ui, Errand::Kind kind)
{
    return !ui.state.errands.empty() && ui.state.errands.back().kind == kind ? &ui.state.errands.back() : nullptr;
}

}  // namespace

TEST_CASE("a picture of what is shown is two clicks away and goes among the reader's pictures")
{
    const double scale = GENERATE(1.0, 2.0);
    UiFixture ui(scale, static_cast<int>(1440 * scale), static_cast<int>(900 * scale));
    ui.state.around.pictures_folder = "/media/ana/Pictures/Genu";
    ui.apply({cmd::ChooseCondition{ConditionId("condition.popliteal_cyst")}});
    ui.press(compat::Key::p);
    ui.frames(2);
    REQUIRE(path_field(ui));
    REQUIRE(ui.scroll_to(ui.word("picture.write"), "picture_file"));
    ui.click(ui.word("picture.write"), "picture_file");
    const Errand* errand = last_errand(ui, Errand::Kind::write_picture);
    REQUIRE(errand);
    CHECK(errand->text == "/media/ana/Pictures/Genu/popliteal_cyst.png");
    CHECK(errand->film.picture.width == 1920);
    CHECK(errand->film.picture.height == 1080);
    CHECK(errand->film.picture.names);
}

TEST_CASE("size, style, names, legend and background are chosen, and an impossible size is told")
{
    UiFixture ui;
    ui.click(ui.word("top.picture"), "top");
    ui.click(ui.word("picture.size.4k"), "picture_file");
    CHECK(ui.reads("3840", "picture_file"));
    ui.click(ui.word("style.print"), "picture_file");
    CHECK(ui.state.view.style == Style::print);
    REQUIRE(ui.scroll_to(ui.word("picture.transparent"), "picture_file"));
    for (const char* key : {"picture.names", "picture.legend", "picture.transparent"}) ui.click(ui.word(key), "picture_file");
    REQUIRE(ui.scroll_to(ui.word("picture.write"), "picture_file"));
    ui.click(ui.word("picture.write"), "picture_file");
    const Errand* errand = last_errand(ui, Errand::Kind::write_picture);
    REQUIRE(errand);
    const PictureWish& wish = errand->film.picture;
    CHECK(wish.width == 3840);
    CHECK_FALSE(wish.names);
    CHECK_FALSE(wish.legend);
    CHECK(wish.transparent);
    CHECK(wish.style == Style::print);
    REQUIRE(ui.scroll_to(ui.word("picture.size.own"), "picture_file"));
    ui.click(ui.word("picture.size.own"), "picture_file");
    ui.click(ui.word("picture.width"), "picture_file");
    ui.type("00");  // 192000
    CHECK(ui.reads("16384", "picture_file"));
    REQUIRE(ui.scroll_to(ui.word("picture.write"), "picture_file"));
    CHECK_FALSE(ui.find(ui.word("picture.write"), "picture_file")->enabled);
}

TEST_CASE("a film offers what this system can make, says what is missing, and takes the exercise that is shown")
{
    UiFixture ui;
    ui.state.around = {"/tmp", true, false};
    ui.press(compat::Key::p);
    ui.click(ui.word("picture.tab.film"), "picture_file");
    CHECK(ui.reads(ui.word("film.choose_first"), "picture_file"));
    REQUIRE(ui.scroll_to(ui.word("film.kind.mp4"), "picture_file"));
    CHECK_FALSE(ui.find(ui.word("film.kind.mp4"), "picture_file")->enabled);
    CHECK(ui.reads(ui.word("film.needs_ffmpeg"), "picture_file"));
    ui.press(compat::Key::escape);

    ui.apply({cmd::ChooseExercise{ExerciseId("exercise.gastroc_wall")}});
    ui.press(compat::Key::p);
    const std::string name = test_library().knowledge.find(ExerciseId("exercise.gastroc_wall"))->name;
    ui.scroll_to(name, "picture_file");
    ui.click(name, "picture_file");
    REQUIRE(ui.scroll_to(ui.word("film.write"), "picture_file"));
    ui.click(ui.word("film.write"), "picture_file");
    const Errand* errand = last_errand(ui, Errand::Kind::write_film);
    REQUIRE(errand);
    CHECK(errand->film.exercise);
    CHECK(errand->film.kind == FilmKind::webp);
    CHECK(errand->text == "/tmp/gastroc_wall.webp");
}

TEST_CASE("work beside the window shows how far it is and can be stopped")
{
    UiFixture ui;
    ui.press(compat::Key::p);
    ui.state.busy = "Drawing";
    ui.state.busy_share = 0.4;
    ui.frames(2);
    CHECK(ui.reads("40", "picture_file"));
    REQUIRE(ui.scroll_to(ui.word("word.cancel"), "picture_file"));
    ui.click(ui.word("word.cancel"), "picture_file");
    CHECK(last_errand(ui, Errand::Kind::cancel));
}
