#pragma once
// The two ways to draw a structure's surface: fully shaded, or only its place.
#include <string>

#include "render/item_uniforms.hpp"

namespace genu {

struct Shadow;

/// Everything per picture first, then everything per structure.
class TissueShader {
public:
    static Result<TissueShader> create(const fs::path& folder, const std::vector<std::string>& defines);

    /// `shadow` only for a shader made with SHADOWS.
    void begin(const PictureView& view, const Shadow* shadow) const;
    void set_item(const DrawEntry& entry, const PictureView& view) const { item_.set_item(entry, view); }

private:
    Program program_;
    ItemUniforms item_;
    int view_projection_ = -1, mirror_ = -1, section_ = -1;
    int to_shadow_ = -1, shadow_blur_ = -1;
};

/// depth.frag, mask.frag or pick.frag.
class PlainShader {
public:
    static Result<PlainShader> create(const fs::path& folder, const std::string& fragment, const std::vector<std::string>& defines);

    void begin(const PictureView& view) const { begin(view, view.view_projection); }
    void begin(const PictureView& view, const glm::mat4& view_projection) const;
    void set_id(int id) const;

private:
    Program program_;
    int view_projection_ = -1, mirror_ = -1, section_ = -1, id_ = -1;
};

/// Without and with the section plane's test. Testing switches off the early depth test on many drivers, so only
/// structures that the plane runs through pay for it.
template <class Shader>
struct BySection {
    Shader whole;
    Shader cut;
};

Result<BySection<TissueShader>> make_tissue_shaders(const fs::path& folder, bool shadows);
Result<BySection<PlainShader>> make_plain_shaders(const fs::path& folder, const std::string& fragment);

/// Calls draw(shader, entry) for every entry, changing shader only where whole and cut structures alternate.
template <class Shader, class Begin, class Draw>
void for_each_by_section(const BySection<Shader>& shaders, const std::vector<DrawEntry>& entries, Begin begin, Draw draw)
{
    const Shader* current = nullptr;
    for (const DrawEntry& entry : entries) {
        const Shader& wanted = entry.is_cut ? shaders.cut : shaders.whole;
        if (current != &wanted) begin(wanted);
        current = &wanted;
        draw(wanted, entry);
    }
}

/// Texture units that all shaders agree on.
inline constexpr int kNoiseUnit = 0;
inline constexpr int kShadowUnit = 1;

}  // namespace genu
