#include <algorithm>
#include <set>

#include "clinical/assess.hpp"
#include "clinical/check/checks.hpp"

namespace genu::check {

namespace {

const char* const kRedFlagsFile = "red_flags.json";

/// What may be ticked besides, so that a more urgent level does not take over.
std::vector<std::set<FindingId>> soothing(const RedFlagRule& rule, Urgency urgency)
{
    std::vector<std::set<FindingId>> sets{{}};
    std::set<FindingId> all;
    for (const auto& [other, expression] : rule.when) {
        if (other <= urgency) continue;
        for (const FindingId& id : expression.lowering()) {
            sets.push_back({id});
            all.insert(id);
        }
    }
    sets.push_back(all);
    return sets;
}

/// Ticking one of the smallest sets must fire the rule at this urgency and not at a higher one.
bool is_reachable(const Knowledge& knowledge, const RedFlagRule& rule, Urgency urgency, const Expression& expression)
{
    const auto is_it = [&](const FiredRule& fired) { return fired.id == rule.id && fired.urgency == urgency; };
    for (const Expression::Way& way : expression.ways()) {
        for (const std::set<FindingId>& besides : soothing(rule, urgency)) {
            Answers answers{way.ticked, {}};
            answers.ticked.insert(besides.begin(), besides.end());
            const Assessment assessment = assess(knowledge, answers);
            if (std::any_of(assessment.red_flags.begin(), assessment.red_flags.end(), is_it)) return true;
        }
    }
    return false;
}

bool contains(const std::vector<FindingId>& ids, const FindingId& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

void check_rule(const Content& content, const RedFlagRule& rule)
{
    for (const auto& [urgency, expression] : rule.when) {
        const std::string place = rule.id.text() + "/when/" + name_of(urgency);
        if (!is_reachable(content.knowledge, rule, urgency, expression)) content.problem(kRedFlagsFile, place, "can never fire at this urgency", "a more urgent one, or a \"not\", always stands in the way");
        for (const FindingId& id : expression.lowering()) {
            if (contains(rule.may_lower, id)) continue;
            content.problem(kRedFlagsFile, place, "a tick of \"" + id.text() + "\" can lower this rule", "take it out, or declare it in \"may_lower\" with the reason");
        }
    }
    if (rule.lift.empty()) content.problem(kRedFlagsFile, rule.id.text(), "brings up no condition", "name at least one in \"lift\"");
    if (rule.sources.empty()) content.problem(kRedFlagsFile, rule.id.text(), "names no source", "every claim needs one");
    for (const ConditionId& id : rule.lift_as_redflag) {
        if (std::find(rule.lift.begin(), rule.lift.end(), id) == rule.lift.end()) content.problem(kRedFlagsFile, rule.id.text(), "\"" + id.text() + "\" is in lift_as_redflag but not in lift");
    }
}

void check_gate_order(const Content& content)
{
    const std::vector<FindingId>& gate = content.knowledge.gate;
    for (auto asked = gate.begin(); asked != gate.end(); ++asked) {
        const Finding* finding = content.knowledge.find(*asked);
        if (!finding || finding->asked_if.is_none()) continue;
        if (std::find(gate.begin(), asked, finding->asked_if) == asked) content.problem(kRedFlagsFile, "gate", "\"" + asked->text() + "\" is asked before \"" + finding->asked_if.text() + "\", on which it depends", "move it down");
    }
}

}  // namespace

void red_flags(const Content& content)
{
    for (const RedFlagRule& rule : content.knowledge.rules) check_rule(content, rule);
    check_gate_order(content);
    for (const Urgency urgency : {Urgency::emergency_now, Urgency::same_day, Urgency::urgent_days, Urgency::routine}) {
        if (!content.knowledge.find(urgency)) content.problem(kRedFlagsFile, "levels", std::string("lacks ") + name_of(urgency), "give its name and what it means");
    }
}

}  // namespace genu::check
