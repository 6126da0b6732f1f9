// Each rule on content is shown to bite on content that breaks it and on nothing else.
#include "clinical/check.hpp"
#include "clinical/check/patterns.hpp"
#include "clinical_small.hpp"

using namespace genu;
using namespace genu::testing;

namespace {

ContentReport report(const SmallAssets& assets, const std::vector<StructureId>& model = {})
{
    const Catalogue catalogue = assets.catalogue();
    return check_content(assets.knowledge(), catalogue, model);
}

std::string spoilt(const std::string& file, const std::string& from, const std::string& to)
{
    SmallAssets assets;
    assets.spoil(file, from, to);
    return to_text(report(assets).problems);
}

}  // namespace

TEST_CASE("sound content has no problems")
{
    const SmallAssets assets;
    CHECK(to_text(report(assets).problems) == "");
}

TEST_CASE("a condition needs a primary structure")
{
    CHECK_THAT(spoilt("conditions/nerve.json", "\"primary\"", "\"secondary\""), ContainsSubstring("no structure is primary"));
}

TEST_CASE("a condition needs a source")
{
    CHECK_THAT(spoilt("conditions/nerve.json", "[\"source.one\"]", "[]"), ContainsSubstring("conditions/nerve.json: /sources: names no source"));
}

TEST_CASE("a condition without rules must say why")
{
    CHECK_THAT(spoilt("conditions/nerve.json", "made up", ""), ContainsSubstring("no red-flag rule is listed"));
}

TEST_CASE("a rule that brings up a condition must be listed there")
{
    CHECK_THAT(spoilt("conditions/cyst.json", ", \"red_flag.lock\"", ""), ContainsSubstring("red_flag.lock brings this condition up"));
}

TEST_CASE("a finding nothing uses is a problem")
{
    CHECK_THAT(spoilt("conditions/nerve.json", "symptom.there\", \"weight\": 3", "symptom.lump\", \"weight\": 3"), ContainsSubstring("symptom.there: nothing uses this finding"));
}

TEST_CASE("a finding cannot speak for and against")
{
    CHECK_THAT(spoilt("conditions/cyst.json", "\"against\": [{\"id\": \"symptom.swollen\"", "\"against\": [{\"id\": \"symptom.lump\""), ContainsSubstring("both for and against"));
}

TEST_CASE("a level that can never be reached is a problem")
{
    CHECK_THAT(spoilt("red_flags.json", "\"urgent_days\": \"symptom.swollen\"", "\"urgent_days\": \"symptom.swollen and symptom.stuck\""), ContainsSubstring("can never fire at this urgency"));
    CHECK_THAT(spoilt("red_flags.json", "\"urgent_days\": \"symptom.g_locked\"", "\"urgent_days\": \"symptom.g_locked and not symptom.g_locked\""), ContainsSubstring("can never fire"));
}

TEST_CASE("a tick that lowers a rule must be declared")
{
    CHECK_THAT(spoilt("red_flags.json", "\"ids\": [\"symptom.g_only\"]", "\"ids\": []"), ContainsSubstring("a tick of \"symptom.g_only\" can lower this rule"));
}

TEST_CASE("percentages are not for the reader")
{
    CHECK_THAT(spoilt("conditions/cyst.json", "A bag of fluid.", "A bag of fluid in 40 % of knees."), ContainsSubstring("percentage in a plain summary"));
    CHECK_THAT(spoilt("conditions/cyst.json", "Weeks.", "You have a 30 % chance to be well in weeks."), ContainsSubstring("as if it were their own"));
    CHECK_THAT(spoilt("conditions/cyst.json", "Weeks.", "Your odds are 30 percent."), ContainsSubstring("as if it were their own"));
}

TEST_CASE("figures of clinical texts and of studies stay")
{
    CHECK(spoilt("conditions/cyst.json", "\"recovery\": \"r\"", "\"recovery\": \"40 % recur\"") == "");
    CHECK(spoilt("conditions/cyst.json", "Weeks.", "In one study most were well in weeks, 40 % sooner.") == "");
}

TEST_CASE("hard words in plain texts are a problem")
{
    CHECK_THAT(spoilt("conditions/cyst.json", "A bag of fluid.",
                      "Intermittent communication between articular cavity and gastrocnemius-semimembranosus bursa constitutes unidirectional valvular "
                      "physiology, predisposing individuals with degenerative intraarticular abnormalities to accumulating pressurised synovial fluid "
                      "posteromedially, necessitating multidisciplinary investigation."),
               ContainsSubstring("reads at school grade"));
}

TEST_CASE("a text nobody will finish is a problem")
{
    std::string text;
    for (int i = 0; i < 100; ++i) text += "It hurts. ";
    CHECK_THAT(spoilt("conditions/cyst.json", "Weeks.", text), ContainsSubstring("characters long"));
}

TEST_CASE("a contraindication that names the condition wins over the record that indicates the exercise")
{
    CHECK_THAT(spoilt("exercises/slide.json", "Never with a fever", "Not with a cyst"), ContainsSubstring("a contraindication always wins"));
    SmallAssets assets;
    assets.spoil("exercises/slide.json", "Never with a fever", "Not with a cyst that is fresh");
    CHECK(to_text(report(assets).problems) == "");
    CHECK_THAT(to_text(report(assets).notes), ContainsSubstring("say in \"care\" when it may begin"));
}

TEST_CASE("an exercise cannot be indicated and to be avoided")
{
    CHECK_THAT(spoilt("conditions/cyst.json", "\"avoid\": []", "\"avoid\": [\"exercise.slide\"]"), ContainsSubstring("both indicated and warned of"));
}

TEST_CASE("a figure of a test needs a source")
{
    CHECK_THAT(spoilt("conditions/cyst.json", "\"tests\": []", R"("tests": [{"name": "T", "how": "h", "sensitivity": 0.9, "specificity": null, "note": "", "sources": []}])"),
               ContainsSubstring("figures without a source"));
}

TEST_CASE("codes and DOIs must look like codes and DOIs")
{
    CHECK_THAT(spoilt("conditions/cyst.json", "M71.2", "71.2"), ContainsSubstring("does not look like an ICD-10 code"));
    CHECK_THAT(spoilt("sources.json", "10.1000/one", "https://doi.org/10.1000/one"), ContainsSubstring("does not look like a DOI"));
}

TEST_CASE("a review says when it was, and an old one is noted")
{
    CHECK_THAT(spoilt("exercises/slide.json", "\"sources\": [\"source.one\"]", "\"sources\": [\"source.one\"], \"review\": \"yes\""), ContainsSubstring("does not say when it was reviewed"));
    SmallAssets assets;
    assets.spoil("exercises/slide.json", "\"sources\": [\"source.one\"]", "\"sources\": [\"source.one\"], \"review\": \"2001-02-03 by a physiotherapist\"");
    CHECK(to_text(report(assets).problems) == "");
    CHECK_THAT(to_text(report(assets).notes), ContainsSubstring("was reviewed in 2001"));
}

TEST_CASE("what codes look like")
{
    using namespace genu::check;
    for (const char* code : {"M71.2", "M17", "S83.8X-", "M05-M07", "M71.20-M71.22", "M79.A2-", "I82.43-"}) {
        INFO(code);
        CHECK(looks_like_icd10(code));
    }
    for (const char* code : {"", "M7", "m71.2", "M71.", "M71.2 ", "M71.2-M", "M71.2--", "M71.2, M72"}) {
        INFO(code);
        CHECK_FALSE(looks_like_icd10(code));
    }
    CHECK(looks_like_fma("FMA22590"));
    CHECK_FALSE(looks_like_fma("22590"));
    CHECK_FALSE(looks_like_fma("FMA22590x"));
    CHECK(looks_like_doi("10.1007/BF00191086"));
    CHECK_FALSE(looks_like_doi("10.1007/"));
    CHECK_FALSE(looks_like_doi("doi:10.1007/BF00191086"));
}

TEST_CASE("shapes without records and records without shapes are notes")
{
    const SmallAssets assets;
    const ContentReport r = report(assets, {StructureId("bursa.a"), StructureId("muscle.b"), StructureId("nerve.dd")});
    CHECK(to_text(r.problems) == "");
    const std::string notes = to_text(r.notes);
    CHECK_THAT(notes, ContainsSubstring("nerve.dd: has a shape but no record\n  did you mean \"nerve.d\"?"));
    CHECK_THAT(notes, ContainsSubstring("\"vein.c\" has no shape"));
    CHECK_THAT(notes, !ContainsSubstring("bursa.a"));
}
