#pragma once
// The two ways to draw a structure's surface: fully shaded, or only its place.
#include <array>
#include <optional>
#include <string>

#include "render/item_uniforms.hpp"

namespace genu {

struct Shadow;

/// Switches of tissue.frag. A software rasteriser runs every line of a shader for every pixel, so what a structure does
/// not need is left out.
struct TissueVariant {
    bool is_cut = false;
    bool has_shadow = false;
    bool has_fibres = false;
    bool has_pattern = false;
    bool is_layer = false;
    bool has_paint = false;
    bool is_quick = false;   ///< tissue_quick.vert and .frag instead
    bool has_spots = false;
    bool has_few_taps = false;  ///< looks at a fourth of the shadow round a point
    bool operator==(const TissueVariant&) const = default;
};

/// Everything per picture first, then everything per structure.
class TissueShader {
public:
    static Result<TissueShader> create(const fs::path& folder, const TissueVariant& variant);

    /// `shadow` only for a shader made with SHADOWS.
    /// `nearest_m`, from the eye to the nearest of all layers, only for one made with LAYERED.
    void begin(const PictureView& view, const Shadow* shadow, float nearest_m = 0) const;
    void set_item(const DrawEntry& entry, const PictureView& view, const TissueLook& look) const;

private:
    Program program_;
    ItemUniforms item_;
    int view_projection_ = -1, mirror_ = -1, section_ = -1;
    int to_shadow_ = -1, shadow_blur_ = -1, first_tap_ = -1, nearest_ = -1;
    int paint_ = -1, paint_count_ = -1, paint_owner_ = -1;
};

/// All variants, each compiled when it is first wanted.
class TissueShaders {
public:
    /// Compiles the plainest variant, to find out whether the shader's files are sound.
    static Result<TissueShaders> create(const fs::path& folder);
    const TissueShader& of(const TissueVariant& variant);

private:
    fs::path folder_;
    std::array<std::optional<TissueShader>, 512> made_;
};

TissueVariant variant_for(const DrawEntry& entry, const PictureView& view, const Shadow* shadow);

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
struct BySection {
    PlainShader whole;
    PlainShader cut;
};

Result<BySection> make_plain_shaders(const fs::path& folder, const std::string& fragment);

/// Calls draw(shader, entry) for every entry, changing shader only where whole and cut structures alternate.
template <class Begin, class Draw>
void for_each_by_section(const BySection& shaders, const std::vector<DrawEntry>& entries, Begin begin, Draw draw)
{
    const PlainShader* current = nullptr;
    for (const DrawEntry& entry : entries) {
        const PlainShader& wanted = entry.is_cut ? shaders.cut : shaders.whole;
        if (current != &wanted) begin(wanted);
        current = &wanted;
        draw(wanted, entry);
    }
}

/// Texture units that all shaders agree on.
inline constexpr int kNoiseUnit = 0;
inline constexpr int kShadowUnit = 1;

}  // namespace genu
