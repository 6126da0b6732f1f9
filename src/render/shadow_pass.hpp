#pragma once
// The key light's shadow: a depth picture from the light. The light turns with the viewer, so it is drawn anew for
// every new view, but not for a frame that only changes colours.
#include <cstdint>
#include <vector>

#include "render/gpu_model.hpp"
#include "render/surface_shaders.hpp"

namespace genu {

struct Shadow {
    glm::mat4 to_texture{1};  ///< picture space to texture coordinates and depth
    float blur = 0;           ///< radius of the soft edge in texture coordinates
    int fourth = -1;          ///< 0…3: only a fourth of the places round a point are looked at, and which; -1: all
};

/// Where the light looks from to see all of `casters`; plain arithmetic.
glm::mat4 light_view_projection(const Bounds& casters, glm::vec3 towards_light);

class ShadowPass {
public:
    static Result<ShadowPass> create(const fs::path& folder);

    /// Leaves the shadow bound to kShadowUnit. `casters` in any order. Returns triangles drawn.
    int draw(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& casters, std::uint64_t pose_version);
    const Shadow& shadow() const { return shadow_; }

private:
    struct Key {
        std::vector<std::uint32_t> meshes;
        std::vector<bool> cuts;
        glm::vec3 light{0};
        float mirror = 0;
        SectionPlane section;
        std::uint64_t pose = 0;
        bool operator==(const Key&) const = default;
    };
    BySection depth_;
    GlTexture texture_;
    GlFramebuffer framebuffer_;
    Shadow shadow_;
    Key drawn_;
};

}  // namespace genu
