#include "render/item_uniforms.hpp"

#include <algorithm>
#include <array>

#include <glm/gtc/type_ptr.hpp>

#include "render/background_pass.hpp"
#include "render/gl.hpp"

namespace genu {

namespace {

float pattern_code(Pattern pattern)
{
    switch (pattern) {
    case Pattern::none: return 0;
    case Pattern::dots: return 1;
    case Pattern::stripes: return 2;
    }
    return 0;
}

/// The structure's middle on the screen: the pattern travels with the structure instead of sliding over it.
glm::vec2 pattern_anchor_px(const Bounds& bounds, const PictureView& view)
{
    const glm::vec4 clip = view.view_projection * glm::vec4(bounds.centre(), 1);
    if (clip.w <= 1e-4f) return glm::vec2(0);
    return (glm::vec2(clip) / clip.w * 0.5f + 0.5f) * glm::vec2(view.size);
}

float pattern_pitch_px(const PictureView& view) { return std::max(6.0f, view.whole_height / 125.0f); }

}  // namespace

ItemUniforms::ItemUniforms(const Program& program)
    : item_(program.place("u_item")), eye_(program.place("u_eye")), up_(program.place("u_up")), key_(program.place("u_key")),
      fill_(program.place("u_fill")), rim_(program.place("u_rim")), beyond_(program.place("u_beyond")),
      backdrop_(program.place("u_backdrop")), backdrop_span_(program.place("u_backdrop_span")), spots_(program.place("u_spots")), spot_colour_(program.place("u_spot_colour")),
      finer_(program.place("u_finer"))
{
}

void ItemUniforms::set_view(const PictureView& view) const
{
    Program::set(eye_, view.eye_m);
    Program::set(up_, view.up);
    Program::set(finer_, view.finer);
    Program::set(key_, view.lights.key);
    Program::set(fill_, view.lights.fill);
    Program::set(rim_, view.lights.rim);
    // What is never beyond: a plane that everything lies in front of.
    Program::set(beyond_, view.fades_beyond > 0 ? glm::vec4(view.section.normal, view.section.offset_m) : glm::vec4(0, 0, 0, -1));
    if (backdrop_ >= 0) {
        const float there = view.background.transparent ? 0.0f : 1.0f;
        const std::array<glm::vec4, 2> backdrop = {there * glm::vec4(display_colour(view.background.bottom), 1), there * glm::vec4(display_colour(view.background.top), 1)};
        glUniform4fv(backdrop_, 2, glm::value_ptr(backdrop[0]));
        Program::set(backdrop_span_, glm::vec4(view.span, static_cast<float>(view.size.y), view.fades_beyond));
    }
    Program::set(spot_colour_, view.spot_colour);
    if (view.spot_count > 0 && spots_ >= 0) glUniform4fv(spots_, view.spot_count, glm::value_ptr(view.spots[0]));
}

void ItemUniforms::set_item(const DrawEntry& entry, const PictureView& view, const TissueLook& look) const
{
    const DrawItem& item = *entry.item;
    const Material& m = item.material;
    const std::array<glm::vec4, 7> packed = {
        glm::vec4(m.colour, m.roughness),
        glm::vec4(m.tendon_colour, m.specular),
        glm::vec4(item.tint, item.tint_strength),
        glm::vec4(m.fibre, m.translucency, item.glow, item.hovered ? 1 : 0),
        glm::vec4(item.opacity, item.xray ? 1 : 0, pattern_code(item.pattern), pattern_pitch_px(view)),
        glm::vec4(pattern_anchor_px(entry.bounds, view), item.painted ? view.spot_count : 0, look.weave),
        glm::vec4(static_cast<float>(look.cut), 0, 0, 0),
    };
    glUniform4fv(item_, static_cast<GLsizei>(packed.size()), glm::value_ptr(packed[0]));
}

}  // namespace genu
