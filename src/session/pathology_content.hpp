#pragma once
// Shapes of disease: how each grows from the size it was built at, and which condition shows which.
// assets/anatomy/pathology.json; the surfaces themselves are in assets/leg/pathology.json.
#include <vector>

#include "anatomy/catalogue.hpp"
#include "clinical/knowledge.hpp"
#include "motion/skeleton.hpp"

namespace genu {

/// from_neck: a bag that fills and keeps its neck; round: a wider tube; length: a cord that reaches farther along its course;
/// lens: longer and, less, wider; thickness: a layer that lifts off a bone.
enum class PathologyGrowth : std::uint8_t { from_neck, round, length, lens, thickness };

/// Firm at one angle of a joint, soft at another (Foucher's sign).
struct Firmness { JointAxis joint = JointAxis::knee_flexion; double tense_deg = 0, soft_deg = 45; };

struct PathologyShape {
    StructureId id;
    PathologyGrowth growth = PathologyGrowth::lens;
    std::string unit;                  ///< "mm" or "ml"
    double low = 0, high = 0;          ///< sizes that can be shown
    double built = 0;                  ///< the size of the surface in the model
    glm::dvec3 centre_m{0}, axis{0};   ///< what stays where it is; the direction it grows in
    std::vector<StructureId> through;  ///< see-through while the shape is shown: what holds or hides it
    std::optional<Firmness> firmness;
    std::vector<SourceId> sources;
};

struct PathologyScene { ConditionId condition; StructureId shape; double size = 0; };

struct PathologyShapes {
    std::vector<PathologyShape> shapes;
    std::vector<PathologyScene> scenes;

    const PathologyShape* find(const StructureId& id) const;
    static Result<PathologyShapes> load(const fs::path& assets, const Catalogue& catalogue);
};

}  // namespace genu
