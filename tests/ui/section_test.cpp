// The section's handle in the picture, and its part of the panel, as a person uses them.
#include "session/section.hpp"
#include "support/catch.hpp"
#include "ui_fixture.hpp"

using namespace genu;

namespace {

void drag_by(UiFixture& ui, const WidgetRect& grip, float dx, float dy)
{
    const ImVec2 from{static_cast<float>(grip.rect_px.x) + 0.5f * static_cast<float>(grip.rect_px.width), static_cast<float>(grip.rect_px.y) + 0.5f * static_cast<float>(grip.rect_px.height)};
    compat::move_mouse(from);
    ui.frames(2);
    compat::mouse_button(true);
    ui.frames(2);
    for (int i = 1; i <= 5; ++i) {
        compat::move_mouse({from.x + dx * static_cast<float>(i) / 5, from.y + dy * static_cast<float>(i) / 5});
        ui.frames(2);
    }
    compat::mouse_button(false);
    ui.frames(3);
}

}  // namespace

TEST_CASE("the knob of a section is dragged up: the cut goes up, in one step back, and the camera stays")
{
    const double scale = GENERATE(1.0, 2.0);
    UiFixture ui(scale, static_cast<int>(1440 * scale), static_cast<int>(900 * scale));
    ui.apply({cmd::SetView{"posterior"}, cmd::SetSection{Section::y, -21}});
    const Camera before = ui.state.view.camera;
    const std::size_t steps = ui.state.undo.size();
    CHECK(ui.reads(ui.word("section.read.at_y"), "picture"));
    auto knob = ui.find(ui.word("section.knob"), "picture", "handle");
    REQUIRE(knob);
    drag_by(ui, *knob, 0, static_cast<float>(-60 * scale));
    CHECK(ui.state.view.section == Section::y);
    CHECK(ui.state.view.section_mm > -15);
    CHECK(ui.state.view.camera == before);
    CHECK(ui.state.undo.size() == steps + 1);
    CHECK(ui.state.view.selected.is_none());
    // The knob went with it.
    const auto after = ui.find(ui.word("section.knob"), "picture", "handle");
    REQUIRE(after);
    CHECK(std::abs(knob->rect_px.y - after->rect_px.y - 60 * scale) < 6 * scale);
    ui.press(compat::Key::z, true);
    CHECK(ui.state.view.section_mm == Approx(-21));
}

TEST_CASE("the keyboard comes to the knob with Tab and moves the cut by millimetres, one press being one step back")
{
    UiFixture ui;
    ui.apply({cmd::SetView{"posterior"}, cmd::SetSection{Section::y, 0}});
    REQUIRE(ui.tab_to(ui.word("section.knob"), "picture"));
    const Camera before = ui.state.view.camera;
    const std::size_t steps = ui.state.undo.size();
    ui.press(compat::Key::up);
    CHECK(ui.state.view.section_mm == Approx(1));
    compat::set_shift(true);
    ui.press(compat::Key::down);
    compat::set_shift(false);
    CHECK(ui.state.view.section_mm == Approx(-9));
    CHECK(ui.state.undo.size() == steps + 2);
    CHECK(ui.state.view.camera == before);
}

TEST_CASE("the arrow of a free plane tilts it by pointer and by keys; other planes have none")
{
    UiFixture ui;
    ui.apply({cmd::SetView{"posterior"}, cmd::SetSection{Section::y, 0}});
    CHECK_FALSE(ui.find(ui.word("section.tip"), "picture", "handle"));
    ui.apply({cmd::SetSectionPlane{{0, 1, 0}, 0}});
    const auto tip = ui.find(ui.word("section.tip"), "picture", "handle");
    REQUIRE(tip);
    const Camera before = ui.state.view.camera;
    const std::size_t steps = ui.state.undo.size();
    drag_by(ui, *tip, 40, 30);
    CHECK(ui.state.view.section == Section::plane);
    // To the right seen from behind a right leg: to its outer side.
    CHECK(ui.state.view.section_normal.x > 0.1f);
    CHECK(ui.state.undo.size() == steps + 1);
    CHECK(ui.state.view.camera == before);
    REQUIRE(ui.tab_to(ui.word("section.tip"), "picture"));
    const double tilt = angles_of(ui.state.view.section_normal).tilt_deg;
    ui.press(compat::Key::down);
    CHECK(angles_of(ui.state.view.section_normal).tilt_deg == Approx(tilt - 2).margin(0.05));
}

TEST_CASE("the panel says where the cut lies, leaves structures whole, and hides the handle")
{
    UiFixture ui;
    ui.state.panel = Panel::learn;
    ui.apply({cmd::SetSection{Section::y, -9}, cmd::Select{StructureId("muscle.popliteus")}, cmd::SetPanel{Panel::learn, true}});
    REQUIRE(ui.scroll_to(ui.word("section.whole"), "learn"));
    CHECK(ui.reads("12 mm", "learn"));
    ui.click(ui.word("section.whole"), "learn");
    REQUIRE(ui.scroll_to(ui.word("section.whole_bones"), "learn"));
    ui.click(ui.word("section.whole_bones"), "learn");
    CHECK(ui.state.view.spared == std::set<StructureId>{StructureId("bone.patella")});
    ui.click(ui.word("section.whole_bones"), "learn");
    CHECK(ui.state.view.spared.empty());
    // From the card of what is selected, too.
    ui.click(ui.word("structure.whole"), "card");
    CHECK(ui.state.view.spared == std::set<StructureId>{StructureId("muscle.popliteus")});
    REQUIRE(ui.scroll_to(ui.word("section.handle"), "learn"));
    ui.click(ui.word("section.handle"), "learn");
    CHECK_FALSE(ui.find(ui.word("section.knob"), "picture", "handle"));
}

TEST_CASE("a cut worth having is two clicks away, and a free plane begins where the last cut lies")
{
    UiFixture ui(1, 1920, 1080);
    ui.click(ui.word("top.views"), "top");
    ui.click(ui.word("section.axial_fossa"), "views");
    CHECK(ui.state.view.section == Section::plane);
    CHECK(ui.state.view.section_mm == Approx(test_library().section("axial_fossa")->mm));
    ui.apply({cmd::SetSection{Section::z, 10}, cmd::SetPanel{Panel::learn, true}});
    REQUIRE(ui.scroll_to(ui.word("learn.section.plane"), "learn"));
    ui.click(ui.word("learn.section.plane"), "learn");
    CHECK(ui.state.view.section == Section::plane);
    CHECK(ui.state.view.section_normal.z == Approx(-1));
    CHECK(ui.state.view.section_mm == Approx(-10));
}
