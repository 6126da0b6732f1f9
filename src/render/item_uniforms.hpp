#pragma once
// The uniforms that shaded surfaces and cut faces share: shaders/include/item.glsl and light.glsl.
#include "render/draw_list.hpp"
#include "render/program.hpp"
#include "render/tissue_look.hpp"

namespace genu {

class ItemUniforms {
public:
    ItemUniforms() = default;
    explicit ItemUniforms(const Program& program);

    /// Light and eye: once per picture.
    void set_view(const PictureView& view) const;
    void set_item(const DrawEntry& entry, const PictureView& view, const TissueLook& look) const;

private:
    int item_ = -1, eye_ = -1, up_ = -1, key_ = -1, fill_ = -1, rim_ = -1, beyond_ = -1, backdrop_ = -1, backdrop_span_ = -1, spots_ = -1, spot_colour_ = -1, finer_ = -1;
};

}  // namespace genu
