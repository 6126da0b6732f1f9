#pragma once
// How soft structures hold to the body when they are solved as strings: assets/anatomy/chains.json.
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "motion/skeleton.hpp"

namespace genu {

/// What one end of a structure does: it is fixed to its bone, it slides (a tendon's upper end), or it follows a point of
/// another structure (a belly its tendon, a branch its trunk).
struct ChainEnd {
    enum class Kind : std::uint8_t { bound, free, tied } kind = Kind::bound;
    StructureId tied_to;
};

struct ChainRule {
    ChainEnd start, end;
    std::optional<double> hold;  ///< in place of the joints' own figures
    double gives_from = 0;       ///< share of the length that is grown to bone and does not slide (vasti on the femur)
    bool is_broad = false;       ///< bones meet the outline of its sections, not only its line
    std::vector<StructureId> keeps_off;  ///< neighbours that lie deeper and have their place already
};

/// A bone as the solver sees it: a capsule that strings run over.
struct ChainObstacle {
    MotionBody body = MotionBody::femur;
    glm::dvec3 from_m{0}, to_m{0};
    double radius_m = 0;
};

/// Where the limb folds: what lies above and below it, and a point of the fold's hinge (on the body above, standing).
struct ChainCrease {
    MotionBody above = MotionBody::femur, below = MotionBody::tibia;
    glm::dvec3 at_m{0};
    double reach_m = 0.2;  ///< of what can meet, along the limb
    double share_above = 0.5;  ///< share of the angle between them that the part above takes up: thicker, more
    bool parts_strings = false;  ///< muscles, too, stay on their side of it
};

struct ChainRules {
    std::vector<std::string> kinds;             ///< kinds of structures that are solved; the others follow their share of the angle
    std::map<StructureId, ChainRule> rules;     ///< exceptions; everything else is bound at both ends
    std::vector<StructureId> left_out;          ///< of those kinds, but too short or too broad to be a string
    std::array<double, kMotionBodies> hold{};   ///< how firmly a crossing is held in its place, by the body below the joint
    double held = 1;                            ///< the same along a bone
    std::vector<ChainObstacle> obstacles;
    std::vector<ChainCrease> creases;

    const ChainRule& rule(const StructureId& id) const;
    bool is_string(const StructureId& id) const;
    static Result<ChainRules> load(const fs::path& assets);
};

}  // namespace genu
