// Each of the three doors from the first page to its end, with the mouse and with the keyboard alone.
#include "session/questions.hpp"
#include "session/quiz.hpp"
#include "support/catch.hpp"
#include "ui_fixture.hpp"

using namespace genu;

namespace {

struct Screen { double scale; int width, height; };
const Screen kScreens[] = {{1, 1440, 900}, {2, 2880, 1800}, {1, 1024, 700}};

void open_welcome(UiFixture& ui)
{
    ui.apply({cmd::SetWelcome{true}});
    REQUIRE(ui.sees(ui.word("welcome.explore"), "welcome"));
}

/// Answers no to every safety question.
void answer_safety(UiFixture& ui)
{
    for (int i = 0; i < 60 && !safety_questions(ui.state, test_library()).empty(); ++i) {
        REQUIRE(ui.scroll_to(ui.word("word.no"), "explore"));
        ui.click(ui.word("word.no"), "explore");
    }
    REQUIRE(safety_questions(ui.state, test_library()).empty());
}

}  // namespace

TEST_CASE("the first page shows three doors, in any size of window, and Escape leaves it")
{
    for (const Screen& screen : kScreens) {
        UiFixture ui(screen.scale, screen.width, screen.height);
        open_welcome(ui);
        for (const char* key : {"welcome.explore", "welcome.explain", "welcome.learn", "welcome.tour"}) {
            INFO(key);
            const auto door = ui.find(ui.word(key), "welcome");
            REQUIRE(door);
            CHECK(door->rect_px.x + door->rect_px.width <= screen.width);
            CHECK(door->rect_px.y + door->rect_px.height <= screen.height);
        }
        CHECK_FALSE(ui.sees(ui.word("rail.explore"), "rail"));
        ui.press(compat::Key::escape);
        CHECK_FALSE(ui.state.welcome);
        ui.frames(3);
        CHECK(ui.sees(ui.word("rail.explore"), "rail"));
        ui.click(ui.word("rail.home"), "rail");
        CHECK(ui.state.welcome);
    }
}

TEST_CASE("explore, with the mouse: safety, the place, plain questions, the result with whom to see and the page")
{
    const double scale = GENERATE(1.0, 2.0);
    UiFixture ui(scale, static_cast<int>(1440 * scale), static_cast<int>(900 * scale));
    open_welcome(ui);
    ui.click(ui.word("welcome.explore"), "welcome");
    CHECK(ui.state.panel == Panel::explore);
    CHECK(ui.state.explore_step == ExploreStep::safety);
    answer_safety(ui);
    CHECK(ui.reads(ui.word("explore.gate_done"), "explore"));

    ui.click(ui.word("explore.to_where"), "explore");
    CHECK(is_painting(ui.state));
    const std::string& place = test_library().knowledge.find(FindingId("symptom.loc_post_med"))->plain;
    REQUIRE(ui.scroll_to(place, "explore"));
    ui.click(place, "explore");
    ui.click(ui.word("explore.to_questions"), "explore");

    for (std::size_t i = 0; i < kMostPlainQuestions; ++i) {
        const bool several = ui.reads(ui.word("explore.which_fits"), "explore");
        const std::string& answer = several ? ui.word("explore.rather_not") : ui.word(i % 2 == 0 ? "word.yes" : "explore.not_sure");
        REQUIRE(ui.scroll_to(answer, "explore"));
        ui.click(answer, "explore");
        CHECK(plain_answered(ui.state, test_library()) >= i + 1);
    }
    CHECK(ui.reads(ui.word("explore.enough"), "explore"));
    CHECK_FALSE(ui.state.view.skipped.empty());

    ui.click(ui.word("explore.see_results"), "explore");
    CHECK(ui.reads(ui.word("card.who"), "explore"));
    REQUIRE(ui.scroll_to(ui.word("explore.page"), "explore"));
    ui.click(ui.word("explore.page"), "explore");
    CHECK(ui.state.page_wanted);
    REQUIRE_FALSE(ui.state.assessment.structures.empty());
    CHECK(ui.scroll_to(test_library().catalogue.name(ui.state.assessment.structures.front().id), "explore"));
}

TEST_CASE("explain, with the mouse: a condition in two presses")
{
    UiFixture ui;
    open_welcome(ui);
    ui.click(ui.word("welcome.explain"), "welcome");
    CHECK(ui.state.panel == Panel::explain);
    const std::string& name = test_library().knowledge.find(ConditionId("condition.popliteal_cyst"))->name;
    REQUIRE(ui.scroll_to(name, "explain"));
    ui.click(name, "explain");
    CHECK(ui.state.view.condition == ConditionId("condition.popliteal_cyst"));
}

TEST_CASE("learn, with the mouse: a layer by name, a nerve traced from its card, an action, a myth, a question")
{
    const double scale = GENERATE(1.0, 2.0);
    UiFixture ui(scale, static_cast<int>(1600 * scale), static_cast<int>(1200 * scale));
    open_welcome(ui);
    ui.click(ui.word("welcome.learn"), "welcome");
    CHECK(ui.state.panel == Panel::learn);
    REQUIRE(ui.scroll_to(ui.word("layer.4"), "learn"));
    ui.click(ui.word("layer.4"), "learn");
    CHECK(ui.state.view.layer == 4);

    ui.apply({cmd::Select{StructureId("nerve.tibial")}});
    REQUIRE(ui.scroll_to(ui.word("structure.trace_nerve"), "card"));
    ui.click(ui.word("structure.trace_nerve"), "card");
    CHECK(ui.state.view.traced == StructureId("nerve.tibial"));
    CHECK(ui.reads(ui.word("legend.trace_supplied"), "picture"));

    ui.apply({cmd::Select{StructureId("muscle.popliteus")}});
    CHECK(ui.sees(ui.word("structure.trace_muscle"), "card"));

    ui.apply({cmd::Select{}});
    ui.click(ui.word("learn.tab.myths"), "learn");
    const Myth& myth = test_library().knowledge.myths.front();
    ui.click("“" + myth.claim + "”", "learn");
    CHECK(ui.state.view.myth == myth.id);
    CHECK(ui.reads(ui.word("myth." + myth.verdict), "learn"));

    ui.click(ui.word("learn.tab.quiz"), "learn");
    ui.click(ui.word("quiz.kind.points_away"), "learn");
    REQUIRE(ui.state.view.quiz);
    const QuizState quiz = *ui.state.view.quiz;
    const auto right = static_cast<std::size_t>(quiz.right.front());
    const std::string choice = choice_words(test_library(), quiz, right, false);
    REQUIRE(ui.scroll_to(choice, "learn"));
    ui.click(choice, "learn");
    CHECK(ui.state.view.quiz->is_right());
    CHECK(ui.reads(ui.word("quiz.right"), "learn"));
    CHECK(ui.state.progress.items.size() == 1);
    REQUIRE(ui.scroll_to(ui.word("quiz.next"), "learn"));
    ui.click(ui.word("quiz.next"), "learn");
    CHECK(ui.state.view.quiz->number == 1);
    CHECK_FALSE(ui.state.view.quiz->is_answered());
    ui.press(compat::Key::escape);
    CHECK_FALSE(ui.state.view.quiz);
    ui.frames(2);
    CHECK(ui.reads(ui.word("quiz.progress"), "learn"));
}

TEST_CASE("a name is shown nowhere while it is asked for")
{
    UiFixture ui(1, 1440, 1200);
    ui.apply({cmd::SetPanel{Panel::learn, true}, cmd::SetLabels{true}, cmd::StartQuiz{QuizKind::find_it, 4}});
    REQUIRE(ui.state.view.quiz);
    const std::string name = test_library().catalogue.name(StructureId(ui.state.view.quiz->item));
    ui.apply({cmd::Hover{StructureId(ui.state.view.quiz->item)}});
    CHECK_FALSE(ui.reads(name, "picture"));
    ui.click(ui.word("quiz.pass"), "learn");
    CHECK(ui.state.view.quiz->is_answered());
    CHECK_FALSE(ui.state.view.quiz->is_right());
    CHECK(ui.reads(name, "learn"));
}

TEST_CASE("with the keyboard alone each door is opened by its number and left by Escape")
{
    UiFixture ui;
    const std::pair<compat::Key, Panel> doors[] = {{compat::Key::one, Panel::explore}, {compat::Key::two, Panel::explain}, {compat::Key::three, Panel::learn}};
    for (const auto& [key, panel] : doors) {
        open_welcome(ui);
        ui.press(key);
        CHECK_FALSE(ui.state.welcome);
        CHECK(ui.state.panel == panel);
    }
}

TEST_CASE("the panels draw every step, quiz and myth at any size without a broken promise")
{
    const auto [scale, width, height] = GENERATE(std::tuple{1.0, 320, 240}, std::tuple{1.0, 1, 1}, std::tuple{2.5, 1024, 700}, std::tuple{1.0, 3840, 2160});
    UiFixture ui(scale, width, height);
    ui.apply({cmd::SetWelcome{true}});
    ui.apply({cmd::SetWelcome{false}});
    for (const ExploreStep s : {ExploreStep::safety, ExploreStep::where, ExploreStep::questions, ExploreStep::result}) {
        ui.apply({cmd::SetPanel{Panel::explore, true}, cmd::SetExploreStep{s}});
        CHECK(ui.out.picture_px.width >= 1);
    }
    for (const QuizKind kind : {QuizKind::find_it, QuizKind::name_it, QuizKind::order, QuizKind::loads, QuizKind::points_away}) {
        ui.apply({cmd::SetPanel{Panel::learn, true}, cmd::StartQuiz{kind, 1}});
        ui.apply({cmd::AnswerQuiz{0}});
        CHECK(ui.out.picture_px.width >= 1);
    }
    ui.apply({cmd::LeaveQuiz{}, cmd::ShowMyth{test_library().knowledge.myths.front().id}});
    CHECK(ui.out.picture_px.height >= 1);
}
