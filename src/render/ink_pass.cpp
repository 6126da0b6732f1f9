#include "render/ink_pass.hpp"

#include <algorithm>

#include "render/gl.hpp"

namespace genu {

namespace {

constexpr float kCutStrength = 0.55f;  // at least, where there are cut faces

float ink_width_px(const PictureView& view) { return std::max(1.0f, view.whole_height / 1000.0f); }

}  // namespace

Result<InkPass> InkPass::create(const fs::path& folder)
{
    auto marks = make_plain_shaders(folder, "mark.frag");
    auto line = Program::create(folder, {"screen.vert", "ink.frag"});
    Problems problems;
    if (!marks.ok()) append(problems, marks.problems());
    if (!line.ok()) append(problems, line.problems());
    if (!problems.empty()) return problems;
    InkPass made;
    made.marks_ = std::move(*marks);
    made.line_ = std::move(*line);
    made.colour_ = made.line_.place("u_colour");
    made.width_ = made.line_.place("u_width_px");
    made.strength_ = made.line_.place("u_strength");
    made.line_.use();
    Program::set(made.line_.place("t_mark"), 0);
    return made;
}

int InkPass::draw(const GpuModel& model, const SectionCaps& caps, const PictureView& view, const std::vector<DrawEntry>& entries, const InkLines& ink,
                  const SceneBuffers& buffers, PixelRect part) const
{
    const bool everything = ink.strength > 0;
    if (entries.empty() || (!everything && !(view.section.on && view.section.filled))) return 0;
    glEnable(GL_SCISSOR_TEST);
    glScissor(part.x, part.y, part.width, part.height);
    buffers.bind_mask();
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    glDisable(GL_BLEND);
    glDepthMask(GL_FALSE);
    model.bind();
    int triangles = 0;
    std::vector<int> ids;
    for (const DrawEntry& entry : entries) ids.push_back(static_cast<int>(entry.item->mesh) + 1);
    // What has faded behind a cut has no lines either.
    if (everything && view.fades_beyond < 0.5f) {
        glDisable(GL_CULL_FACE);
        glDepthFunc(GL_LEQUAL);
        std::size_t next = 0;
        for_each_by_section(marks_, entries, [&](const PlainShader& shader) { shader.begin(view); },
                            [&](const PlainShader& shader, const DrawEntry& entry) {
                                shader.set_id(ids[next++]);
                                triangles += model.draw(entry.item->mesh, entry.tolerance_m);
                            });
    }
    triangles += caps.draw_marks(model, view, entries, ids);

    glBindFramebuffer(GL_FRAMEBUFFER, buffers.framebuffer());
    glEnable(GL_SCISSOR_TEST);
    glScissor(part.x, part.y, part.width, part.height);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, buffers.mask());
    line_.use();
    Program::set(colour_, ink.colour);
    Program::set(width_, ink_width_px(view));
    const bool is_cut = view.section.on && view.section.filled;
    Program::set(strength_, is_cut ? std::max(ink.strength, kCutStrength) : ink.strength);
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDisable(GL_BLEND);
    glDisable(GL_SCISSOR_TEST);
    glEnable(GL_DEPTH_TEST);
    glDepthMask(GL_TRUE);
    return triangles;
}

}  // namespace genu
