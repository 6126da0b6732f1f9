#include <algorithm>
#include <set>

#include "clinical/check/checks.hpp"

namespace genu::check {

namespace {

const char* const kSymptomsFile = "symptoms.json";

std::set<FindingId> in_rules(const Knowledge& knowledge)
{
    std::set<FindingId> used;
    for (const RedFlagRule& rule : knowledge.rules) {
        for (const auto& [urgency, expression] : rule.when) {
            for (const FindingId& id : expression.findings()) used.insert(id);
        }
    }
    return used;
}

std::set<FindingId> in_conditions(const Knowledge& knowledge)
{
    std::set<FindingId> used;
    for (const Condition& c : knowledge.conditions) {
        for (const ConditionFinding& f : c.findings) if (f.weight > 0) used.insert(f.id);
    }
    return used;
}

}  // namespace

void findings(const Content& content)
{
    const Knowledge& knowledge = content.knowledge;
    const std::set<FindingId> by_rules = in_rules(knowledge), by_conditions = in_conditions(knowledge);
    for (const Finding& f : knowledge.findings) {
        const bool changes_order = !f.raises.empty() || !f.lowers.empty() || !f.counts_as.empty();
        if (!by_rules.contains(f.id) && !by_conditions.contains(f.id) && !changes_order) {
            content.problem(kSymptomsFile, f.id.text(), "nothing uses this finding", "give it a weight in a condition or a place in a rule, or remove it");
        }
        const bool is_asked = std::find(knowledge.gate.begin(), knowledge.gate.end(), f.id) != knowledge.gate.end();
        if (f.kind == "gate" && !is_asked) content.problem(kSymptomsFile, f.id.text(), "is a gate question that the gate never asks", "add it to \"gate\" in red_flags.json");
        if (is_asked && f.question.empty()) content.problem(kSymptomsFile, f.id.text(), "is asked in the gate but has no \"question\"");
    }
}

}  // namespace genu::check
