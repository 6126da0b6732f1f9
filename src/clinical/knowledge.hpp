#pragma once
// What Genu knows about pain: conditions, findings, red-flag rules, exercises, myths. Loaded once, const from then on.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "anatomy/catalogue.hpp"
#include "clinical/expression.hpp"

namespace genu {

enum class Urgency : std::uint8_t { routine, urgent_days, same_day, emergency_now };  // in rising order
const char* name_of(Urgency urgency);
std::optional<Urgency> urgency_from_name(std::string_view name);

enum class Role : std::uint8_t { primary, secondary, referred };
const char* name_of(Role role);

struct ConditionStructure { StructureId id; Role role = Role::primary; std::string why; };
struct ConditionFinding { FindingId id; int weight = 0; std::string why; };  ///< weight 0…3: how far it points this way
struct AgainstFinding { FindingId id; std::string why; };

struct ClinicalTest {
    std::string name, how, note;
    std::optional<double> sensitivity, specificity;  ///< fractions; none = unknown
    std::vector<SourceId> sources;
};

struct IcdCode { std::string code, system, note; };

struct Condition {
    ConditionId id;
    std::string name;
    std::vector<std::string> synonyms;
    std::vector<IcdCode> icd10;
    std::string tier;  ///< common, uncommon, rare or redflag: a word, never a number
    bool contrast = false;
    std::vector<ConditionStructure> structures;
    std::vector<std::pair<std::string, std::string>> plain;     ///< "summary", "site", … in the order to show
    std::vector<std::pair<std::string, std::string>> clinical;
    std::vector<ConditionFinding> findings;
    std::vector<AgainstFinding> against;
    std::vector<RedFlagId> red_flags;
    std::string no_red_flags;   ///< why no rule is listed, where none is
    Urgency urgency = Urgency::routine;
    std::vector<ClinicalTest> tests;
    std::vector<ExerciseId> exercises_indicated, exercises_caution, exercises_avoid;
    std::vector<std::string> exercise_notes;
    std::string view = "popliteal";
    std::map<std::string, double> pose_deg;
    bool show_skin = false;
    Evidence evidence;
    std::vector<SourceId> sources;
    std::string review;

    const std::string& text(const std::string& key, bool clinical_register) const;  ///< empty when absent
};

struct Finding {
    FindingId id;
    std::string kind;   ///< finding, gate or modifier
    std::string plain, clinical, question;
    std::string group;
    FindingId asked_if;
    std::vector<FindingId> counts_as;
    bool counts_only_in_rules = false;
    std::string one_of;          ///< at most one finding of this name holds ("age")
    TwoRegisters note;           ///< a line to show when it is ticked; may be empty
    std::vector<StructureId> structures;
    std::vector<ConditionId> raises, lowers;
};

struct FindingGroup { std::string id, name; };

struct RedFlagRule {
    RedFlagId id;
    std::string name;
    std::map<Urgency, Expression> when;
    std::vector<ConditionId> lift;
    std::vector<ConditionId> lift_as_redflag;   ///< lifted by this rule, they rank as if of tier "redflag"
    std::vector<FindingId> may_lower;           ///< the only ticks that may lower this rule
    TwoRegisters say;
    std::map<Urgency, std::string> who, who_clinical;
    std::string why, why_clinical;
    TwoRegisters unless;                        ///< what does not switch the rule off; may be empty
    std::optional<Expression> extra_when;       ///< "child": a further line when the rule fires and this holds
    TwoRegisters extra_say;
    bool hides_exercises_when_urgent = false;
    std::vector<SourceId> sources;
};

struct Keyframe { double t_s = 0; std::string phase, cue; std::map<std::string, double> pose_deg; };
struct LevelledStructure { StructureId id; int level = 1; };

struct Exercise {
    ExerciseId id;
    std::string name, kind, posture, anchor;
    bool clinician_only = false;
    bool card_only = false;  ///< text only, nothing to play
    std::vector<std::string> props;
    TwoRegisters text;
    std::vector<Keyframe> keyframes;
    std::map<std::string, double> other_leg_deg;  ///< pose of the leg that is not exercised
    bool both_legs = false;                       ///< the other leg does the same
    std::map<std::string, double> sway;           ///< "…_deg" by joint and "lowest_hz", "highest_hz"; empty: still
    ExerciseId variant_of;
    double hold_s = 0;
    std::string dose;
    std::vector<LevelledStructure> lengthens, loads;
    std::string bias, bias_text, self_check;
    std::vector<std::string> contraindications;
    Evidence evidence;
    std::vector<SourceId> sources;
    std::string review;

    double duration_s() const { return keyframes.empty() ? 0 : keyframes.back().t_s; }
};

struct Myth {
    MythId id;
    std::string claim, verdict, article_ref;
    TwoRegisters right;
    std::vector<StructureId> structures;
    std::string view;
    std::map<std::string, double> pose_deg;
    std::vector<SourceId> sources;
    std::string review;
};

using CauseId = Id<struct CauseTag>;  ///< "cause.…"

/// A cause too rare for a record of its own: one paragraph, and whom to see. assets/rarer_causes.json.
struct RarerCause {
    CauseId id;
    std::string name;
    std::vector<IcdCode> icd10;
    std::vector<std::string> synonyms;
    std::string plain, clinical;
    TwoRegisters apart;                   ///< what sets it apart from what it is taken for
    std::vector<ConditionId> beside;      ///< the conditions it is taken for
    std::vector<StructureId> structures;  ///< none where no structure is at fault
    std::vector<RedFlagId> red_flags;
    Urgency urgency = Urgency::routine;
    std::string who;
    std::vector<SourceId> sources;
    std::string review;
};

struct TourStep { std::string title; TwoRegisters caption; Json commands; };
struct Tour { TourId id; std::string name; std::vector<TourStep> steps; std::vector<SourceId> sources; };

/// What an urgency is called and what it does to the page.
struct UrgencyLevel {
    Urgency urgency = Urgency::routine;
    std::string name, plain, clinical;
    std::string exercises = "all";  ///< all, teaching_only or none
    std::string acknowledge;        ///< label of the button that shows the ranking below an emergency; may be empty
    std::string note;
};

/// How this country's emergency call is named; "{number}" in the second phrase stands for the number.
struct EmergencyCall { std::string phrase, phrase_with_number, number; };

/// Lines shown whatever the ranking, from red_flags.json "notice".
struct Notice { std::string other_causes, calf; std::vector<FindingId> calf_when; std::string calf_why; };

struct Knowledge {
    std::vector<Condition> conditions;     // by id
    std::vector<FindingGroup> groups;      // in the order to show
    std::vector<Finding> findings;         // in the order of the file
    std::vector<FindingId> gate;           // in the order to ask
    std::vector<RedFlagRule> rules;
    std::vector<RedFlagId> tie_break;
    std::vector<UrgencyLevel> levels;      // most urgent first
    Notice notice;
    EmergencyCall emergency;
    std::vector<Exercise> exercises;       // by id
    std::vector<Myth> myths;
    std::vector<Tour> tours;
    std::vector<RarerCause> rarer_causes;  // in the order of the file

    const Condition* find(const ConditionId&) const;
    const Finding* find(const FindingId&) const;
    const RedFlagRule* find(const RedFlagId&) const;
    const Exercise* find(const ExerciseId&) const;
    const Myth* find(const MythId&) const;
    const Tour* find(const TourId&) const;
    const RarerCause* find(const CauseId&) const;
    const UrgencyLevel* find(Urgency) const;

    /// The rarer causes that a condition may be mistaken for, and those that involve a structure.
    std::vector<const RarerCause*> rarer_beside(const ConditionId&) const;
    std::vector<const RarerCause*> rarer_with(const StructureId&) const;

    /// Reads assets/{conditions,symptoms.json,red_flags.json,exercises,myths,tours,rarer_causes.json}. Reports every problem at once,
    /// unknown ids with a suggestion.
    static Result<Knowledge> load(const fs::path& assets, const std::string& language, const Catalogue& catalogue);
};

}  // namespace genu
