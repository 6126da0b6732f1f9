#pragma once
// The list of conditions: those a red flag brings up first, then by how well they fit.
#include "clinical/reason/score.hpp"

namespace genu::reason {

inline constexpr std::size_t kMostShown = 6;

/// A condition a fired rule brings to the front.
struct Lift {
    ConditionId condition;
    Urgency urgency = Urgency::routine;  ///< of the most urgent rule that lifts it
    bool as_redflag = false;
};

std::vector<Lift> lifts(const Knowledge& knowledge, const std::vector<FiredRule>& fired, const Ticks& ticks);

/// Best first; ties by id. Lifted conditions always; of the others none while there are fewer than two ticks, then at
/// most six in all, except that one which fits at least partly is never pushed off.
std::vector<RankedCondition> rank_conditions(const Knowledge& knowledge, const std::vector<FiredRule>& fired, const Ticks& ticks);

}  // namespace genu::reason
