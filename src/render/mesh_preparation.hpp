#pragma once
// What drawing needs of a mesh beyond what it holds; computed once, on all processor cores.
#include <vector>

#include "scene/model.hpp"

namespace genu {

/// The same surface with fewer triangles over the same vertices.
struct CoarseLevel {
    std::vector<std::uint32_t> indices;
    float error_m = 0;  ///< nowhere farther from the full surface than this
};

struct PreparedMesh {
    std::vector<glm::vec3> grain;  ///< see grain.hpp
    std::vector<float> tendon{};   ///< the mesh's, spread along the fibres; empty if it has none
    bool is_closed = false;        ///< every edge has two triangles: back faces need not be drawn, a section can be capped
    bool faces_outwards = true;    ///< its triangles turn the right way; else back faces are what is seen of it
    int influences = 1;            ///< most joints that carry any one vertex
    std::vector<CoarseLevel> coarse{};  ///< finest first
};

/// Coarse levels take the longest, and are worth it only for pictures that follow each other.
std::vector<PreparedMesh> prepare_meshes(const Model& model, bool with_coarse_levels = true);

/// Spreads the step from muscle to tendon along the fibres, not across them, so that the shader has room to draw it as
/// the teeth that the mesh is too coarse for.
std::vector<float> spread_tendon(const Mesh& mesh);

/// Levels for pictures in which a millimetre is about a pixel, and coarser. Empty where little would be saved.
std::vector<CoarseLevel> coarse_levels(const Mesh& mesh);

/// Vertices at the same place count as one.
bool is_closed(const Mesh& mesh);

}  // namespace genu
