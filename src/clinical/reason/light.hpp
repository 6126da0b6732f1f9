#pragma once
// Which structures light up, how strongly, and why.
#include "clinical/reason/score.hpp"

namespace genu::reason {

inline constexpr std::size_t kFewestStructures = 3;

/// Strongest first; ties by id. A tick that points to a structure, through a condition or a place, never dims it.
std::vector<RankedStructure> light_structures(const Knowledge& knowledge, const std::vector<FiredRule>& fired, const Ticks& ticks);

}  // namespace genu::reason
