#pragma once
// What the builder knows of a tissue before it reads any figure: who gives way to whom, how fine to mesh, which colour.
#include <string>
#include <string_view>
#include <vector>

#include <glm/vec3.hpp>

namespace genu::builder {

struct Tissue {
    std::string_view name;
    int claim;              ///< lower keeps its space; higher is cut where both want it
    double voxel_mm;        ///< 0: chosen by size
    int triangles;          ///< 0: chosen by surface area
    bool blocks_light;      ///< darkens its neighbours in the baked light
    bool cut_by_default;    ///< gives way to lower claims unless the specification says otherwise
    bool cuts_by_default;
    bool shares_space;      ///< meets its like in a face half-way instead of overlapping
    bool has_fibres;
    bool ends_in_bone;      ///< grows from inside the bone's surface, so its ends may reach into it
    glm::vec3 colour_srgb;
    glm::vec3 tendon_srgb;
    float alpha;
};

/// Null when there is no such tissue.
const Tissue* find_tissue(std::string_view name);
std::vector<std::string> tissue_names();

}  // namespace genu::builder
