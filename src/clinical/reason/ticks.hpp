#pragma once
// What a set of answers means: a gate question may count as a finding, in the ranking or in the rules only.
#include <set>
#include <vector>

#include "clinical/assess.hpp"

namespace genu::reason {

struct Ticks {
    std::set<FindingId> ranking;            ///< findings that carry weight (with those that gate questions count as)
    std::set<FindingId> rules;              ///< everything a red-flag rule sees
    std::set<FindingId> modifiers;          ///< age, sport, …
    std::set<FindingId> denied;             ///< answered "no", and true by no other tick
    std::set<FindingId> places;             ///< those of `ranking` that say where it hurts
    std::map<FindingId, FindingId> said_as; ///< finding → the tick it comes from, where that is another one

    /// What the reader ticked to make this true.
    const FindingId& as_ticked(const FindingId& id) const;
};

Ticks read_ticks(const Knowledge& knowledge, const Answers& answers);

}  // namespace genu::reason
