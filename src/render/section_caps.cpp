#include "render/section_caps.hpp"

#include <algorithm>

#include "render/gl.hpp"

namespace genu {

namespace {

float volume_of(const Bounds& b)
{
    const glm::vec3 size = b.high - b.low;
    return size.x * size.y * size.z;
}

/// Largest first: what lies inside another structure (bone in skin, marrow in bone) is painted over it.
std::vector<std::size_t> capped(const GpuModel& model, const std::vector<DrawEntry>& entries)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].is_cut && model.is_closed(entries[i].item->mesh)) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return volume_of(entries[a].bounds) > volume_of(entries[b].bounds); });
    return order;
}

bool is_seen_from_cut_side(const PictureView& view) { return view.section.filled && glm::dot(view.section.normal, view.eye_m) > view.section.offset_m; }

}  // namespace

Result<SectionCaps::CapProgram> SectionCaps::cap_program(const fs::path& folder, const std::string& fragment)
{
    auto program = Program::create(folder, {"cap.vert", fragment});
    if (!program.ok()) return program.problems();
    CapProgram made;
    made.program = std::move(*program);
    made.item = ItemUniforms(made.program);
    made.view_projection = made.program.place("u_view_projection");
    made.centre = made.program.place("u_centre");
    made.side_a = made.program.place("u_side_a");
    made.side_b = made.program.place("u_side_b");
    made.normal = made.program.place("u_normal");
    made.id = made.program.place("u_id");
    made.program.use();
    Program::set(made.program.place("t_noise"), kNoiseUnit);
    return made;
}

Result<SectionCaps> SectionCaps::create(const fs::path& folder)
{
    auto count = PlainShader::create(folder, "depth.frag", {"SECTION"});
    auto colour = cap_program(folder, "cap.frag");
    auto mask = cap_program(folder, "cap_mask.frag");
    auto mark = cap_program(folder, "cap_mark.frag");
    auto id = cap_program(folder, "cap_pick.frag");
    Problems problems;
    if (!count.ok()) append(problems, count.problems());
    if (!colour.ok()) append(problems, colour.problems());
    if (!mask.ok()) append(problems, mask.problems());
    if (!mark.ok()) append(problems, mark.problems());
    if (!id.ok()) append(problems, id.problems());
    if (!problems.empty()) return problems;
    SectionCaps made;
    made.count_ = std::move(*count);
    made.colour_ = std::move(*colour);
    made.mask_ = std::move(*mask);
    made.mark_ = std::move(*mark);
    made.id_ = std::move(*id);
    return made;
}

/// One square for all caps: the same triangles give the same depth, so that later caps reliably paint over earlier ones.
void SectionCaps::begin(const CapProgram& cap, const PictureView& view, const Bounds& all) const
{
    const glm::vec3 n = view.section.normal;
    const glm::vec3 centre = all.centre() - n * (glm::dot(n, all.centre()) - view.section.offset_m);
    const glm::vec3 a = glm::normalize(glm::cross(n, std::abs(n.y) < 0.9f ? glm::vec3(0, 1, 0) : glm::vec3(1, 0, 0)));
    const float reach = 1.5f * all.radius();
    cap.program.use();
    Program::set(cap.view_projection, view.view_projection);
    Program::set(cap.centre, centre);
    Program::set(cap.side_a, reach * a);
    Program::set(cap.side_b, reach * glm::cross(n, a));
    Program::set(cap.normal, n);
    cap.item.set_view(view);
}

template <class SetItem>
int SectionCaps::draw_with(const CapProgram& cap, const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries, glm::bvec4 channels,
                           SetItem set_item) const
{
    if (!view.section.on || !is_seen_from_cut_side(view)) return 0;
    const std::vector<std::size_t> order = capped(model, entries);
    if (order.empty()) return 0;
    Bounds all;
    for (const std::size_t i : order) all.add(entries[i].bounds);
    begin(cap, view, all);

    glClear(GL_STENCIL_BUFFER_BIT);
    glEnable(GL_STENCIL_TEST);
    glEnable(GL_SCISSOR_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_BLEND);
    int triangles = 0;
    for (const std::size_t i : order) {
        const PixelRect part = covered_pixels(entries[i].bounds, view, 1);
        glScissor(part.x, part.y, part.width, part.height);
        glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
        glDepthMask(GL_FALSE);
        glDisable(GL_DEPTH_TEST);
        glStencilFunc(GL_ALWAYS, 0, 1);
        glStencilOp(GL_KEEP, GL_KEEP, GL_INVERT);
        count_.begin(view);
        model.bind();
        triangles += model.draw(entries[i].item->mesh, entries[i].tolerance_m);

        glColorMask(channels.x, channels.y, channels.z, channels.w);
        glDepthMask(GL_TRUE);
        glEnable(GL_DEPTH_TEST);
        glDepthFunc(GL_LEQUAL);
        glStencilFunc(GL_EQUAL, 1, 1);
        // Drawing the cap wipes the count for the next one.
        glStencilOp(GL_ZERO, GL_ZERO, GL_ZERO);
        cap.program.use();
        set_item(cap, i);
        glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
        triangles += 2;
    }
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_STENCIL_TEST);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    return triangles;
}

int SectionCaps::draw(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries) const
{
    return draw_with(colour_, model, view, entries, glm::bvec4(true), [&](const CapProgram& cap, std::size_t i) { cap.item.set_item(entries[i], view); });
}

int SectionCaps::draw_mask(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries, glm::bvec2 channels) const
{
    return draw_with(mask_, model, view, entries, {channels, false, false}, [](const CapProgram&, std::size_t) {});
}

int SectionCaps::draw_marks(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries, const std::vector<int>& ids) const
{
    return draw_with(mark_, model, view, entries, glm::bvec4(true), [&](const CapProgram& cap, std::size_t i) { Program::set(cap.id, ids[i]); });
}

int SectionCaps::draw_ids(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries, const std::vector<int>& ids) const
{
    return draw_with(id_, model, view, entries, glm::bvec4(true), [&](const CapProgram& cap, std::size_t i) { Program::set(cap.id, ids[i]); });
}

}  // namespace genu
