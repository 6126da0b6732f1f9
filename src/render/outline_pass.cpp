#include "render/outline_pass.hpp"

#include <algorithm>

#include "render/gl.hpp"

namespace genu {

namespace {

/// About two points on a usual screen, growing with the picture.
float outline_width_px(const PictureView& view) { return std::max(1.6f, view.whole_height / 380.0f); }

}  // namespace

Result<OutlinePass> OutlinePass::create(const fs::path& folder)
{
    auto mask = make_plain_shaders(folder, "mask.frag");
    auto line = Program::create(folder, {"screen.vert", "outline.frag"});
    Problems problems;
    if (!mask.ok()) append(problems, mask.problems());
    if (!line.ok()) append(problems, line.problems());
    if (!problems.empty()) return problems;
    OutlinePass made;
    made.mask_ = std::move(*mask);
    made.line_ = std::move(*line);
    made.colour_ = made.line_.place("u_colour");
    made.texel_ = made.line_.place("u_texel");
    made.width_ = made.line_.place("u_width_px");
    made.line_.use();
    Program::set(made.line_.place("t_mask"), 0);
    return made;
}

int OutlinePass::draw(const GpuModel& model, const SectionCaps& caps, const PictureView& view, const std::vector<DrawEntry>& selected, glm::vec3 colour,
                      const SceneBuffers& buffers) const
{
    if (selected.empty()) return 0;
    Bounds all;
    for (const DrawEntry& entry : selected) all.add(entry.bounds);
    const float width = outline_width_px(view);
    const PixelRect part = covered_pixels(all, view, static_cast<int>(width) + 2);
    glEnable(GL_SCISSOR_TEST);
    glScissor(part.x, part.y, part.width, part.height);

    buffers.bind_mask();
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    glDepthMask(GL_FALSE);
    glDisable(GL_CULL_FACE);
    glDisable(GL_BLEND);
    model.bind();
    int triangles = 0;
    for (const bool only_seen : {false, true}) {
        glColorMask(!only_seen, only_seen, GL_FALSE, GL_FALSE);
        if (only_seen) glEnable(GL_DEPTH_TEST);
        else glDisable(GL_DEPTH_TEST);
        glDepthFunc(GL_LEQUAL);
        for_each_by_section(mask_, selected, [&](const PlainShader& shader) { shader.begin(view); },
                            [&](const PlainShader&, const DrawEntry& entry) { triangles += model.draw(entry.item->mesh, entry.tolerance_m); });
    }
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    triangles += caps.draw_mask(model, view, selected, {true, true});
    glEnable(GL_SCISSOR_TEST);
    glScissor(part.x, part.y, part.width, part.height);

    glBindFramebuffer(GL_FRAMEBUFFER, buffers.framebuffer());
    glDisable(GL_DEPTH_TEST);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, buffers.mask());
    line_.use();
    Program::set(colour_, colour);
    Program::set(texel_, 1.0f / glm::vec2(view.size));
    Program::set(width_, width);
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDisable(GL_BLEND);
    glDisable(GL_SCISSOR_TEST);
    glDepthMask(GL_TRUE);
    return triangles;
}

}  // namespace genu
