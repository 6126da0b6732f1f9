#include "render/background_pass.hpp"

#include <algorithm>
#include <cmath>

#include "render/gl.hpp"

namespace genu {

glm::vec3 display_colour(glm::vec3 linear)
{
    const auto part = [](float c) { return c < 0.0031308f ? 12.92f * c : 1.055f * std::pow(std::min(c, 1.0f), 1 / 2.4f) - 0.055f; };
    return {part(linear.r), part(linear.g), part(linear.b)};
}

Result<BackgroundPass> BackgroundPass::create(const fs::path& folder)
{
    auto program = Program::create(folder, {"screen.vert", "background.frag"});
    if (!program.ok()) return program.problems();
    BackgroundPass made;
    made.program_ = std::move(*program);
    made.top_ = made.program_.place("u_top");
    made.bottom_ = made.program_.place("u_bottom");
    made.span_ = made.program_.place("u_span");
    return made;
}

void BackgroundPass::draw(const Background& background, glm::vec2 span, PixelRect part) const
{
    glEnable(GL_SCISSOR_TEST);
    glScissor(part.x, part.y, part.width, part.height);
    glClearColor(0, 0, 0, 0);
    glClear((background.transparent ? GL_COLOR_BUFFER_BIT : 0U) | GL_DEPTH_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
    if (background.transparent) return glDisable(GL_SCISSOR_TEST);
    program_.use();
    Program::set(top_, display_colour(background.top));
    Program::set(bottom_, display_colour(background.bottom));
    Program::set(span_, span);
    glDisable(GL_DEPTH_TEST);
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDisable(GL_SCISSOR_TEST);
    glEnable(GL_DEPTH_TEST);
}

}  // namespace genu
