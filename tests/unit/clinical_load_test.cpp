#include "clinical_small.hpp"

using namespace genu;
using namespace genu::testing;

namespace {

std::string problems_of(const SmallAssets& assets)
{
    const Result<Knowledge> loaded = assets.try_load();
    REQUIRE_FALSE(loaded);
    return to_text(loaded.problems());
}

}  // namespace

TEST_CASE("sound content loads with everything in it")
{
    const SmallAssets assets;
    const Knowledge k = assets.knowledge();
    REQUIRE(k.conditions.size() == 3);
    CHECK(k.conditions.front().id == ConditionId("condition.clot"));
    const Condition* cyst = k.find(ConditionId("condition.cyst"));
    REQUIRE(cyst);
    CHECK(cyst->text("summary", false) == "A bag of fluid.");
    CHECK(cyst->text("mechanism", true) == "m");
    CHECK(cyst->text("mechanism", false).empty());
    CHECK(cyst->plain.front().first == "summary");
    CHECK(cyst->pose_deg.at("knee_flexion") == 20);
    CHECK(k.find(FindingId("symptom.g_only"))->asked_if == FindingId("symptom.swollen"));
    CHECK(k.find(RedFlagId("red_flag.clot"))->may_lower == std::vector<FindingId>{FindingId("symptom.g_only")});
    CHECK(k.find(RedFlagId("red_flag.clot"))->when.size() == 3);
    CHECK(k.find(Urgency::urgent_days)->exercises == "teaching_only");
    CHECK(k.find(ExerciseId("exercise.slide"))->duration_s() == 2);
    CHECK(k.find(MythId("myth.story")));
    CHECK(k.find(TourId("tour.round"))->steps.size() == 1);
    CHECK(k.notice.calf_when.size() == 1);
}

TEST_CASE("every slip in every file is reported in one go, with file, place and a suggestion")
{
    SmallAssets assets;
    assets.spoil("conditions/cyst.json", "symptom.lump", "symptom.lmp");
    assets.spoil("conditions/clot.json", "\"tier\": \"redflag\"", "\"tier\": \"redflags\"");
    assets.spoil("exercises/slide.json", "\"knee_flexion\": 90", "\"knee_flexon\": 90");
    assets.spoil("symptoms.json", "condition.cyst", "condition.cist");
    assets.spoil("red_flags.json", "symptom.swollen and symptom.stuck", "symptom.swollen and (symptom.stuck");
    const std::string text = problems_of(assets);
    CHECK_THAT(text, ContainsSubstring("conditions/cyst.json: /findings/1/id: unknown symptom \"symptom.lmp\"\n  did you mean \"symptom.lump\"?"));
    CHECK_THAT(text, ContainsSubstring("did you mean \"redflag\"?"));
    CHECK_THAT(text, ContainsSubstring("exercises/slide.json: /keyframes/1/pose/knee_flexon: unknown joint"));
    CHECK_THAT(text, ContainsSubstring("symptoms.json: /findings/7/raises/0"));
    CHECK_THAT(text, ContainsSubstring("red_flags.json: /rules/0/when/emergency_now"));
}

TEST_CASE("fields nobody reads are refused")
{
    SmallAssets assets;
    assets.spoil("conditions/cyst.json", "\"synonyms\"", "\"sinonyms\"");
    CHECK_THAT(problems_of(assets), ContainsSubstring("unknown field \"sinonyms\"\n  did you mean \"synonyms\"?"));
}

TEST_CASE("wrong types are refused")
{
    SmallAssets assets;
    assets.spoil("conditions/cyst.json", "\"weight\": 3", "\"weight\": \"3\"");
    CHECK_THAT(problems_of(assets), ContainsSubstring("/findings/0/weight: must be a number"));
}

TEST_CASE("a weight is 0 to 3 and whole")
{
    for (const char* weight : {"4", "-1", "1.5"}) {
        SmallAssets assets;
        assets.spoil("conditions/cyst.json", "\"weight\": 3", std::string("\"weight\": ") + weight);
        CHECK_THAT(problems_of(assets), ContainsSubstring("must be 0, 1, 2 or 3"));
    }
}

TEST_CASE("a text left empty is a problem")
{
    SmallAssets assets;
    assets.spoil("conditions/cyst.json", "A bag of fluid.", " ");
    CHECK_THAT(problems_of(assets), ContainsSubstring("/text/plain/summary: is empty"));
}

TEST_CASE("a record must be named like its file")
{
    SmallAssets assets;
    assets.write("exercises/other.json", R"({"id": "exercise.sliding"})");
    CHECK_THAT(problems_of(assets), ContainsSubstring("call the file sliding.json"));
}

TEST_CASE("one id, one record")
{
    SmallAssets assets;
    assets.spoil("symptoms.json", "\"id\": \"symptom.stuck\"", "\"id\": \"symptom.lump\"");
    CHECK_THAT(problems_of(assets), ContainsSubstring("symptom.lump: has more than one record"));
}

TEST_CASE("an angle beyond the joint's range is a problem")
{
    SmallAssets assets;
    assets.spoil("conditions/cyst.json", "\"knee_flexion\": 20", "\"knee_flexion\": 170");
    CHECK_THAT(problems_of(assets), ContainsSubstring("170 degrees is beyond the joint's range\n  from 0 to 140"));
}

TEST_CASE("a scene must name a view that exists")
{
    SmallAssets assets;
    assets.spoil("conditions/cyst.json", "\"view\": \"popliteal\"", "\"view\": \"poplitaeal\"");
    CHECK_THAT(problems_of(assets), ContainsSubstring("/scene/view: unknown view \"poplitaeal\"\n  did you mean \"popliteal\"?"));
}

TEST_CASE("a fired rule must say whom to see")
{
    SmallAssets assets;
    assets.spoil("red_flags.json", "\"same_day\": \"Today.\", ", "");
    CHECK_THAT(problems_of(assets), ContainsSubstring("/rules/0/who: says nothing for same_day"));
}

TEST_CASE("a file that is not JSON does not hide the problems of the others")
{
    SmallAssets assets;
    assets.write("myths/story.json", "{\"id\": ");
    assets.spoil("conditions/cyst.json", "source.one", "source.won");
    const std::string text = problems_of(assets);
    CHECK_THAT(text, ContainsSubstring("is not valid JSON"));
    CHECK_THAT(text, ContainsSubstring("did you mean \"source.one\"?"));
}

TEST_CASE("content is translated field by field")
{
    SmallAssets assets;
    assets.write("text/de/conditions/cyst.json", R"({"name": "Zyste", "findings": [{"id": "symptom.lump", "why": "das ist sie"}]})");
    const Knowledge k = assets.knowledge("de");
    const Condition* cyst = k.find(ConditionId("condition.cyst"));
    CHECK(cyst->name == "Zyste");
    CHECK(cyst->findings[1].why == "das ist sie");
    CHECK(cyst->findings[1].weight == 3);
    CHECK(cyst->findings[0].why == "there it lies");
}
