// The section plane: what it takes away is gone for the eye and for the pointer, and what it opens is closed by a cut face.
#include <algorithm>

#include "render/shapes.hpp"

using namespace genu;
using namespace genu::test;

namespace {

constexpr glm::vec3 kFlesh(0.7f, 0.02f, 0.02f), kVein(0.02f, 0.05f, 0.7f);

/// A red ball with a blue one wholly inside it.
Model nested() { return model_of({ball("muscle.outer", {0, 0, 0}, 0.1f), ball("bone.inner", {0, 0, 0}, 0.04f)}); }

Frame nested_frame(const Model& model)
{
    Frame frame = frame_of(model);
    frame.items[0].material.colour = frame.items[0].material.tendon_colour = kFlesh;
    frame.items[1].material.colour = frame.items[1].material.tendon_colour = kVein;
    return frame;
}

}  // namespace

TEST_CASE("what lies beyond the section plane is neither seen nor picked")
{
    Stage stage(nested());
    Frame frame = nested_frame(stage.model);
    const glm::vec3 right(0.07f, 0, 0.05f), left(-0.07f, 0, 0.05f);
    frame.section = {true, {1, 0, 0}, 0.0f};
    const Image image = stage.draw(frame);
    CHECK(colour_at(image, pixel_of(frame, right, stage.size)) == glm::ivec3(0));
    CHECK_FALSE(stage.pick(frame, right));
    CHECK(is_reddish(colour_at(image, pixel_of(frame, left, stage.size))));
    CHECK(stage.pick(frame, left)->id == StructureId("muscle.outer"));
}

TEST_CASE("a cut face shows the tissue it belongs to, the inner structure within the outer one")
{
    Stage stage(nested());
    Frame frame = nested_frame(stage.model);
    frame.section = {true, {0, 0, 1}, 0.0f};  // faces the viewer
    const glm::vec3 in_outer(0.07f, 0.02f, 0), in_inner(0.01f, 0.01f, 0);
    const Image image = stage.draw(frame);
    CHECK(is_reddish(colour_at(image, pixel_of(frame, in_outer, stage.size))));
    CHECK(is_bluish(colour_at(image, pixel_of(frame, in_inner, stage.size))));
    CHECK(colour_at(image, pixel_of(frame, {0.105f, 0, 0}, stage.size)) == glm::ivec3(0));
}

TEST_CASE("skin shows its own colour outside, as a thin layer where it is cut, and within that what lies under it")
{
    Stage stage(model_of({ball("region.skin", {0, 0, 0}, 0.1f)}));
    stage.size = {640, 480};
    Frame frame = frame_of(stage.model);
    frame.items[0].material.colour = kFlesh;
    frame.items[0].material.tendon_colour = kVein;
    CHECK(is_reddish(stage.draw_and_look(frame, {0, 0, 0.1f})));
    frame.section = {true, {0, 0, 1}, 0.0f};
    const Image image = stage.draw(frame);
    CHECK(is_bluish(colour_at(image, pixel_of(frame, {0.03f, 0.02f, 0}, stage.size))));
    CHECK(is_bluish(colour_at(image, pixel_of(frame, {0.097f, 0, 0}, stage.size))));
    const glm::ivec3 rim = colour_at(image, pixel_of(frame, {0.0992f, 0, 0}, stage.size));
    CHECK(rim.r > rim.b);  // paler than the skin's outside
}

TEST_CASE("a muscle is cut red where it is flesh and pale where it is tendon through and through")
{
    // Two bundles of 2 mm, the one all flesh, the other all tendon.
    Model model = model_of({ball("muscle.belly", {-0.02f, 0, 0}, 0.002f), ball("muscle.tendon", {0.02f, 0, 0}, 0.002f)});
    model.meshes[1].tendon.assign(model.meshes[1].position_m.size(), 1.0f);
    Stage stage(model);
    stage.size = {640, 480};
    Frame frame = frame_of(stage.model);
    for (DrawItem& item : frame.items) {
        item.material.colour = kFlesh;
        item.material.tendon_colour = kVein;
    }
    frame.section = {true, {0, 0, 1}, 0.0f};
    const Image image = stage.draw(frame);
    CHECK(is_reddish(colour_at(image, pixel_of(frame, {-0.02f, 0, 0}, stage.size))));
    CHECK(is_bluish(colour_at(image, pixel_of(frame, {0.02f, 0, 0}, stage.size))));
}

TEST_CASE("lines round cut faces are the same whether or not fat fills what lies between them")
{
    Stage stage(model_of({ball("region.skin", {0.03f, 0.02f, 0}, 0.1f), ball("bone.inner", {0, 0, 0}, 0.04f)}));
    stage.size = {320, 240};
    Frame frame = frame_of(stage.model);
    frame.items[0].only_cut = true;
    frame.section = {true, {0, 0, 1}, 0.001f};
    const Image filled = stage.draw(frame);
    frame.items.erase(frame.items.begin());
    const Image alone = stage.draw(frame);
    for (int i = -12; i <= 12; ++i) {
        const glm::ivec2 pixel = pixel_of(frame, {0.002f * static_cast<float>(i), 0.0013f * static_cast<float>(i), 0.001f}, stage.size);
        const glm::ivec3 apart = glm::abs(colour_at(filled, pixel) - colour_at(alone, pixel));
        CHECK(std::max({apart.r, apart.g, apart.b}) <= 2);  // rounding
    }
}

TEST_CASE("the outline of a selected structure runs round its cut face")
{
    Stage stage(nested());
    stage.size = {320, 240};
    Frame frame = nested_frame(stage.model);
    frame.section = {true, {0, 0, 1}, 0.0f};
    frame.outline_colour = {0, 1, 0};
    const glm::vec3 just_outside(0.041f, 0, 0);  // of the inner ball's cut face, within the outer one's
    CHECK_FALSE(is_greenish(stage.draw_and_look(frame, just_outside)));
    frame.items[1].selected = true;
    CHECK(is_greenish(stage.draw_and_look(frame, just_outside)));
}

TEST_CASE("a cut face can be picked where it is seen")
{
    Stage stage(nested());
    Frame frame = nested_frame(stage.model);
    frame.section = {true, {0, 0, 1}, 0.01f};
    const auto outer = stage.pick(frame, {0.07f, 0.02f, 0.01f});
    const auto inner = stage.pick(frame, {0.01f, 0.01f, 0.01f});
    REQUIRE(outer);
    REQUIRE(inner);
    CHECK(outer->id == StructureId("muscle.outer"));
    CHECK(inner->id == StructureId("bone.inner"));
    CHECK(inner->point_m.z == Approx(0.01f).margin(1e-4));  // on the plane, not on the surface behind it
}

TEST_CASE("a structure that the section spares stays whole")
{
    Stage stage(nested());
    Frame frame = nested_frame(stage.model);
    frame.section = {true, {0, 0, 1}, 0.0f};
    frame.items[1].cut_by_section = false;
    const auto hit = stage.pick(frame, {0, 0, 0.04f});
    REQUIRE(hit);
    CHECK(hit->id == StructureId("bone.inner"));
    CHECK(hit->point_m.z == Approx(0.04f).margin(1e-3));
}

TEST_CASE("seen from the kept side there is no cut face in front of the structure")
{
    Stage stage(nested());
    Frame frame = nested_frame(stage.model);
    frame.section = {true, {0, 0, -1}, 0.0f};  // keeps the half towards the viewer
    const auto hit = stage.pick(frame, {0, 0, 0.1f});
    REQUIRE(hit);
    CHECK(hit->point_m.z == Approx(0.1f).margin(1e-3));
}

TEST_CASE("in a mirrored frame the plane cuts what is seen on its side")
{
    Stage stage(model_of({ball("bone.ball", {-0.08f, 0, 0}, 0.05f)}));
    Frame frame = frame_of(stage.model);
    frame.mirrored = true;  // the ball is now at +x
    frame.section = {true, {1, 0, 0}, 0.0f};
    CHECK_FALSE(stage.pick(frame, {0.08f, 0, 0.05f}));
    frame.section.normal = {-1, 0, 0};
    CHECK(stage.pick(frame, {0.08f, 0, 0.05f}));
}
