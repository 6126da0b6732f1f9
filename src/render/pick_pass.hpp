#pragma once
// What lies under one pixel: the same triangles, drawn as ids into a picture of a single pixel.
#include <optional>

#include "render/section_caps.hpp"

namespace genu {

struct PickedPoint {
    std::uint32_t mesh = 0;
    glm::vec3 point_m{0};
};

class PickPass {
public:
    static Result<PickPass> create(const fs::path& folder);
    /// Directs drawing to the picture of one pixel.
    void bind() const;
    /// After `bind`; `view` from pixel_view().
    std::optional<PickedPoint> pick(const GpuModel& model, const SectionCaps& caps, const PictureView& view, const std::vector<DrawEntry>& entries) const;

private:
    BySection ids_;
    GlRenderbuffer hit_, depth_;
    GlFramebuffer framebuffer_;
};

}  // namespace genu
