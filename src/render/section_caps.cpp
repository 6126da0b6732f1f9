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

constexpr float kShaftOfBreadth = 0.055f;  // a long bone's wall, as a share of the breadth of its ends
constexpr float kLongBone = 3.5f;          // times as long as broad

// The stencil's top bit tells what is cut, the others count how often the inside is entered.
constexpr unsigned kCutBit = 0x80;

glm::vec3 longest_axis(glm::vec3 size)
{
    return size.y >= size.x && size.y >= size.z ? glm::vec3(0, 1, 0) : size.x >= size.z ? glm::vec3(1, 0, 0) : glm::vec3(0, 0, 1);
}

SectionCaps::Layer layer_of(const DrawEntry& entry, const TissueLook& look)
{
    SectionCaps::Layer layer;
    layer.everywhere_m = look.shell_m;
    layer.tendon_m = look.tendon_m;
    if (look.cut != CutFace::spongy) return layer;
    const glm::vec3 size = entry.bounds.high - entry.bounds.low, axis = longest_axis(size);
    const float length = glm::dot(axis, size), breadth = std::max({size.x * (1 - axis.x), size.y * (1 - axis.y), size.z * (1 - axis.z)});
    if (length < kLongBone * breadth) return layer;
    layer.shaft_m = kShaftOfBreadth * breadth;
    layer.shaft = glm::vec4(axis / length, -glm::dot(axis, entry.bounds.low) / length);
    return layer;
}


}  // namespace

bool SectionCaps::are_seen(const PictureView& view)
{
    return view.section.on && view.section.filled && glm::dot(view.section.normal, view.eye_m) > view.section.offset_m;
}

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
    made.inside = made.program.place("u_inside");
    made.fibre = made.program.place("u_fibre");
    made.shaft = made.program.place("u_shaft");
    made.program.use();
    Program::set(made.program.place("t_noise"), kNoiseUnit);
    return made;
}

Result<SectionCaps::InsideProgram> SectionCaps::inside_program(const fs::path& folder)
{
    auto program = Program::create(folder, {"cap_inside.vert", "depth.frag", {"SECTION"}});
    if (!program.ok()) return program.problems();
    InsideProgram made;
    made.program = std::move(*program);
    made.view_projection = made.program.place("u_view_projection");
    made.mirror = made.program.place("u_mirror");
    made.section = made.program.place("u_section");
    made.layer = made.program.place("u_layer");
    made.shaft = made.program.place("u_shaft");
    return made;
}

Result<SectionCaps> SectionCaps::create(const fs::path& folder)
{
    auto count = PlainShader::create(folder, "depth.frag", {"SECTION"});
    auto inside = inside_program(folder);
    auto colour = cap_program(folder, "cap.frag");
    auto mask = cap_program(folder, "cap_mask.frag");
    auto mark = cap_program(folder, "cap_mark.frag");
    auto id = cap_program(folder, "cap_pick.frag");
    Problems problems;
    if (!count.ok()) append(problems, count.problems());
    if (!inside.ok()) append(problems, inside.problems());
    if (!colour.ok()) append(problems, colour.problems());
    if (!mask.ok()) append(problems, mask.problems());
    if (!mark.ok()) append(problems, mark.problems());
    if (!id.ok()) append(problems, id.problems());
    if (!problems.empty()) return problems;
    SectionCaps made;
    made.count_ = std::move(*count);
    made.inside_ = std::move(*inside);
    made.colour_ = std::move(*colour);
    made.mask_ = std::move(*mask);
    made.mark_ = std::move(*mark);
    made.id_ = std::move(*id);
    return made;
}

/// One square for all caps and in all passes: the same triangles give the same depth, so that later caps reliably paint
/// over earlier ones, and a pass that draws only some of them still finds them where the first has left their depth.
void SectionCaps::begin(const CapProgram& cap, const PictureView& view) const
{
    const glm::vec3 n = view.section.normal;
    const glm::vec3 centre = view.middle_m - n * (glm::dot(n, view.middle_m) - view.section.offset_m);
    const glm::vec3 a = glm::normalize(glm::cross(n, std::abs(n.y) < 0.9f ? glm::vec3(0, 1, 0) : glm::vec3(1, 0, 0)));
    constexpr float reach = 2;  // metres: more than a leg, wherever one looks
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
                           SetItem set_item, bool with_inside) const
{
    if (!are_seen(view)) return 0;
    const std::vector<std::size_t> order = capped(model, entries);
    if (order.empty()) return 0;
    begin(cap, view);

    glClear(GL_STENCIL_BUFFER_BIT);
    glEnable(GL_STENCIL_TEST);
    glEnable(GL_SCISSOR_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_BLEND);
    int triangles = 0;
    for (const std::size_t i : order) {
        // Elsewhere the plane does not meet it, whatever is counted there.
        const PixelRect part = cut_pixels(entries[i].bounds, view, 1);
        if (part.width <= 0 || part.height <= 0) continue;
        glScissor(part.x, part.y, part.width, part.height);
        glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
        glDepthMask(GL_FALSE);
        glDisable(GL_DEPTH_TEST);
        glStencilMask(kCutBit);
        glStencilFunc(GL_ALWAYS, 0, kCutBit);
        glStencilOp(GL_KEEP, GL_KEEP, GL_INVERT);
        count_.begin(view);
        model.bind();
        triangles += model.draw(entries[i].item->mesh, entries[i].tolerance_m);

        const Layer layer = with_inside ? layer_of(entries[i], model.look(entries[i].item->mesh)) : Layer{};
        if (layer.there()) triangles += count_inside(model, view, entries[i], layer);

        glColorMask(channels.x, channels.y, channels.z, channels.w);
        glDepthMask(GL_TRUE);
        glEnable(GL_DEPTH_TEST);
        glDepthFunc(GL_LEQUAL);
        glStencilMask(0xff);
        cap.program.use();
        set_item(cap, i);
        if (layer.there()) {
            glStencilFunc(GL_EQUAL, kCutBit | 1, 0xff);
            glStencilOp(GL_KEEP, GL_ZERO, GL_ZERO);
            Program::set(cap.inside, 1.0f);
            Program::set(cap.shaft, layer.shaft);
            glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
            Program::set(cap.inside, 0.0f);
        }
        glStencilFunc(GL_EQUAL, kCutBit, kCutBit);
        // Drawing the cap wipes the counts for the next one.
        glStencilOp(GL_ZERO, GL_ZERO, GL_ZERO);
        glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
        triangles += 2;
    }
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_STENCIL_TEST);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    return triangles;
}

/// Counts what lies inside the outer layer. Where a structure is thinner than two layers its drawn-in surface is inside
/// out: counted by the turn of its faces, such places come out below nothing and stay layer.
int SectionCaps::count_inside(const GpuModel& model, const PictureView& view, const DrawEntry& entry, const Layer& layer) const
{
    glStencilMask(0xff & ~kCutBit);
    glStencilFunc(GL_ALWAYS, 0, 0xff);
    glStencilOpSeparate(GL_BACK, GL_KEEP, GL_KEEP, GL_INCR_WRAP);
    glStencilOpSeparate(GL_FRONT, GL_KEEP, GL_KEEP, GL_DECR_WRAP);
    inside_.program.use();
    Program::set(inside_.view_projection, view.view_projection);
    Program::set(inside_.mirror, view.mirror);
    Program::set(inside_.section, glm::vec4(view.section.normal, view.section.offset_m));
    Program::set(inside_.layer, glm::vec4(layer.everywhere_m, layer.tendon_m, layer.shaft_m, 0));
    Program::set(inside_.shaft, layer.shaft);
    return model.draw(entry.item->mesh, entry.tolerance_m);
}

int SectionCaps::draw(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries) const
{
    return draw_with(colour_, model, view, entries, glm::bvec4(true), [&](const CapProgram& cap, std::size_t i) {
        cap.item.set_item(entries[i], view, model.look(entries[i].item->mesh));
        Program::set(cap.inside, 0.0f);
        Program::set(cap.fibre, longest_axis(entries[i].bounds.high - entries[i].bounds.low));
    }, true);
}

int SectionCaps::draw_mask(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries, glm::bvec2 channels) const
{
    return draw_with(mask_, model, view, entries, {channels, false, false}, [](const CapProgram&, std::size_t) {}, false);
}

int SectionCaps::draw_marks(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries, const std::vector<int>& ids) const
{
    return draw_with(mark_, model, view, entries, glm::bvec4(true), [&](const CapProgram& cap, std::size_t i) { Program::set(cap.id, ids[i]); }, false);
}

int SectionCaps::draw_ids(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries, const std::vector<int>& ids) const
{
    return draw_with(id_, model, view, entries, glm::bvec4(true), [&](const CapProgram& cap, std::size_t i) { Program::set(cap.id, ids[i]); }, false);
}

}  // namespace genu
