#include "render/ambient_pass.hpp"

#include <algorithm>

#include "render/gl.hpp"

namespace genu {

namespace {

constexpr float kRadius_m = 0.018f;      // about half a muscle's breadth
constexpr float kLeastRadius_px = 5;     // of the finished picture: from afar, folds between muscles still show
constexpr int kDepthUnit = 2;
constexpr int kOpenUnit = 3;

GlFramebuffer over(GlTexture& texture, glm::ivec2 size)
{
    texture = GlTexture::make();
    glBindTexture(GL_TEXTURE_2D, texture.name());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.x, size.y, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    GlFramebuffer framebuffer = GlFramebuffer::make();
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.name());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture.name(), 0);
    return framebuffer;
}

PixelRect scaled(PixelRect r, int divisor)
{
    const int x = r.x / divisor, y = r.y / divisor;
    return {x, y, (r.x + r.width + divisor - 1) / divisor - x, (r.y + r.height + divisor - 1) / divisor - y};
}

}  // namespace

Result<AmbientPass::Step> AmbientPass::step(const fs::path& folder, const std::string& fragment)
{
    auto program = Program::create(folder, {"screen.vert", fragment});
    if (!program.ok()) return program.problems();
    Step made;
    made.program = std::move(*program);
    made.unproject = made.program.place("u_unproject");
    made.perspective = made.program.place("u_perspective");
    made.program.use();
    Program::set(made.program.place("t_depth"), kDepthUnit);
    Program::set(made.program.place("t_open"), kOpenUnit);
    return made;
}

Result<AmbientPass> AmbientPass::create(const fs::path& folder)
{
    auto open = step(folder, "ambient.frag");
    auto blur = step(folder, "ambient_blur.frag");
    auto apply = step(folder, "ambient_apply.frag");
    Problems problems;
    if (!open.ok()) append(problems, open.problems());
    if (!blur.ok()) append(problems, blur.problems());
    if (!apply.ok()) append(problems, apply.problems());
    if (!problems.empty()) return problems;
    AmbientPass made;
    made.open_ = std::move(*open);
    made.blur_ = std::move(*blur);
    made.apply_ = std::move(*apply);
    made.radius_ = made.open_.program.place("u_radius_m");
    made.reach_ = made.open_.program.place("u_reach");
    made.beyond_ = made.apply_.program.place("u_beyond");
    made.beyond_span_ = made.apply_.program.place("u_backdrop_span");
    return made;
}

void AmbientPass::fit(glm::ivec2 size)
{
    if (size == size_) return;
    size_ = size;
    ++number_;
    glActiveTexture(GL_TEXTURE0 + kOpenUnit);
    rough_framebuffer_ = over(rough_, size);
    smooth_framebuffer_ = over(smooth_, size);
}

void AmbientPass::begin(const Step& step, const PictureView& view, unsigned framebuffer, glm::ivec2 size, PixelRect part) const
{
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glViewport(0, 0, size.x, size.y);
    glScissor(part.x, part.y, part.width, part.height);
    step.program.use();
    Program::set(step.unproject, glm::inverse(view.projection));
    Program::set(step.perspective, view.orthographic ? 0.0f : 1.0f);
}

/// How open each place is, at the small size.
void AmbientPass::find(const PictureView& view, const SceneBuffers& buffers, PixelRect small)
{
    begin(open_, view, rough_framebuffer_.name(), size_, small);
    const float pixel_m = view.pixel_size_m(std::max(0.05f, view.depth_m(view.middle_m))) * static_cast<float>(buffers.size().y) / static_cast<float>(2 * size_.y);
    const float radius_m = std::max(kRadius_m, kLeastRadius_px * pixel_m);
    Program::set(radius_, radius_m);
    Program::set(reach_, 0.5f * radius_m * glm::vec2(view.projection[0][0], view.projection[1][1]));
    glDrawArrays(GL_TRIANGLES, 0, 3);

    glBindTexture(GL_TEXTURE_2D, rough_.name());
    begin(blur_, view, smooth_framebuffer_.name(), size_, small);
    glDrawArrays(GL_TRIANGLES, 0, 3);
    ++number_;
}

void AmbientPass::draw(const PictureView& view, const SceneBuffers& buffers, int samples, PixelRect part, std::uint64_t& known)
{
    const int divisor = samples > 1 ? 4 : 2;
    fit(glm::max(buffers.size() / divisor, glm::ivec2(1)));
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_BLEND);
    glDepthMask(GL_FALSE);
    glEnable(GL_SCISSOR_TEST);
    glActiveTexture(GL_TEXTURE0 + kDepthUnit);
    glBindTexture(GL_TEXTURE_2D, buffers.depth());
    glActiveTexture(GL_TEXTURE0 + kOpenUnit);

    if (known == 0 || known != number_) find(view, buffers, scaled(part, divisor));
    known = number_;

    glBindTexture(GL_TEXTURE_2D, smooth_.name());
    begin(apply_, view, buffers.colour_framebuffer(), buffers.size(), part);
    // The section plane as the eye sees it.
    const glm::vec3 normal = glm::mat3(view.view) * view.section.normal;
    Program::set(beyond_, glm::vec4(normal, view.section.offset_m + glm::dot(normal, glm::vec3(view.view[3]))));
    Program::set(beyond_span_, glm::vec4(0, 0, 1, view.fades_beyond));
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_ZERO, GL_SRC_COLOR, GL_ZERO, GL_ONE);
    glDrawArrays(GL_TRIANGLES, 0, 3);

    glDisable(GL_BLEND);
    glDisable(GL_SCISSOR_TEST);
    glEnable(GL_DEPTH_TEST);
    glDepthMask(GL_TRUE);
    glActiveTexture(GL_TEXTURE0 + kDepthUnit);
    glBindTexture(GL_TEXTURE_2D, 0);
    glActiveTexture(GL_TEXTURE0);
    buffers.bind();
}

}  // namespace genu
