#include "render/scene_buffers.hpp"

#include "render/gl.hpp"

namespace genu {

namespace {

GlTexture colour_texture(glm::ivec2 size, GLint format, GLenum layout)
{
    GlTexture texture = GlTexture::make();
    glBindTexture(GL_TEXTURE_2D, texture.name());
    glTexImage2D(GL_TEXTURE_2D, 0, format, size.x, size.y, 0, layout, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return texture;
}

GlFramebuffer with_texture(const GlTexture& colour, const GlTexture* depth)
{
    GlFramebuffer framebuffer = GlFramebuffer::make();
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.name());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour.name(), 0);
    if (depth) glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_TEXTURE_2D, depth->name(), 0);
    return framebuffer;
}

}  // namespace

bool SceneBuffers::fit(glm::ivec2 size)
{
    if (size == size_) return false;
    size_ = size;
    colour_ = colour_texture(size, GL_RGBA8, GL_RGBA);
    mask_ = colour_texture(size, GL_RG8, GL_RG);
    depth_ = GlTexture::make();
    glBindTexture(GL_TEXTURE_2D, depth_.name());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_DEPTH24_STENCIL8, size.x, size.y, 0, GL_DEPTH_STENCIL, GL_UNSIGNED_INT_24_8, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    framebuffer_ = with_texture(colour_, &depth_);
    colour_framebuffer_ = with_texture(colour_, nullptr);
    mask_framebuffer_ = with_texture(mask_, &depth_);
    return true;
}

void SceneBuffers::bind() const
{
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
    glViewport(0, 0, size_.x, size_.y);
}

void SceneBuffers::bind_mask() const { glBindFramebuffer(GL_FRAMEBUFFER, mask_framebuffer_.name()); }

}  // namespace genu
