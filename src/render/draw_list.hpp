#pragma once
// What of a frame must be drawn, and in which order. No OpenGL.
#include <vector>

#include "render/picture_view.hpp"
#include "render/pose_tracker.hpp"

namespace genu {

struct DrawEntry {
    const DrawItem* item = nullptr;
    Bounds bounds;               ///< picture space
    bool is_cut = false;         ///< the section plane runs through it
    bool is_removed = false;     ///< wholly beyond it
    float nearest_m = 0;         ///< depth of its nearest point in front of the eye
    float tolerance_m = 0;       ///< what a surface may be off without a reader's noticing
};

struct DrawList {
    std::vector<DrawEntry> solid;        ///< front to back, so that hidden pixels are skipped
    std::vector<DrawEntry> see_through;  ///< back to front by nearest point: what encloses comes after what it encloses
    std::vector<DrawEntry> filling;      ///< of which only the face in the section is drawn
    int culled = 0;                      ///< outside the view, or wholly cut away
};

DrawList make_draw_list(const Frame& frame, const PoseTracker& pose, const PictureView& view);

/// Everything solid that may throw a shadow into the picture, seen or not.
std::vector<DrawEntry> shadow_casters(const Frame& frame, const PoseTracker& pose, const PictureView& view);

bool is_see_through(const DrawItem& item);
/// Outside the view that this matrix projects.
bool is_outside(const Bounds& bounds, const glm::mat4& view_projection);
/// So far behind the section that it has faded away.
bool is_far_beyond(const Bounds& bounds, const PictureView& view);
enum class Side { kept, cut, removed };
Side side_of(const Bounds& bounds, const SectionPlane& plane);

/// The part of the picture that `bounds` covers at most, in pixels from the bottom left, grown by `margin`.
PixelRect covered_pixels(const Bounds& bounds, const PictureView& view, int margin);
/// The same for the part of the section plane that lies within `bounds`.
PixelRect cut_pixels(const Bounds& bounds, const PictureView& view, int margin);

}  // namespace genu
