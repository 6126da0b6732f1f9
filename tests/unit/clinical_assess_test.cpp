#include "clinical/assess.hpp"
#include "clinical_small.hpp"

#include <algorithm>

using namespace genu;
using namespace genu::testing;

namespace {

const Knowledge& small()
{
    static const SmallAssets assets;
    static const Knowledge knowledge = assets.knowledge();
    return knowledge;
}

Answers answers(const std::vector<std::string>& ticked, const std::vector<std::string>& denied = {})
{
    Answers a;
    for (const std::string& id : ticked) a.ticked.insert(FindingId("symptom." + id));
    for (const std::string& id : denied) a.denied.insert(FindingId("symptom." + id));
    return a;
}

Assessment assessed(const std::vector<std::string>& ticked, const std::vector<std::string>& denied = {}) { return assess(small(), answers(ticked, denied)); }

const RankedCondition* row(const Assessment& a, const std::string& id)
{
    const auto found = std::find_if(a.conditions.begin(), a.conditions.end(), [&](const RankedCondition& c) { return c.id.text() == "condition." + id; });
    return found == a.conditions.end() ? nullptr : &*found;
}

const RankedStructure* lit(const Assessment& a, const std::string& id)
{
    const auto found = std::find_if(a.structures.begin(), a.structures.end(), [&](const RankedStructure& s) { return s.id.text() == id; });
    return found == a.structures.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("nothing said, nothing shown, all questions open but the dependent one")
{
    const Assessment a = assessed({});
    CHECK(a.conditions.empty());
    CHECK(a.structures.empty());
    CHECK(a.red_flags.empty());
    CHECK(a.notices.empty());
    CHECK(a.too_little);
    CHECK(a.open_gate == std::vector<FindingId>{FindingId("symptom.swollen"), FindingId("symptom.g_locked")});
}

TEST_CASE("what fits comes first, with the reasons for and against")
{
    const Assessment a = assessed({"here", "lump"});
    REQUIRE_FALSE(a.conditions.empty());
    CHECK(a.conditions.front().id == ConditionId("condition.cyst"));
    CHECK(a.conditions.front().band == Band::fits_well);
    REQUIRE(a.conditions.front().supporting.size() == 2);
    CHECK(a.conditions.front().supporting[1].why == "it is the lump");
    CHECK(a.notices == std::vector<std::string>{"Other causes exist.", "Watch the calf."});
}

TEST_CASE("one tick lights the place and names no condition")
{
    const Assessment a = assessed({"here"});
    CHECK(a.too_little);
    CHECK(a.conditions.empty());
    REQUIRE(a.structures.size() == 3);
    for (const RankedStructure& s : a.structures) {
        CHECK(s.band == Band::keep_in_mind);
        REQUIRE_FALSE(s.because.empty());
        CHECK(s.because.front().condition.is_none());
        CHECK(s.because.front().findings == std::vector<FindingId>{FindingId("symptom.here")});
    }
}

TEST_CASE("there are always three structures to talk about")
{
    for (const char* id : {"here", "there", "lump", "swollen", "stuck", "g_locked", "old"}) {
        INFO(id);
        CHECK(assessed({id}).structures.size() >= 3);
    }
}

TEST_CASE("a structure lights by the role it has in what fits")
{
    const Assessment a = assessed({"here", "lump"});
    REQUIRE(lit(a, "bursa.a"));
    CHECK(lit(a, "bursa.a")->glow == 1.0f);
    CHECK(lit(a, "bursa.a")->role == Role::primary);
    REQUIRE(lit(a, "nerve.d"));
    CHECK(lit(a, "nerve.d")->role == Role::referred);
    CHECK(lit(a, "nerve.d")->glow < 0.5f);
    CHECK(a.structures.front().id == StructureId("bursa.a"));
}

TEST_CASE("a red flag goes before what fits better")
{
    const Assessment a = assessed({"here", "lump", "swollen"});
    REQUIRE(a.red_flags.size() == 1);
    CHECK(a.red_flags.front().urgency == Urgency::same_day);
    CHECK(a.red_flags.front().who == "Today.");
    CHECK(a.red_flags.front().because == std::vector<FindingId>{FindingId("symptom.swollen")});
    CHECK(a.conditions.front().id == ConditionId("condition.clot"));
    CHECK(a.conditions.front().lifted);
    CHECK(a.conditions.front().band >= Band::fits_partly);
    CHECK(a.hides_exercises);
    REQUIRE(row(a, "cyst"));
    CHECK(row(a, "cyst")->opposing.front().why == "points to the vein");
}

TEST_CASE("the most urgent true level counts, and only what is declared lowers it")
{
    CHECK(assessed({"swollen", "stuck"}).most_urgent() == Urgency::emergency_now);
    CHECK(assessed({"swollen"}).most_urgent() == Urgency::same_day);
    CHECK(assessed({"swollen", "g_only"}).most_urgent() == Urgency::urgent_days);
}

TEST_CASE("urgent within days leaves exercises as teaching, unless the rule takes them away")
{
    const Assessment soon = assessed({"swollen", "g_only"});
    CHECK_FALSE(soon.hides_exercises);
    CHECK(soon.exercises_without_dose);
    CHECK(assessed({"g_locked"}).hides_exercises);
}

TEST_CASE("a gate question counts as its finding, and the reason names the question")
{
    const Assessment a = assessed({"g_locked", "here"});
    REQUIRE(row(a, "cyst"));
    const std::vector<Reason>& reasons = row(a, "cyst")->supporting;
    CHECK(std::any_of(reasons.begin(), reasons.end(), [](const Reason& r) { return r.finding == FindingId("symptom.g_locked"); }));
    CHECK_FALSE(a.too_little);
    CHECK(assessed({"swollen", "g_locked"}).red_flags.front().because == std::vector<FindingId>{FindingId("symptom.swollen"), FindingId("symptom.g_locked")});
}

TEST_CASE("a dependent question opens with the answer it waits for")
{
    const std::vector<FindingId> open = assessed({"swollen"}).open_gate;
    CHECK(open == std::vector<FindingId>{FindingId("symptom.g_only"), FindingId("symptom.g_locked")});
    CHECK(assessed({"swollen"}, {"g_only", "g_locked"}).open_gate.empty());
}

TEST_CASE("a no counts mildly against a condition and never against a warning")
{
    const Assessment yes = assessed({"here", "swollen"});
    const Assessment no = assessed({"here", "swollen"}, {"lump", "stuck"});
    REQUIRE(row(no, "cyst"));
    CHECK(row(no, "cyst")->missing.size() == 2);
    CHECK(row(no, "cyst")->band <= row(yes, "cyst")->band);
    CHECK(no.red_flags.size() == yes.red_flags.size());
    CHECK(no.conditions.front().id == yes.conditions.front().id);
}

TEST_CASE("age moves the order and never brings up a condition by itself")
{
    CHECK(assessed({"old"}).conditions.empty());
    CHECK_FALSE(row(assessed({"old", "there", "swollen"}), "cyst"));
}

TEST_CASE("a tick that is also denied counts as ticked")
{
    CHECK(assessed({"swollen"}, {"swollen"}).most_urgent() == Urgency::same_day);
}

TEST_CASE("unknown findings are passed over")
{
    CHECK(assessed({"nonsense"}).structures.empty());
}
