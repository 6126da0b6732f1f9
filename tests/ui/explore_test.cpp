#include "support/catch.hpp"
#include "ui_fixture.hpp"

using namespace genu;

namespace {

const std::string& plain(const char* id) { return test_library().knowledge.find(FindingId(id))->plain; }

void open_explore(UiFixture& ui) { ui.click(ui.word("rail.explore"), "rail"); }

/// The steps are tabs: "2 Where".
std::string step(const UiFixture& ui, ExploreStep s) { return std::to_string(static_cast<int>(s) + 1) + " " + ui.word(std::string("explore.step.") + name_of(s)); }
void open_step(UiFixture& ui, ExploreStep s)
{
    REQUIRE(ui.scroll_to(step(ui, s), "explore"));
    ui.click(step(ui, s), "explore");
}

}  // namespace

TEST_CASE("ticking a finding lists structures, and why? opens the finding that put them there")
{
    const double scale = GENERATE(1.0, 2.0);
    UiFixture ui(scale, static_cast<int>(1440 * scale), static_cast<int>(900 * scale));
    open_explore(ui);
    CHECK(ui.state.panel == Panel::explore);
    open_step(ui, ExploreStep::where);
    REQUIRE(ui.scroll_to(plain("symptom.loc_post_med"), "explore"));
    ui.click(plain("symptom.loc_post_med"), "explore", "checkbox");
    CHECK(ui.state.view.answers.ticked.contains(FindingId("symptom.loc_post_med")));
    ui.apply({cmd::Tick{FindingId("symptom.lump_soft"), true}});
    open_step(ui, ExploreStep::questions);
    ui.click(ui.word("explore.see_results"), "explore");
    REQUIRE_FALSE(ui.state.assessment.structures.empty());
    const std::string first = test_library().catalogue.name(ui.state.assessment.structures.front().id);
    REQUIRE(ui.scroll_to(first, "explore"));
    REQUIRE(ui.scroll_to(ui.word("word.why"), "explore"));
    CHECK_FALSE(ui.reads(ui.word("explore.because"), "explore"));
    ui.click(ui.word("word.why"), "explore");
    CHECK(ui.sees(ui.word("word.show_less"), "explore"));
    // The reasons may begin below the edge of the panel; they are reached while the button that opened them is in sight.
    const auto says_why = [&] { return ui.reads(plain("symptom.loc_post_med"), "explore") || ui.reads(plain("symptom.lump_soft"), "explore"); };
    for (int turns = 0; turns < 12 && !says_why() && ui.sees(ui.word("word.show_less"), "explore"); ++turns) {
        compat::wheel(-0.5f);
        ui.frames(2);
    }
    CHECK(ui.sees(ui.word("word.show_less"), "explore"));
    CHECK(says_why());
}

TEST_CASE("no result shows a percentage or a figure of chance")
{
    UiFixture ui(1, 1440, 4000);
    ui.apply({cmd::Tick{FindingId("symptom.loc_post_med"), true}, cmd::Tick{FindingId("symptom.lump_soft"), true}, cmd::SetPanel{Panel::explore, true}});
    open_step(ui, ExploreStep::result);
    int texts = 0;
    for (const WidgetRect& w : ui.out.widgets) {
        if (w.panel != "explore") continue;
        ++texts;
        INFO(w.label);
        CHECK(w.label.find('%') == std::string::npos);
    }
    CHECK(texts > 10);
    CHECK(ui.reads(ui.word("app.disclaimer"), "explore"));
}

TEST_CASE("safety questions come first, one at a time, and no counts as an answer")
{
    UiFixture ui;
    open_explore(ui);
    const FindingId first = ui.state.assessment.open_gate.empty() ? test_library().knowledge.gate.front() : ui.state.assessment.open_gate.front();
    const std::string question = test_library().knowledge.find(first)->question;
    INFO(question);
    CHECK(ui.reads(question, "explore"));
    ui.click(ui.word("word.no"), "explore");
    CHECK(ui.state.view.answers.denied.contains(first));
    CHECK_FALSE(ui.reads(question, "explore"));
}

TEST_CASE("a red-flag answer shows a banner that cannot be dismissed and hides the list until it is read")
{
    const double scale = GENERATE(1.0, 2.0);
    UiFixture ui(scale, static_cast<int>(1440 * scale), static_cast<int>(900 * scale));
    open_explore(ui);
    CHECK_FALSE(ui.reads(ui.word("urgency.emergency_now"), "banner"));
    ui.click(ui.word("word.yes"), "explore");  // the first question: breathless, chest pain
    REQUIRE(ui.state.assessment.most_urgent() == Urgency::emergency_now);
    CHECK(ui.reads(ui.word("urgency.emergency_now"), "banner"));

    ui.apply({cmd::Tick{FindingId("symptom.loc_calf"), true}});
    open_step(ui, ExploreStep::result);
    CHECK(ui.reads(ui.word("explore.hidden"), "explore"));
    CHECK_FALSE(ui.reads(ui.word("explore.structures"), "explore"));

    // Escape and every other button leave it where it is; the one button only says that it was read.
    for (int i = 0; i < 4; ++i) ui.press(compat::Key::escape);
    CHECK(ui.reads(ui.word("urgency.emergency_now"), "banner"));
    int buttons = 0;
    for (const WidgetRect& w : ui.out.widgets) buttons += w.panel == "banner" && w.kind != "text";
    CHECK(buttons == 1);
    REQUIRE(ui.scroll_to(ui.word("banner.read"), "banner"));
    ui.click(ui.word("banner.read"), "banner");
    CHECK(ui.state.view.danger_read);
    CHECK(ui.reads(ui.word("urgency.emergency_now"), "banner"));
    CHECK_FALSE(ui.reads(ui.word("explore.hidden"), "explore"));
}

TEST_CASE("the banner is as wide as the picture and lies at its top")
{
    UiFixture ui;
    ui.apply({cmd::Tick{FindingId("symptom.g_lung"), true}});
    const auto line = ui.find(ui.word("banner.read"), "banner");
    REQUIRE(line);
    CHECK(line->rect_px.x >= ui.out.picture_px.x);
    CHECK(line->rect_px.y >= ui.out.picture_px.y);
    CHECK(line->rect_px.y < ui.out.picture_px.y + ui.out.picture_px.height / 2);
}

TEST_CASE("start again forgets the answers, and undo brings them back")
{
    UiFixture ui;
    open_explore(ui);
    ui.apply({cmd::Tick{FindingId("symptom.loc_calf"), true}});
    ui.click(ui.word("explore.clear"), "explore");
    CHECK(ui.state.view.answers.ticked.empty());
    ui.click(ui.word("top.undo"), "top");
    CHECK(ui.state.view.answers.ticked.contains(FindingId("symptom.loc_calf")));
}
