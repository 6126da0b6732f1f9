#pragma once
// Turns a Frame into pixels and answers what lies under a pixel. Knows the Model and the Frame, nothing else.
//
// Everything here is in the picture's space: in a mirrored frame the section plane, the camera, and the points that
// `pick` returns are those of the left leg that is seen (x already negated).
#include <memory>
#include <optional>

#include "base/files.hpp"
#include "base/result.hpp"
#include "render/refinement.hpp"
#include "render/target.hpp"
#include "scene/frame.hpp"
#include "scene/model.hpp"

namespace genu {

/// What a picture may cost. The default suits a software rasteriser while something moves.
struct Quality {
    int samples = 1;      ///< 4: drawn twice as large and averaged, for stills and screenshots
    bool fxaa = true;     ///< smooths edges after drawing
    bool shadows = false; ///< soft shadow of the key light
    bool half_size = false;  ///< drawn half as large and enlarged: for motion on a software rasteriser, if wanted
    bool ambient = false;    ///< soft darkening where surfaces meet
    bool quick = false;      ///< simpler surfaces, half the work for each pixel
    bool operator==(const Quality&) const = default;

    static Quality moving() { return {1, true, false, false, false, true}; }
    /// Of one look at a picture at rest (render/refinement.hpp).
    static Quality look() { return {1, true, true, false, true}; }
    static Quality still() { return {4, true, true, false, true}; }
};

struct RenderStatistics {
    int triangles = 0;     ///< handed to the graphics card, all passes
    int draw_calls = 0;
    int items_drawn = 0;
    int items_culled = 0;
    bool skinned = false;  ///< the pose had changed
};

/// What lies under a pixel.
struct Hit {
    StructureId id;
    glm::vec3 point_m{0};
    float depth_m = 0;  ///< in front of the eye, along the view direction
};

class Renderer {
public:
    /// Needs a current context; reads the shaders and copies what it needs of the model to the graphics card.
    /// `few_pictures`: ready sooner, slower for each picture.
    static Result<Renderer> create(const Model& model, const fs::path& shader_folder, bool few_pictures = false);
    Renderer(Renderer&&) noexcept;
    Renderer& operator=(Renderer&&) noexcept;
    ~Renderer();

    void draw(const Frame& frame, OffscreenTarget& target);
    /// A part (pixels from the top left) of a picture of `size`, which may be larger than any texture.
    void draw_part(const Frame& frame, OffscreenTarget& target, PixelRect part, glm::ivec2 size);
    /// One more look at a picture at rest: with shadows and ambient occlusion, its edges smooth from the first look on,
    /// finer with every other. Another frame or size than the last begins anew. At the end as good as Quality::still();
    /// nothing happens after that.
    void refine(const Frame& frame, OffscreenTarget& target, Refinement& still);
    /// `pixel` counts from the top left of a picture of this size; what is seen is what is hit.
    std::optional<Hit> pick(const Frame& frame, glm::ivec2 pixel, glm::ivec2 size);

    /// Solid structures that can be seen, each with a point of it near the middle of what is seen. From a small picture
    /// of the frame, so what shows only a few pixels may be missing.
    struct Seen { StructureId id; glm::vec3 point_m{0}; int pixels = 0; };
    std::vector<Seen> seen(const Frame& frame, float aspect);

    void set_quality(Quality quality);
    Quality quality() const;
    /// Of the last `draw`.
    const RenderStatistics& statistics() const;
    /// Where a structure lies in this frame's pose, in the picture's space; generous, never too small.
    Bounds posed_bounds(const Frame& frame, std::uint32_t mesh);

private:
    struct Parts;
    explicit Renderer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace genu
