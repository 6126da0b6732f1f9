#include "clinical/reason/score.hpp"

#include <algorithm>
#include <cmath>

namespace genu::reason {

namespace {

constexpr double kAgainst = 1.5;         // a tick that speaks against takes back half as much as a hallmark gives
constexpr double kModifier = 1.0;        // age and the like move the order by one weak finding
constexpr double kLeastLeft = 0.25;      // age moves the order, it never strikes a condition off the list
constexpr double kDenied = 0.2;          // a "no" weighs a fifth of a "yes": people overlook their own signs
constexpr double kMostDenied = 1.0 / 3;  // and all of them together never more than a third of what is ticked
constexpr double kUnexplained = 0.3;     // what is left of a score that explains next to none of the ticks
constexpr double kElsewhere = 0.5;       // places are ticked, and none of them is this condition's

double tier_factor(const std::string& tier)
{
    return tier == "common" ? 1.15 : tier == "rare" ? 0.75 : 1.0;
}

bool contains(const std::vector<ConditionId>& ids, const ConditionId& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

double modifier_points(const Condition& condition, const Knowledge& knowledge, const Ticks& ticks, const std::set<FindingId>& excused)
{
    double points = 0;
    for (const FindingId& id : ticks.modifiers) {
        const Finding& modifier = *knowledge.find(id);
        if (contains(modifier.raises, condition.id)) points += kModifier;
        if (contains(modifier.lowers, condition.id) && !excused.contains(id)) points -= kModifier;
    }
    return points;
}

bool lies_elsewhere(const Condition& condition, const Ticks& ticks, const std::set<FindingId>& excused)
{
    if (ticks.places.empty()) return false;
    if (std::any_of(ticks.places.begin(), ticks.places.end(), [&](const FindingId& id) { return excused.contains(id); })) return false;
    return std::none_of(condition.findings.begin(), condition.findings.end(), [&](const ConditionFinding& f) { return f.weight > 0 && ticks.places.contains(f.id); });
}

/// Ticks that neither support the condition nor are excused are what it leaves unexplained.
double explained_share(const Condition& condition, const Ticks& ticks, const std::set<FindingId>& excused, std::size_t supporting)
{
    const auto unexplained = std::count_if(ticks.ranking.begin(), ticks.ranking.end(), [&](const FindingId& id) {
        if (excused.contains(id)) return false;
        return std::none_of(condition.findings.begin(), condition.findings.end(), [&](const ConditionFinding& f) { return f.id == id && f.weight > 0; });
    });
    const double all = static_cast<double>(supporting) + static_cast<double>(unexplained);
    return all > 0 ? static_cast<double>(supporting) / all : 0;
}

/// The length of the condition's list: long lists do not win by size. Constant for a condition, so a tick that
/// supports it always raises it.
double breadth(const Condition& condition)
{
    double sum = 0;
    for (const ConditionFinding& f : condition.findings) sum += f.weight;
    return std::sqrt(std::max(1.0, sum));
}

}  // namespace

double strength_of(double value)
{
    constexpr double kContrast = 1.5;
    return std::pow(std::clamp(value / kFitsWell, 0.0, 1.0), kContrast);
}

double Score::strength() const { return strength_of(supporting < kFewestToFit ? std::min(value, 0.9 * kFitsPartly) : value); }

Band Score::band() const { return band_of(strength()); }

Band band_of(double strength)
{
    if (strength >= 1.0) return Band::fits_well;
    return strength >= strength_of(kFitsPartly) ? Band::fits_partly : Band::keep_in_mind;
}

Score score_of(const Condition& condition, const Knowledge& knowledge, const Ticks& ticks, const std::set<FindingId>& excused)
{
    Score score;
    double ticked = 0, denied = 0;
    for (const ConditionFinding& f : condition.findings) {
        if (f.weight <= 0) continue;
        if (ticks.ranking.contains(f.id)) {
            ticked += f.weight;
            ++score.supporting;
        } else if (ticks.denied.contains(f.id)) {
            denied += kDenied * f.weight;
        }
    }
    score.explained = explained_share(condition, ticks, excused, score.supporting);
    const auto speaks_against = [&](const AgainstFinding& f) { return ticks.ranking.contains(f.id) && !excused.contains(f.id); };
    score.raw_ticks = ticked - kAgainst * static_cast<double>(std::count_if(condition.against.begin(), condition.against.end(), speaks_against));
    if (score.raw_ticks <= 0) return score;  // age never brings up a condition by itself
    const double told = score.raw_ticks - std::min(denied, kMostDenied * score.raw_ticks);
    const double raw = std::max(kLeastLeft * told, told + modifier_points(condition, knowledge, ticks, excused));
    score.value = raw / breadth(condition) * tier_factor(condition.tier);
    score.value *= kUnexplained + (1 - kUnexplained) * score.explained;
    if (lies_elsewhere(condition, ticks, excused)) score.value *= kElsewhere;
    return score;
}

std::vector<Reason> supporting(const Condition& condition, const Knowledge& knowledge, const Ticks& ticks)
{
    std::vector<Reason> reasons;
    for (const ConditionFinding& f : condition.findings) {
        if (f.weight > 0 && ticks.ranking.contains(f.id)) reasons.push_back({ticks.as_ticked(f.id), f.why});
    }
    for (const FindingId& id : ticks.modifiers) {
        const Finding& modifier = *knowledge.find(id);
        if (contains(modifier.raises, condition.id)) reasons.push_back({id, modifier.note.plain});
    }
    return reasons;
}

std::vector<Reason> opposing(const Condition& condition, const Ticks& ticks)
{
    std::vector<Reason> reasons;
    for (const AgainstFinding& f : condition.against) {
        if (ticks.ranking.contains(f.id)) reasons.push_back({ticks.as_ticked(f.id), f.why});
    }
    return reasons;
}

std::vector<Reason> missing(const Condition& condition, const Ticks& ticks)
{
    std::vector<Reason> reasons;
    for (const ConditionFinding& f : condition.findings) {
        if (f.weight > 0 && ticks.denied.contains(f.id)) reasons.push_back({f.id, f.why});
    }
    return reasons;
}

}  // namespace genu::reason
