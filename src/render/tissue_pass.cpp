#include "render/tissue_pass.hpp"

#include <algorithm>

#include "render/gl.hpp"
#include "render/section_caps.hpp"

namespace genu {

namespace {

/// The inside of a closed surface is never seen, unless the section opens it and no cut face closes it again.
void cull_back_faces(const GpuModel& model, const DrawEntry& entry, bool has_cut_face = false)
{
    const std::uint32_t mesh = entry.item->mesh;
    if (model.is_closed(mesh) && (!entry.is_cut || (has_cut_face && model.faces_outwards(mesh)))) glEnable(GL_CULL_FACE);
    else glDisable(GL_CULL_FACE);
}

/// A faded structure hides as much where it folds over itself as elsewhere. X-rayed ones add up, as on a film. Whatever has
/// a layer has a mark.
void one_layer_each(const DrawEntry& entry, int number)
{
    constexpr int kMarks = 254, kXrayed = 255;
    glStencilFunc(entry.item->xray ? GL_ALWAYS : GL_NOTEQUAL, entry.item->xray ? kXrayed : (number - 1) % kMarks + 1, 0xff);
}

}  // namespace

Result<TissuePass> TissuePass::create(const fs::path& folder)
{
    auto tissue = TissueShaders::create(folder);
    auto depth = make_plain_shaders(folder, "depth.frag");
    Problems problems;
    if (!tissue.ok()) append(problems, tissue.problems());
    if (!depth.ok()) append(problems, depth.problems());
    if (!problems.empty()) return problems;
    TissuePass made;
    made.tissue_ = std::move(*tissue);
    made.depth_ = std::move(*depth);
    return made;
}

int TissuePass::fill_depth(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries) const
{
    glDepthMask(GL_TRUE);
    glDepthFunc(GL_LESS);
    glDisable(GL_BLEND);
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
    int triangles = 0;
    for_each_by_section(depth_, entries, [&](const PlainShader& shader) { shader.begin(view); },
                        [&](const PlainShader&, const DrawEntry& entry) {
                            cull_back_faces(model, entry, SectionCaps::are_seen(view));
                            triangles += model.draw(entry.item->mesh, entry.tolerance_m);
                        });
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    return triangles;
}

/// Without drawing them: only whether anything of them would be seen.
int TissuePass::look_for_hidden(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& hidden)
{
    glDepthMask(GL_FALSE);
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
    int triangles = 0;
    for_each_by_section(depth_, hidden, [&](const PlainShader& shader) { shader.begin(view); },
                        [&](const PlainShader&, const DrawEntry& entry) {
                            cull_back_faces(model, entry, SectionCaps::are_seen(view));
                            hidden_.watch(entry);
                            triangles += model.draw(entry.item->mesh, entry.tolerance_m);
                            hidden_.watched();
                        });
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glDepthMask(GL_TRUE);
    return triangles;
}

TissuePass::Chosen TissuePass::choose(const PictureView& view, const std::vector<DrawEntry>& all, Visit visit)
{
    if (visit == Visit::still) return {all, {}};
    if (visit == Visit::first_look) hidden_.forget();
    hidden_.begin(view, all);
    Chosen chosen;
    for (const DrawEntry& entry : all) {
        if (!hidden_.hides(entry)) chosen.drawn.push_back(entry);
        else if (visit == Visit::moving && hidden_.asks(entry)) chosen.looked_for.push_back(entry);
    }
    return chosen;
}

int TissuePass::draw_solid(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& all, const Shadow* shadow, bool quick, Visit visit)
{
    const auto [entries, hidden] = choose(view, all, visit);
    const bool learns = visit == Visit::moving || visit == Visit::first_look;
    // Depth first: a pixel is shaded once, however many structures lie behind each other. A pixel that moves is shaded for
    // so little that going through all triangles twice would cost more.
    int triangles = quick ? 0 : fill_depth(model, view, entries);
    glDepthMask(GL_TRUE);
    glDisable(GL_BLEND);
    glDepthFunc(GL_LEQUAL);
    const TissueShader* current = nullptr;
    for (const DrawEntry& entry : entries) {
        TissueVariant variant = variant_for(entry, view, shadow);
        variant.is_quick = quick;
        const TissueShader& shader = tissue_.of(variant);
        if (current != &shader) shader.begin(view, shadow);
        current = &shader;
        cull_back_faces(model, entry, SectionCaps::are_seen(view));
        shader.set_item(entry, view, model.look(entry.item->mesh));
        if (learns) hidden_.watch(entry);
        triangles += model.draw(entry.item->mesh, entry.tolerance_m);
        if (learns) hidden_.watched();
    }
    return triangles + look_for_hidden(model, view, hidden);
}

int TissuePass::draw_layers(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries, bool quick)
{
    float nearest_m = 1e9f;
    for (const DrawEntry& entry : entries) nearest_m = std::min(nearest_m, std::max(0.0f, entry.nearest_m));
    // An orthographic eye is very far back.
    nearest_m += glm::distance(view.eye_m, view.middle_m) - view.depth_m(view.middle_m);
    glEnable(GL_STENCIL_TEST);
    glStencilOp(GL_KEEP, GL_KEEP, GL_REPLACE);
    int triangles = 0, number = 0;
    const TissueShader* current = nullptr;
    for (const DrawEntry& entry : entries) {
        TissueVariant variant = variant_for(entry, view, nullptr);
        variant.is_layer = true;
        variant.is_quick = quick;
        const TissueShader& shader = tissue_.of(variant);
        if (current != &shader) shader.begin(view, nullptr, nearest_m);
        current = &shader;
        cull_back_faces(model, entry);
        one_layer_each(entry, ++number);
        shader.set_item(entry, view, model.look(entry.item->mesh));
        triangles += model.draw(entry.item->mesh, entry.tolerance_m);
    }
    glDisable(GL_STENCIL_TEST);
    return triangles;
}

int TissuePass::draw_see_through(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries)
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

        const TissueShader& shader = tissue_.of(variant_for(entry, view, nullptr));
        glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
        glDepthFunc(GL_LEQUAL);
        shader.begin(view, nullptr);
        shader.set_item(entry, view, model.look(entry.item->mesh));
        triangles += model.draw(entry.item->mesh, entry.tolerance_m);
    }
    glDisable(GL_BLEND);
    return triangles;
}

}  // namespace genu
