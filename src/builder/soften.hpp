#pragma once
// What soft, shapeless tissue looks like where others have cut into it: no shreds, no sharp rims, lobules.
#include "builder/field.hpp"

namespace genu::builder {

/// The solid without whatever a ball of `round_mm` cannot reach from within (0: as it is), and parted by shallow grooves
/// into lobules of about `lobules_mm` (0: not). Nowhere larger than before, but for the grid's own error.
Field softened(Field field, double round_mm, double lobules_mm);

/// 0 in the middle of a lobule … 1 in the groove between two, for lobules of size 1.
double between_lobules(const Vec3& p);

}  // namespace genu::builder
