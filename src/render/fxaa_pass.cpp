#include "render/fxaa_pass.hpp"

#include "render/gl.hpp"

namespace genu {

Result<FxaaPass> FxaaPass::create(const fs::path& folder)
{
    auto edge = Program::create(folder, {"screen.vert", "fxaa_edge.frag"});
    auto smooth = Program::create(folder, {"screen.vert", "fxaa.frag"});
    Problems problems;
    if (!edge.ok()) append(problems, edge.problems());
    if (!smooth.ok()) append(problems, smooth.problems());
    if (!problems.empty()) return problems;
    FxaaPass made;
    made.edge_ = std::move(*edge);
    made.smooth_ = std::move(*smooth);
    made.texel_ = made.smooth_.place("u_texel");
    for (const Program* program : {&made.edge_, &made.smooth_}) {
        program->use();
        Program::set(program->place("t_picture"), 0);
    }
    return made;
}

void FxaaPass::draw(const SceneBuffers& buffers, unsigned copy, PixelRect part) const
{
    glEnable(GL_SCISSOR_TEST);
    glScissor(part.x, part.y, part.width, part.height);
    glViewport(0, 0, buffers.size().x, buffers.size().y);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, copy);

    buffers.bind_mask();
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
    glClear(GL_STENCIL_BUFFER_BIT);
    glEnable(GL_STENCIL_TEST);
    glStencilFunc(GL_ALWAYS, 1, 0xff);
    glStencilOp(GL_KEEP, GL_REPLACE, GL_REPLACE);
    edge_.use();
    glDrawArrays(GL_TRIANGLES, 0, 3);

    buffers.bind();
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glStencilFunc(GL_EQUAL, 1, 0xff);
    glStencilOp(GL_KEEP, GL_KEEP, GL_KEEP);
    smooth_.use();
    Program::set(texel_, 1.0f / glm::vec2(buffers.size()));
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_SCISSOR_TEST);
}

}  // namespace genu
