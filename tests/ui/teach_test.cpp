// Muscle or nerve, the plot, typed angles and the rings in the picture, as a person uses them.
#include <cmath>

#include "session/joint_arcs.hpp"
#include "session/tension.hpp"
#include "support/catch.hpp"
#include "ui_fixture.hpp"

using namespace genu;

TEST_CASE("muscle or nerve: from the panel, one joint slides and the sentence says what has followed")
{
    const double scale = GENERATE(1.0, 2.0);
    UiFixture ui(scale, static_cast<int>(1440 * scale), static_cast<int>(900 * scale));
    ui.click(ui.word("rail.motion"), "rail");
    ui.click(ui.word("tension.title"), "motion");
    REQUIRE(ui.state.view.tension.is_on());
    ui.frames(2);
    CHECK(ui.reads(ui.word("tension.so.not_moved"), "timeline"));
    const auto slider = ui.find(ui.word("joint.ankle_dorsiflexion"), "timeline", "slider");
    REQUIRE(slider);
    const std::size_t steps = ui.state.undo.size();
    ui.drag(*slider, 0.1, 0.9);
    CHECK(ui.state.undo.size() == steps + 1);
    CHECK(tension_finding(ui.state, test_library()).verdict == TensionVerdict::nerve_and_calf);
    CHECK(ui.reads(ui.word("tension.so.nerve_and_calf"), "timeline"));
    CHECK(ui.reads("hamstrings unchanged", "timeline"));
    ui.click(ui.word("tension.move.neck"), "timeline");
    CHECK(ui.state.view.tension.move == "neck");
    ui.click(ui.word("timeline.stop"), "timeline");
    CHECK_FALSE(ui.state.view.tension.is_on());
}

TEST_CASE("an angle is typed")
{
    UiFixture ui;
    ui.click(ui.word("rail.motion"), "rail");
    ui.click(ui.word("motion.joints"), "motion");
    const std::string label = "Knee bend, degrees";
    REQUIRE(ui.scroll_to(label, "motion"));
    ui.click(label, "motion", "input");
    ui.type("72");
    ui.press(compat::Key::enter);
    ui.frames(2);
    CHECK(ui.state.view.pose[JointAxis::knee_flexion] == Approx(72));
}

TEST_CASE("the plot shows the selected structure, its axes with units, and the pose shown now")
{
    UiFixture ui;
    ui.apply({cmd::Select{StructureId("muscle.popliteus")}, cmd::SetPose{"knee_flexion", 40}});
    ui.click(ui.word("rail.motion"), "rail");
    ui.click(ui.word("motion.plot"), "motion");
    ui.frames(2);
    CHECK(ui.find("Length (mm) / Knee bend (degrees)", "motion", "plot"));
    CHECK(ui.reads("At 40°", "motion"));
    ui.click(ui.word("motion.plot.arm"), "motion");
    ui.frames(2);
    CHECK(ui.find("Moment arm (mm) / Knee bend (degrees)", "motion", "plot"));
}

TEST_CASE("dragging the ring at the knee bends it, within its limits and as one step")
{
    UiFixture ui;
    ui.apply({cmd::SetView{"lateral"}, cmd::SetPanel{Panel::motion, true}, cmd::SetPose{"knee_flexion", 30}});
    ui.frames(2);
    const auto ring = ui.find(ui.word("joint.knee_flexion"), {}, "handle");
    REQUIRE(ring);
    const std::size_t steps = ui.state.undo.size();
    const ImVec2 start{static_cast<float>(ring->rect_px.x + ring->rect_px.width / 2), static_cast<float>(ring->rect_px.y + ring->rect_px.height / 2)};
    compat::move_mouse(start);
    ui.frames(2);
    compat::mouse_button(true);
    ui.frames(2);
    CHECK(ui.out.wants_mouse);  // the leg does not turn with it
    for (int i = 1; i <= 30; ++i) {
        compat::move_mouse({start.x, start.y - 12.0f * static_cast<float>(i)});
        ui.frames(1);
    }
    compat::mouse_button(false);
    ui.frames(2);
    const double deg = ui.state.view.pose[JointAxis::knee_flexion];
    CHECK(deg > 60);
    CHECK(deg <= test_library().skeleton.range(JointAxis::knee_flexion).high_deg);
    CHECK(ui.state.undo.size() == steps + 1);
}
