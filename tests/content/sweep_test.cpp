// Rules that hold over all shipped content.
#include "content.hpp"

#include <algorithm>
#include <iostream>
#include <set>

#include "clinical/check.hpp"
#include "clinical/readability.hpp"

using namespace genu;
using namespace genu::testing;

TEST_CASE("the content check finds no problem")
{
    const ContentReport report = check_content(knowledge(), catalogue(), {});
    CHECK(to_text(report.problems) == "");
    std::cout << "content check: " << report.notes.size() << " notes\n";
}

TEST_CASE("the content is all there")
{
    CHECK(knowledge().conditions.size() == 41);
    CHECK(knowledge().rules.size() == 11);
    CHECK(knowledge().findings.size() == 63);
    CHECK(knowledge().gate.size() == 27);
    CHECK(knowledge().exercises.size() >= 16);
    CHECK(knowledge().myths.size() >= 15);
    CHECK(knowledge().tours.size() >= 3);
    CHECK(catalogue().structures().size() >= 120);
    CHECK(catalogue().sources().size() >= 60);
}

TEST_CASE("every finding points to some condition, place or rule")
{
    std::set<FindingId> used;
    for (const Condition& c : knowledge().conditions) {
        for (const ConditionFinding& f : c.findings) if (f.weight > 0) used.insert(f.id);
    }
    for (const RedFlagRule& rule : knowledge().rules) {
        for (const auto& [urgency, expression] : rule.when) for (const FindingId& id : expression.findings()) used.insert(id);
    }
    for (const Finding& f : knowledge().findings) {
        INFO(f.id.text());
        CHECK((used.contains(f.id) || !f.raises.empty() || !f.lowers.empty() || !f.counts_as.empty()));
    }
}

TEST_CASE("every smallest way of every rule fires it, at that urgency or above")
{
    std::size_t tried = 0;
    for (const RedFlagRule& rule : knowledge().rules) {
        for (const auto& [urgency, expression] : rule.when) {
            const auto ways = expression.ways();
            INFO(rule.id.text() << " " << name_of(urgency));
            CHECK_FALSE(ways.empty());
            for (const Expression::Way& way : ways) {
                ++tried;
                const Assessment a = assess(knowledge(), {way.ticked, {}});
                const auto it = std::find_if(a.red_flags.begin(), a.red_flags.end(), [&](const FiredRule& f) { return f.id == rule.id; });
                REQUIRE(it != a.red_flags.end());
                CHECK(it->urgency >= urgency);
                CHECK(std::any_of(a.conditions.begin(), a.conditions.end(), [&](const RankedCondition& c) {
                    return c.lifted && std::find(rule.lift.begin(), rule.lift.end(), c.id) != rule.lift.end();
                }));
            }
        }
    }
    std::cout << "red flags: " << tried << " smallest ways tried\n";
    CHECK(tried >= 80);
}

TEST_CASE("every condition comes to the top five on its own strongest findings")
{
    for (const Condition& c : knowledge().conditions) {
        std::vector<ConditionFinding> strongest = c.findings;
        std::stable_sort(strongest.begin(), strongest.end(), [](const ConditionFinding& a, const ConditionFinding& b) { return a.weight > b.weight; });
        Answers answers;
        for (const ConditionFinding& f : strongest) {
            if (f.weight > 0 && answers.ticked.size() < 4) answers.ticked.insert(f.id);
        }
        const Assessment a = assess(knowledge(), answers);
        INFO(c.id.text() << listing(a));
        const std::size_t place = place_in(a, c.id);
        CHECK((place >= 1 && place <= 5));
    }
}

TEST_CASE("every primary structure lights when its condition fits")
{
    for (const Condition& c : knowledge().conditions) {
        Answers answers;
        for (const ConditionFinding& f : c.findings) if (f.weight >= 2) answers.ticked.insert(f.id);
        const Assessment a = assess(knowledge(), answers);
        for (const ConditionStructure& s : c.structures) {
            if (s.role != Role::primary) continue;
            INFO(c.id.text() << " " << s.id.text());
            const auto it = std::find_if(a.structures.begin(), a.structures.end(), [&](const RankedStructure& r) { return r.id == s.id; });
            REQUIRE(it != a.structures.end());
            CHECK(it->glow > 0.4f);
        }
    }
}

TEST_CASE("things that are not at the back of the knee are marked as contrast")
{
    for (const char* id : {"pfps", "patellar_tendinopathy", "achilles_tendinopathy", "patellar_instability", "referred_hip"}) {
        INFO(id);
        REQUIRE(knowledge().find(ConditionId(std::string("condition.") + id)));
        CHECK(knowledge().find(ConditionId(std::string("condition.") + id))->contrast);
    }
}

TEST_CASE("exercises whose contraindication is a clot or an infection disappear with the warning")
{
    CHECK(assess(knowledge(), ticks({"calf_swelling"})).hides_exercises);
    CHECK(assess(knowledge(), ticks({"hot_red"})).hides_exercises);
    CHECK(assess(knowledge(), ticks({"lump_pulsatile"})).hides_exercises);
    CHECK(assess(knowledge(), ticks({"on_trauma", "giving_way"})).exercises_without_dose);
    CHECK_FALSE(assess(knowledge(), ticks({"loc_post_med", "lump_soft"})).hides_exercises);
}

TEST_CASE("plain texts are easy on the whole")
{
    // The limit for one record is school grade 9; on average the texts should read at the aim, a reading age of about 12.
    double sum = 0, highest = 0;
    std::string hardest;
    for (const Condition& c : knowledge().conditions) {
        std::string record;
        for (const auto& [key, text] : c.plain) record += text + "\n";
        const double grade = reading_grade(record);
        sum += grade;
        if (grade > highest) hardest = c.id.text();
        highest = std::max(highest, grade);
    }
    const double mean = sum / static_cast<double>(knowledge().conditions.size());
    std::cout << "plain texts of conditions: mean school grade " << mean << ", hardest " << highest << " (" << hardest << ")\n";
    CHECK(mean <= 7.0);
    CHECK(highest <= kHighestGrade);
}
