#include "render/draw_list.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace genu {

namespace {

constexpr float kSolid = 0.999f;
constexpr float kFadeEnds_m = 0.040f;  // as in shaders/include/beyond.glsl

std::array<glm::vec3, 8> corners_of(const Bounds& b)
{
    std::array<glm::vec3, 8> corners;
    for (std::size_t i = 0; i < 8; ++i) {
        corners[i] = {i & 1 ? b.high.x : b.low.x, i & 2 ? b.high.y : b.low.y, i & 4 ? b.high.z : b.low.z};
    }
    return corners;
}

float nearest_depth_m(const Bounds& bounds, const PictureView& view)
{
    float nearest = 1e9f;
    for (const glm::vec3& corner : corners_of(bounds)) nearest = std::min(nearest, view.depth_m(corner));
    return nearest;
}

DrawEntry entry_for(const DrawItem& item, const PoseTracker& pose, const PictureView& view)
{
    DrawEntry entry;
    entry.item = &item;
    entry.bounds = in_picture(pose.bounds(item.mesh), view.mirror);
    if (entry.bounds.empty()) return entry;
    const Side side = view.section.on && item.cut_by_section ? side_of(entry.bounds, view.section) : Side::kept;
    entry.is_cut = side == Side::cut;
    entry.is_removed = side == Side::removed || is_far_beyond(entry.bounds, view) || (item.only_cut && !entry.is_cut);
    entry.nearest_m = nearest_depth_m(entry.bounds, view);
    entry.tolerance_m = view.tolerance_px * view.pixel_size_m(std::max(0.0f, entry.nearest_m));
    return entry;
}

}  // namespace

bool is_see_through(const DrawItem& item) { return item.xray || item.opacity < kSolid; }

bool is_outside(const Bounds& bounds, const glm::mat4& view_projection)
{
    const auto corners = corners_of(bounds);
    std::array<glm::vec4, 8> clip;
    std::transform(corners.begin(), corners.end(), clip.begin(), [&](glm::vec3 p) { return view_projection * glm::vec4(p, 1); });
    for (int axis = 0; axis < 3; ++axis) {
        for (const float sign : {-1.0f, 1.0f}) {
            if (std::all_of(clip.begin(), clip.end(), [&](const glm::vec4& c) { return sign * c[axis] > c.w; })) return true;
        }
    }
    return false;
}

bool is_far_beyond(const Bounds& bounds, const PictureView& view)
{
    if (view.fades_beyond < 1) return false;
    const float middle = glm::dot(view.section.normal, bounds.centre()) - view.section.offset_m;
    const float reach = glm::dot(glm::abs(view.section.normal), 0.5f * (bounds.high - bounds.low));
    return middle + reach < -kFadeEnds_m;
}

Side side_of(const Bounds& bounds, const SectionPlane& plane)
{
    const float middle = glm::dot(plane.normal, bounds.centre()) - plane.offset_m;
    const float reach = glm::dot(glm::abs(plane.normal), 0.5f * (bounds.high - bounds.low));
    if (middle - reach > 0) return Side::removed;
    return middle + reach <= 0 ? Side::kept : Side::cut;
}

std::vector<DrawEntry> shadow_casters(const Frame& frame, const PoseTracker& pose, const PictureView& view)
{
    std::vector<DrawEntry> casters;
    for (const DrawItem& item : frame.items) {
        if (item.opacity <= 0 || item.only_cut || is_see_through(item)) continue;
        const DrawEntry entry = entry_for(item, pose, view);
        if (!entry.bounds.empty() && !entry.is_removed) casters.push_back(entry);
    }
    return casters;
}

DrawList make_draw_list(const Frame& frame, const PoseTracker& pose, const PictureView& view)
{
    DrawList list;
    for (const DrawItem& item : frame.items) {
        if (item.opacity <= 0) continue;
        const DrawEntry entry = entry_for(item, pose, view);
        if (entry.bounds.empty() || entry.is_removed || is_outside(entry.bounds, view.view_projection)) {
            ++list.culled;
            continue;
        }
        (item.only_cut ? list.filling : is_see_through(item) ? list.see_through : list.solid).push_back(entry);
    }
    // Ties are broken by the frame's own order, so that equal frames give equal pictures.
    std::stable_sort(list.solid.begin(), list.solid.end(), [](const DrawEntry& a, const DrawEntry& b) { return a.nearest_m < b.nearest_m; });
    std::stable_sort(list.see_through.begin(), list.see_through.end(), [](const DrawEntry& a, const DrawEntry& b) { return a.nearest_m > b.nearest_m; });
    return list;
}

namespace {

/// Where the edges of the box meet the plane.
std::vector<glm::vec3> crossings(const Bounds& bounds, const SectionPlane& plane)
{
    const auto corners = corners_of(bounds);
    std::vector<glm::vec3> points;
    for (std::size_t i = 0; i < 8; ++i) {
        for (const std::size_t step : {1U, 2U, 4U}) {
            if (i & step) continue;
            const float a = glm::dot(plane.normal, corners[i]) - plane.offset_m, b = glm::dot(plane.normal, corners[i | step]) - plane.offset_m;
            if ((a > 0) == (b > 0)) continue;
            points.push_back(glm::mix(corners[i], corners[i | step], a / (a - b)));
        }
    }
    return points;
}

template <class Points>
PixelRect pixels_round(const Points& points, const PictureView& view, int margin)
{
    glm::vec2 low(1e9f), high(-1e9f);
    for (const glm::vec3& point : points) {
        const glm::vec4 clip = view.view_projection * glm::vec4(point, 1);
        if (clip.w <= 1e-4f) return {0, 0, view.size.x, view.size.y};
        const glm::vec2 pixel = (glm::vec2(clip) / clip.w * 0.5f + 0.5f) * glm::vec2(view.size);
        low = glm::min(low, pixel);
        high = glm::max(high, pixel);
    }
    const glm::vec2 extent(view.size);
    low = glm::clamp(glm::floor(low) - static_cast<float>(margin), glm::vec2(0), extent);
    high = glm::clamp(glm::ceil(high) + static_cast<float>(margin), glm::vec2(0), extent);
    return {static_cast<int>(low.x), static_cast<int>(low.y), static_cast<int>(high.x - low.x), static_cast<int>(high.y - low.y)};
}

}  // namespace

PixelRect covered_pixels(const Bounds& bounds, const PictureView& view, int margin) { return pixels_round(corners_of(bounds), view, margin); }

PixelRect cut_pixels(const Bounds& bounds, const PictureView& view, int margin)
{
    const std::vector<glm::vec3> points = crossings(bounds, view.section);
    return points.empty() ? PixelRect{} : pixels_round(points, view, margin);
}

}  // namespace genu
