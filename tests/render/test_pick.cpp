#include <algorithm>

#include "render/shapes.hpp"

using namespace genu;
using namespace genu::test;

namespace {

Model balls_in_depth() { return model_of({ball("bone.front", {0, 0, 0}, 0.05f), ball("bone.back", {0.02f, 0, -0.2f}, 0.09f)}, 2); }

}  // namespace

TEST_CASE("picking returns the structure under the pixel, the point and its depth")
{
    Stage stage(balls_in_depth());
    const Frame frame = frame_of(stage.model);
    const auto hit = stage.renderer.pick(frame, stage.size / 2, stage.size);
    REQUIRE(hit);
    CHECK(hit->id == StructureId("bone.front"));
    CHECK(hit->point_m.z == Approx(0.05f).margin(1e-3));
    CHECK(hit->depth_m == Approx(0.95f).margin(1e-3));  // the eye is 1 m in front of the origin
}

TEST_CASE("every pixel of a picture picks what it shows")
{
    Stage stage(balls_in_depth());
    Frame frame = frame_of(stage.model);
    frame.items[0].material.colour = {0.7f, 0.02f, 0.02f};
    frame.items[1].material.colour = {0.02f, 0.05f, 0.7f};
    const Image image = stage.draw(frame);
    int wrong = 0, hits = 0;
    for (int y = 0; y < stage.size.y; y += 3) {
        for (int x = 0; x < stage.size.x; x += 3) {
            const glm::ivec3 colour = colour_at(image, {x, y});
            const auto hit = stage.renderer.pick(frame, {x, y}, stage.size);
            const bool is_background = colour == glm::ivec3(0);
            if (is_background == hit.has_value()) ++wrong;
            if (!hit || is_background) continue;
            ++hits;
            if ((hit->id == StructureId("bone.front")) != (colour.r > colour.b)) ++wrong;
        }
    }
    CHECK(hits > 100);
    CHECK(wrong == 0);  // one sample per pixel, taken at the same place in both
}

TEST_CASE("nothing is picked beside everything, outside the picture, or where a structure may not be picked")
{
    Stage stage(balls_in_depth());
    Frame frame = frame_of(stage.model);
    CHECK_FALSE(stage.renderer.pick(frame, {1, 1}, stage.size));
    CHECK_FALSE(stage.renderer.pick(frame, {-1, 5}, stage.size));
    CHECK_FALSE(stage.renderer.pick(frame, {5, stage.size.y}, stage.size));
    frame.items[0].pickable = false;
    CHECK(stage.renderer.pick(frame, stage.size / 2, stage.size)->id == StructureId("bone.back"));
}

TEST_CASE("picking follows the pose and the mirror without a picture in between")
{
    Stage stage(model_of({ball("bone.ball", {0.1f, 0, 0}, 0.04f)}));
    Frame frame = frame_of(stage.model);
    CHECK(stage.pick(frame, {0.1f, 0, 0.04f}));
    frame.joints[0] = shifted({0, 0.1f, 0});
    CHECK_FALSE(stage.pick(frame, {0.1f, 0, 0.04f}));
    CHECK(stage.pick(frame, {0.1f, 0.1f, 0.04f}));
    frame.mirrored = true;
    const auto hit = stage.pick(frame, {-0.1f, 0.1f, 0.04f});
    REQUIRE(hit);
    CHECK(hit->point_m.x == Approx(-0.1f).margin(2e-3));  // half a pixel of 3.8 mm
}

TEST_CASE("a faded structure is picked in front of what shows through it")
{
    Stage stage(balls_in_depth());
    Frame frame = frame_of(stage.model);
    frame.items[0].opacity = 0.3f;
    CHECK(stage.renderer.pick(frame, stage.size / 2, stage.size)->id == StructureId("bone.front"));
}

TEST_CASE("an orthographic camera picks what it shows")
{
    Stage stage(balls_in_depth());
    Frame frame = frame_of(stage.model);
    frame.camera.orthographic = true;
    const auto hit = stage.renderer.pick(frame, stage.size / 2, stage.size);
    REQUIRE(hit);
    CHECK(hit->id == StructureId("bone.front"));
    CHECK(hit->depth_m == Approx(0.95f).margin(1e-3));
}

TEST_CASE("what lies behind something solid is not seen; what lies behind a ghost is")
{
    Stage stage(model_of({ball("bone.front", {0, 0, 0}, 0.09f), ball("bone.back", {0, 0, -0.2f}, 0.05f)}, 2));
    Frame frame = frame_of(stage.model);
    const auto is_seen = [&](const char* id) {
        const auto seen = stage.renderer.seen(frame, 1.0f);
        return std::any_of(seen.begin(), seen.end(), [&](const Renderer::Seen& s) { return s.id == StructureId(id); });
    };
    CHECK(is_seen("bone.front"));
    CHECK_FALSE(is_seen("bone.back"));
    frame.items[0].opacity = 0.3f;
    CHECK_FALSE(is_seen("bone.front"));
    CHECK(is_seen("bone.back"));
}
