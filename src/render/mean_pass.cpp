#include "render/mean_pass.hpp"

#include "render/gl.hpp"

namespace genu {

Result<MeanPass> MeanPass::create(const fs::path& folder)
{
    auto program = Program::create(folder, {"screen.vert", "mean.frag"});
    if (!program.ok()) return program.problems();
    MeanPass made;
    made.program_ = std::move(*program);
    made.program_.use();
    Program::set(made.program_.place("t_picture"), 0);
    return made;
}

bool MeanPass::prepare(Refinement& still)
{
    if (still.mean_) return still.is_usable_;
    // Eight bits would lose what each look adds.
    still.mean_ = GlTexture::make();
    still.framebuffer_ = GlFramebuffer::make();
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, still.mean_.name());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA16F, still.size_.x, still.size_.y, 0, GL_RGBA, GL_HALF_FLOAT, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, still.framebuffer_.name());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, still.mean_.name(), 0);
    still.is_usable_ = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    return still.is_usable_;
}

void MeanPass::add(const SceneBuffers& buffers, Refinement& still, PixelRect part) const
{
    glBindFramebuffer(GL_FRAMEBUFFER, still.framebuffer_.name());
    glViewport(0, 0, still.size_.x, still.size_.y);
    glEnable(GL_SCISSOR_TEST);
    glScissor(part.x, part.y, part.width, part.height);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_CULL_FACE);
    if (still.looks_ > 0) {
        glEnable(GL_BLEND);
        glBlendColor(0, 0, 0, 1.0f / static_cast<float>(still.looks_ + 1));
        glBlendFunc(GL_CONSTANT_ALPHA, GL_ONE_MINUS_CONSTANT_ALPHA);
    }
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, buffers.colour());
    program_.use();
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDisable(GL_BLEND);
    glDisable(GL_SCISSOR_TEST);
    ++still.looks_;
}

void MeanPass::show(const Refinement& still, const OffscreenTarget& target, PixelRect part) const
{
    target.bind();
    glEnable(GL_SCISSOR_TEST);
    glScissor(part.x, part.y, part.width, part.height);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, still.mean_.name());
    program_.use();
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDisable(GL_SCISSOR_TEST);
}

}  // namespace genu
