#include "render/edge_pass.hpp"

#include "render/gl.hpp"

namespace genu {

namespace {

constexpr int kPictureUnit = 2;
constexpr int kEdgeUnit = 3;
constexpr float kContrast = 0.075f;  // between neighbours, of the whole scale: less is a fibre or a shade, smooth by itself

}  // namespace

Result<EdgePass> EdgePass::create(const fs::path& folder)
{
    auto mark = Program::create(folder, {"screen.vert", "edge_mark.frag"});
    auto keep = Program::create(folder, {"screen_near.vert", "edge_keep.frag"});
    Problems problems;
    if (!mark.ok()) append(problems, mark.problems());
    if (!keep.ok()) append(problems, keep.problems());
    if (!problems.empty()) return problems;
    EdgePass made;
    made.mark_ = std::move(*mark);
    made.keep_ = std::move(*keep);
    made.contrast_ = made.mark_.place("u_contrast");
    made.reach_ = made.mark_.place("u_reach");
    for (const Program* program : {&made.mark_, &made.keep_}) {
        program->use();
        Program::set(program->place("t_picture"), kPictureUnit);
        Program::set(program->place("t_edge"), kEdgeUnit);
    }
    return made;
}

void EdgePass::mark(const SceneBuffers& once, int reach)
{
    glActiveTexture(GL_TEXTURE0 + kEdgeUnit);
    if (size_ != once.size()) {
        size_ = once.size();
        edge_ = GlTexture::make();
        glBindTexture(GL_TEXTURE_2D, edge_.name());
        glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, size_.x, size_.y, 0, GL_RED, GL_UNSIGNED_BYTE, nullptr);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        framebuffer_ = GlFramebuffer::make();
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, edge_.name(), 0);
    }
    glBindTexture(GL_TEXTURE_2D, 0);
    glActiveTexture(GL_TEXTURE0 + kPictureUnit);
    glBindTexture(GL_TEXTURE_2D, once.colour());
    glActiveTexture(GL_TEXTURE0);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
    glViewport(0, 0, size_.x, size_.y);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_BLEND);
    mark_.use();
    Program::set(contrast_, kContrast);
    Program::set(reach_, reach);
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glEnable(GL_DEPTH_TEST);
}

void EdgePass::keep(const SceneBuffers& once) const
{
    glActiveTexture(GL_TEXTURE0 + kEdgeUnit);
    glBindTexture(GL_TEXTURE_2D, edge_.name());
    glActiveTexture(GL_TEXTURE0 + kPictureUnit);
    glBindTexture(GL_TEXTURE_2D, once.colour());
    glActiveTexture(GL_TEXTURE0);
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_ALWAYS);
    glDepthMask(GL_TRUE);
    glDisable(GL_CULL_FACE);
    glDisable(GL_BLEND);
    keep_.use();
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDepthFunc(GL_LESS);
}

}  // namespace genu
