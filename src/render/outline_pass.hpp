#pragma once
#include "render/gpu_model.hpp"
#include "render/scene_buffers.hpp"
#include "render/section_caps.hpp"

namespace genu {

/// A line round every selected structure, fainter where something lies in front of it.
class OutlinePass {
public:
    static Result<OutlinePass> create(const fs::path& folder);
    /// Over the drawn scene; `selected` in any order. Returns triangles drawn.
    int draw(const GpuModel& model, const SectionCaps& caps, const PictureView& view, const std::vector<DrawEntry>& selected, glm::vec3 colour, const SceneBuffers& buffers) const;

private:
    BySection mask_;
    Program line_;
    int colour_ = -1, texel_ = -1, width_ = -1;
};

}  // namespace genu
