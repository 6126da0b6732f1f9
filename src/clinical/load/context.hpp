#pragma once
// What the readers of one kind of content share: the ids that exist, and how to complain about those that do not.
#include <map>
#include <string>
#include <type_traits>
#include <vector>

#include "clinical/knowledge.hpp"

namespace genu::load {

/// A content file, read and translated, before anything in it is believed.
struct Document {
    std::string file;  ///< relative to the assets folder
    Json json;
};

struct Context {
    const Catalogue& catalogue;
    Problems& problems;
    std::map<std::string, std::vector<std::string>> known;  ///< by kind: "condition" → all condition ids
    std::map<std::string, std::pair<double, double>> joint_range_deg;

    JsonView view(const Document& document) const { return {document.json, document.file, "", problems}; }
};

template <class IdType>
constexpr const char* kind_of()
{
    if constexpr (std::is_same_v<IdType, FindingId>) return "symptom";
    else if constexpr (std::is_same_v<IdType, ConditionId>) return "condition";
    else if constexpr (std::is_same_v<IdType, RedFlagId>) return "red_flag";
    else if constexpr (std::is_same_v<IdType, ExerciseId>) return "exercise";
    else if constexpr (std::is_same_v<IdType, MythId>) return "myth";
    else if constexpr (std::is_same_v<IdType, CauseId>) return "cause";
    else return "tour";
}

/// Complains when no record of this kind has the id.
void require_known(const Context& context, const std::string& kind, const std::string& id, const JsonView& at);

template <class IdType>
void require(const Context& context, const IdType& id, const JsonView& at)
{
    if constexpr (std::is_same_v<IdType, StructureId> || std::is_same_v<IdType, SourceId>) context.catalogue.require(id, at);
    else require_known(context, kind_of<IdType>(), id.text(), at);
}

/// The id in this place, which must exist.
template <class IdType>
IdType known_id(const Context& context, const JsonView& at)
{
    IdType id(at.as_text());
    require(context, id, at);
    return id;
}

/// The optional array of ids under `key`; each must exist and none may come twice.
template <class IdType>
std::vector<IdType> known_ids(const Context& context, const JsonView& at, const std::string& key)
{
    std::vector<IdType> ids;
    const auto list = at.find(key);
    if (!list) return ids;
    for (const JsonView& item : list->items()) {
        IdType id = known_id<IdType>(context, item);
        for (const IdType& before : ids) {
            if (before == id) item.complain("\"" + id.text() + "\" is listed twice", "remove one of them");
        }
        ids.push_back(std::move(id));
    }
    return ids;
}

/// The record's own id: of this kind, and (for kinds with a file each) named like its file.
template <class IdType>
IdType own_id(const JsonView& at, bool names_the_file)
{
    IdType id(at.text("id"));
    const std::string kind = kind_of<IdType>();
    const std::string name = id.text().substr(std::min(id.text().size(), kind.size() + 1));
    if (id.kind() != kind || name.empty()) at.complain("id \"" + id.text() + "\" must begin with \"" + kind + ".\"");
    else if (names_the_file && fs::path(at.file()).stem().string() != name) at.complain("id \"" + id.text() + "\" does not match the file's name", "call the file " + name + ".json");
    return id;
}

/// A required text that says something.
std::string filled_text(const JsonView& at, const std::string& key);
/// A required text that is one of a few words.
std::string word_of(const JsonView& at, const std::string& key, const std::vector<std::string>& words);
/// Optional: {} when absent.
TwoRegisters registers_or_empty(const JsonView& at, const std::string& key);
Urgency urgency_of(const JsonView& at, const std::string& name);
/// Joint angles; unknown joints and angles beyond the joint's range are complaints.
std::map<std::string, double> pose_of(const Context& context, const JsonView& at, const std::string& key);
Expression expression_of(const Context& context, const JsonView& at);

Finding finding(const Context& context, const JsonView& at);
Condition condition(const Context& context, const JsonView& at);
Exercise exercise(const Context& context, const JsonView& at);
Myth myth(const Context& context, const JsonView& at);
Tour tour(const Context& context, const JsonView& at);
RarerCause rarer_cause(const Context& context, const JsonView& at);
/// red_flags.json: gate, rules, tie_break, levels, may_lower, notice.
void red_flags(const Context& context, const JsonView& at, Knowledge& knowledge);

}  // namespace genu::load
