#include <cmath>

#include "support/catch.hpp"
#include "ui_fixture.hpp"

using namespace genu;

TEST_CASE("the layer slider peels and names the layer")
{
    const double scale = GENERATE(1.0, 2.0);
    UiFixture ui(scale, static_cast<int>(1440 * scale), static_cast<int>(900 * scale));
    ui.click(ui.word("rail.learn"), "rail");
    const auto slider = ui.find(ui.word("learn.layer_label"), "learn", "slider");
    REQUIRE(slider);
    ui.drag(*slider, 0.3, 0.98);
    CHECK(ui.state.view.layer == kLayerCount - 1);
    CHECK(ui.reads(ui.word("layer.9"), "learn"));
    ui.click(ui.word("learn.outer"), "learn");
    CHECK(ui.state.view.layer == kLayerCount - 2);
    CHECK(ui.reads(ui.word("layer.8"), "learn"));
}

TEST_CASE("a structure of the tree is selected, hidden and shown again")
{
    UiFixture ui(1, 1920, 1080);
    ui.click(ui.word("rail.learn"), "rail");
    REQUIRE(ui.scroll_to(ui.word("learn.filter"), "learn"));
    ui.click(ui.word("learn.filter"), "learn");
    ui.type("popliteus");
    const std::string name = test_library().catalogue.name(StructureId("muscle.popliteus"));
    REQUIRE(ui.scroll_to(name, "learn"));
    ui.click(name, "learn");
    CHECK(ui.state.view.selected == StructureId("muscle.popliteus"));
    CHECK(ui.reads(ui.word("selected.prefix") + " " + name, "picture"));

    ui.click(ui.word("structure.hide"), "card");
    CHECK(ui.state.view.hidden.contains(StructureId("muscle.popliteus")));
    ui.click(ui.word("structure.show"), "card");
    CHECK(ui.state.view.hidden.empty());
    ui.click(ui.word("structure.isolate"), "card");
    CHECK(ui.state.view.isolated.size() == 1);
}

TEST_CASE("the structure card links what supplies it and the conditions it belongs to")
{
    UiFixture ui(1, 1440, 2400);
    ui.apply({cmd::Select{StructureId("muscle.popliteus")}});
    const std::string nerve = test_library().catalogue.name(StructureId("nerve.tibial"));
    REQUIRE(ui.scroll_to(nerve, "card"));
    ui.click(nerve, "card");
    CHECK(ui.state.view.selected == StructureId("nerve.tibial"));
    CHECK(ui.reads(nerve, "card"));
}

TEST_CASE("x-ray, labels and a section are switched in the panel")
{
    UiFixture ui;
    ui.click(ui.word("rail.learn"), "rail");
    ui.click(ui.word("learn.xray"), "learn");
    CHECK(ui.state.view.xray);
    ui.click(ui.word("learn.labels"), "learn");
    CHECK(ui.state.view.labels);
    ui.click(ui.word("learn.section.y"), "learn");
    CHECK(ui.state.view.section == Section::y);
    CHECK(ui.find(ui.word("learn.section_mm"), "learn", "slider").has_value());
}

TEST_CASE("a tour is started, walked and left")
{
    UiFixture ui;
    ui.click(ui.word("rail.learn"), "rail");
    REQUIRE(ui.scroll_to(ui.word("learn.tours"), "learn"));
    ui.click(ui.word("learn.tours"), "learn");
    const Tour& tour = test_library().knowledge.tours.front();
    REQUIRE(ui.scroll_to(tour.name, "learn"));
    ui.click(tour.name, "learn");
    CHECK(ui.state.view.tour == tour.id);
    CHECK(ui.reads(tour.steps[0].title, "tour"));
    ui.click(ui.word("tour.next"), "tour");
    CHECK(ui.state.view.tour_step == 1);
    ui.click(ui.word("tour.leave"), "tour");
    CHECK(ui.state.view.tour.is_none());
}

TEST_CASE("the cube looks from the side that is pressed, and calls the outer side of a left leg outer")
{
    UiFixture ui;
    ui.apply({cmd::SetReducedMotion{true}, cmd::TurnTo{-1.2, 0.1}});
    REQUIRE(ui.find(ui.word("cube.outer"), "picture", "button").has_value());
    ui.click(ui.word("cube.outer"), "picture");
    CHECK(std::abs(ui.state.view.camera.yaw_rad + 1.5708f) < 0.01f);
    // The left leg is shown from its own outer side, which is the other one.
    ui.apply({cmd::SetSide{true}});
    CHECK(std::abs(ui.state.view.camera.yaw_rad - 1.5708f) < 0.01f);
    CHECK(ui.find(ui.word("cube.outer"), "picture", "button").has_value());
    CHECK_FALSE(ui.find(ui.word("cube.inner"), "picture", "button").has_value());
}

TEST_CASE("a cut, a style and painted attachments are chosen in the panel")
{
    UiFixture ui(1, 1440, 2400);
    ui.click(ui.word("rail.learn"), "rail");
    ui.click(ui.word("learn.section.plane"), "learn");
    CHECK(ui.state.view.section == Section::plane);
    CHECK(ui.find(ui.word("learn.section_tilt"), "learn", "slider").has_value());
    ui.click(ui.word("learn.sections"), "learn");
    REQUIRE(ui.scroll_to(ui.word("section.sagittal_medial"), "learn"));
    ui.click(ui.word("section.sagittal_medial"), "learn");
    CHECK(ui.state.view.section_mm == test_library().section("sagittal_medial")->mm);
    REQUIRE(ui.scroll_to(ui.word("learn.drawing"), "learn"));
    ui.click(ui.word("learn.drawing"), "learn");
    REQUIRE(ui.scroll_to(ui.word("style.print"), "learn"));
    ui.click(ui.word("style.print"), "learn");
    CHECK(ui.state.view.style == Style::print);
    REQUIRE(ui.scroll_to(ui.word("attachments.all"), "learn"));
    ui.click(ui.word("attachments.all"), "learn");
    CHECK(ui.state.view.attachments == Attachments::all);
}
