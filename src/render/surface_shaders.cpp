#include "render/surface_shaders.hpp"

#include <algorithm>
#include <cmath>

#include "render/shadow_pass.hpp"

namespace genu {

namespace {

glm::vec4 plane_of(const PictureView& view) { return {view.section.normal, view.section.offset_m}; }

/// Number of the first place that is looked at, and the turn that this means for the places that follow it.
glm::vec3 first_tap(const Shadow& shadow)
{
    constexpr float kGoldenAngle_rad = 2.3999632f;
    const auto first = static_cast<float>(std::max(0, shadow.fourth));
    return {first, std::cos(kGoldenAngle_rad * first), std::sin(kGoldenAngle_rad * first)};
}

std::size_t index_of(const TissueVariant& v)
{
    return (v.is_cut ? 1U : 0U) + (v.has_shadow ? 2U : 0U) + (v.has_fibres ? 4U : 0U) + (v.has_pattern ? 8U : 0U) + (v.is_layer ? 16U : 0U) + (v.has_paint ? 32U : 0U) + (v.is_quick ? 64U : 0U) + (v.has_spots ? 128U : 0U) + (v.has_few_taps ? 256U : 0U);
}

std::vector<std::string> defines_of(const TissueVariant& v)
{
    std::vector<std::string> defines;
    if (v.is_cut) defines.push_back("SECTION");
    if (v.has_shadow) defines.push_back("SHADOWS");
    if (v.has_fibres) defines.push_back("FIBRES");
    if (v.has_pattern) defines.push_back("PATTERN");
    if (v.is_layer) defines.push_back("LAYERED");
    if (v.has_paint) defines.push_back("PAINT");
    if (v.has_spots) defines.push_back("SPOTS");
    if (v.has_few_taps) defines.push_back("FEW_TAPS");
    return defines;
}

}  // namespace

Result<TissueShader> TissueShader::create(const fs::path& folder, const TissueVariant& variant)
{
    const std::string name = variant.is_quick ? "tissue_quick" : "tissue";
    auto program = Program::create(folder, {name + ".vert", name + ".frag", defines_of(variant)});
    if (!program.ok()) return program.problems();
    TissueShader made;
    made.program_ = std::move(*program);
    made.item_ = ItemUniforms(made.program_);
    made.view_projection_ = made.program_.place("u_view_projection");
    made.mirror_ = made.program_.place("u_mirror");
    made.section_ = made.program_.place("u_section");
    made.to_shadow_ = made.program_.place("u_to_shadow");
    made.shadow_blur_ = made.program_.place("u_shadow_blur");
    made.first_tap_ = made.program_.place("u_first_tap");
    made.paint_ = made.program_.place("u_paint");
    made.paint_count_ = made.program_.place("u_paint_count");
    made.paint_owner_ = made.program_.place("u_paint_owner");
    made.nearest_ = made.program_.place("u_nearest_m");
    made.program_.use();
    Program::set(made.program_.place("t_noise"), kNoiseUnit);
    Program::set(made.program_.place("t_shadow"), kShadowUnit);
    return made;
}

void TissueShader::begin(const PictureView& view, const Shadow* shadow, float nearest_m) const
{
    program_.use();
    Program::set(view_projection_, view.view_projection);
    Program::set(mirror_, view.mirror);
    Program::set(section_, plane_of(view));
    item_.set_view(view);
    Program::set(nearest_, nearest_m);
    if (shadow) {
        Program::set(to_shadow_, shadow->to_texture);
        Program::set(shadow_blur_, shadow->blur);
        Program::set(first_tap_, first_tap(*shadow));
    }
}

void TissueShader::set_item(const DrawEntry& entry, const PictureView& view, const TissueLook& look) const
{
    item_.set_item(entry, view, look);
    if (entry.item->paint == Paint::none) return;
    constexpr std::size_t kMost = 12;  // as in tissue.frag
    std::vector<glm::vec3> colours = {view.paint.origin, view.paint.insertion};
    int territories = 0;
    if (entry.item->paint == Paint::territories) {
        colours.assign(view.paint.territories.begin(), view.paint.territories.begin() + static_cast<std::ptrdiff_t>(std::min(kMost, view.paint.territories.size())));
        territories = static_cast<int>(colours.size());
    }
    if (!colours.empty()) Program::set(paint_, colours);
    Program::set(paint_count_, territories);
    Program::set(paint_owner_, static_cast<float>(entry.item->paint_owner));
}

Result<PlainShader> PlainShader::create(const fs::path& folder, const std::string& fragment, const std::vector<std::string>& defines)
{
    auto program = Program::create(folder, {"plain.vert", fragment, defines});
    if (!program.ok()) return program.problems();
    PlainShader made;
    made.program_ = std::move(*program);
    made.view_projection_ = made.program_.place("u_view_projection");
    made.mirror_ = made.program_.place("u_mirror");
    made.section_ = made.program_.place("u_section");
    made.id_ = made.program_.place("u_id");
    return made;
}

void PlainShader::begin(const PictureView& view, const glm::mat4& view_projection) const
{
    program_.use();
    Program::set(view_projection_, view_projection);
    Program::set(mirror_, view.mirror);
    Program::set(section_, plane_of(view));
}

void PlainShader::set_id(int id) const { Program::set(id_, id); }

Result<TissueShaders> TissueShaders::create(const fs::path& folder)
{
    auto plainest = TissueShader::create(folder, TissueVariant{});
    if (!plainest.ok()) return plainest.problems();
    TissueShaders made;
    made.folder_ = folder;
    made.made_[0] = std::move(*plainest);
    return made;
}

const TissueShader& TissueShaders::of(const TissueVariant& variant)
{
    std::optional<TissueShader>& shader = made_[index_of(variant)];
    if (!shader) {
        auto compiled = TissueShader::create(folder_, variant);
        // Every variant is compiled in the tests; if a file has vanished since the start, a plainer picture is better than none.
        if (!compiled.ok()) return *made_[0];
        shader = std::move(*compiled);
    }
    return *shader;
}

TissueVariant variant_for(const DrawEntry& entry, const PictureView& view, const Shadow* shadow)
{
    const DrawItem& item = *entry.item;
    return {entry.is_cut, shadow != nullptr, item.material.fibre > 0, item.pattern != Pattern::none && item.tint_strength > 0, false, item.paint != Paint::none, false, item.painted && view.spot_count > 0, shadow && shadow->fourth >= 0};
}

Result<BySection> make_plain_shaders(const fs::path& folder, const std::string& fragment)
{
    auto whole = PlainShader::create(folder, fragment, {});
    auto cut = PlainShader::create(folder, fragment, {"SECTION"});
    Problems problems;
    if (!whole.ok()) append(problems, whole.problems());
    if (!cut.ok()) append(problems, cut.problems());
    if (!problems.empty()) return problems;
    return BySection{std::move(*whole), std::move(*cut)};
}

}  // namespace genu
