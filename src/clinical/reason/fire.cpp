#include "clinical/reason/fire.hpp"

#include <algorithm>
#include <tuple>

namespace genu::reason {

namespace {

std::vector<FindingId> reasons_as_ticked(const Expression& expression, const Ticks& ticks)
{
    std::vector<FindingId> reasons;
    for (const FindingId& id : expression.because([&](const FindingId& f) { return ticks.rules.contains(f); })) {
        const FindingId& ticked = ticks.as_ticked(id);
        if (std::find(reasons.begin(), reasons.end(), ticked) == reasons.end()) reasons.push_back(ticked);
    }
    return reasons;
}

const std::string& text_for(const std::map<Urgency, std::string>& texts, Urgency urgency)
{
    static const std::string empty;
    const auto found = texts.find(urgency);
    return found == texts.end() ? empty : found->second;
}

std::string exercises_at(const Knowledge& knowledge, Urgency urgency)
{
    if (const UrgencyLevel* level = knowledge.find(urgency)) return level->exercises;
    return urgency >= Urgency::same_day ? "none" : "teaching_only";
}

}  // namespace

std::vector<FiredRule> fire_rules(const Knowledge& knowledge, const Ticks& ticks)
{
    std::vector<FiredRule> fired;
    for (const RedFlagRule& rule : knowledge.rules) {
        // Levels are tried from the most urgent down; the first true one counts.
        for (auto level = rule.when.rbegin(); level != rule.when.rend(); ++level) {
            if (!level->second.holds([&](const FindingId& id) { return ticks.rules.contains(id); })) continue;
            fired.push_back({rule.id, level->first, text_for(rule.who, level->first), reasons_as_ticked(level->second, ticks)});
            break;
        }
    }
    const auto rank = [&](const RedFlagId& id) { return std::find(knowledge.tie_break.begin(), knowledge.tie_break.end(), id); };
    std::sort(fired.begin(), fired.end(), [&](const FiredRule& a, const FiredRule& b) {
        if (a.urgency != b.urgency) return a.urgency > b.urgency;
        return std::make_tuple(rank(a.id), a.id) < std::make_tuple(rank(b.id), b.id);
    });
    return fired;
}

std::vector<FindingId> open_gate(const Knowledge& knowledge, const Answers& answers, const Ticks& ticks)
{
    std::vector<FindingId> open;
    for (const FindingId& id : knowledge.gate) {
        const Finding* finding = knowledge.find(id);
        if (!finding || ticks.rules.contains(id) || answers.denied.contains(id)) continue;
        if (finding->asked_if.is_none() || ticks.rules.contains(finding->asked_if)) open.push_back(id);
    }
    return open;
}

void apply_effects(const Knowledge& knowledge, Assessment& assessment)
{
    for (const FiredRule& fired : assessment.red_flags) {
        const std::string exercises = exercises_at(knowledge, fired.urgency);
        const RedFlagRule* rule = knowledge.find(fired.id);
        if (exercises == "none" || (rule && rule->hides_exercises_when_urgent)) assessment.hides_exercises = true;
        else if (exercises == "teaching_only") assessment.exercises_without_dose = true;
    }
}

std::vector<std::string> notices(const Knowledge& knowledge, const std::vector<FiredRule>& fired, const Ticks& ticks)
{
    std::vector<std::string> lines;
    if (ticks.rules.empty()) return lines;
    const auto is_ticked = [&](const FindingId& id) { return ticks.rules.contains(id); };
    const auto add = [&](const std::string& line) { if (!line.empty()) lines.push_back(line); };
    add(knowledge.notice.other_causes);
    if (std::any_of(knowledge.notice.calf_when.begin(), knowledge.notice.calf_when.end(), is_ticked)) add(knowledge.notice.calf);
    for (const FiredRule& f : fired) {
        const RedFlagRule* rule = knowledge.find(f.id);
        if (rule && rule->extra_when && rule->extra_when->holds(is_ticked)) add(rule->extra_say.plain);
    }
    for (const Finding& finding : knowledge.findings) {
        if (is_ticked(finding.id)) add(finding.note.plain);
    }
    return lines;
}

}  // namespace genu::reason
