#pragma once
// Two conditions side by side: what they have in common and what tells them apart, from the records of both.
#include "session/app_state.hpp"
#include "session/library.hpp"

namespace genu {

/// A finding that tells two conditions apart, as seen from one of them.
struct Distinction {
    FindingId finding;
    int weight = 0;              ///< how far it points to this one, 0…3
    bool against_other = false;  ///< and the other's record says that it points away from it
    std::string why;             ///< of this one's record
    std::string why_not;         ///< of the other's, where it points away
};

struct Comparison {
    const Condition* a = nullptr;
    const Condition* b = nullptr;
    std::vector<StructureId> both, only_a, only_b;       ///< structures, in the order of the records
    std::vector<FindingId> alike;                        ///< findings that point to both: they do not tell them apart
    std::vector<Distinction> for_a, for_b;               ///< the most telling first
    bool same_urgency = false;
};

Comparison compare_conditions(const Condition& a, const Condition& b);

/// The two conditions that the picture compares; none while it does not.
std::optional<Comparison> comparison_of(const AppState& state, const Library& library);

/// The state whose picture stands at the right: the same in all but the condition and the shapes of disease that it shows.
AppState other_half(const AppState& state, const Library& library);

}  // namespace genu
