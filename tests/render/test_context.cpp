#include "render/gl.hpp"
#include "render/shapes.hpp"

using namespace genu;
using namespace genu::test;

TEST_CASE("a context can be had without a window or a graphics card, in both dialects")
{
    for (const GlDialect dialect : {GlDialect::desktop_330, GlDialect::es_300}) {
        const auto context = must(HeadlessContext::create(dialect));
        CHECK(gl_dialect() == dialect);
        CHECK_FALSE(gl_description().empty());
        CHECK(glGetError() == GL_NO_ERROR);
    }
}

TEST_CASE("a context can be moved and another made after it")
{
    auto first = must(HeadlessContext::create());
    const HeadlessContext moved = std::move(first);
    OffscreenTarget target({8, 8});
    CHECK(target.read().width == 8);
    {
        const auto second = must(HeadlessContext::create());
        CHECK(OffscreenTarget({4, 4}).read().width == 4);
    }
}

TEST_CASE("drawing leaves no OpenGL error behind, whatever the frame")
{
    Stage stage(model_of({ball("muscle.a", {0, 0, 0}, 0.1f), box("bone.b", {0.05f, 0, 0}, glm::vec3(0.05f)), spindle("muscle.c", {0, 0, 0.1f}, 0.1f, 0.02f)}, 2), {4, true, true, false});
    Frame frame = frame_of(stage.model);
    frame.items[0].xray = true;
    frame.items[1].selected = true;
    frame.items[2].opacity = 0.5f;
    frame.section = {true, {0, 0, 1}, 0.02f};
    frame.mirrored = true;
    stage.draw(frame);
    stage.renderer.pick(frame, {80, 60}, {160, 120});
    frame.items.clear();
    frame.joints.clear();
    stage.draw(frame);
    CHECK(glGetError() == GL_NO_ERROR);
}

TEST_CASE("a picture can be pasted into another at a place counted from the top left")
{
    const auto context = must(HeadlessContext::create());
    OffscreenTarget small({4, 2}), large({10, 8});
    const auto fill = [](const OffscreenTarget& target, float red) {
        target.bind();
        glDisable(GL_SCISSOR_TEST);
        glClearColor(red, 0, 0, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    };
    fill(large, 0);
    fill(small, 1);
    small.blit_to(large, {3, 1, 4, 2});
    const Image image = large.read();
    CHECK(colour_at(image, {3, 1}).r == 255);
    CHECK(colour_at(image, {6, 2}).r == 255);
    CHECK(colour_at(image, {2, 1}).r == 0);
    CHECK(colour_at(image, {3, 0}).r == 0);
    CHECK(colour_at(image, {7, 2}).r == 0);
    CHECK(colour_at(image, {3, 3}).r == 0);
}

TEST_CASE("a renderer draws pictures of changing size")
{
    Stage stage(model_of({ball("bone.ball", {0, 0, 0}, 0.1f)}));
    const Frame frame = frame_of(stage.model);
    for (const glm::ivec2 size : {glm::ivec2(64, 48), glm::ivec2(1, 1), glm::ivec2(200, 90)}) {
        stage.size = size;
        const Image image = stage.draw(frame);
        CHECK(image.width == size.x);
        CHECK(colour_at(image, size / 2).r > 60);
    }
}
