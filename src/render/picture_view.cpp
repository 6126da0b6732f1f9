#include "render/picture_view.hpp"

#include <algorithm>
#include <cmath>

#include <glm/gtc/matrix_transform.hpp>

namespace genu {

PictureView picture_view(const Frame& frame, glm::ivec2 size)
{
    PictureView view;
    view.size = glm::max(size, glm::ivec2(1));
    view.whole_height = static_cast<float>(view.size.y);
    const float aspect = static_cast<float>(view.size.x) / static_cast<float>(view.size.y);
    view.view = view_matrix(frame.camera);
    view.projection = projection_matrix(frame.camera, aspect);
    view.view_projection = view.projection * view.view;
    const glm::mat3 axes = glm::transpose(glm::mat3(view.view));
    view.right = axes[0];
    view.up = axes[1];
    view.towards_eye = axes[2];
    view.middle_m = frame.camera.target_m;
    view.orthographic = frame.camera.orthographic;
    view.eye_m = view.orthographic ? frame.camera.target_m + 100.0f * view.towards_eye : eye_m(frame.camera);
    const float reference_depth_m = view.orthographic ? frame.camera.distance_m : 1.0f;
    view.metres_per_pixel_at_1m = 2 * reference_depth_m * std::tan(0.5f * frame.camera.fov_y_rad) / static_cast<float>(view.size.y);
    view.mirror = frame.mirrored ? -1.0f : 1.0f;
    view.section = frame.section;
    view.background = frame.background;
    const bool is_slice = view.section.on && view.section.filled && glm::dot(view.section.normal, view.eye_m) > view.section.offset_m;
    view.fades_beyond = is_slice ? glm::smoothstep(0.75f, 0.95f, glm::dot(view.towards_eye, view.section.normal)) : 0.0f;
    view.paint = frame.paint;
    view.spot_colour = frame.spot_colour;
    view.spot_count = static_cast<int>(std::min(frame.spots.size(), kMostSkinSpots));
    for (std::size_t i = 0; i < static_cast<std::size_t>(view.spot_count); ++i) {
        view.spots[i] = glm::vec4(frame.spots[i].at_m * glm::vec3(view.mirror, 1, 1), frame.spots[i].radius_m);
    }
    const auto in_world = [&](glm::vec3 from_viewer) { return glm::normalize(axes * from_viewer); };
    view.lights = {in_world({-0.52f, 0.62f, 0.58f}), in_world({0.80f, 0.05f, 0.60f}), in_world({0.35f, 0.55f, -0.76f})};
    return view;
}

PictureView part_view(const Frame& frame, PixelRect part, glm::ivec2 size)
{
    PictureView view = picture_view(frame, size);
    const glm::vec2 whole(view.size), extent(part.width, part.height), corner(part.x, part.y);
    const glm::vec2 centre_ndc = glm::vec2(2, -2) * (corner + 0.5f * extent) / whole + glm::vec2(-1, 1);
    const glm::mat4 narrow = glm::scale(glm::mat4(1), glm::vec3(whole / extent, 1)) * glm::translate(glm::mat4(1), glm::vec3(-centre_ndc, 0));
    view.projection = narrow * view.projection;
    view.view_projection = view.projection * view.view;
    view.size = {part.width, part.height};
    view.span = {1 - (corner.y + extent.y) / whole.y, 1 - corner.y / whole.y};
    return view;
}

PictureView looked_at(PictureView view, glm::vec2 shift_px)
{
    view.projection = glm::translate(glm::mat4(1), glm::vec3(2.0f * shift_px / glm::vec2(view.size), 0)) * view.projection;
    view.view_projection = view.projection * view.view;
    view.finer = 1;
    return view;
}

PictureView pixel_view(const Frame& frame, glm::ivec2 pixel, glm::ivec2 size) { return part_view(frame, {pixel.x, pixel.y, 1, 1}, size); }

Bounds in_picture(const Bounds& b, float mirror)
{
    if (mirror > 0 || b.empty()) return b;
    return {{-b.high.x, b.low.y, b.low.z}, {-b.low.x, b.high.y, b.high.z}};
}

}  // namespace genu
