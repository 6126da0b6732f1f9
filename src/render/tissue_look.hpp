#pragma once
// What a kind of tissue shows beyond its material: what a section through it looks like, and how it is woven.
#include <cstdint>

#include "base/id.hpp"

namespace genu {

enum class CutFace : std::uint8_t { plain, flesh, cord, spongy, fat, nerve, vessel };

struct TissueLook {
    CutFace cut = CutFace::plain;
    float shell_m = 0;   ///< in a section: how thick the outer layer is; what lies inside has the material's tendon colour
    float tendon_m = 0;  ///< the same where it is tendon
    float weave = 0;     ///< 0…1 strength of finer strands across the fibres, as sheets have
};

TissueLook look_of(const StructureId& id);

}  // namespace genu
