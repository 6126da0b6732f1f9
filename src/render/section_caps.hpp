#pragma once
// Where the section plane runs through a closed structure, its cut face is filled: seen from the cut side, a point of
// the plane lies inside exactly when the kept part behind it has an odd number of surfaces, which the stencil counts.
#include "render/gpu_model.hpp"
#include "render/surface_shaders.hpp"

namespace genu {

class SectionCaps {
public:
    /// How far the inside of a structure begins below its surface.
    struct Layer {
        float everywhere_m = 0, tendon_m = 0, shaft_m = 0;
        glm::vec4 shaft{0};  ///< from a place to 0…1 along a long bone; see cap_inside.vert
        bool there() const { return everywhere_m > 0 || tendon_m > 0; }
    };

    /// Whether cut faces are painted and turned to the eye: then no opening shows the inside of what is closed.
    static bool are_seen(const PictureView& view);

    static Result<SectionCaps> create(const fs::path& folder);

    /// In colour. Of the entries, only those that are cut and closed count. Returns triangles drawn.
    int draw(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries) const;
    /// White, in the channels that the caller allows (`mask.frag`).
    int draw_mask(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries, glm::bvec2 channels) const;
    /// As two bytes of ids, one per entry (`mark.frag`).
    int draw_marks(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries, const std::vector<int>& ids) const;
    /// As ids, one per entry.
    int draw_ids(const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries, const std::vector<int>& ids) const;

private:
    struct CapProgram {
        Program program;
        ItemUniforms item;
        int view_projection = -1, centre = -1, side_a = -1, side_b = -1, normal = -1, id = -1;
        int inside = -1, fibre = -1, shaft = -1;
    };
    struct InsideProgram {
        Program program;
        int view_projection = -1, mirror = -1, section = -1, layer = -1, shaft = -1;
    };
    static Result<InsideProgram> inside_program(const fs::path& folder);
    static Result<CapProgram> cap_program(const fs::path& folder, const std::string& fragment);
    void begin(const CapProgram& cap, const PictureView& view) const;
    template <class SetItem>
    int draw_with(const CapProgram& cap, const GpuModel& model, const PictureView& view, const std::vector<DrawEntry>& entries, glm::bvec4 channels,
                  SetItem set_item, bool with_inside) const;
    int count_inside(const GpuModel& model, const PictureView& view, const DrawEntry& entry, const Layer& layer) const;

    PlainShader count_;
    InsideProgram inside_;
    CapProgram colour_;
    CapProgram mask_;
    CapProgram mark_;
    CapProgram id_;
};

}  // namespace genu
