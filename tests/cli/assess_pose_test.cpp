// genu assess and genu pose: the shapes that scripts rely on, and the promises behind them.
#include <algorithm>
#include <set>
#include <string>

#include "cli/child.hpp"
#include "support/catch.hpp"

using namespace genu::test;
using nlohmann::json;

namespace {

const std::set<std::string> kUrgencies = {"emergency_now", "same_day", "urgent_days", "routine"};
const std::set<std::string> kBands = {"fits_well", "fits_partly", "keep_in_mind"};

json assessed(const std::string& symptoms) { return run_genu({"assess", "--symptoms", symptoms, "--json"}).json(); }

json posed(const std::string& pose) { return run_genu({"pose", "--pose", pose, "--json"}).json().at("paths"); }

const json& path(const json& paths, const std::string& id)
{
    for (const json& p : paths) if (p.at("id") == id) return p;
    FAIL("no path " << id);
    return paths.front();
}

}  // namespace

TEST_CASE("assess gives red flags, structures and conditions, each with reasons that name what was ticked")
{
    const std::set<std::string> ticked = {"symptom.loc_post_med", "symptom.lump_soft", "symptom.ag_extend"};
    const json result = assessed("symptom.loc_post_med,symptom.lump_soft,symptom.ag_extend");
    CHECK(result.at("red_flags").is_array());
    REQUIRE_FALSE(result.at("structures").empty());
    for (const json& s : result.at("structures")) {
        CHECK(kBands.contains(s.at("band")));
        REQUIRE_FALSE(s.at("because").empty());
        for (const json& b : s.at("because")) {
            CHECK_FALSE(b.at("findings").empty());
            for (const json& f : b.at("findings")) CHECK(ticked.contains(f.at("id")));
        }
    }
    REQUIRE_FALSE(result.at("conditions").empty());
    CHECK(result.at("conditions").front().at("id") == "condition.popliteal_cyst");
    for (const json& c : result.at("conditions")) {
        CHECK(kBands.contains(c.at("band")));
        CHECK(c.at("against").is_array());
        for (const json& f : c.at("for")) CHECK(ticked.contains(f.at("id")));
    }
}

TEST_CASE("a red flag comes with how soon, whom to see and why, the most urgent first")
{
    const json result = assessed("g_lung,calf_swelling,foot_drop");
    REQUIRE_FALSE(result.at("red_flags").empty());
    const std::vector<std::string> falling = {"emergency_now", "same_day", "urgent_days", "routine"};
    std::size_t before = 0;
    for (const json& flag : result.at("red_flags")) {
        const auto at = std::find(falling.begin(), falling.end(), flag.at("urgency").get<std::string>());
        REQUIRE(at != falling.end());
        CHECK(static_cast<std::size_t>(at - falling.begin()) >= before);
        before = static_cast<std::size_t>(at - falling.begin());
        CHECK_FALSE(flag.at("who").get<std::string>().empty());
        CHECK_FALSE(flag.at("because").empty());
    }
    CHECK(result.at("red_flags").front().at("urgency") == "emergency_now");
    CHECK(result.at("hides_exercises") == true);
}

TEST_CASE("the prefix of a finding may be left out, and blanks after commas do no harm")
{
    CHECK(assessed("loc_post_med,lump_soft") == assessed("symptom.loc_post_med, symptom.lump_soft"));
}

TEST_CASE("the order in which findings are given does not matter")
{
    CHECK(assessed("loc_post_med,lump_soft,effusion") == assessed("effusion,lump_soft,loc_post_med"));
}

TEST_CASE("a question answered with no counts mildly against, and is not asked again")
{
    const json before = run_genu({"assess", "--symptoms", "loc_post_med,effusion", "--json"}).json();
    const json after = run_genu({"assess", "--symptoms", "loc_post_med,effusion", "--denied", "g_lung,lump_soft", "--json"}).json();
    const auto asks = [](const json& result, const char* id) {
        for (const json& q : result.at("open_questions")) if (q.at("id") == id) return true;
        return false;
    };
    CHECK(asks(before, "symptom.g_lung"));
    CHECK_FALSE(asks(after, "symptom.g_lung"));
    bool named = false;
    for (const json& c : after.at("conditions")) for (const json& f : c.at("against")) named = named || (f.at("id") == "symptom.lump_soft" && f.at("answer") == "no");
    CHECK(named);
}

TEST_CASE("in words the red flag stands first, then structures, then conditions, and never a diagnosis or a chance")
{
    const std::string text = run_genu({"assess", "--symptoms", "g_lung,loc_post_med,lump_soft"}).out;
    const auto flag = text.find("Emergency"), structures = text.find("Structures to talk about"), conditions = text.find("Conditions to talk about");
    REQUIRE(flag != std::string::npos);
    REQUIRE(structures != std::string::npos);
    REQUIRE(conditions != std::string::npos);
    CHECK(flag < structures);
    CHECK(structures < conditions);
    CHECK_THAT(text, ContainsSubstring("never a diagnosis") && ContainsSubstring("Not yet reviewed"));
    CHECK(text.find('%') == std::string::npos);
}

TEST_CASE("in words the reasons are the findings as people say them")
{
    const std::string text = run_genu({"assess", "--symptoms", "loc_post_med,lump_soft,ag_extend"}).out;
    CHECK_THAT(text, ContainsSubstring("inner back corner"));
    CHECK(text.find("symptom.loc_post_med") == std::string::npos);
}

TEST_CASE("unknown findings are all named, each with the one that was meant")
{
    const Outcome outcome = run_genu({"assess", "--symptoms", "loc_post_medd,lump_sfot", "--json"});
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK_THAT(outcome.err, ContainsSubstring("symptom.loc_post_med") && ContainsSubstring("symptom.lump_soft"));
}

TEST_CASE("a finding cannot be there and not there")
{
    const Outcome outcome = run_genu({"assess", "--symptoms", "lump_soft", "--denied", "lump_soft"});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, ContainsSubstring("--denied"));
}

TEST_CASE("standing is where every path has its length and no strain")
{
    const json paths = posed("knee_flexion=0");
    CHECK(paths.size() >= 20);
    for (const json& p : paths) {
        INFO(p.at("id"));
        CHECK(p.at("length_mm").get<double>() > 10);
        CHECK(p.at("strain").get<double>() == Approx(0).margin(1e-9));
        CHECK(p.at("moment_arms_mm").size() == 10);
    }
}

TEST_CASE("a moment arm is the length given up for each radian")
{
    const json low = posed("knee_flexion=44"), middle = posed("knee_flexion=45"), high = posed("knee_flexion=46");
    for (const json& p : middle) {
        const std::string id = p.at("id");
        INFO(id);
        const double by_length = -(path(high, id).at("length_mm").get<double>() - path(low, id).at("length_mm").get<double>()) / (2 * 3.14159265358979 / 180);
        // Half a degree against one degree: the lever itself changes a little over the step.
        CHECK(p.at("moment_arms_mm").at("knee_flexion").get<double>() == Approx(by_length).margin(0.3));
    }
}

TEST_CASE("with a straight knee the raised foot stretches gastrocnemius; with a bent knee it is let off, soleus is not")
{
    const json straight = posed("ankle_dorsiflexion=20"), bent = posed("ankle_dorsiflexion=20,knee_flexion=60");
    const auto strain = [](const json& paths, const char* id) { return path(paths, id).at("strain").get<double>(); };
    CHECK(strain(straight, "muscle.gastrocnemius_medial_head") > strain(bent, "muscle.gastrocnemius_medial_head") + 0.01);
    // The ankle alone: what little is left comes from the shin turning in as the knee bends.
    CHECK(strain(straight, "muscle.soleus") == Approx(strain(bent, "muscle.soleus")).margin(1e-4));
}

TEST_CASE("structures that share a course are listed too")
{
    const json paths = posed("hip_flexion=60");
    CHECK(path(paths, "nerve.sciatic").at("length_mm") == path(paths, "nerve.tibial").at("length_mm"));
}

TEST_CASE("the table of a pose holds every path with its lever")
{
    const Outcome outcome = run_genu({"pose", "--pose", "knee_flexion=30"});
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.out, ContainsSubstring("muscle.semimembranosus") && ContainsSubstring("knee_flexion"));
}

TEST_CASE("an angle that no joint reaches is bad input, with the range")
{
    const Outcome outcome = run_genu({"pose", "--pose", "knee_flexion=500"});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, ContainsSubstring("knee_flexion=500") && ContainsSubstring("0 to 140"));
}
