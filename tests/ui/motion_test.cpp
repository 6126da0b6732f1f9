#include "support/catch.hpp"
#include "ui_fixture.hpp"

using namespace genu;

namespace {
const ExerciseId kWall("exercise.gastroc_wall");
}

TEST_CASE("an exercise is chosen, paused and played, scrubbed and left")
{
    const double scale = GENERATE(1.0, 2.0);
    UiFixture ui(scale, static_cast<int>(1440 * scale), static_cast<int>(900 * scale));
    ui.click(ui.word("rail.motion"), "rail");
    const Exercise* wall = test_library().knowledge.find(kWall);
    REQUIRE(wall);
    REQUIRE(ui.scroll_to(wall->name, "motion"));
    ui.click(wall->name, "motion");
    REQUIRE(ui.state.view.exercise == kWall);
    CHECK(ui.state.playback.playing);
    CHECK(ui.reads(ui.word("timeline.lengthens"), "timeline"));

    ui.click(ui.word("timeline.pause"), "timeline");
    CHECK_FALSE(ui.state.playback.playing);
    const auto track = ui.find(ui.word("timeline.scrub"), "timeline");
    REQUIRE(track);
    ui.drag(*track, 0.1, 0.5);
    CHECK(ui.state.playback.t_s > 0.3 * wall->duration_s());
    CHECK(ui.state.playback.t_s < 0.7 * wall->duration_s());
    ui.click(ui.word("timeline.play"), "timeline");
    CHECK(ui.state.playback.playing);
    ui.press(compat::Key::space);
    CHECK_FALSE(ui.state.playback.playing);
    ui.click(ui.word("timeline.stop"), "timeline");
    CHECK(ui.state.view.exercise.is_none());
}

TEST_CASE("what lengthens is told by word, sign and figure, muscle and nerve apart")
{
    UiFixture ui(1, 1920, 1080);
    ui.apply({cmd::ChooseExercise{ExerciseId("exercise.slr_df_demo")}, cmd::SetPlaying{false}, cmd::Scrub{4}});
    CHECK(ui.reads(ui.word("timeline.nerve") + ", +", "timeline"));
    CHECK(ui.reads(ui.word("timeline.longer"), "timeline"));
}

TEST_CASE("dragging a joint's slider is one undo step")
{
    UiFixture ui;
    ui.click(ui.word("rail.motion"), "rail");
    ui.click(ui.word("motion.joints"), "motion");
    REQUIRE(ui.scroll_to(ui.word("joint.knee_flexion"), "motion"));
    const auto slider = ui.find(ui.word("joint.knee_flexion"), "motion", "slider");
    REQUIRE(slider);
    const std::size_t before = ui.state.undo.size();
    ui.drag(*slider, 0.1, 0.7);
    CHECK(ui.state.view.pose[JointAxis::knee_flexion] > 50);
    CHECK(ui.state.undo.size() == before + 1);
    ui.click(ui.word("top.undo"), "top");
    CHECK(ui.state.view.pose[JointAxis::knee_flexion] == Approx(0));
}

TEST_CASE("the strain switch and standing straight")
{
    UiFixture ui;
    ui.click(ui.word("rail.motion"), "rail");
    ui.click(ui.word("motion.strain"), "motion");
    CHECK(ui.state.view.strain);
    CHECK(ui.reads(ui.word("legend.strain"), "picture"));
    ui.apply({cmd::SetPose{"knee_flexion", 60}});
    ui.click(ui.word("motion.joints"), "motion");
    REQUIRE(ui.scroll_to(ui.word("motion.reset"), "motion"));
    ui.click(ui.word("motion.reset"), "motion");
    CHECK(ui.state.view.pose == Pose{});
}
