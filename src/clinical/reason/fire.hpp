#pragma once
// The red-flag rules: which fire, how urgently, and what that does to the rest of the page.
#include "clinical/reason/ticks.hpp"

namespace genu::reason {

/// Most urgent first; equals in the order of tie_break.
std::vector<FiredRule> fire_rules(const Knowledge& knowledge, const Ticks& ticks);

/// Gate questions neither answered nor waiting for another answer, in the order to ask.
std::vector<FindingId> open_gate(const Knowledge& knowledge, const Answers& answers, const Ticks& ticks);

void apply_effects(const Knowledge& knowledge, Assessment& assessment);

std::vector<std::string> notices(const Knowledge& knowledge, const std::vector<FiredRule>& fired, const Ticks& ticks);

}  // namespace genu::reason
