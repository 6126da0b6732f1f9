#include "clinical/reason/rank.hpp"

#include <algorithm>
#include <tuple>

namespace genu::reason {

namespace {

struct Entry {
    const Condition* condition;
    Score score;
    const Lift* lift;  ///< null: ranks by its score alone
};

bool comes_first(const Entry& a, const Entry& b)
{
    // Of lifted ones the most urgent rule leads. Where it cannot wait, what is itself dangerous goes before what fits
    // better: a clot before a leaking cyst. Where there are days, the better fit leads.
    const auto key = [](const Entry& e) {
        const int urgency = e.lift ? static_cast<int>(e.lift->urgency) : 0;
        const bool danger_leads = e.lift && e.lift->as_redflag && e.lift->urgency >= Urgency::same_day;
        return std::make_tuple(e.lift == nullptr, -urgency, !danger_leads, -e.score.value, e.condition->id);
    };
    return key(a) < key(b);
}

void note(std::vector<Lift>& list, const Knowledge& knowledge, const RedFlagRule& rule, Urgency urgency, const ConditionId& id)
{
    const Condition* condition = knowledge.find(id);
    if (!condition) return;
    const bool named = std::find(rule.lift_as_redflag.begin(), rule.lift_as_redflag.end(), id) != rule.lift_as_redflag.end();
    const bool as_redflag = condition->tier == "redflag" || named;
    const auto found = std::find_if(list.begin(), list.end(), [&](const Lift& lift) { return lift.condition == id; });
    if (found == list.end()) {
        list.push_back({id, urgency, as_redflag});
    } else {
        found->urgency = std::max(found->urgency, urgency);
        found->as_redflag = found->as_redflag || as_redflag;
    }
}

RankedCondition shown(const Entry& entry, const Knowledge& knowledge, const Ticks& ticks)
{
    const Condition& condition = *entry.condition;
    // A fired rule is evidence in itself: what it names is never only kept in mind.
    const Band band = entry.lift ? std::max(entry.score.band(), Band::fits_partly) : entry.score.band();
    return {condition.id, band, entry.lift != nullptr, supporting(condition, knowledge, ticks), opposing(condition, ticks), missing(condition, ticks)};
}

}  // namespace

std::vector<Lift> lifts(const Knowledge& knowledge, const std::vector<FiredRule>& fired, const Ticks& ticks)
{
    std::vector<Lift> list;
    for (const FiredRule& f : fired) {
        const RedFlagRule* rule = knowledge.find(f.id);
        if (!rule || rule->lift.empty()) continue;
        bool any = false;
        for (const ConditionId& id : rule->lift) {
            const Condition* condition = knowledge.find(id);
            if (!condition || score_of(*condition, knowledge, ticks).raw_ticks <= 0) continue;
            note(list, knowledge, *rule, f.urgency, id);
            any = true;
        }
        if (!any) note(list, knowledge, *rule, f.urgency, rule->lift.front());
    }
    return list;
}

std::vector<RankedCondition> rank_conditions(const Knowledge& knowledge, const std::vector<FiredRule>& fired, const Ticks& ticks)
{
    const std::vector<Lift> lifted = lifts(knowledge, fired, ticks);
    const bool too_little = ticks.ranking.size() < kFewestToFit;
    std::vector<Entry> entries;
    for (const Condition& condition : knowledge.conditions) {
        const auto lift = std::find_if(lifted.begin(), lifted.end(), [&](const Lift& l) { return l.condition == condition.id; });
        const Entry entry{&condition, score_of(condition, knowledge, ticks), lift == lifted.end() ? nullptr : &*lift};
        if (entry.lift || (!too_little && entry.score.value > 0)) entries.push_back(entry);
    }
    std::sort(entries.begin(), entries.end(), comes_first);
    std::vector<RankedCondition> ranked;
    for (const Entry& entry : entries) {
        RankedCondition row = shown(entry, knowledge, ticks);
        if (row.lifted || ranked.size() < kMostShown || row.band >= Band::fits_partly) ranked.push_back(std::move(row));
    }
    return ranked;
}

}  // namespace genu::reason
