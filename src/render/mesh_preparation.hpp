#pragma once
// What drawing needs of a mesh beyond what it holds; computed once, on all processor cores.
#include <vector>

#include "scene/model.hpp"

namespace genu {

struct PreparedMesh {
    std::vector<glm::vec3> grain;  ///< see grain.hpp
    bool is_closed = false;        ///< every edge has two triangles: back faces need not be drawn, a section can be capped
    int influences = 1;            ///< most joints that carry any one vertex
};

std::vector<PreparedMesh> prepare_meshes(const Model& model);

/// Vertices at the same place count as one.
bool is_closed(const Mesh& mesh);

}  // namespace genu
