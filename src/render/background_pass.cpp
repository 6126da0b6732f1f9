#include "render/background_pass.hpp"

#include "render/gl.hpp"

namespace genu {

Result<BackgroundPass> BackgroundPass::create(const fs::path& folder)
{
    auto program = Program::create(folder, {"screen.vert", "background.frag"});
    if (!program.ok()) return program.problems();
    BackgroundPass made;
    made.program_ = std::move(*program);
    made.top_ = made.program_.place("u_top");
    made.bottom_ = made.program_.place("u_bottom");
    return made;
}

void BackgroundPass::draw(const Background& background) const
{
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
    if (background.transparent) return;
    program_.use();
    Program::set(top_, background.top);
    Program::set(bottom_, background.bottom);
    glDisable(GL_DEPTH_TEST);
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glEnable(GL_DEPTH_TEST);
}

}  // namespace genu
