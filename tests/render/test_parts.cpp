// Pictures put together from parts, ink, and paint.
#include "render/shapes.hpp"
#include "support/catch.hpp"

using namespace genu;
using namespace genu::test;

namespace {

Model two_balls()
{
    return model_of({ball("bone.left", {-0.06f, 0, 0}, 0.05f), ball("bone.right", {0.06f, 0.01f, 0}, 0.05f)});
}

int darkness(glm::ivec3 c) { return 255 - (c.r + c.g + c.b) / 3; }

}  // namespace

TEST_CASE("parts of a picture fit together to the whole")
{
    Stage stage(two_balls(), {4, false, true, false});
    stage.size = {160, 120};
    const Frame frame = frame_of(stage.model);
    const Image whole = stage.draw(frame);
    Image together{whole.width, whole.height, std::vector<std::uint8_t>(whole.rgba.size())};
    OffscreenTarget target({1, 1});
    for (const PixelRect part : {PixelRect{0, 0, 100, 70}, PixelRect{100, 0, 60, 70}, PixelRect{0, 70, 100, 50}, PixelRect{100, 70, 60, 50}}) {
        stage.renderer.draw_part(frame, target, part, stage.size);
        const Image drawn = target.read();
        REQUIRE(drawn.width == part.width);
        for (int y = 0; y < part.height; ++y) {
            for (int x = 0; x < part.width; ++x) {
                for (int c = 0; c < 4; ++c) together.rgba[4 * static_cast<std::size_t>((part.y + y) * whole.width + part.x + x) + static_cast<std::size_t>(c)] = drawn.pixel(x, y)[c];
            }
        }
    }
    CHECK(compare(whole, together, 6).changed_share < 0.002);  // rounding at a few edge pixels
}

TEST_CASE("ink runs round every structure and nowhere else")
{
    Stage stage(two_balls());
    stage.size = {320, 240};
    Frame frame = frame_of(stage.model);
    frame.background = {glm::vec3(1), glm::vec3(1), false};
    const Image plain = stage.draw(frame);
    frame.ink.strength = 1;
    const Image inked = stage.draw(frame);
    const auto more = [&](glm::vec3 at, int x) {
        const glm::ivec2 p = pixel_of(frame, at, stage.size) + glm::ivec2(x, 0);
        return darkness(colour_at(inked, p)) - darkness(colour_at(plain, p));
    };
    int rim = 0;
    for (int x = -4; x <= 4; ++x) rim = std::max(rim, more({0.11f, 0.01f, 0}, x));
    CHECK(rim > 60);
    CHECK(std::abs(more({0.06f, 0.01f, 0.05f}, 0)) < 3);
    CHECK(std::abs(more({0, 0.1f, 0}, 0)) < 3);
}

TEST_CASE("a cut face has a line round it in every style")
{
    Stage stage(model_of({ball("bone.outer", {0, 0, 0}, 0.1f), ball("bone.inner", {0, 0, 0}, 0.05f)}));
    stage.size = {320, 240};
    Frame frame = frame_of(stage.model);
    for (DrawItem& drawn : frame.items) drawn.material.tendon_colour = glm::vec3(0.7f);
    frame.section = {true, {0, 0, 1}, 0};
    const Image image = stage.draw(frame);
    const glm::ivec2 rim = pixel_of(frame, {0.05f, 0, 0}, stage.size), face = pixel_of(frame, {0.075f, 0, 0}, stage.size);
    int darkest = 0;
    for (int x = -3; x <= 3; ++x) darkest = std::max(darkest, darkness(colour_at(image, rim + glm::ivec2(x, 0))));
    CHECK(darkest > darkness(colour_at(image, face)) + 25);
}

TEST_CASE("origins and insertions are painted on bone, of all muscles or of one")
{
    Mesh bone = ball("bone.femur", {0, 0, 0}, 0.1f);
    bone.attachment.assign(bone.position_m.size(), {0, 0, 255, 255});
    for (std::size_t v = 0; v < bone.position_m.size(); ++v) {
        if (bone.position_m[v].x < -0.03f) bone.attachment[v] = {255, 0, 0, 255};
        if (bone.position_m[v].x > 0.03f) bone.attachment[v] = {0, 255, 255, 1};
    }
    Stage stage(model_of({bone}));
    Frame frame = frame_of(stage.model);
    frame.items[0].material.colour = glm::vec3(0.6f);
    frame.paint.origin = {0.6f, 0.02f, 0.02f};
    frame.paint.insertion = {0.02f, 0.05f, 0.6f};
    const glm::vec3 left(-0.055f, 0, 0.08f), right(0.055f, 0, 0.08f), middle(0, 0, 0.1f);
    const glm::ivec3 bare = stage.draw_and_look(frame, left);
    CHECK(std::abs(bare.r - bare.b) < 25);
    frame.items[0].paint = Paint::attachments;
    const glm::ivec3 origin = stage.draw_and_look(frame, left), insertion = stage.draw_and_look(frame, right), between = stage.draw_and_look(frame, middle);
    CHECK(origin.r > origin.b + 60);
    CHECK(insertion.b > insertion.r + 60);
    CHECK(std::abs(between.r - between.b) < 25);
    frame.items[0].paint_owner = 1;
    CHECK(stage.draw_and_look(frame, left) == bare);
    CHECK(stage.draw_and_look(frame, right).b > insertion.r + 60);
}
