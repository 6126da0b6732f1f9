#include <algorithm>
#include <cctype>
#include <set>

#include "clinical/check/checks.hpp"

namespace genu::check {

namespace {

std::string lower(std::string text)
{
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

bool contains(const std::vector<ExerciseId>& ids, const ExerciseId& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

/// A contraindication that names the condition outright.
const std::string* naming(const Exercise& exercise, const Condition& condition)
{
    std::vector<std::string> names = condition.synonyms;
    names.push_back(condition.name);
    for (const std::string& contraindication : exercise.contraindications) {
        for (const std::string& name : names) {
            if (lower(contraindication).find(lower(name)) != std::string::npos) return &contraindication;
        }
    }
    return nullptr;
}

/// "A fresh calf tear, in its first days": the exercise comes later, so the condition may well list it.
bool holds_only_at_first(const std::string& contraindication)
{
    const std::string text = lower(contraindication);
    return text.find("fresh") != std::string::npos || text.find("first days") != std::string::npos || text.find("first weeks") != std::string::npos;
}

void check_condition(const Content& content, const Condition& c)
{
    const std::string file = file_of("conditions", c.id.text());
    for (const ExerciseId& id : c.exercises_indicated) {
        if (contains(c.exercises_avoid, id) || contains(c.exercises_caution, id)) content.problem(file, "/exercises", "\"" + id.text() + "\" is both indicated and warned of", "the warning wins: take it out of \"indicated\"");
        const Exercise* exercise = content.knowledge.find(id);
        if (!exercise) continue;
        const std::string* words = naming(*exercise, c);
        if (!words) continue;
        const std::string message = "\"" + id.text() + "\" has the contraindication \"" + *words + "\"";
        if (holds_only_at_first(*words)) content.note(file, "/exercises/indicated", message, "say in \"care\" when it may begin");
        else content.problem(file, "/exercises/indicated", message, "a contraindication always wins: move it to \"caution\" or \"avoid\"");
    }
    for (const ExerciseId& id : c.exercises_caution) {
        if (contains(c.exercises_avoid, id)) content.problem(file, "/exercises", "\"" + id.text() + "\" is under both caution and avoid", "keep \"avoid\"");
    }
    if (c.tier == "redflag" && !c.exercises_indicated.empty()) content.problem(file, "/exercises/indicated", "a red flag cannot have exercises", "leave the list empty");
}

}  // namespace

void exercises(const Content& content)
{
    std::set<ExerciseId> named;
    for (const Condition& c : content.knowledge.conditions) {
        check_condition(content, c);
        for (const auto* list : {&c.exercises_indicated, &c.exercises_caution, &c.exercises_avoid}) named.insert(list->begin(), list->end());
    }
    for (const Exercise& e : content.knowledge.exercises) {
        const std::string file = file_of("exercises", e.id.text());
        if (e.sources.empty()) content.problem(file, "/sources", "names no source", "every claim needs one");
        if (e.contraindications.empty()) content.problem(file, "/contraindications", "says for whom it is not", "there is always someone: write it");
        if (!e.card_only && !e.clinician_only && e.hold_s <= 0 && e.kind == "stretch") content.problem(file, "/hold_s", "a stretch is held, but hold_s is 0");
        if (!named.contains(e.id) && !e.clinician_only && e.variant_of.is_none()) content.note(file, "", "no condition names this exercise");
    }
}

}  // namespace genu::check
