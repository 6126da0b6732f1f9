#include "render/target.hpp"

#include <algorithm>

#include "render/gl.hpp"

namespace genu {

namespace {

void make_straight(Image& image)
{
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
        const unsigned alpha = image.rgba[i + 3];
        if (alpha == 255 || alpha == 0) continue;
        for (std::size_t c = 0; c < 3; ++c) {
            image.rgba[i + c] = static_cast<std::uint8_t>(std::min(255u, (image.rgba[i + c] * 255u + alpha / 2) / alpha));
        }
    }
}

/// Copies `source` with its top left at `where` of a surface `height` pixels tall, whose rows count from below.
void blit(unsigned source, glm::ivec2 size, PixelRect where, int height)
{
    const int width = std::min(size.x, where.width);
    const int rows = std::min(size.y, where.height);
    const int top = height - where.y;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, source);
    glDisable(GL_SCISSOR_TEST);
    glBlitFramebuffer(0, size.y - rows, width, size.y, where.x, top - rows, where.x + width, top, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

}  // namespace

OffscreenTarget::OffscreenTarget(glm::ivec2 size) { resize(size); }

void OffscreenTarget::resize(glm::ivec2 size)
{
    size = glm::max(size, glm::ivec2(1));
    if (size == size_) return;
    size_ = size;
    content_ = 0;
    colour_ = GlTexture::make();
    glBindTexture(GL_TEXTURE_2D, colour_.name());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.x, size.y, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    framebuffer_ = GlFramebuffer::make();
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour_.name(), 0);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

Image OffscreenTarget::read() const
{
    const auto row = 4 * static_cast<std::size_t>(size_.x);
    std::vector<std::uint8_t> bottom_up(row * static_cast<std::size_t>(size_.y));
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.name());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, size_.x, size_.y, GL_RGBA, GL_UNSIGNED_BYTE, bottom_up.data());
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);

    Image image{size_.x, size_.y, std::vector<std::uint8_t>(bottom_up.size())};
    for (std::size_t y = 0; y < static_cast<std::size_t>(size_.y); ++y) {
        const auto* from = &bottom_up[(static_cast<std::size_t>(size_.y) - 1 - y) * row];
        std::copy(from, from + row, &image.rgba[y * row]);
    }
    make_straight(image);
    return image;
}

void OffscreenTarget::blit_to_default(PixelRect where, int window_height) const
{
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    blit(framebuffer_.name(), size_, where, window_height);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

void OffscreenTarget::blit_to(const OffscreenTarget& other, PixelRect where) const
{
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, other.framebuffer());
    other.content_ = 0;
    blit(framebuffer_.name(), size_, where, other.size().y);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

void OffscreenTarget::bind() const
{
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
    glViewport(0, 0, size_.x, size_.y);
    content_ = 0;
}

}  // namespace genu
