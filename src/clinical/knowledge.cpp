#include "clinical/knowledge.hpp"

#include <algorithm>
#include <array>

namespace genu {

namespace {

constexpr std::array<const char*, 4> kUrgencyNames = {"routine", "urgent_days", "same_day", "emergency_now"};
constexpr std::array<const char*, 3> kRoleNames = {"primary", "secondary", "referred"};

template <class Item, class Key>
const Item* find_by_id(const std::vector<Item>& items, const Key& id)
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

}  // namespace

const char* name_of(Urgency urgency) { return kUrgencyNames[static_cast<std::size_t>(urgency)]; }
const char* name_of(Role role) { return kRoleNames[static_cast<std::size_t>(role)]; }

std::optional<Urgency> urgency_from_name(std::string_view name)
{
    const auto found = std::find(kUrgencyNames.begin(), kUrgencyNames.end(), name);
    if (found == kUrgencyNames.end()) return std::nullopt;
    return static_cast<Urgency>(found - kUrgencyNames.begin());
}

const std::string& Condition::text(const std::string& key, bool clinical_register) const
{
    static const std::string empty;
    const auto& texts = clinical_register ? clinical : plain;
    const auto found = std::find_if(texts.begin(), texts.end(), [&](const auto& text) { return text.first == key; });
    return found == texts.end() ? empty : found->second;
}

const Condition* Knowledge::find(const ConditionId& id) const { return find_by_id(conditions, id); }
const Finding* Knowledge::find(const FindingId& id) const { return find_by_id(findings, id); }
const RedFlagRule* Knowledge::find(const RedFlagId& id) const { return find_by_id(rules, id); }
const Exercise* Knowledge::find(const ExerciseId& id) const { return find_by_id(exercises, id); }
const Myth* Knowledge::find(const MythId& id) const { return find_by_id(myths, id); }
const Tour* Knowledge::find(const TourId& id) const { return find_by_id(tours, id); }
const RarerCause* Knowledge::find(const CauseId& id) const { return find_by_id(rarer_causes, id); }

namespace {

template <class IdType>
std::vector<const RarerCause*> causes_naming(const std::vector<RarerCause>& causes, std::vector<IdType> RarerCause::*list, const IdType& id)
{
    std::vector<const RarerCause*> found;
    for (const RarerCause& cause : causes) {
        const std::vector<IdType>& ids = cause.*list;
        if (std::find(ids.begin(), ids.end(), id) != ids.end()) found.push_back(&cause);
    }
    return found;
}

}  // namespace

std::vector<const RarerCause*> Knowledge::rarer_beside(const ConditionId& id) const { return causes_naming(rarer_causes, &RarerCause::beside, id); }
std::vector<const RarerCause*> Knowledge::rarer_with(const StructureId& id) const { return causes_naming(rarer_causes, &RarerCause::structures, id); }

const UrgencyLevel* Knowledge::find(Urgency urgency) const
{
    const auto found = std::find_if(levels.begin(), levels.end(), [&](const UrgencyLevel& level) { return level.urgency == urgency; });
    return found == levels.end() ? nullptr : &*found;
}

}  // namespace genu
