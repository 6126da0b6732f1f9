#include "render/scene_buffers.hpp"

#include <algorithm>

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

GlRenderbuffer storage(glm::ivec2 size, int samples, GLenum format)
{
    GlRenderbuffer buffer = GlRenderbuffer::make();
    glBindRenderbuffer(GL_RENDERBUFFER, buffer.name());
    if (samples > 1) glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, format, size.x, size.y);
    else glRenderbufferStorage(GL_RENDERBUFFER, format, size.x, size.y);
    return buffer;
}

GlFramebuffer with_texture(const GlTexture& colour, const GlRenderbuffer& depth)
{
    GlFramebuffer framebuffer = GlFramebuffer::make();
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.name());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour.name(), 0);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, depth.name());
    return framebuffer;
}

}  // namespace

void SceneBuffers::fit(glm::ivec2 size, int samples)
{
    GLint most = 1;
    glGetIntegerv(GL_MAX_SAMPLES, &most);
    samples = std::clamp(samples, 1, std::max(1, most));
    if (size == size_ && samples == samples_) return;
    size_ = size;
    samples_ = samples;
    colour_ = colour_texture(size, GL_RGBA8, GL_RGBA);
    mask_ = colour_texture(size, GL_RG8, GL_RG);
    depth_ = storage(size, 1, GL_DEPTH24_STENCIL8);
    single_ = with_texture(colour_, depth_);
    mask_framebuffer_ = with_texture(mask_, depth_);
    many_ = GlFramebuffer();
    many_colour_ = GlRenderbuffer();
    many_depth_ = GlRenderbuffer();
    if (samples == 1) return;
    many_colour_ = storage(size, samples, GL_RGBA8);
    many_depth_ = storage(size, samples, GL_DEPTH24_STENCIL8);
    many_ = GlFramebuffer::make();
    glBindFramebuffer(GL_FRAMEBUFFER, many_.name());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, many_colour_.name());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, many_depth_.name());
}

void SceneBuffers::bind() const
{
    glBindFramebuffer(GL_FRAMEBUFFER, many_ ? many_.name() : single_.name());
    glViewport(0, 0, size_.x, size_.y);
}

void SceneBuffers::resolve(bool with_depth) const
{
    if (many_) {
        glBindFramebuffer(GL_READ_FRAMEBUFFER, many_.name());
        glBindFramebuffer(GL_DRAW_FRAMEBUFFER, single_.name());
        glBlitFramebuffer(0, 0, size_.x, size_.y, 0, 0, size_.x, size_.y, GL_COLOR_BUFFER_BIT, GL_NEAREST);
        if (with_depth) glBlitFramebuffer(0, 0, size_.x, size_.y, 0, 0, size_.x, size_.y, GL_DEPTH_BUFFER_BIT, GL_NEAREST);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, single_.name());
}

void SceneBuffers::bind_mask() const { glBindFramebuffer(GL_FRAMEBUFFER, mask_framebuffer_.name()); }

}  // namespace genu
