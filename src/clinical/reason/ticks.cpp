#include "clinical/reason/ticks.hpp"

namespace genu::reason {

namespace {

constexpr const char* kPlaceGroup = "place";

void add(Ticks& ticks, const Knowledge& knowledge, const Finding& finding)
{
    ticks.rules.insert(finding.id);
    if (finding.kind == "finding") ticks.ranking.insert(finding.id);
    if (finding.kind == "modifier") ticks.modifiers.insert(finding.id);
    for (const FindingId& id : finding.counts_as) {
        const Finding* other = knowledge.find(id);
        if (!other) continue;
        ticks.rules.insert(id);
        ticks.said_as.emplace(id, finding.id);
        if (other->kind == "finding" && !finding.counts_only_in_rules) ticks.ranking.insert(id);
    }
}

}  // namespace

const FindingId& Ticks::as_ticked(const FindingId& id) const
{
    const auto found = said_as.find(id);
    return found == said_as.end() ? id : found->second;
}

Ticks read_ticks(const Knowledge& knowledge, const Answers& answers)
{
    Ticks ticks;
    for (const FindingId& id : answers.ticked) {
        if (const Finding* finding = knowledge.find(id)) add(ticks, knowledge, *finding);
    }
    for (const FindingId& id : answers.ticked) ticks.said_as.erase(id);
    for (const FindingId& id : answers.denied) {
        if (!ticks.rules.contains(id)) ticks.denied.insert(id);
    }
    for (const FindingId& id : ticks.ranking) {
        if (knowledge.find(id)->group == kPlaceGroup) ticks.places.insert(id);
    }
    return ticks;
}

}  // namespace genu::reason
