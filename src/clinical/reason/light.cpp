#include "clinical/reason/light.hpp"

#include <algorithm>
#include <map>

#include "clinical/reason/rank.hpp"

namespace genu::reason {

namespace {

constexpr double kPlaceGlow = 0.2;   // it lies where the reader ticked: lit, faintly
constexpr double kFaintest = 0.3;    // what conditions give below this is neither lit nor listed, except at a ticked place
constexpr double kOneTick = 0.4;     // a single tick that names no place: conditions light their structures faintly
constexpr std::size_t kMostReasons = 5;

double role_factor(Role role) { return role == Role::primary ? 1.0 : role == Role::secondary ? 0.6 : 0.3; }

struct Part { const Condition* condition; const ConditionStructure* structure; };

struct Glow {
    double value = 0;
    double score = 0;  ///< of the condition, 0 for a place: the better reason first where two glow alike
    Role role = Role::secondary;
    RankedStructure::Because because;
};

/// Conditions a fired rule lights whatever their own score, with the rule's reasons.
struct Alarm {
    const RedFlagRule* rule;
    const FiredRule* fired;
    bool none_supported;  ///< no tick points to any condition of its list: the first stands for it
};

class Lights {
public:
    Lights(const Knowledge& knowledge, const std::vector<FiredRule>& fired, const Ticks& ticks) : knowledge_(knowledge), ticks_(ticks)
    {
        for (const Condition& condition : knowledge.conditions) {
            for (const ConditionStructure& structure : condition.structures) parts_[structure.id].push_back({&condition, &structure});
            note_supporting(condition);
        }
        for (const Finding& finding : knowledge.findings) {
            if (!ticks.ranking.contains(finding.id)) continue;
            for (const StructureId& id : finding.structures) places_[id].push_back(&finding);
        }
        for (const FiredRule& f : fired) {
            const RedFlagRule* rule = knowledge.find(f.id);
            if (rule) alarms_.push_back({rule, &f, none_supported(*rule)});
        }
        if (ticks.ranking.size() < kFewestToFit) share_ = places_.size() >= kFewestStructures ? 0 : kOneTick;
    }

    std::vector<RankedStructure> all() const
    {
        std::vector<RankedStructure> lit, faint;
        std::map<StructureId, std::vector<Part>> everything = parts_;
        for (const auto& [id, findings] : places_) everything[id];
        for (const auto& [id, parts] : everything) {
            RankedStructure structure = combined(id, glows(id, parts));
            const bool is_lit = places_.contains(id) || structure.glow >= static_cast<float>(kFaintest);
            if (is_lit) lit.push_back(std::move(structure));
            else if (structure.glow > 0) faint.push_back(std::move(structure));
        }
        std::sort(lit.begin(), lit.end(), stronger);
        std::sort(faint.begin(), faint.end(), stronger);
        // Always three to talk about; those below the threshold are listed and not lit.
        for (std::size_t i = 0; i < faint.size() && lit.size() < kFewestStructures; ++i) {
            faint[i].glow = 0;
            lit.push_back(faint[i]);
        }
        if (lit.size() < kFewestStructures) add_first_place(lit);
        return lit;
    }

private:
    static bool stronger(const RankedStructure& a, const RankedStructure& b) { return a.glow != b.glow ? a.glow > b.glow : a.id < b.id; }

    void note_supporting(const Condition& condition)
    {
        for (const ConditionFinding& f : condition.findings) {
            if (f.weight > 0 && ticks_.ranking.contains(f.id)) supporting_[&condition].push_back(f.id);
        }
        for (const FindingId& modifier : ticks_.modifiers) {
            const std::vector<ConditionId>& raises = knowledge_.find(modifier)->raises;
            if (std::find(raises.begin(), raises.end(), condition.id) != raises.end()) supporting_[&condition].push_back(modifier);
        }
    }

    bool none_supported(const RedFlagRule& rule) const
    {
        return std::none_of(rule.lift.begin(), rule.lift.end(), [&](const ConditionId& id) {
            const Condition* condition = knowledge_.find(id);
            return condition && score_of(*condition, knowledge_, ticks_).raw_ticks > 0;
        });
    }

    /// The ticks that point to the structure by one way or another. What points to it may not dim it.
    std::set<FindingId> pointers(const StructureId& id, const std::vector<Part>& parts) const
    {
        std::set<FindingId> found;
        for (const Part& part : parts) {
            const auto ticked = supporting_.find(part.condition);
            if (ticked != supporting_.end()) found.insert(ticked->second.begin(), ticked->second.end());
        }
        if (const auto here = places_.find(id); here != places_.end()) {
            for (const Finding* finding : here->second) found.insert(finding->id);
        }
        return found;
    }

    std::vector<Glow> glows(const StructureId& id, const std::vector<Part>& parts) const
    {
        const std::set<FindingId> pointing = pointers(id, parts);
        std::vector<Glow> found;
        for (const Part& part : parts) {
            if (alarms_.empty() && !supporting_.contains(part.condition)) continue;
            const Score score = score_of(*part.condition, knowledge_, ticks_, pointing);
            const FiredRule* alarm = alarm_for(part.condition->id, score, !pointing.empty());
            double strength = share_ * score.strength();
            if (alarm) strength = std::max(strength, strength_of(kFitsPartly));
            if (strength <= 0) continue;
            Glow glow{strength * role_factor(part.structure->role), score.value, part.structure->role, {part.condition->id, part.structure->why, {}}};
            for (const Reason& reason : supporting(*part.condition, knowledge_, ticks_)) glow.because.findings.push_back(reason.finding);
            if (glow.because.findings.empty() && alarm) glow.because.findings = alarm->because;
            found.push_back(std::move(glow));
        }
        add_places(id, found);
        return found;
    }

    const FiredRule* alarm_for(const ConditionId& id, const Score& score, bool is_pointed_to) const
    {
        for (const Alarm& alarm : alarms_) {
            const std::vector<ConditionId>& lift = alarm.rule->lift;
            if (std::find(lift.begin(), lift.end(), id) == lift.end()) continue;
            if (score.raw_ticks > 0 || (lift.front() == id && (alarm.none_supported || is_pointed_to))) return alarm.fired;
        }
        return nullptr;
    }

    void add_places(const StructureId& id, std::vector<Glow>& found) const
    {
        const auto here = places_.find(id);
        if (here == places_.end()) return;
        for (const Finding* finding : here->second) {
            found.push_back({kPlaceGlow, 0, Role::secondary, {ConditionId{}, finding->plain, {ticks_.as_ticked(finding->id)}}});
        }
    }

    RankedStructure combined(const StructureId& id, std::vector<Glow> found) const
    {
        std::stable_sort(found.begin(), found.end(), [](const Glow& a, const Glow& b) { return a.value != b.value ? a.value > b.value : a.score > b.score; });
        RankedStructure structure;
        structure.id = id;
        if (found.empty()) return structure;
        structure.glow = static_cast<float>(found.front().value);
        structure.band = band_of(found.front().value);
        structure.role = found.front().role;
        for (std::size_t i = 0; i < found.size() && i < kMostReasons; ++i) structure.because.push_back(std::move(found[i].because));
        return structure;
    }

    /// Nothing ticked says where (only an age, say): what lies at the first place of the file, listed and not lit.
    void add_first_place(std::vector<RankedStructure>& list) const
    {
        if (ticks_.rules.empty()) return;
        const auto place = std::find_if(knowledge_.findings.begin(), knowledge_.findings.end(), [](const Finding& f) { return !f.structures.empty(); });
        if (place == knowledge_.findings.end()) return;
        for (const StructureId& id : place->structures) {
            if (list.size() >= kFewestStructures) return;
            if (std::any_of(list.begin(), list.end(), [&](const RankedStructure& s) { return s.id == id; })) continue;
            list.push_back({id, Band::keep_in_mind, Role::secondary, 0, {{ConditionId{}, place->plain, {}}}});
        }
    }

    const Knowledge& knowledge_;
    const Ticks& ticks_;
    std::map<StructureId, std::vector<Part>> parts_;
    std::map<StructureId, std::vector<const Finding*>> places_;
    std::map<const Condition*, std::vector<FindingId>> supporting_;  ///< ticked findings and ages, by what they support
    std::vector<Alarm> alarms_;
    double share_ = 1;  ///< of what the conditions give, while there are fewer than two ticks
};

}  // namespace

std::vector<RankedStructure> light_structures(const Knowledge& knowledge, const std::vector<FiredRule>& fired, const Ticks& ticks)
{
    return Lights(knowledge, fired, ticks).all();
}

}  // namespace genu::reason
