#pragma once
// What every pass needs to know about one picture: where the eye is, where the light comes from. No OpenGL.
#include <array>

#include <glm/glm.hpp>

#include "scene/frame.hpp"

namespace genu {

/// Lights stand still relative to the viewer, as in a plate: key from upper left, fill from the right, rim from behind.
struct Lights {
    glm::vec3 key{0};   ///< directions towards the lights, unit length
    glm::vec3 fill{0};
    glm::vec3 rim{0};
};

struct PictureView {
    glm::ivec2 size{1};
    float whole_height = 1;    ///< pixels of the picture that this is a part of: line widths and patterns go by it
    glm::vec2 span{0, 1};      ///< where this part begins and ends in the whole, from below
    glm::mat4 view{1};
    glm::mat4 projection{1};
    glm::mat4 view_projection{1};
    glm::vec3 middle_m{0};     ///< what the camera turns round
    glm::vec3 eye_m{0};        ///< very far back for an orthographic camera
    glm::vec3 right{1, 0, 0};
    glm::vec3 up{0, 1, 0};
    glm::vec3 towards_eye{0, 0, 1};
    float metres_per_pixel_at_1m = 0;  ///< grows with distance; constant for an orthographic camera, see `pixel_size_m`
    bool orthographic = false;
    float finer = 0;                   ///< 1: shows detail as a picture twice as large does, for the mean of several looks
    float tolerance_px = 0.4f;         ///< what a surface may be off without a reader's noticing
    float mirror = 1;          ///< -1: x is negated
    SectionPlane section;
    Background background;
    float fades_beyond = 0;    ///< 1: the eye looks straight at the section's cut faces, and what lies far behind them is left out
    PaintColours paint;
    Lights lights;
    std::array<glm::vec4, kMostSkinSpots> spots{};  ///< place in the picture's space and radius
    int spot_count = 0;
    glm::vec3 spot_colour{0};

    /// How much of the world a pixel covers at this depth in front of the eye.
    float pixel_size_m(float depth_m) const { return metres_per_pixel_at_1m * (orthographic ? 1.0f : depth_m); }
    float depth_m(glm::vec3 point) const { return -(view * glm::vec4(point, 1)).z; }
};

PictureView picture_view(const Frame& frame, glm::ivec2 size);
/// The same, narrowed to a part (pixels from the top left) of a picture of `size`.
PictureView part_view(const Frame& frame, PixelRect part, glm::ivec2 size);
/// One of several looks at the same picture: moved by a part of a pixel.
PictureView looked_at(PictureView view, glm::vec2 shift_px);
/// The same, narrowed to one pixel (from the top left): a picture of 1 x 1 that shows what that pixel shows.
PictureView pixel_view(const Frame& frame, glm::ivec2 pixel, glm::ivec2 size);

/// In the picture's space: x negated when the frame is mirrored.
Bounds in_picture(const Bounds& model_space, float mirror);

}  // namespace genu
