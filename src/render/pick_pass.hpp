#pragma once
// What lies under one pixel, or under every pixel of a small picture: the same triangles, drawn as ids and places.
#include <optional>
#include <vector>

#include "render/section_caps.hpp"

namespace genu {

struct PickedPoint {
    std::uint32_t mesh = 0;
    glm::vec3 point_m{0};
};

class PickPass {
public:
    static Result<PickPass> create(const fs::path& folder);
    /// Directs drawing to a picture of this size.
    void bind(glm::ivec2 size);
    /// After `bind({1, 1})`; `view` from pixel_view().
    std::optional<PickedPoint> pick(const GpuModel& model, const SectionCaps& caps, const PictureView& view, const std::vector<DrawEntry>& entries) const;
    /// After `bind`: what every pixel shows, bottom row first; none where there is nothing.
    std::vector<std::optional<PickedPoint>> map(const GpuModel& model, const SectionCaps& caps, const PictureView& view, const std::vector<DrawEntry>& entries) const;

private:
    void draw(const GpuModel& model, const SectionCaps& caps, const PictureView& view, const std::vector<DrawEntry>& entries) const;

    glm::ivec2 size_{0};
    BySection ids_;
    GlRenderbuffer hit_, depth_;
    GlFramebuffer framebuffer_;
};

}  // namespace genu
