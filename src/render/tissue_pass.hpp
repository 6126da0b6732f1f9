#pragma once
// Surfaces in colour: the solid ones, and those one can see through.
#include "render/gpu_model.hpp"
#include "render/hidden_items.hpp"
#include "render/shadow_pass.hpp"

namespace genu {

class TissuePass {
public:
    static Result<TissuePass> create(const fs::path& folder);

    /// Front to back. `shadow` may be null. `quick`: for a picture that moves, without what was hidden in the last one.
    /// Returns triangles drawn.
    int draw_solid(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries, const Shadow* shadow, bool quick);

    /// In any order, between VeilPass::begin and finish.
    int draw_layers(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries, bool quick);

    /// Back to front. Each structure first fills the depth, then adds the colour of its nearest surface only, so that
    /// its far side and inner folds do not muddy it.
    int draw_see_through(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries);

private:
    int fill_depth(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries) const;

    int look_for_hidden(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& hidden);

    HiddenItems hidden_;
    TissueShaders tissue_;
    BySection depth_;
};

}  // namespace genu
