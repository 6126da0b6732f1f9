#include "render/tissue_pass.hpp"

#include "render/gl.hpp"

namespace genu {

namespace {

/// The inside of a closed surface is never seen, unless the section opens it.
void cull_back_faces(const GpuModel& model, const DrawEntry& entry)
{
    if (model.is_closed(entry.item->mesh) && !entry.is_cut) glEnable(GL_CULL_FACE);
    else glDisable(GL_CULL_FACE);
}

}  // namespace

Result<TissuePass> TissuePass::create(const fs::path& folder)
{
    auto lit = make_tissue_shaders(folder, false);
    auto shadowed = make_tissue_shaders(folder, true);
    auto depth = make_plain_shaders(folder, "depth.frag");
    Problems problems;
    if (!lit.ok()) append(problems, lit.problems());
    if (!shadowed.ok()) append(problems, shadowed.problems());
    if (!depth.ok()) append(problems, depth.problems());
    if (!problems.empty()) return problems;
    TissuePass made;
    made.lit_ = std::move(*lit);
    made.shadowed_ = std::move(*shadowed);
    made.depth_ = std::move(*depth);
    return made;
}

int TissuePass::draw_solid(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries, const Shadow* shadow) const
{
    glDepthMask(GL_TRUE);
    glDepthFunc(GL_LESS);
    glDisable(GL_BLEND);
    int triangles = 0;
    for_each_by_section(shadow ? shadowed_ : lit_, entries, [&](const TissueShader& shader) { shader.begin(view, shadow); },
                        [&](const TissueShader& shader, const DrawEntry& entry) {
                            cull_back_faces(model, entry);
                            shader.set_item(entry, view);
                            triangles += model.draw(entry.item->mesh, entry.tolerance_m);
                        });
    return triangles;
}

int TissuePass::draw_see_through(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries) const
{
    glDepthMask(GL_TRUE);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    int triangles = 0;
    for (const DrawEntry& entry : entries) {
        cull_back_faces(model, entry);
        const PlainShader& depth = entry.is_cut ? depth_.cut : depth_.whole;
        glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
        glDepthFunc(GL_LESS);
        depth.begin(view);
        triangles += model.draw(entry.item->mesh, entry.tolerance_m);

        const TissueShader& shader = entry.is_cut ? lit_.cut : lit_.whole;
        glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
        glDepthFunc(GL_LEQUAL);
        shader.begin(view, nullptr);
        shader.set_item(entry, view);
        triangles += model.draw(entry.item->mesh, entry.tolerance_m);
    }
    glDisable(GL_BLEND);
    return triangles;
}

}  // namespace genu
