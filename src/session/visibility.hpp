#pragma once
// Which structures a picture shows, and how: solid, see-through, as a veil.
#include <optional>

#include "session/emphasis.hpp"

namespace genu {

struct Visibility {
    float opacity = 1;
    bool xray = false;      ///< only its silhouette, and what lies behind it in order
    bool pickable = true;
};

/// Where the deepest main structure of a condition lies: what would hide it becomes see-through.
enum class Depth { anywhere, nerves, deep_muscles, vessels, joint };
Depth depth_of_main(Meaning meaning, const Emphases& emphases, const Library& library);

/// What one structure is to a picture.
struct Part {
    bool emphasised = false;  ///< singled out
    bool main = false;        ///< what a condition is about
    bool scene = false;       ///< the picture is about some structures only
    Depth of_main = Depth::anywhere;
};

/// None: not shown.
std::optional<Visibility> visibility_of(const AppState& state, const Library& library, const StructureId& id, const Part& part);

}  // namespace genu
