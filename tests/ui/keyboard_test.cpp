// Everything by the keyboard alone: Tab, Space, Enter, arrows; the ring is seen; Escape leaves.
#include <cmath>

#include "session/questions.hpp"
#include "session/quiz.hpp"
#include "support/catch.hpp"
#include "ui_fixture.hpp"

using namespace genu;
using compat::Key;

namespace {

/// A fixture whose pointer is outside the window.
struct Keyboard : UiFixture {
    explicit Keyboard(double scale = 1) : UiFixture(scale, static_cast<int>(1440 * scale), static_cast<int>(900 * scale))
    {
        compat::move_mouse({-1e6f, -1e6f});
        apply({cmd::SetWelcome{true}});
    }
};

void answer_safety_by_keys(UiFixture& ui)
{
    for (int i = 0; i < 60 && !safety_questions(ui.state, test_library()).empty(); ++i) ui.press_by_keys(ui.word("word.no"), "explore");
    REQUIRE(safety_questions(ui.state, test_library()).empty());
}

}  // namespace

TEST_CASE("explore, by keyboard alone, from the first page to the page for the appointment")
{
    const double scale = GENERATE(1.0, 2.0);
    Keyboard ui(scale);
    ui.press_by_keys(ui.word("welcome.explore"), "welcome");
    REQUIRE(ui.state.panel == Panel::explore);
    answer_safety_by_keys(ui);
    ui.press_by_keys(ui.word("explore.to_where"), "explore", Key::enter);
    ui.press_by_keys(test_library().knowledge.find(FindingId("symptom.loc_post_med"))->plain, "explore");
    ui.press_by_keys(ui.word("explore.to_questions"), "explore");
    for (std::size_t i = 0; i < kMostPlainQuestions; ++i) {
        const bool several = ui.reads(ui.word("explore.which_fits"), "explore");
        ui.press_by_keys(several ? ui.word("explore.rather_not") : ui.word("word.yes"), "explore");
        CHECK(plain_answered(ui.state, test_library()) >= i + 1);
    }
    ui.press_by_keys(ui.word("explore.see_results"), "explore");
    CHECK(ui.reads(ui.word("card.who"), "explore"));
    ui.press_by_keys(ui.word("explore.page"), "explore");
    CHECK(ui.state.page_wanted);
}

TEST_CASE("explain, by keyboard alone: the list, the scene, another tab of its card, and out again")
{
    const double scale = GENERATE(1.0, 2.0);
    Keyboard ui(scale);
    ui.press_by_keys(ui.word("welcome.explain"), "welcome", Key::enter);
    REQUIRE(ui.state.panel == Panel::explain);
    const ConditionId cyst("condition.popliteal_cyst");
    ui.press_by_keys(test_library().knowledge.find(cyst)->name, "explain");
    CHECK(ui.state.view.condition == cyst);
    ui.frames(3);
    ui.press_by_keys(ui.word("compare.with"), "card");
    CHECK(ui.sees(ui.word("word.close"), "compare"));
    for (int i = 0; i < 40; ++i) {
        ui.press(Key::tab);
        REQUIRE(ui.focused());
        CHECK(ui.focused()->panel == "compare");
    }
    ui.press(Key::escape);
    ui.frames(3);
    CHECK_FALSE(ui.sees(ui.word("word.close"), "compare"));
    ui.press(Key::escape);
    ui.press(Key::escape);
    CHECK(ui.state.view.condition.is_none());
}

TEST_CASE("learn, by keyboard alone: a layer, a myth, a question answered")
{
    const double scale = GENERATE(1.0, 2.0);
    Keyboard ui(scale);
    ui.press_by_keys(ui.word("welcome.learn"), "welcome");
    REQUIRE(ui.state.panel == Panel::learn);
    ui.press_by_keys(ui.word("layer.4"), "learn");
    CHECK(ui.state.view.layer == 4);
    ui.press_by_keys(ui.word("learn.tab.myths"), "learn");
    const Myth& myth = test_library().knowledge.myths.front();
    ui.press_by_keys("“" + myth.claim + "”", "learn");
    CHECK(ui.state.view.myth == myth.id);
    ui.press_by_keys(ui.word("learn.tab.quiz"), "learn");
    ui.press_by_keys(ui.word("quiz.kind.points_away"), "learn");
    REQUIRE(ui.state.view.quiz);
    const QuizState quiz = *ui.state.view.quiz;
    const auto right = static_cast<std::size_t>(quiz.right.front());
    ui.press_by_keys(choice_words(test_library(), quiz, right, false), "learn");
    CHECK(ui.state.view.quiz->is_right());
}

TEST_CASE("arrow keys move the slider that has the ring, and one press is one undo step")
{
    Keyboard ui;
    ui.press_by_keys(ui.word("welcome.learn"), "welcome");
    REQUIRE(ui.tab_to(ui.word("learn.layer_label"), "learn"));
    const int layer = ui.state.view.layer;
    const std::size_t steps = ui.state.undo.size();
    ui.press(Key::right);
    CHECK(ui.state.view.layer == layer + 1);
    CHECK(ui.state.undo.size() == steps + 1);
    CHECK(ui.tab_to(ui.word("learn.layer_label"), "learn"));
    ui.press(Key::left);
    ui.press(Key::left);
    CHECK(ui.state.view.layer == layer - 1);
    CHECK(ui.state.undo.size() == steps + 3);
}

TEST_CASE("while no panel has the keyboard, arrows turn the picture and plus and minus zoom it")
{
    Keyboard ui;
    ui.press(Key::escape);
    ui.frames(3);
    const Camera before = ui.state.view.camera;
    ui.press(Key::right);
    CHECK(ui.state.view.camera.yaw_rad != before.yaw_rad);
    ui.type("+");
    CHECK(ui.state.view.camera.distance_m < before.distance_m);
    // In a panel they move the ring instead.
    REQUIRE(ui.tab_to(ui.word("rail.explain"), "rail"));
    const double yaw = ui.state.view.camera.yaw_rad;
    ui.press(Key::down);
    CHECK(ui.state.view.camera.yaw_rad == yaw);
    // F6 comes round to the picture.
    for (int i = 0; i < 8 && !compat::picture_has_keyboard(); ++i) ui.press(Key::f6);
    CHECK(compat::picture_has_keyboard());
}

TEST_CASE("Shift+Tab goes back the way Tab came")
{
    Keyboard ui;
    ui.press_by_keys(ui.word("welcome.learn"), "welcome");
    REQUIRE(ui.tab_to(ui.word("learn.tab.quiz"), "learn"));
    ui.press(Key::tab);
    REQUIRE(ui.focused());
    CHECK(ui.focused()->label == ui.word("learn.tab.myths"));
    compat::set_shift(true);
    ui.press(Key::tab);
    compat::set_shift(false);
    REQUIRE(ui.focused());
    CHECK(ui.focused()->label == ui.word("learn.tab.quiz"));
}
