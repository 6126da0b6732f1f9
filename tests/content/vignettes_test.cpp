// Eighty short patient stories written from published descriptions, apart from the weights. They are a check on the
// ranking, not a validation of it: that needs real patients.
#include "content.hpp"
#include "test_places.hpp"

#include <algorithm>
#include <iostream>

using namespace genu;
using namespace genu::testing;

namespace {

struct Vignette {
    std::string id, kind;
    Answers answers;
    ConditionId expected;
    std::string red_flag, urgency;
};

std::string text_or_none(const Json& json, const char* key) { return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : ""; }

std::vector<Vignette> vignettes()
{
    Result<Json> json = read_json(fs::path(GENU_SOURCE_DIR) / "tests/content/vignettes.json");
    if (!json) throw std::runtime_error(to_text(json.problems()));
    std::vector<Vignette> list;
    for (const Json& item : *json) {
        Vignette v{item.at("id"), item.at("kind"), ticks(item.at("ticked").get<std::vector<std::string>>()), ConditionId(text_or_none(item, "expect_top5")),
                   text_or_none(item, "expect_red_flag"), text_or_none(item, "expect_urgency")};
        v.answers.denied = ticks(item.at("denied").get<std::vector<std::string>>()).ticked;
        list.push_back(std::move(v));
    }
    return list;
}

}  // namespace

TEST_CASE("stories put the expected condition near the top")
{
    const std::vector<Vignette> all = vignettes();
    REQUIRE(all.size() >= 60);
    std::size_t asked = 0, top1 = 0, top3 = 0, top5 = 0;
    for (const Vignette& v : all) {
        if (v.expected.is_none()) continue;
        INFO(v.id << " names " << v.expected.text());
        REQUIRE(knowledge().find(v.expected));
        const Assessment assessment = assess(knowledge(), v.answers);
        const std::size_t place = place_in(assessment, v.expected);
        ++asked;
        top1 += place == 1;
        top3 += place >= 1 && place <= 3;
        top5 += place >= 1 && place <= 5;
        if (place == 0 || place > 3) std::cout << v.id << ": " << v.expected.text() << " at " << place << " of\n  " << listing(assessment) << "\n";
    }
    std::cout << "stories: " << asked << "; first " << top1 << ", top three " << top3 << ", top five " << top5 << "\n";
    REQUIRE(asked >= 60);
    // 90 %: what a list is for; a list that misses one in ten is still no diagnosis.
    CHECK(top5 * 10 >= asked * 9);
    CHECK(top3 * 10 >= asked * 8);
    CHECK(top1 * 10 >= asked * 6);
}

TEST_CASE("stories survive one forgotten tick")
{
    // Real readers overlook things. Each story is told again without each of its ticks in turn.
    std::size_t asked = 0, top5 = 0;
    for (const Vignette& v : vignettes()) {
        if (v.expected.is_none()) continue;
        for (const FindingId& forgotten : v.answers.ticked) {
            Answers answers = v.answers;
            answers.ticked.erase(forgotten);
            const std::size_t place = place_in(assess(knowledge(), answers), v.expected);
            ++asked;
            top5 += place >= 1 && place <= 5;
        }
    }
    std::cout << "stories with one tick forgotten: " << top5 << " of " << asked << " in the top five\n";
    // Some forgotten ticks are the story itself: one that leaves a single tick names no condition.
    CHECK(top5 * 100 >= asked * 85);
}

TEST_CASE("stories of danger fire their rule at least as urgently as expected")
{
    std::size_t dangers = 0;
    for (const Vignette& v : vignettes()) {
        if (v.red_flag.empty()) continue;
        ++dangers;
        const Assessment assessment = assess(knowledge(), v.answers);
        INFO(v.id << " expects " << v.red_flag << " " << v.urgency << " but got " << listing(assessment));
        const auto rule = std::find_if(assessment.red_flags.begin(), assessment.red_flags.end(), [&](const FiredRule& f) { return f.id.text() == v.red_flag; });
        REQUIRE(rule != assessment.red_flags.end());
        if (v.urgency.empty()) continue;
        const auto urgency = urgency_from_name(v.urgency);
        REQUIRE(urgency);
        CHECK(rule->urgency == *urgency);
        CHECK_FALSE(rule->because.empty());
        CHECK_FALSE(rule->who.empty());
    }
    CHECK(dangers >= 25);
}

TEST_CASE("stories without danger stay calm")
{
    // A warning at every turn is read by nobody: rules must keep quiet where the story gives no ground.
    std::size_t calm = 0;
    for (const Vignette& v : vignettes()) {
        if (!v.red_flag.empty()) continue;
        ++calm;
        const Assessment assessment = assess(knowledge(), v.answers);
        INFO(v.id << ": " << listing(assessment));
        CHECK(assessment.red_flags.empty());
    }
    CHECK(calm >= 20);
}
