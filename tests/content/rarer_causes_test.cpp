// Rarer causes stand beside the conditions they are taken for; they are never ranked.
#include "content.hpp"

#include <algorithm>

using namespace genu;
using namespace genu::testing;

namespace {

bool has(const std::vector<const RarerCause*>& causes, const std::string& id)
{
    return std::any_of(causes.begin(), causes.end(), [&](const RarerCause* cause) { return cause->id.text() == id; });
}

}  // namespace

TEST_CASE("a rarer cause is found from the condition it is taken for and from its structure")
{
    CHECK(has(knowledge().rarer_beside(ConditionId("condition.gastrocnemius_strain")), "cause.calcaneal_tendon_rupture"));
    CHECK(has(knowledge().rarer_beside(ConditionId("condition.pad_claudication")), "cause.lumbar_spinal_stenosis"));
    CHECK_FALSE(has(knowledge().rarer_beside(ConditionId("condition.pfps")), "cause.lumbar_spinal_stenosis"));
    CHECK(has(knowledge().rarer_with(StructureId("vein.small_saphenous")), "cause.varicose_veins"));
}

TEST_CASE("every rarer cause says what sets it apart, and stands beside something")
{
    for (const RarerCause& cause : knowledge().rarer_causes) {
        INFO(cause.id.text());
        CHECK_FALSE(cause.apart.plain.empty());
        CHECK_FALSE(cause.apart.clinical.empty());
        CHECK_FALSE(cause.beside.empty());
        CHECK_FALSE(cause.who.empty());
    }
}

TEST_CASE("rarer causes beside a result belong to its conditions, the most urgent first")
{
    const Assessment a = assess(knowledge(), ticks({"loc_calf", "on_pop", "ag_pushoff"}));
    const std::vector<const RarerCause*> causes = rarer_beside(knowledge(), a);
    REQUIRE(has(causes, "cause.calcaneal_tendon_rupture"));
    for (std::size_t i = 1; i < causes.size(); ++i) CHECK(causes[i - 1]->urgency >= causes[i]->urgency);
    for (const RarerCause* cause : causes) {
        INFO(cause->id.text());
        CHECK(std::any_of(cause->beside.begin(), cause->beside.end(), [&](const ConditionId& id) { return place_in(a, id) > 0; }));
    }
    CHECK(rarer_beside(knowledge(), assess(knowledge(), {})).empty());
}
