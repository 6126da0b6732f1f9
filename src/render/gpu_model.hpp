#pragma once
// The model on the graphics card. Skinning runs there once per change of pose, not once per pass: transform feedback
// writes every vertex's place, normal and fibre direction into the buffer that all passes draw from, so what is seen,
// what casts shadow and what is picked are the same triangles.
#include <array>
#include <vector>

#include "base/files.hpp"
#include "render/gl_handle.hpp"
#include "render/pose_tracker.hpp"
#include "render/program.hpp"
#include "render/tissue_look.hpp"

namespace genu {

class GpuModel {
public:
    static Result<GpuModel> create(const Model& model, const fs::path& shader_folder, bool with_coarse_levels = true);

    /// Brings these meshes up to the tracker's pose; true when any had to move.
    bool pose(const PoseTracker& tracker, const std::vector<std::uint32_t>& meshes);

    /// Draws come after `bind`. Each returns the number of triangles.
    void bind() const;
    /// With as few triangles as keep the surface within `tolerance_m` of its true place.
    int draw(std::uint32_t mesh, float tolerance_m = 0) const;

    bool is_closed(std::uint32_t mesh) const { return ranges_[mesh].is_closed; }
    /// Its triangles are counter-clockwise seen from outside, as they should be.
    bool faces_outwards(std::uint32_t mesh) const { return ranges_[mesh].faces_outwards; }
    const TissueLook& look(std::uint32_t mesh) const { return looks_[mesh]; }
    std::size_t mesh_count() const { return ranges_.size(); }

private:
    struct Level {
        int first_index = 0;
        int index_count = 0;
        float error_m = 0;
    };
    struct Range {
        int first_vertex = 0;
        int vertex_count = 0;
        std::vector<Level> levels;  ///< finest first
        int influences = 1;
        bool is_closed = false;
        std::uint64_t posed_version = 0;
        bool faces_outwards = true;
    };
    void upload(const Model& model, std::uint16_t still_joint, bool with_coarse_levels);
    void upload_joints(const PoseTracker& tracker);
    void skin(const std::vector<std::uint32_t>& meshes);

    std::vector<Range> ranges_;
    std::vector<TissueLook> looks_;
    GlBuffer rest_, posed_, surface_, indices_;
    GlVertexArray skinning_layout_, drawing_layout_;
    GlTexture joints_;
    std::uint64_t joints_version_ = 0;
    Program skinning_;
    int influences_place_ = -1;
};

}  // namespace genu
