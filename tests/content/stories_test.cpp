// Small stories with the exact rules they must fire. The expected answers come from the clinical fact base; they show
// what the figures do and are no validation.
#include "content.hpp"

#include <algorithm>

using namespace genu;
using namespace genu::testing;

namespace {

struct Story {
    std::vector<std::string> ticked;
    std::vector<std::string> rules;     ///< exact, most urgent first
    std::string condition;              ///< among the first three
};

const std::vector<Story> kStories = {
    {{"loc_post_med", "lump_soft", "effusion"}, {}, "popliteal_cyst"},
    {{"loc_calf", "calf_swelling", "vte_risk"}, {"dvt same_day"}, "dvt"},
    {{"loc_post_med", "ag_resisted_flex", "on_load"}, {}, "hamstring_tendinopathy_medial"},
    {{"loc_calf", "on_load", "ag_pushoff"}, {}, "soleus_strain"},
    {{"ag_exertion", "loc_calf", "cold_pale", "g_cold_only_exercise"}, {"vasc urgent_days"}, "pad_claudication"},
    {{"cold_pale", "loc_calf", "night_rest"}, {"vasc emergency_now"}, "acute_limb_ischaemia"},
    {{"loc_thigh_buttock", "back_pain", "saddle_bladder"}, {"ces emergency_now"}, "cauda_equina"},
    {{"on_pop", "loc_post_med", "ag_flex_deep"}, {}, "meniscus_root_tear"},
    {{"ag_extend", "loc_post_lat", "on_insidious"}, {}, "fabella_syndrome"},
    {{"on_trauma", "ag_extend", "loc_post_mid"}, {}, "hyperextension_sprain"},
    {{"on_pop", "on_trauma", "swell_rapid", "giving_way"}, {"lig same_day"}, "acl_tear"},
    {{"lump_hard", "night_rest", "g_night_const"}, {"tumour urgent_days"}, "tumour"},
    {{"numb_dorsum", "foot_drop", "loc_post_lat"}, {"neuro same_day"}, "common_fibular_neuropathy"},
    {{"ag_pushoff", "loc_post_med", "on_load"}, {}, "gastrocnemius_tendinopathy"},
    {{"loc_calf", "calf_swelling", "lump_soft"}, {"dvt same_day"}, "popliteal_cyst_rupture"},
    {{"on_trauma", "loc_calf", "g_hard_leg"}, {"comp emergency_now"}, "acute_compartment"},
    {{"age_child", "g_limp_child", "loc_ant"}, {"child same_day"}, "referred_hip"},
};

/// What each danger must fire, one story for every rule and urgency that is easy to lose.
const std::vector<Story> kDangers = {
    {{"g_lung"}, {"dvt emergency_now"}, "dvt"},
    {{"hot_red", "loc_calf"}, {"dvt same_day", "inf urgent_days"}, "dvt"},
    {{"pregnant_postnatal", "loc_post_mid"}, {"dvt same_day"}, "dvt"},
    {{"lump_pulsatile"}, {"vasc urgent_days"}, "popliteal_aneurysm"},
    {{"lump_pulsatile", "loc_post_mid"}, {"vasc same_day"}, "popliteal_aneurysm"},
    {{"g_move_lost"}, {"vasc emergency_now"}, "acute_limb_ischaemia"},
    {{"g_deformed", "numb_dorsum"}, {"vasc emergency_now", "fract emergency_now"}, "fracture_avulsion"},
    {{"replaced_knee", "effusion"}, {"inf same_day"}, "septic_infection"},
    {{"g_both_legs"}, {"ces same_day"}, "cauda_equina"},
    {{"cannot_wb", "on_trauma"}, {"fract same_day"}, "fracture_avulsion"},
    {{"g_tendon", "on_pop", "ag_pushoff"}, {"lig same_day"}, "achilles_tendinopathy"},
    {{"g_locked"}, {"lock urgent_days"}, "meniscus_posterior_horn"},
    {{"systemic", "night_rest"}, {"inf same_day", "tumour urgent_days"}, "septic_infection"},
    {{"age_child", "effusion"}, {"child same_day"}, "septic_infection"},
};

void check(const std::vector<Story>& stories)
{
    for (const Story& story : stories) {
        const Assessment assessment = assess(knowledge(), ticks(story.ticked));
        std::vector<std::string> expected;
        for (const std::string& rule : story.rules) expected.push_back("red_flag." + rule);
        INFO(story.ticked.front() << " … for " << story.condition << ": " << listing(assessment));
        CHECK(fired(assessment) == expected);
        const std::size_t place = place_in(assessment, ConditionId("condition." + story.condition));
        CHECK((place >= 1 && place <= 3));
        CHECK(assessment.structures.size() >= 3);
    }
}

}  // namespace

TEST_CASE("regression stories fire exactly their rules and rank as before") { check(kStories); }

TEST_CASE("danger stories fire exactly their rules") { check(kDangers); }

TEST_CASE("a red flag comes first whatever fits better")
{
    const Assessment assessment = assess(knowledge(), ticks({"loc_calf", "on_pop", "ag_pushoff", "bruising", "calf_swelling", "vte_risk"}));
    REQUIRE_FALSE(assessment.conditions.empty());
    CHECK(assessment.conditions.front().lifted);
    CHECK(assessment.conditions.front().id == ConditionId("condition.dvt"));
    CHECK(assessment.hides_exercises);
}

TEST_CASE("a question answered no never silences a rule")
{
    Answers answers = ticks({"calf_swelling", "loc_calf"});
    for (const FindingId& id : knowledge().gate) {
        if (!answers.ticked.contains(id)) answers.denied.insert(id);
    }
    CHECK(fired(assess(knowledge(), answers)) == std::vector<std::string>{"red_flag.dvt same_day"});
    CHECK(assess(knowledge(), answers).open_gate.empty());
}
