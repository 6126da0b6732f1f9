#pragma once
// Surfaces in colour: the solid ones, and those one can see through.
#include "render/gpu_model.hpp"
#include "render/hidden_items.hpp"
#include "render/shadow_pass.hpp"

namespace genu {

/// What of the solid structures is drawn.
enum class Visit {
    moving,      ///< without what was hidden in the last picture
    still,       ///< everything
    first_look,  ///< everything, and what of it is hidden is kept in mind
    next_look,   ///< without what was hidden in the first look
};

class TissuePass {
public:
    static Result<TissuePass> create(const fs::path& folder);

    /// Front to back. `shadow` may be null. `quick`: lit at vertices. Returns triangles drawn.
    int draw_solid(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries, const Shadow* shadow, bool quick, Visit visit);

    /// In any order, between VeilPass::begin and finish.
    int draw_layers(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries, bool quick);

    /// Back to front. Each structure first fills the depth, then adds the colour of its nearest surface only, so that
    /// its far side and inner folds do not muddy it.
    int draw_see_through(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries);

private:
    int fill_depth(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries) const;

    /// Those of `all` that this visit draws, and those that it only looks for.
    struct Chosen { std::vector<DrawEntry> drawn, looked_for; };
    Chosen choose(const PictureView& view, const std::vector<DrawEntry>& all, Visit visit);
    int look_for_hidden(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& hidden);

    HiddenItems hidden_;
    TissueShaders tissue_;
    BySection depth_;
};

}  // namespace genu
