#include "clinical/load/context.hpp"

#include <algorithm>

namespace genu::load {

namespace {

std::map<Urgency, std::string> texts_by_urgency(const JsonView& at, const std::string& key)
{
    std::map<Urgency, std::string> texts;
    const auto found = at.find(key);
    if (!found) return texts;
    for (const auto& [name, value] : found->members()) texts[urgency_of(value, name)] = filled_text(*found, name);
    return texts;
}

RedFlagRule rule_of(const Context& context, const JsonView& at)
{
    at.only({"id", "name", "lift", "lift_as_redflag", "when", "say", "who", "who_clinical", "why", "why_clinical", "unless", "child",
             "hides_exercises_when_urgent", "sources"});
    RedFlagRule rule;
    rule.id = own_id<RedFlagId>(at, false);
    rule.name = filled_text(at, "name");
    for (const auto& [name, value] : at.at("when").members()) {
        const Urgency urgency = urgency_of(value, name);
        if (urgency == Urgency::routine) value.complain("a rule cannot fire as routine");
        rule.when.emplace(urgency, expression_of(context, value));
    }
    if (rule.when.empty()) at.complain("the rule has no \"when\"", "say at least for one urgency when it fires");
    rule.lift = known_ids<ConditionId>(context, at, "lift");
    rule.lift_as_redflag = known_ids<ConditionId>(context, at, "lift_as_redflag");
    rule.say = read_registers(at, "say");
    rule.who = texts_by_urgency(at, "who");
    rule.who_clinical = texts_by_urgency(at, "who_clinical");
    for (const auto& [urgency, expression] : rule.when) {
        if (!rule.who.contains(urgency)) at.at("who").complain(std::string("says nothing for ") + name_of(urgency), "say whom to see at each urgency of \"when\"");
    }
    rule.why = filled_text(at, "why");
    rule.why_clinical = at.text_or("why_clinical", "");
    rule.unless = registers_or_empty(at, "unless");
    if (const auto child = at.find("child")) {
        child->only({"show_if", "say"});
        rule.extra_when = expression_of(context, child->at("show_if"));
        rule.extra_say = read_registers(*child, "say");
    }
    rule.hides_exercises_when_urgent = at.flag_or("hides_exercises_when_urgent", false);
    rule.sources = known_ids<SourceId>(context, at, "sources");
    return rule;
}

UrgencyLevel level_of(const JsonView& at)
{
    at.only({"id", "name", "plain", "clinical"});
    UrgencyLevel level;
    level.urgency = urgency_of(at.at("id"), at.text("id"));
    level.name = filled_text(at, "name");
    level.plain = filled_text(at, "plain");
    level.clinical = filled_text(at, "clinical");
    return level;
}

/// "effects": what each urgency does to the page. Banner and ranking are the panels' own affair; named here so that
/// a reader of the file sees the whole behaviour.
void read_effects(const JsonView& at, std::vector<UrgencyLevel>& levels)
{
    const auto effects = at.find("effects");
    if (!effects) return;
    for (const auto& [name, effect] : effects->members()) {
        effect.only({"banner", "ranking", "exercises", "acknowledge", "note"});
        const Urgency urgency = urgency_of(effect, name);
        for (UrgencyLevel& level : levels) {
            if (level.urgency != urgency) continue;
            level.exercises = word_of(effect, "exercises", {"all", "teaching_only", "none"});
            level.acknowledge = effect.text_or("acknowledge", "");
            level.note = effect.text_or("note", "");
        }
    }
}

void read_may_lower(const Context& context, const JsonView& at, std::vector<RedFlagRule>& rules)
{
    const auto list = at.find("may_lower");
    if (!list) return;
    for (const JsonView& item : list->items()) {
        item.only({"rule", "ids", "only_if", "why"});
        const RedFlagId id = known_id<RedFlagId>(context, item.at("rule"));
        const std::vector<FindingId> findings = known_ids<FindingId>(context, item, "ids");
        if (item.has("only_if")) expression_of(context, item.at("only_if"));
        filled_text(item, "why");
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const RedFlagRule& r) { return r.id == id; });
        if (rule != rules.end()) rule->may_lower.insert(rule->may_lower.end(), findings.begin(), findings.end());
    }
}

Notice notice_of(const Context& context, const JsonView& at)
{
    at.only({"other_causes", "calf", "calf_when", "calf_why", "sources"});
    known_ids<SourceId>(context, at, "sources");
    return {filled_text(at, "other_causes"), filled_text(at, "calf"), known_ids<FindingId>(context, at, "calf_when"), at.text_or("calf_why", "")};
}

EmergencyCall emergency_of(const JsonView& at)
{
    at.only({"phrase", "phrase_with_number", "number"});
    return {filled_text(at, "phrase"), filled_text(at, "phrase_with_number"), at.text_or("number", "")};
}

void require_all_ranked(const JsonView& at, const Knowledge& knowledge)
{
    for (const RedFlagRule& rule : knowledge.rules) {
        const bool is_ranked = std::find(knowledge.tie_break.begin(), knowledge.tie_break.end(), rule.id) != knowledge.tie_break.end();
        if (!is_ranked) at.complain("tie_break lacks \"" + rule.id.text() + "\"", "name every rule once, the one to show first at its head");
    }
}

}  // namespace

void red_flags(const Context& context, const JsonView& at, Knowledge& knowledge)
{
    at.only({"levels", "emergency", "gate", "rules", "tie_break", "effects", "may_lower", "notice"});
    knowledge.gate = known_ids<FindingId>(context, at, "gate");
    for (const JsonView& item : at.at("rules").items()) knowledge.rules.push_back(rule_of(context, item));
    knowledge.tie_break = known_ids<RedFlagId>(context, at, "tie_break");
    require_all_ranked(at, knowledge);
    if (const auto levels = at.find("levels")) {
        for (const JsonView& item : levels->items()) knowledge.levels.push_back(level_of(item));
    }
    std::stable_sort(knowledge.levels.begin(), knowledge.levels.end(), [](const UrgencyLevel& a, const UrgencyLevel& b) { return a.urgency > b.urgency; });
    read_effects(at, knowledge.levels);
    read_may_lower(context, at, knowledge.rules);
    if (const auto emergency = at.find("emergency")) knowledge.emergency = emergency_of(*emergency);
    knowledge.notice = notice_of(context, at.at("notice"));
}

}  // namespace genu::load
