#include "clinical/assess.hpp"

#include <algorithm>
#include <set>

#include "clinical/reason/fire.hpp"
#include "clinical/reason/light.hpp"
#include "clinical/reason/rank.hpp"

namespace genu {

const char* name_of(Band band)
{
    switch (band) {
        case Band::keep_in_mind: return "keep_in_mind";
        case Band::fits_partly: return "fits_partly";
        case Band::fits_well: return "fits_well";
    }
    return "keep_in_mind";
}

std::vector<const RarerCause*> rarer_beside(const Knowledge& knowledge, const Assessment& assessment)
{
    const auto counts = [](const RankedCondition& c) { return c.lifted || c.band > Band::keep_in_mind; };
    const bool any = std::any_of(assessment.conditions.begin(), assessment.conditions.end(), counts);
    std::set<ConditionId> named;
    for (const RankedCondition& c : assessment.conditions) if (!any || counts(c)) named.insert(c.id);
    std::vector<const RarerCause*> causes;
    for (const RarerCause& cause : knowledge.rarer_causes) {
        if (std::any_of(cause.beside.begin(), cause.beside.end(), [&](const ConditionId& id) { return named.contains(id); })) causes.push_back(&cause);
    }
    std::stable_sort(causes.begin(), causes.end(), [](const RarerCause* a, const RarerCause* b) { return a->urgency > b->urgency; });
    return causes;
}

Assessment assess(const Knowledge& knowledge, const Answers& answers)
{
    const reason::Ticks ticks = reason::read_ticks(knowledge, answers);
    Assessment assessment;
    // Danger first, on every change.
    assessment.red_flags = reason::fire_rules(knowledge, ticks);
    assessment.open_gate = reason::open_gate(knowledge, answers, ticks);
    assessment.notices = reason::notices(knowledge, assessment.red_flags, ticks);
    reason::apply_effects(knowledge, assessment);
    assessment.conditions = reason::rank_conditions(knowledge, assessment.red_flags, ticks);
    assessment.structures = reason::light_structures(knowledge, assessment.red_flags, ticks);
    assessment.too_little = ticks.ranking.size() < reason::kFewestToFit;
    return assessment;
}

}  // namespace genu
