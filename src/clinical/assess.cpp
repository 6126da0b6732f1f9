#include "clinical/assess.hpp"

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
