#include "render/surface_shaders.hpp"

#include "render/shadow_pass.hpp"

namespace genu {

namespace {

glm::vec4 plane_of(const PictureView& view) { return {view.section.normal, view.section.offset_m}; }

template <class Shader, class Make>
Result<BySection<Shader>> both(Make make)
{
    auto whole = make(std::vector<std::string>{});
    auto cut = make(std::vector<std::string>{"SECTION"});
    Problems problems;
    if (!whole.ok()) append(problems, whole.problems());
    if (!cut.ok()) append(problems, cut.problems());
    if (!problems.empty()) return problems;
    return BySection<Shader>{std::move(*whole), std::move(*cut)};
}

}  // namespace

Result<TissueShader> TissueShader::create(const fs::path& folder, const std::vector<std::string>& defines)
{
    auto program = Program::create(folder, {"tissue.vert", "tissue.frag", defines});
    if (!program.ok()) return program.problems();
    TissueShader made;
    made.program_ = std::move(*program);
    made.item_ = ItemUniforms(made.program_);
    made.view_projection_ = made.program_.place("u_view_projection");
    made.mirror_ = made.program_.place("u_mirror");
    made.section_ = made.program_.place("u_section");
    made.to_shadow_ = made.program_.place("u_to_shadow");
    made.shadow_blur_ = made.program_.place("u_shadow_blur");
    made.program_.use();
    Program::set(made.program_.place("t_noise"), kNoiseUnit);
    Program::set(made.program_.place("t_shadow"), kShadowUnit);
    return made;
}

void TissueShader::begin(const PictureView& view, const Shadow* shadow) const
{
    program_.use();
    Program::set(view_projection_, view.view_projection);
    Program::set(mirror_, view.mirror);
    Program::set(section_, plane_of(view));
    item_.set_view(view);
    if (shadow) {
        Program::set(to_shadow_, shadow->to_texture);
        Program::set(shadow_blur_, shadow->blur);
    }
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

Result<BySection<TissueShader>> make_tissue_shaders(const fs::path& folder, bool shadows)
{
    return both<TissueShader>([&](std::vector<std::string> defines) {
        if (shadows) defines.push_back("SHADOWS");
        return TissueShader::create(folder, defines);
    });
}

Result<BySection<PlainShader>> make_plain_shaders(const fs::path& folder, const std::string& fragment)
{
    return both<PlainShader>([&](const std::vector<std::string>& defines) { return PlainShader::create(folder, fragment, defines); });
}

}  // namespace genu
