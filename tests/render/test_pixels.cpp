// Pixel facts: what is drawn where.
#include "render/shapes.hpp"

using namespace genu;
using namespace genu::test;

namespace {

constexpr glm::vec3 kRed(0.7f, 0.02f, 0.02f), kGreen(0.02f, 0.6f, 0.02f), kBlue(0.02f, 0.05f, 0.7f);
constexpr glm::ivec3 kBlack(0);

/// A red ball on the left, a green one on the right, a blue one behind the green one.
Model three_balls()
{
    return model_of({ball("bone.left", {-0.08f, 0, 0}, 0.05f), ball("bone.right", {0.08f, 0, 0}, 0.05f), ball("bone.behind", {0.08f, 0, -0.15f}, 0.05f)});
}

Frame three_colours(const Model& model)
{
    Frame frame = frame_of(model);
    frame.items[0].material.colour = frame.items[0].material.tendon_colour = kRed;
    frame.items[1].material.colour = frame.items[1].material.tendon_colour = kGreen;
    frame.items[2].material.colour = frame.items[2].material.tendon_colour = kBlue;
    return frame;
}

}  // namespace

TEST_CASE("a structure is drawn in its colour where it lies, and the background elsewhere")
{
    Stage stage(three_balls());
    const Frame frame = three_colours(stage.model);
    const Image image = stage.draw(frame);
    CHECK(is_reddish(colour_at(image, pixel_of(frame, {-0.08f, 0, 0.05f}, stage.size))));
    CHECK(is_greenish(colour_at(image, pixel_of(frame, {0.08f, 0, 0.05f}, stage.size))));
    CHECK(colour_at(image, {2, 2}) == kBlack);
}

TEST_CASE("the background is the frame's gradient, top and bottom, in display colours")
{
    Stage stage(three_balls());
    Frame frame = three_colours(stage.model);
    frame.background = {glm::vec3(0.2140f), glm::vec3(0.0510f), false};  // sRGB 127.5 and 64
    const Image image = stage.draw(frame);
    CHECK(std::abs(colour_at(image, {0, 0}).r - 127) <= 2);                     // half a row of gradient and the dither
    CHECK(std::abs(colour_at(image, {0, stage.size.y - 1}).r - 64) <= 2);
}

TEST_CASE("a transparent background has no alpha, a solid structure has all of it, with straight colour")
{
    Stage stage(three_balls());
    Frame frame = three_colours(stage.model);
    frame.background.transparent = true;
    const Image image = stage.draw(frame);
    CHECK(image.pixel(1, 1)[3] == 0);
    const glm::ivec2 on_ball = pixel_of(frame, {-0.08f, 0, 0.05f}, stage.size);
    CHECK(image.pixel(on_ball.x, on_ball.y)[3] == 255);
}

TEST_CASE("the nearer structure hides the farther one whatever their order in the frame")
{
    Stage stage(three_balls());
    Frame frame = three_colours(stage.model);
    CHECK(is_greenish(stage.draw_and_look(frame, {0.08f, 0, 0.05f})));
    std::swap(frame.items[1], frame.items[2]);
    CHECK(is_greenish(stage.draw_and_look(frame, {0.08f, 0, 0.05f})));
}

TEST_CASE("a structure that is not in the frame is not in the picture")
{
    Stage stage(three_balls());
    Frame frame = three_colours(stage.model);
    frame.items.erase(frame.items.begin() + 1);
    CHECK(is_bluish(stage.draw_and_look(frame, {0.08f, 0, 0.05f})));
    frame.items[1].opacity = 0;
    CHECK(stage.draw_and_look(frame, {0.08f, 0, 0.05f}) == kBlack);
}

TEST_CASE("x-ray shows what is behind it, and keeps its silhouette")
{
    Stage stage(three_balls());
    Frame frame = three_colours(stage.model);
    frame.items[1].xray = true;
    const Image image = stage.draw(frame);
    CHECK(is_bluish(colour_at(image, pixel_of(frame, {0.08f, 0, 0.05f}, stage.size))));
    // Just inside the rim of the ball, where it is seen edge on and nothing blue is behind.
    const glm::ivec3 rim = colour_at(image, pixel_of(frame, {0.08f, 0.0485f, 0.0f}, stage.size));
    CHECK(rim.g > rim.b);
    CHECK(rim.g > 40);
}

TEST_CASE("a faded structure mixes with what is behind it")
{
    Stage stage(three_balls());
    Frame frame = three_colours(stage.model);
    frame.items[1].opacity = 0.4f;
    const glm::ivec3 mixed = stage.draw_and_look(frame, {0.08f, 0, 0.05f});
    CHECK(mixed.g > 40);
    CHECK(mixed.b > 40);
}

TEST_CASE("a faded structure shows its nearest surface only")
{
    // One mesh of two balls behind each other: with blending of both, the overlap would be denser than the single ball.
    Mesh both = ball("bone.both", {0, 0, 0}, 0.05f);
    const Mesh second = ball("bone.second", {0.03f, 0, -0.2f}, 0.05f);
    const auto first_vertex = static_cast<std::uint32_t>(both.position_m.size());
    both.position_m.insert(both.position_m.end(), second.position_m.begin(), second.position_m.end());
    both.normal.insert(both.normal.end(), second.normal.begin(), second.normal.end());
    both.joints.insert(both.joints.end(), second.joints.begin(), second.joints.end());
    both.weights.insert(both.weights.end(), second.weights.begin(), second.weights.end());
    for (const std::uint32_t i : second.indices) both.indices.push_back(i + first_vertex);
    Stage stage(model_of({both}));
    Frame frame = frame_of(stage.model);
    frame.background.transparent = true;
    frame.items[0].opacity = 0.5f;
    const Image image = stage.draw(frame);
    const glm::ivec2 overlap = pixel_of(frame, {0.02f, 0, 0.045f}, stage.size);
    CHECK(std::abs(image.pixel(overlap.x, overlap.y)[3] - 128) <= 1);  // 0.75 * 255 if both were blended
}

TEST_CASE("what one sees through looks the same in whatever order it is drawn")
{
    Stage stage(three_balls());
    Frame frame = three_colours(stage.model);
    for (DrawItem& item : frame.items) item.xray = true;
    frame.items[1].xray = false;
    frame.items[1].opacity = 0.4f;
    const Image one = stage.draw(frame);
    std::reverse(frame.items.begin(), frame.items.end());
    CHECK(compare(one, stage.draw(frame), 1).changed_share == 0);
}

TEST_CASE("the nearest of two layers counts most")
{
    Stage stage(model_of({box("bone.near", {0, 0, 0.1f}, {0.1f, 0.1f, 0.005f}), box("bone.far", {0, 0, -0.1f}, {0.1f, 0.1f, 0.005f})}));
    Frame frame = frame_of(stage.model);
    frame.items[0].material.colour = kRed;
    frame.items[1].material.colour = kBlue;
    for (DrawItem& item : frame.items) item.opacity = 0.6f;
    const glm::ivec3 seen = stage.draw_and_look(frame, {0, 0, 0.105f});
    CHECK(seen.r > 2 * seen.b);
}

TEST_CASE("surroundings shut light out of a fold, and nowhere else")
{
    Stage stage(model_of({box("bone.floor", {0, 0, -0.05f}, {0.2f, 0.2f, 0.01f}), box("bone.wall", {0.02f, 0, -0.02f}, {0.01f, 0.2f, 0.04f})}), {1, false, false, false});
    const Frame frame = frame_of(stage.model);
    const Image open = stage.draw(frame);
    stage.renderer.set_quality({1, false, false, false, true});
    const Image shaded = stage.draw(frame);
    const auto darker = [&](glm::vec3 at) {
        const glm::ivec2 pixel = pixel_of(frame, at, stage.size);
        return colour_at(open, pixel).r - colour_at(shaded, pixel).r;
    };
    CHECK(darker({0.006f, 0, -0.04f}) > 5);
    CHECK(std::abs(darker({-0.12f, 0, -0.04f})) < 3);
    CHECK(darker({0.02f, 0, 0.02f}) < 6);
}

TEST_CASE("a left leg is the mirror image of the right one, with its outside still outside")
{
    Stage stage(three_balls());
    Frame frame = three_colours(stage.model);
    frame.mirrored = true;
    const Image image = stage.draw(frame);
    CHECK(is_reddish(colour_at(image, pixel_of(frame, {0.08f, 0, 0.05f}, stage.size))));
    CHECK(is_greenish(colour_at(image, pixel_of(frame, {-0.08f, 0, 0.05f}, stage.size))));
}

TEST_CASE("a joint carries the vertices that are bound to it, weighted")
{
    Stage stage(model_of({spindle("muscle.spindle", {0, 0, 0}, 0.1f, 0.03f)}, 2));
    Frame frame = frame_of(stage.model);
    const glm::vec3 top(0, 0.09f, 0.005f), bottom(0, -0.09f, 0.005f), shift(0.12f, 0, 0);
    frame.joints[1] = shifted(shift);
    const Image image = stage.draw(frame);
    const auto is_lit = [&](glm::vec3 p) { return colour_at(image, pixel_of(frame, p, stage.size)).r > 30; };
    CHECK(is_lit(bottom + 0.05f * shift));  // bound by 5 % to the joint that moved
    CHECK(is_lit(top + 0.95f * shift));
    CHECK_FALSE(is_lit(top));
    CHECK(is_lit(0.5f * shift));
}

TEST_CASE("a pose can change from frame to frame and back")
{
    Stage stage(three_balls());
    Frame frame = three_colours(stage.model);
    const Image rest = stage.draw(frame);
    frame.joints[0] = shifted({0, 0.1f, 0});
    const Image moved = stage.draw(frame);
    CHECK(compare(rest, moved, 10).changed_share > 0.02);
    frame.joints[0] = kRest;
    CHECK(stage.draw(frame).rgba == rest.rgba);
}

TEST_CASE("tint replaces the tissue's colour but not its shading")
{
    Stage stage(model_of({ball("bone.ball", {0, 0, 0}, 0.08f)}));
    Frame frame = frame_of(stage.model);
    frame.items[0].tint = kBlue;
    frame.items[0].tint_strength = 1;
    const Image image = stage.draw(frame);
    const glm::ivec3 lit = colour_at(image, pixel_of(frame, {-0.03f, 0.04f, 0.06f}, stage.size));
    const glm::ivec3 dark = colour_at(image, pixel_of(frame, {0.04f, -0.05f, 0.045f}, stage.size));
    CHECK(lit.b > lit.r);
    CHECK(dark.b > dark.r);
    CHECK(lit.b > dark.b + 30);  // the key light comes from upper left
}

TEST_CASE("patterns tell roles apart without colour")
{
    Stage stage(model_of({ball("bone.ball", {0, 0, 0}, 0.15f)}));
    stage.size = {320, 240};
    Frame frame = frame_of(stage.model);
    frame.items[0].tint = glm::vec3(0.5f);
    frame.items[0].tint_strength = 0.8f;
    const Image plain = stage.draw(frame);
    frame.items[0].pattern = Pattern::dots;
    const Image dots = stage.draw(frame);
    frame.items[0].pattern = Pattern::stripes;
    const Image stripes = stage.draw(frame);
    CHECK(compare(plain, dots, 20).changed_share > 0.03);
    CHECK(compare(plain, stripes, 20).changed_share > 0.05);
    CHECK(compare(dots, stripes, 20).changed_share > 0.05);
}

TEST_CASE("a glowing structure is brighter, a hovered one a little")
{
    Stage stage(model_of({ball("bone.ball", {0, 0, 0}, 0.1f)}));
    Frame frame = frame_of(stage.model);
    frame.items[0].material.colour = glm::vec3(0.2f);
    frame.items[0].tint = glm::vec3(0.3f);
    const glm::vec3 middle(0, 0, 0.1f);
    const int plain = stage.draw_and_look(frame, middle).r;
    frame.items[0].hovered = true;
    const int hovered = stage.draw_and_look(frame, middle).r;
    frame.items[0].hovered = false;
    frame.items[0].glow = 1;
    const int glowing = stage.draw_and_look(frame, middle).r;
    CHECK(hovered > plain + 3);
    CHECK(glowing > plain + 10);
}

TEST_CASE("occlusion darkens, tendon takes the tendon's colour")
{
    Mesh dark = ball("muscle.dark", {-0.08f, 0, 0}, 0.05f);
    dark.occlusion.assign(dark.position_m.size(), 0.1f);
    Mesh tendon = ball("muscle.tendon", {0.08f, 0, 0}, 0.05f);
    tendon.tendon.assign(tendon.position_m.size(), 1.0f);
    Stage stage(model_of({dark, tendon, ball("muscle.open", {0, 0.1f, 0}, 0.05f)}));
    Frame frame = frame_of(stage.model);
    for (DrawItem& item : frame.items) {
        item.material.colour = kRed;
        item.material.fibre = 0.5f;
    }
    const Image image = stage.draw(frame);
    const glm::ivec3 occluded = colour_at(image, pixel_of(frame, {-0.08f, 0, 0.05f}, stage.size));
    const glm::ivec3 open = colour_at(image, pixel_of(frame, {0, 0.1f, 0.05f}, stage.size));
    const glm::ivec3 white = colour_at(image, pixel_of(frame, {0.08f, 0, 0.05f}, stage.size));
    CHECK(occluded.r < open.r - 20);
    CHECK(std::abs(white.r - white.g) < 30);
}

TEST_CASE("a selected structure has an outline, also where it is hidden, but fainter there")
{
    Stage stage(model_of({ball("bone.chosen", {0, 0, -0.1f}, 0.05f), box("bone.cover", {0.05f, 0, 0.1f}, {0.05f, 0.1f, 0.01f})}));
    stage.size = {320, 240};
    Frame frame = frame_of(stage.model);
    frame.outline_colour = {0, 1, 0};
    for (DrawItem& item : frame.items) item.material.colour = glm::vec3(0.25f);
    const Image without = stage.draw(frame);
    frame.items[0].selected = true;
    const Image with = stage.draw(frame);
    int seen = 0, hidden = 0;
    for (int y = 0; y < stage.size.y; ++y) {
        for (int x = 0; x < stage.size.x; ++x) {
            const int more_green = colour_at(with, {x, y}).g - colour_at(without, {x, y}).g;
            const int from_cover = x - stage.size.x / 2;  // the cover's left edge is the picture's middle
            if (from_cover < -6) seen = std::max(seen, more_green);
            if (from_cover > 6) hidden = std::max(hidden, more_green);
        }
    }
    CHECK(seen > 150);
    CHECK(hidden > 15);
    CHECK(hidden < seen);
}

TEST_CASE("a solid thing throws a shadow away from the upper left")
{
    Stage stage(model_of({box("bone.wall", {0, 0, -0.05f}, {0.3f, 0.3f, 0.01f}), ball("bone.ball", {-0.05f, 0.05f, 0.02f}, 0.03f)}), {1, false, true, false});
    const Frame frame = frame_of(stage.model);
    const Image image = stage.draw(frame);
    // The light comes along (-0.52, 0.62, 0.58): the shadow falls to the right and below by as much as the ball is in front.
    const glm::vec3 shade(-0.05f + 0.06f * 0.52f / 0.58f, 0.05f - 0.06f * 0.62f / 0.58f, -0.04f);
    const glm::vec3 open(-0.05f - 0.06f * 0.52f / 0.58f, 0.05f + 0.06f * 0.62f / 0.58f, -0.04f);
    CHECK(colour_at(image, pixel_of(frame, shade, stage.size)).r < colour_at(image, pixel_of(frame, open, stage.size)).r - 25);
}

TEST_CASE("four samples and FXAA both soften an edge, neither moves it")
{
    Stage stage(model_of({box("bone.box", {0, 0, 0}, {0.1f, 0.1f, 0.1f})}));
    Frame frame = frame_of(stage.model);
    frame.camera.yaw_rad = 0.4f;
    frame.camera.pitch_rad = 0.3f;
    const Image hard = stage.draw(frame);
    stage.renderer.set_quality({4, false, false, false});
    const Image many = stage.draw(frame);
    stage.renderer.set_quality({1, true, false, false});
    const Image smoothed = stage.draw(frame);
    for (const Image* soft : {&many, &smoothed}) {
        const ImageDifference difference = compare(hard, *soft, 8);
        CHECK(difference.changed_share > 0.002);
        CHECK(difference.changed_share < 0.06);  // only pixels on an edge: 12 edges of some 60 pixels of 19200, twice
    }
}

TEST_CASE("half size shows the same scene, only coarser")
{
    Stage stage(three_balls());
    const Frame frame = three_colours(stage.model);
    const Image full = stage.draw(frame);
    stage.renderer.set_quality({1, false, false, true});
    const Image half = stage.draw(frame);
    CHECK(half.width == full.width);
    CHECK(is_reddish(colour_at(half, pixel_of(frame, {-0.08f, 0, 0.05f}, stage.size))));
    CHECK(compare(full, half, 40).changed_share < 0.04);  // the rims of two balls
}

TEST_CASE("equal frames give equal pictures")
{
    Stage stage(three_balls(), {4, true, true, false});
    const Frame frame = three_colours(stage.model);
    const Image first = stage.draw(frame);
    CHECK(stage.draw(frame).rgba == first.rgba);
}

TEST_CASE("what stands behind an exercising leg is drawn whole, at rest and while it moves, and never in front of the leg")
{
    Stage stage(three_balls());
    Frame frame = three_colours(stage.model);
    const glm::vec3 aside(0, 0.1f, 0);
    frame.backdrop = {{{-0.2f, 0.1f, 0}, {0.2f, 0.1f, 0}, 0.01f, 0.01f, glm::vec3(0.5f)}, {{-0.2f, 0, 0.2f}, {0.2f, 0, 0.2f}, 0.01f, 0.01f, glm::vec3(0.5f)}};
    const glm::ivec2 at = pixel_of(frame, aside, stage.size);
    REQUIRE((at.y > 0 && at.y < stage.size.y));
    for (const Quality& quality : {Quality{1, false, false, false}, Quality::still()}) {
        stage.renderer.set_quality(quality);
        const Image image = stage.draw(frame);
        CHECK(colour_at(image, at).r > 100);
        CHECK(is_reddish(colour_at(image, pixel_of(frame, {-0.08f, 0, 0.05f}, stage.size))));
    }
}
