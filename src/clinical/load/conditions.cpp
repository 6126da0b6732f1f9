#include "clinical/load/context.hpp"

namespace genu::load {

namespace {

using Texts = std::vector<std::pair<std::string, std::string>>;

// In the order a reader meets them.
const std::vector<std::string> kPlainTexts = {"summary", "site", "onset", "cause", "feels_worse", "feels_better", "care", "recovery", "who"};
const std::vector<std::string> kClinicalTexts = {"summary", "site", "onset", "mechanism", "imaging", "care", "recovery", "who"};

Texts texts_of(const JsonView& at, const std::string& key, const std::vector<std::string>& names)
{
    Texts texts;
    const JsonView all = at.at(key);
    if (!at.has(key)) return texts;
    all.only(names);
    for (const std::string& name : names) texts.emplace_back(name, filled_text(all, name));
    return texts;
}

Role role_of(const JsonView& at)
{
    const std::string name = word_of(at, "role", {"primary", "secondary", "referred"});
    return name == "secondary" ? Role::secondary : name == "referred" ? Role::referred : Role::primary;
}

ConditionFinding weighted(const Context& context, const JsonView& at)
{
    at.only({"id", "weight", "why"});
    ConditionFinding f{known_id<FindingId>(context, at.at("id")), 0, filled_text(at, "why")};
    const double weight = at.number("weight");
    f.weight = static_cast<int>(weight);
    if (weight < 0 || weight > 3 || weight != f.weight) at.at("weight").complain("must be 0, 1, 2 or 3");
    return f;
}

std::optional<double> fraction(const JsonView& at, const std::string& key)
{
    const auto found = at.find(key);
    if (!found || found->raw().is_null()) return std::nullopt;
    const double value = found->as_number();
    if (value < 0 || value > 1) found->complain("must be a fraction from 0 to 1, or null when it is unknown");
    return value;
}

ClinicalTest test_of(const Context& context, const JsonView& at)
{
    at.only({"name", "how", "sensitivity", "specificity", "note", "sources"});
    ClinicalTest test;
    test.name = filled_text(at, "name");
    test.how = filled_text(at, "how");
    test.note = at.text_or("note", "");
    test.sensitivity = fraction(at, "sensitivity");
    test.specificity = fraction(at, "specificity");
    test.sources = known_ids<SourceId>(context, at, "sources");
    return test;
}

void read_exercises(const Context& context, const JsonView& at, Condition& c)
{
    const auto exercises = at.find("exercises");
    if (!exercises) return;
    exercises->only({"indicated", "caution", "avoid", "notes"});
    c.exercises_indicated = known_ids<ExerciseId>(context, *exercises, "indicated");
    c.exercises_caution = known_ids<ExerciseId>(context, *exercises, "caution");
    c.exercises_avoid = known_ids<ExerciseId>(context, *exercises, "avoid");
    c.exercise_notes = exercises->texts("notes");
}

void read_scene(const Context& context, const JsonView& at, Condition& c)
{
    const auto scene = at.find("scene");
    if (!scene) return;
    scene->only({"view", "pose", "show_skin"});
    c.view = filled_text(*scene, "view");
    require_known(context, "view", c.view, scene->at("view"));
    c.pose_deg = pose_of(context, *scene, "pose");
    c.show_skin = scene->flag_or("show_skin", false);
}

}  // namespace

Condition condition(const Context& context, const JsonView& at)
{
    at.only({"id", "name", "synonyms", "icd10", "tier", "contrast", "structures", "text", "findings", "against", "red_flags",
             "no_red_flags", "urgency", "tests", "exercises", "scene", "evidence", "sources", "review"});
    Condition c;
    c.id = own_id<ConditionId>(at, true);
    c.name = filled_text(at, "name");
    c.synonyms = at.texts("synonyms");
    for (const JsonView& code : at.at("icd10").items()) {
        code.only({"code", "system", "note"});
        c.icd10.push_back({filled_text(code, "code"), word_of(code, "system", {"WHO", "CM"}), code.text_or("note", "")});
    }
    c.tier = word_of(at, "tier", {"common", "uncommon", "rare", "redflag"});
    c.contrast = at.flag_or("contrast", false);
    for (const JsonView& item : at.at("structures").items()) {
        item.only({"id", "role", "why"});
        c.structures.push_back({known_id<StructureId>(context, item.at("id")), role_of(item), filled_text(item, "why")});
    }
    const JsonView text = at.at("text");
    c.plain = texts_of(text, "plain", kPlainTexts);
    c.clinical = texts_of(text, "clinical", kClinicalTexts);
    for (const JsonView& item : at.at("findings").items()) c.findings.push_back(weighted(context, item));
    for (const JsonView& item : at.at("against").items()) {
        item.only({"id", "why"});
        c.against.push_back({known_id<FindingId>(context, item.at("id")), filled_text(item, "why")});
    }
    c.red_flags = known_ids<RedFlagId>(context, at, "red_flags");
    c.no_red_flags = at.text_or("no_red_flags", "");
    c.urgency = urgency_of(at.at("urgency"), at.text("urgency"));
    for (const JsonView& item : at.at("tests").items()) c.tests.push_back(test_of(context, item));
    read_exercises(context, at, c);
    read_scene(context, at, c);
    c.evidence = read_evidence(at);
    c.sources = known_ids<SourceId>(context, at, "sources");
    c.review = at.text_or("review", "not_reviewed");
    return c;
}

}  // namespace genu::load
