#include "render/pick_pass.hpp"

#include <array>
#include <cstring>

#include "render/gl.hpp"

namespace genu {

namespace {

std::optional<PickedPoint> point_of(const std::array<GLuint, 4>& hit)
{
    if (hit[0] == 0) return std::nullopt;
    PickedPoint point{hit[0] - 1, {}};
    std::memcpy(&point.point_m, &hit[1], sizeof point.point_m);
    return point;
}

}  // namespace

Result<PickPass> PickPass::create(const fs::path& folder)
{
    auto ids = make_plain_shaders(folder, "pick.frag");
    if (!ids.ok()) return ids.problems();
    PickPass made;
    made.ids_ = std::move(*ids);
    made.hit_ = GlRenderbuffer::make();
    made.depth_ = GlRenderbuffer::make();
    made.framebuffer_ = GlFramebuffer::make();
    made.bind({1, 1});
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    return made;
}

void PickPass::bind(glm::ivec2 size)
{
    if (size != size_) {
        glBindRenderbuffer(GL_RENDERBUFFER, hit_.name());
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA32UI, size.x, size.y);
        glBindRenderbuffer(GL_RENDERBUFFER, depth_.name());
        glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, size.x, size.y);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, hit_.name());
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, depth_.name());
        size_ = size;
    }
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
    glViewport(0, 0, size.x, size.y);
}

std::vector<std::optional<PickedPoint>> PickPass::map(const GpuModel& model, const SectionCaps& caps, const PictureView& view, const std::vector<DrawEntry>& entries) const
{
    draw(model, caps, view, entries);
    std::vector<std::array<GLuint, 4>> hits(static_cast<std::size_t>(size_.x) * static_cast<std::size_t>(size_.y));
    glReadPixels(0, 0, size_.x, size_.y, GL_RGBA_INTEGER, GL_UNSIGNED_INT, hits.data());
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    std::vector<std::optional<PickedPoint>> points(hits.size());
    for (std::size_t i = 0; i < hits.size(); ++i) points[i] = point_of(hits[i]);
    return points;
}

std::optional<PickedPoint> PickPass::pick(const GpuModel& model, const SectionCaps& caps, const PictureView& view, const std::vector<DrawEntry>& entries) const
{
    draw(model, caps, view, entries);
    std::array<GLuint, 4> hit{};
    glReadPixels(0, 0, 1, 1, GL_RGBA_INTEGER, GL_UNSIGNED_INT, hit.data());
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    return point_of(hit);
}

void PickPass::draw(const GpuModel& model, const SectionCaps& caps, const PictureView& view, const std::vector<DrawEntry>& entries) const
{
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LESS);
    glDepthMask(GL_TRUE);
    const std::array<GLuint, 4> nothing{};
    glClearBufferuiv(GL_COLOR, 0, nothing.data());
    glClearBufferfi(GL_DEPTH_STENCIL, 0, 1.0f, 0);
    model.bind();
    std::vector<int> ids;
    for (const DrawEntry& entry : entries) ids.push_back(entry.item->only_cut ? 0 : static_cast<int>(entry.item->mesh) + 1);
    std::size_t next = 0;
    for_each_by_section(ids_, entries, [&](const PlainShader& shader) { shader.begin(view); },
                        [&](const PlainShader& shader, const DrawEntry& entry) {
                            shader.set_id(ids[next++]);
                            if (entry.item->only_cut) return;
                            model.draw(entry.item->mesh, entry.tolerance_m);
                        });
    caps.draw_ids(model, view, entries, ids);
}

}  // namespace genu
