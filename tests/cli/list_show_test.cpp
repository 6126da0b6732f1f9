// genu list and genu show: the way in for scripts, and for people who cannot see the picture.
#include <algorithm>
#include <set>
#include <sstream>

#include "cli/child.hpp"
#include "support/catch.hpp"
#include "test_places.hpp"

using namespace genu::test;
using nlohmann::json;

namespace {

const std::vector<std::string> kKinds = {"structures", "conditions", "symptoms", "red-flags", "exercises", "myths", "views", "tours", "joints"};

const json* with_id(const json& rows, const std::string& id)
{
    for (const json& row : rows) if (row.at("id") == id) return &row;
    return nullptr;
}

}  // namespace

TEST_CASE("every list is an array of objects with an id of their own and a name")
{
    for (const std::string& kind : kKinds) {
        INFO(kind);
        const Outcome outcome = run_genu({"list", kind, "--json"});
        CHECK(outcome.code == 0);
        const json rows = outcome.json();
        REQUIRE(rows.is_array());
        CHECK_FALSE(rows.empty());
        std::set<std::string> ids;
        for (const json& row : rows) {
            CHECK_FALSE(row.at("id").get<std::string>().empty());
            CHECK_FALSE(row.at("name").get<std::string>().empty());
            ids.insert(row.at("id"));
        }
        CHECK(ids.size() == rows.size());
    }
}

TEST_CASE("the text of a list holds every id once on a line of its own")
{
    for (const std::string& kind : kKinds) {
        INFO(kind);
        const json rows = run_genu({"list", kind, "--json"}).json();
        const Outcome text = run_genu({"list", kind});
        CHECK(text.code == 0);
        for (const json& row : rows) CHECK_THAT("\n" + text.out, ContainsSubstring("\n" + row.at("id").get<std::string>() + " "));
    }
}

TEST_CASE("the fixed structures are listed with layer, group and whether they have a shape")
{
    const json rows = run_genu({"list", "structures", "--json"}).json();
    for (const char* id : {"bone.femur", "muscle.popliteus", "muscle.gastrocnemius_medial_head", "tendon.calcaneal", "ligament.posterior_cruciate", "meniscus.medial",
                           "bursa.gastrocnemius_semimembranosus", "nerve.tibial", "artery.popliteal", "vein.popliteal", "fascia.popliteal", "region.popliteal_fossa", "region.skin"}) {
        const json* row = with_id(rows, id);
        INFO(id);
        REQUIRE(row);
        CHECK(row->at("layer").is_number_integer());
        CHECK_FALSE(row->at("group").get<std::string>().empty());
        CHECK(row->contains("has_shape"));
    }
}

TEST_CASE("every structure that the design names has a shape in the built leg")
{
    if (!has_model()) return;
    const json rows = run_genu({"list", "structures", "--json"}, {{"GENU_MODEL", GENU_MODEL}}).json();
    for (const char* id : {"bone.femur", "bone.tibia", "bone.fibula", "bone.patella", "muscle.popliteus", "muscle.semimembranosus", "muscle.soleus", "nerve.tibial", "artery.popliteal"}) {
        INFO(id);
        REQUIRE(with_id(rows, id));
        CHECK(with_id(rows, id)->at("has_shape") == true);
    }
}

TEST_CASE("joints and views have their fixed names")
{
    const json joints = run_genu({"list", "joints", "--json"}).json();
    for (const char* id : {"pelvis_tilt", "lumbar_flexion", "neck_flexion", "hip_flexion", "hip_adduction", "hip_rotation", "knee_flexion", "ankle_dorsiflexion", "subtalar_inversion", "toe_extension"}) {
        REQUIRE(with_id(joints, id));
        CHECK(with_id(joints, id)->at("low_deg").get<double>() < with_id(joints, id)->at("high_deg").get<double>());
    }
    const json views = run_genu({"list", "views", "--json"}).json();
    for (const char* id : {"posterior", "anterior", "medial", "lateral", "popliteal", "superior"}) CHECK(with_id(views, id));
}

TEST_CASE("one item of every kind can be shown, as text and as JSON")
{
    for (const char* id : {"muscle.popliteus", "condition.popliteal_cyst", "symptom.loc_post_med", "red_flag.dvt", "exercise.gastroc_wall", "myth.calf_joins_knee",
                           "tour.popliteal_fossa", "source.ward_2001", "popliteal", "knee_flexion"}) {
        INFO(id);
        const Outcome as_json = run_genu({"show", id, "--json"});
        CHECK(as_json.code == 0);
        CHECK(as_json.json().at("id") == id);
        const Outcome as_text = run_genu({"show", id});
        CHECK(as_text.code == 0);
        CHECK_THAT(as_text.out, ContainsSubstring(id));
    }
}

TEST_CASE("a condition is shown in both registers, with reasons and sources")
{
    const json cyst = run_genu({"show", "condition.popliteal_cyst", "--json"}).json();
    for (const char* words : {"plain", "clinical"}) CHECK_FALSE(cyst.at("text").at(words).at("summary").get<std::string>().empty());
    for (const char* list : {"structures", "findings", "sources", "tests", "red_flags"}) CHECK_FALSE(cyst.at(list).empty());
    for (const json& s : cyst.at("structures")) CHECK_FALSE(s.at("why").get<std::string>().empty());
    const Outcome text = run_genu({"show", "condition.popliteal_cyst"});
    CHECK_THAT(text.out, ContainsSubstring("Plain") && ContainsSubstring("Clinical") && ContainsSubstring("Not yet reviewed by a clinician") && ContainsSubstring("red_flag.dvt"));
}

TEST_CASE("a structure tells which conditions name it")
{
    const json bursa = run_genu({"show", "bursa.gastrocnemius_semimembranosus", "--json"}).json();
    CHECK(with_id(bursa.at("conditions"), "condition.popliteal_cyst"));
}

TEST_CASE("the text is wrapped for a terminal")
{
    std::istringstream lines(run_genu({"show", "condition.popliteal_cyst"}).out);
    for (std::string line; std::getline(lines, line);) {
        const auto characters = std::count_if(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; });
        INFO(line);
        CHECK(characters <= 88);
    }
}

TEST_CASE("an unknown id is answered with the one that was meant")
{
    const std::pair<const char*, const char*> typed[] = {{"muscle.popliteuss", "muscle.popliteus"}, {"soleus", "muscle.soleus"}, {"condition.popliteal_cist", "condition.popliteal_cyst"},
                                                         {"red_flag.dtv", "red_flag.dvt"}, {"knee_flexoin", "knee_flexion"}};
    for (const auto& [wrong, meant] : typed) {
        INFO(wrong);
        for (const std::vector<std::string>& arguments : {std::vector<std::string>{"show", wrong}, {"show", wrong, "--json"}}) {
            const Outcome outcome = run_genu(arguments);
            CHECK(outcome.code == 2);
            CHECK(outcome.out.empty());
            CHECK_THAT(outcome.err, ContainsSubstring(wrong) && ContainsSubstring(std::string("did you mean \"") + meant + "\"?"));
        }
    }
}

TEST_CASE("a word that several structures bear is answered with all of them")
{
    const Outcome outcome = run_genu({"show", "popliteus"});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, ContainsSubstring("muscle.popliteus") && ContainsSubstring("tendon.popliteus") && ContainsSubstring("bursa.popliteus"));
}

TEST_CASE("texts come in another language, and a language that there is not is answered with those there are")
{
    const Outcome spanish = run_genu({"list", "conditions", "--language", "es", "--json"}), english = run_genu({"list", "conditions", "--json"});
    CHECK(spanish.code == 0);
    const json translated = spanish.json(), original = english.json();
    REQUIRE(translated.size() == original.size());
    for (std::size_t i = 0; i < original.size(); ++i) CHECK(translated[i].at("id") == original[i].at("id"));
    CHECK(translated != original);
    const Outcome unknown = run_genu({"list", "conditions", "--language", "xx"});
    CHECK(unknown.code == 2);
    CHECK_THAT(unknown.err, ContainsSubstring("\"xx\"") && ContainsSubstring("en, es"));
}
