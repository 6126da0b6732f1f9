#pragma once
// From ticked findings to structures and conditions to talk about. Never a diagnosis, never a number for the reader.
#include <set>
#include <string>
#include <vector>

#include "clinical/knowledge.hpp"

namespace genu {

/// What the reader has said. A finding in neither set was not answered.
struct Answers {
    std::set<FindingId> ticked;
    std::set<FindingId> denied;
    bool operator==(const Answers&) const = default;
};

enum class Band : std::uint8_t { keep_in_mind, fits_partly, fits_well };  // in rising order
const char* name_of(Band band);  ///< "keep_in_mind", "fits_partly", "fits_well"

struct Reason { FindingId finding; std::string why; };

struct FiredRule {
    RedFlagId id;
    Urgency urgency = Urgency::routine;
    std::string who;
    std::vector<FindingId> because;
};

struct RankedCondition {
    ConditionId id;
    Band band = Band::keep_in_mind;
    bool lifted = false;              ///< brought to the front by a red-flag rule
    std::vector<Reason> supporting;   ///< ticked findings that point to it
    std::vector<Reason> opposing;     ///< ticked findings that point away
    std::vector<Reason> missing;      ///< findings that would point to it, answered with "no": they count mildly against
};

struct RankedStructure {
    StructureId id;
    Band band = Band::keep_in_mind;
    Role role = Role::primary;
    float glow = 0;                   ///< 0…1 for the picture only; never shown as a figure
    struct Because { ConditionId condition; std::string why; std::vector<FindingId> findings; };
    std::vector<Because> because;     ///< a condition empty of id: the finding's own place
};

struct Assessment {
    std::vector<FiredRule> red_flags;          ///< most urgent first
    std::vector<RankedCondition> conditions;   ///< best first
    std::vector<RankedStructure> structures;   ///< strongest first
    std::vector<FindingId> open_gate;          ///< red-flag questions not answered yet and due to be asked
    std::vector<std::string> notices;          ///< lines to show whatever the ranking
    bool too_little = false;                   ///< fewer than two ticks: structures by place only
    bool hides_exercises = false;              ///< a fired rule takes exercises away
    bool exercises_without_dose = false;       ///< urgent within days: teaching animations with a caution only
    Urgency most_urgent() const { return red_flags.empty() ? Urgency::routine : red_flags.front().urgency; }
};

/// Rarer causes to keep in mind beside the conditions of the list that fit at least partly or were lifted (all of them
/// while none does): the most urgent first, then in the order of the file. Not ranked.
std::vector<const RarerCause*> rarer_beside(const Knowledge& knowledge, const Assessment& assessment);

/// Deterministic. A supporting finding never lowers its structure.
Assessment assess(const Knowledge& knowledge, const Answers& answers);

}  // namespace genu
