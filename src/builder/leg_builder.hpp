#pragma once
// From the specification to the model: shapes, claims, surfaces, attributes, light, skin.
#include <functional>
#include <string>
#include <vector>

#include "builder/spec.hpp"
#include "scene/gltf.hpp"
#include "scene/model.hpp"

namespace genu::builder {

struct BuiltLeg {
    Model model;
    std::vector<TissueColours> colours;  ///< one per mesh
    std::vector<std::string> notes;      ///< "structure: what was done to it"
};

/// What to build.
struct BuildWish {
    std::vector<std::string> only;   ///< ids, or beginnings of ids that end in "*"; none: everything
    const Model* into = nullptr;     ///< a leg built before: what is not built anew is taken from it
};

/// Same specification, same model, whatever the number of cores. `progress` gets one short line per stage.
Result<BuiltLeg> build_leg(const LegSpec& spec, const std::function<void(const std::string&)>& progress = {}, const BuildWish& wish = {});

/// The same leg with fewer triangles, shared out by how many each structure has.
Model lighter(const Model& model, std::size_t triangles);

/// Specification's frame (mm, x lateral, z back) to the model's (m, -x lateral, z forward): half a turn about y.
glm::vec3 to_model(const Vec3& p_mm);
glm::vec3 direction_to_model(const Vec3& d);

}  // namespace genu::builder
