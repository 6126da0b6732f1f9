#include "render/fxaa_pass.hpp"

#include "render/gl.hpp"

namespace genu {

Result<FxaaPass> FxaaPass::create(const fs::path& folder)
{
    auto program = Program::create(folder, {"screen.vert", "fxaa.frag"});
    if (!program.ok()) return program.problems();
    FxaaPass made;
    made.program_ = std::move(*program);
    made.texel_ = made.program_.place("u_texel");
    made.program_.use();
    Program::set(made.program_.place("t_picture"), 0);
    return made;
}

void FxaaPass::draw(unsigned picture, glm::ivec2 size, PixelRect part) const
{
    glEnable(GL_SCISSOR_TEST);
    glScissor(part.x, part.y, part.width, part.height);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, picture);
    program_.use();
    Program::set(texel_, 1.0f / glm::vec2(size));
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDisable(GL_SCISSOR_TEST);
}

}  // namespace genu
