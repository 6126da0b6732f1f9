#pragma once
// Lines between what belongs to different structures, as a draughtsman draws them: round everything in a style with ink,
// and round cut faces always, so that a section reads like a textbook's.
#include "render/gpu_model.hpp"
#include "render/scene_buffers.hpp"
#include "render/section_caps.hpp"

namespace genu {

class InkPass {
public:
    static Result<InkPass> create(const fs::path& folder);

    /// Over what is solid so far. `part`: the pixels (from the bottom left) that hold anything. Returns triangles drawn.
    int draw(const GpuModel& model, const SectionCaps& caps, const PictureView& view, const std::vector<DrawEntry>& entries, const InkLines& ink,
             const SceneBuffers& buffers, PixelRect part) const;

private:
    BySection marks_;
    Program line_;
    int colour_ = -1, width_ = -1, strength_ = -1;
};

}  // namespace genu
