#include <algorithm>
#include <set>

#include "clinical/check/checks.hpp"
#include "clinical/check/patterns.hpp"

namespace genu::check {

namespace {

void check_structures(const Content& content, const Condition& c, const std::string& file)
{
    std::set<StructureId> seen;
    bool has_primary = false;
    for (const ConditionStructure& s : c.structures) {
        if (!seen.insert(s.id).second) content.problem(file, "/structures", "\"" + s.id.text() + "\" is listed twice", "keep the stronger role");
        has_primary = has_primary || s.role == Role::primary;
    }
    if (!has_primary) content.problem(file, "/structures", "no structure is primary", "name the one where the pain comes from");
}

void check_findings(const Content& content, const Condition& c, const std::string& file)
{
    std::set<FindingId> seen;
    bool has_weight = false;
    for (const ConditionFinding& f : c.findings) {
        if (!seen.insert(f.id).second) content.problem(file, "/findings", "\"" + f.id.text() + "\" is listed twice", "remove one of them");
        has_weight = has_weight || f.weight > 0;
    }
    if (!has_weight) content.problem(file, "/findings", "no finding points to this condition", "without a weight above 0 it can never be shown");
    for (const AgainstFinding& f : c.against) {
        if (!seen.insert(f.id).second) content.problem(file, "/against", "\"" + f.id.text() + "\" speaks both for and against, or is listed twice", "decide");
    }
}

void check_red_flags(const Content& content, const Condition& c, const std::string& file)
{
    if (c.red_flags.empty() && c.no_red_flags.empty()) {
        content.problem(file, "/red_flags", "no red-flag rule is listed and no reason is given", "list the rules that concern it, or say why there are none in \"no_red_flags\"");
    }
    if (!c.red_flags.empty() && !c.no_red_flags.empty()) content.problem(file, "/no_red_flags", "rules are listed, so there is nothing to excuse", "remove it");
    bool is_lifted = false;
    for (const RedFlagRule& rule : content.knowledge.rules) {
        if (std::find(rule.lift.begin(), rule.lift.end(), c.id) == rule.lift.end()) continue;
        is_lifted = true;
        const bool is_listed = std::find(c.red_flags.begin(), c.red_flags.end(), rule.id) != c.red_flags.end();
        if (!is_listed) content.problem(file, "/red_flags", rule.id.text() + " brings this condition up, but is not listed here", "add it");
    }
    if (c.tier == "redflag" && !is_lifted) content.problem(file, "/tier", "is a red flag that no rule brings up", "add it to \"lift\" of a rule in red_flags.json");
    if (c.tier == "redflag" && c.urgency == Urgency::routine) content.problem(file, "/urgency", "a red flag cannot be routine");
}

void check_tests(const Content& content, const Condition& c, const std::string& file)
{
    for (const ClinicalTest& test : c.tests) {
        if ((test.sensitivity || test.specificity) && test.sources.empty()) {
            content.problem(file, "/tests", "\"" + test.name + "\" has figures without a source", "name the source, or set the figures to null");
        }
    }
}

void check_codes(const Content& content, const Condition& c, const std::string& file)
{
    for (const IcdCode& icd : c.icd10) {
        if (!looks_like_icd10(icd.code)) content.problem(file, "/icd10", "\"" + icd.code + "\" does not look like an ICD-10 code", "one code or one range each");
    }
}

}  // namespace

void conditions(const Content& content)
{
    for (const Condition& c : content.knowledge.conditions) {
        const std::string file = file_of("conditions", c.id.text());
        check_structures(content, c, file);
        check_findings(content, c, file);
        check_red_flags(content, c, file);
        check_tests(content, c, file);
        check_codes(content, c, file);
        if (c.sources.empty()) content.problem(file, "/sources", "names no source", "every claim needs one");
    }
}

}  // namespace genu::check
