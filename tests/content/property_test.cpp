// What must hold whatever is ticked, tried on thousands of random answers over the shipped content.
#include "content.hpp"

#include <algorithm>
#include <map>
#include <random>

#include "clinical/reason/fire.hpp"
#include "clinical/reason/score.hpp"

using namespace genu;
using namespace genu::testing;

namespace {

// A fixed seed: a failure comes again, and the run is the same on every machine.
class Dice {
public:
    Answers answers()
    {
        Answers a;
        const std::size_t count = roll(9);
        for (std::size_t i = 0; i < count; ++i) a.ticked.insert(any_finding());
        const std::size_t denied = roll(6);
        for (std::size_t i = 0; i < denied; ++i) a.denied.insert(any_finding());
        for (const FindingId& id : a.ticked) a.denied.erase(id);
        return a;
    }
    const FindingId& any_finding() { return knowledge().findings[roll(knowledge().findings.size())].id; }
    std::size_t roll(std::size_t sides) { return static_cast<std::size_t>(engine_() % sides); }

private:
    std::mt19937 engine_{20261122};
};

constexpr int kRounds = 1500;

Answers with(Answers answers, const FindingId& id)
{
    answers.ticked.insert(id);
    answers.denied.erase(id);
    return answers;
}

std::string said(const Answers& answers)
{
    std::string text;
    for (const FindingId& id : answers.ticked) text += id.text().substr(8) + " ";
    return text;
}

reason::Score score(const Condition& condition, const Answers& answers)
{
    return reason::score_of(condition, knowledge(), reason::read_ticks(knowledge(), answers));
}

const RankedCondition* row(const Assessment& a, const ConditionId& id)
{
    const auto found = std::find_if(a.conditions.begin(), a.conditions.end(), [&](const RankedCondition& c) { return c.id == id; });
    return found == a.conditions.end() ? nullptr : &*found;
}

std::map<StructureId, const RankedStructure*> by_id(const Assessment& a)
{
    std::map<StructureId, const RankedStructure*> found;
    for (const RankedStructure& s : a.structures) found[s.id] = &s;
    return found;
}

std::map<RedFlagId, Urgency> urgencies(const Answers& answers)
{
    std::map<RedFlagId, Urgency> found;
    for (const FiredRule& rule : reason::fire_rules(knowledge(), reason::read_ticks(knowledge(), answers))) found[rule.id] = rule.urgency;
    return found;
}

bool may_lower_anything(const FindingId& id)
{
    return std::any_of(knowledge().rules.begin(), knowledge().rules.end(), [&](const RedFlagRule& rule) {
        return std::find(rule.may_lower.begin(), rule.may_lower.end(), id) != rule.may_lower.end();
    });
}

/// Findings of conditions and places that point to a structure.
std::map<StructureId, std::set<FindingId>> pointers()
{
    std::map<StructureId, std::set<FindingId>> found;
    for (const Condition& c : knowledge().conditions) {
        for (const ConditionStructure& s : c.structures) {
            for (const ConditionFinding& f : c.findings) if (f.weight > 0) found[s.id].insert(f.id);
        }
    }
    for (const Finding& f : knowledge().findings) {
        if (f.kind != "finding") continue;
        for (const StructureId& id : f.structures) found[id].insert(f.id);
    }
    return found;
}

}  // namespace

TEST_CASE("a further tick never lowers a red flag, except where that is declared")
{
    Dice dice;
    for (int round = 0; round < 4 * kRounds; ++round) {
        const Answers before = dice.answers();
        const FindingId& added = dice.any_finding();
        const auto now = urgencies(with(before, added));
        for (const auto& [rule, urgency] : urgencies(before)) {
            const std::vector<FindingId>& declared = knowledge().find(rule)->may_lower;
            if (std::find(declared.begin(), declared.end(), added) != declared.end()) continue;
            INFO(said(before) << "+ " << added.text() << ": " << rule.text());
            REQUIRE(now.contains(rule));
            REQUIRE(now.at(rule) >= urgency);
        }
    }
}

TEST_CASE("no answer \"no\" changes a red flag")
{
    Dice dice;
    for (int round = 0; round < kRounds; ++round) {
        Answers answers = dice.answers();
        const auto before = urgencies(answers);
        answers.denied.clear();
        REQUIRE(urgencies(answers) == before);
    }
}

TEST_CASE("a tick that supports a condition never lowers its score or its band")
{
    Dice dice;
    for (int round = 0; round < kRounds; ++round) {
        const Answers before = dice.answers();
        const Condition& c = knowledge().conditions[dice.roll(knowledge().conditions.size())];
        for (const ConditionFinding& f : c.findings) {
            if (f.weight == 0) continue;
            INFO(said(before) << "+ " << f.id.text() << ": " << c.id.text());
            const reason::Score was = score(c, before), is = score(c, with(before, f.id));
            REQUIRE(is.value >= was.value);
            REQUIRE(is.band() >= was.band());
        }
    }
}

TEST_CASE("a condition that fits at least partly is not pushed off the list by a tick that supports it")
{
    Dice dice;
    for (int round = 0; round < kRounds; ++round) {
        const Answers before = dice.answers();
        for (const RankedCondition& was : assess(knowledge(), before).conditions) {
            const std::vector<ConditionFinding>& list = knowledge().find(was.id)->findings;
            const ConditionFinding& f = list[dice.roll(list.size())];
            // What lowers a warning may also take away what the warning had lifted.
            if (f.weight == 0 || was.band == Band::keep_in_mind || may_lower_anything(f.id)) continue;
            const Assessment now = assess(knowledge(), with(before, f.id));
            INFO(said(before) << "+ " << f.id.text() << ": " << was.id.text());
            REQUIRE(row(now, was.id));
            REQUIRE(row(now, was.id)->band >= was.band);
        }
    }
}

TEST_CASE("a tick that points to a structure never dims it")
{
    Dice dice;
    const auto pointing = pointers();
    for (int round = 0; round < kRounds; ++round) {
        const Answers before = dice.answers();
        const FindingId added = dice.any_finding();
        if (may_lower_anything(added) || before.ticked.contains(added)) continue;
        const Assessment was = assess(knowledge(), before), is = assess(knowledge(), with(before, added));
        const auto now = by_id(is);
        for (const RankedStructure& s : was.structures) {
            const auto here = pointing.find(s.id);
            if (here == pointing.end() || !here->second.contains(added) || s.glow <= 0) continue;
            INFO(said(before) << "+ " << added.text() << ": " << s.id.text());
            REQUIRE(now.contains(s.id));
            REQUIRE(now.at(s.id)->glow >= s.glow);
            REQUIRE(now.at(s.id)->band >= s.band);
        }
    }
}

TEST_CASE("whatever is ticked, three structures are named, each with a reason")
{
    Dice dice;
    for (int round = 0; round < kRounds; ++round) {
        const Answers answers = dice.answers();
        if (answers.ticked.empty()) continue;
        INFO(said(answers));
        const Assessment a = assess(knowledge(), answers);
        REQUIRE(a.structures.size() >= 3);
        for (const RankedStructure& s : a.structures) {
            REQUIRE_FALSE(s.because.empty());
            for (const auto& because : s.because) REQUIRE_FALSE(because.why.empty());
            REQUIRE((s.glow >= 0 && s.glow <= 1));
        }
        REQUIRE_FALSE(a.notices.empty());
    }
    for (const Finding& f : knowledge().findings) {
        INFO(f.id.text());
        CHECK(assess(knowledge(), {{f.id}, {}}).structures.size() >= 3);
    }
}

TEST_CASE("every condition in the list says why, and only with what was ticked")
{
    Dice dice;
    for (int round = 0; round < kRounds; ++round) {
        const Answers answers = dice.answers();
        for (const RankedCondition& c : assess(knowledge(), answers).conditions) {
            INFO(said(answers) << ": " << c.id.text());
            REQUIRE((c.lifted || !c.supporting.empty()));
            for (const Reason& reason : c.supporting) REQUIRE(answers.ticked.contains(reason.finding));
            for (const Reason& reason : c.opposing) REQUIRE(answers.ticked.contains(reason.finding));
            for (const Reason& reason : c.missing) REQUIRE(answers.denied.contains(reason.finding));
        }
    }
}

TEST_CASE("fired rules come most urgent first, what they lift leads, and their reasons were ticked")
{
    Dice dice;
    for (int round = 0; round < kRounds; ++round) {
        const Answers answers = dice.answers();
        const Assessment a = assess(knowledge(), answers);
        INFO(said(answers));
        for (std::size_t i = 1; i < a.red_flags.size(); ++i) REQUIRE(a.red_flags[i - 1].urgency >= a.red_flags[i].urgency);
        bool lifted_over = false;
        for (const RankedCondition& c : a.conditions) {
            REQUIRE_FALSE((lifted_over && c.lifted));
            lifted_over = lifted_over || !c.lifted;
        }
        for (const FiredRule& rule : a.red_flags) {
            REQUIRE_FALSE(rule.because.empty());
            REQUIRE_FALSE(rule.who.empty());
            for (const FindingId& id : rule.because) REQUIRE(answers.ticked.contains(id));
        }
        if (a.most_urgent() >= Urgency::same_day) REQUIRE(a.hides_exercises);
        if (a.most_urgent() == Urgency::urgent_days) REQUIRE((a.hides_exercises || a.exercises_without_dose));
    }
}

TEST_CASE("the same answers give the same page")
{
    Dice dice;
    for (int round = 0; round < 200; ++round) {
        const Answers answers = dice.answers();
        const Assessment a = assess(knowledge(), answers), b = assess(knowledge(), answers);
        REQUIRE(listing(a) == listing(b));
        REQUIRE(a.structures.size() == b.structures.size());
        for (std::size_t i = 0; i < a.structures.size(); ++i) {
            REQUIRE(a.structures[i].id == b.structures[i].id);
            REQUIRE(a.structures[i].glow == b.structures[i].glow);
        }
    }
}
