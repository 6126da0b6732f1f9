#include "render/veil_pass.hpp"

#include <array>

#include "render/gl.hpp"

namespace genu {

namespace {

constexpr int kColourUnit = 2;
constexpr int kCoverUnit = 3;

GlTexture half_floats(glm::ivec2 size, GLint format, GLenum layout, GLenum attachment)
{
    GlTexture texture = GlTexture::make();
    glBindTexture(GL_TEXTURE_2D, texture.name());
    glTexImage2D(GL_TEXTURE_2D, 0, format, size.x, size.y, 0, layout, GL_HALF_FLOAT, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glFramebufferTexture2D(GL_FRAMEBUFFER, attachment, GL_TEXTURE_2D, texture.name(), 0);
    return texture;
}

}  // namespace

Result<VeilPass> VeilPass::create(const fs::path& folder)
{
    auto program = Program::create(folder, {"screen.vert", "veil.frag"});
    if (!program.ok()) return program.problems();
    VeilPass made;
    made.program_ = std::move(*program);
    made.program_.use();
    Program::set(made.program_.place("t_colour"), kColourUnit);
    Program::set(made.program_.place("t_cover"), kCoverUnit);
    return made;
}

bool VeilPass::begin(const SceneBuffers& buffers, PixelRect part)
{
    if (size_ != buffers.size() || depth_ != buffers.depth()) {
        size_ = buffers.size();
        depth_ = buffers.depth();
        glActiveTexture(GL_TEXTURE0 + kColourUnit);
        framebuffer_ = GlFramebuffer::make();
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
        colour_ = half_floats(size_, GL_RGBA16F, GL_RGBA, GL_COLOR_ATTACHMENT0);
        cover_ = half_floats(size_, GL_R16F, GL_RED, GL_COLOR_ATTACHMENT1);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_TEXTURE_2D, depth_, 0);
        const std::array<GLenum, 2> targets = {GL_COLOR_ATTACHMENT0, GL_COLOR_ATTACHMENT1};
        glDrawBuffers(2, targets.data());
        is_usable_ = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
        glActiveTexture(GL_TEXTURE0);
    }
    if (!is_usable_) {
        buffers.bind();
        return false;
    }
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
    const std::array<float, 4> nothing{};
    glEnable(GL_SCISSOR_TEST);
    glScissor(part.x, part.y, part.width, part.height);
    glClear(GL_STENCIL_BUFFER_BIT);
    glClearBufferfv(GL_COLOR, 0, nothing.data());
    glClearBufferfv(GL_COLOR, 1, nothing.data());
    glDisable(GL_SCISSOR_TEST);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE);
    glDepthMask(GL_FALSE);
    glDepthFunc(GL_LEQUAL);
    return true;
}

void VeilPass::finish(const SceneBuffers& buffers, PixelRect part) const
{
    buffers.bind();
    glActiveTexture(GL_TEXTURE0 + kColourUnit);
    glBindTexture(GL_TEXTURE_2D, colour_.name());
    glActiveTexture(GL_TEXTURE0 + kCoverUnit);
    glBindTexture(GL_TEXTURE_2D, cover_.name());
    glActiveTexture(GL_TEXTURE0);
    glEnable(GL_SCISSOR_TEST);
    glScissor(part.x, part.y, part.width, part.height);
    glEnable(GL_STENCIL_TEST);
    glStencilFunc(GL_NOTEQUAL, 0, 0xff);
    glStencilOp(GL_KEEP, GL_KEEP, GL_KEEP);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    program_.use();
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDisable(GL_BLEND);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_SCISSOR_TEST);
    glEnable(GL_DEPTH_TEST);
    glDepthMask(GL_TRUE);
}

}  // namespace genu
