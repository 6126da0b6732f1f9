// Conditions, findings and red flags as text.
#include "app/show_sheet.hpp"

namespace genu {

void Sheet::tests(const Condition& c)
{
    if (c.tests.empty()) return;
    page_.heading(t("card.tab.tests"));
    for (const ClinicalTest& test : c.tests) {
        page_.bullet(test.name + ": " + test.how);
        const auto figure = [&](const std::optional<double>& f) { return f ? decimal(100 * *f, 0) + " %" : t("word.unknown"); };
        page_.bullet(t("tests.sensitivity") + " " + figure(test.sensitivity) + ", " + t("tests.specificity") + " " + figure(test.specificity) + ". " + test.note, 1);
    }
}

void Sheet::rarer_beside(const ConditionId& id)
{
    const std::vector<const RarerCause*> causes = library_.knowledge.rarer_beside(id);
    if (!causes.empty()) page_.heading(t("card.rarer"));
    for (const RarerCause* cause : causes) page_.bullet(named(cause->id.text()) + " – " + cause->apart.plain + " " + t("text.who") + ": " + cause->who);
}

void Sheet::exercises_of(const Condition& c)
{
    id_list(t("exercises.indicated"), c.exercises_indicated);
    id_list(t("exercises.caution"), c.exercises_caution);
    id_list(t("exercises.avoid"), c.exercises_avoid);
    for (const std::string& note : c.exercise_notes) page_.paragraph(note);
}

void Sheet::show(const Condition& c)
{
    title(c.name, c.id.text(), c.synonyms);
    std::vector<std::string> codes;
    for (const IcdCode& code : c.icd10) codes.push_back(code.code + " (" + code.system + ")");
    page_.field(t("card.codes"), comma_list(codes));
    page_.field(t("cli.show.tier"), text_or(library_, "tier." + c.tier, c.tier));
    page_.field(t("cli.show.urgency"), t(std::string("urgency.") + name_of(c.urgency)));
    if (c.contrast) page_.paragraph(t("card.contrast_note"));
    words(t("top.register_plain"), c.plain, "text.");
    words(t("top.register_clinical"), c.clinical, "text.");
    page_.heading(t("card.tab.structures"));
    for (const ConditionStructure& s : c.structures) page_.bullet(named(s.id.text()) + " – " + t(std::string("role.") + name_of(s.role)) + ": " + s.why);
    page_.heading(t("findings.points_to"));
    for (const ConditionFinding& f : c.findings) page_.bullet(named(f.id.text()) + " – " + t("findings.weight." + std::to_string(f.weight)) + ": " + f.why);
    if (!c.against.empty()) page_.heading(t("findings.points_away"));
    for (const AgainstFinding& f : c.against) page_.bullet(named(f.id.text()) + ": " + f.why);
    rarer_beside(c.id);
    id_list(t("card.watch_for"), c.red_flags);
    tests(c);
    exercises_of(c);
    close(c.evidence, c.sources, c.review);
}

void Sheet::conditions_for(const FindingId& id)
{
    std::vector<std::string> towards, away;
    for (const Condition& c : library_.knowledge.conditions) {
        for (const ConditionFinding& f : c.findings) if (f.id == id) towards.push_back(named(c.id.text()) + " – " + t("findings.weight." + std::to_string(f.weight)) + ": " + f.why);
        for (const AgainstFinding& f : c.against) if (f.id == id) away.push_back(named(c.id.text()) + ": " + f.why);
    }
    if (!towards.empty()) page_.heading(t("cli.show.points_to"));
    for (const std::string& line : towards) page_.bullet(line);
    if (!away.empty()) page_.heading(t("cli.show.points_away"));
    for (const std::string& line : away) page_.bullet(line);
}

void Sheet::show(const Finding& f)
{
    title(f.plain, f.id.text());
    page_.field(t("top.register_clinical"), f.clinical);
    page_.field(t("cli.show.kind"), f.kind);
    page_.field(t("cli.show.question"), f.question);
    registers(f.note);
    id_list(t("cli.show.lies_there"), f.structures);
    conditions_for(f.id);
    id_list(t("cli.show.raises"), f.raises);
    id_list(t("cli.show.lowers"), f.lowers);
}

void Sheet::show(const RedFlagRule& rule)
{
    title(rule.name, rule.id.text());
    for (auto it = rule.when.rbegin(); it != rule.when.rend(); ++it) {
        page_.heading(t(std::string("urgency.") + name_of(it->first)));
        if (rule.who.contains(it->first)) page_.field(t("cli.who"), rule.who.at(it->first));
        if (rule.who_clinical.contains(it->first)) page_.field(t("top.register_clinical"), rule.who_clinical.at(it->first));
        page_.line("  " + t("cli.show.depends_on") + ":");
        for (const FindingId& id : it->second.findings()) page_.bullet(named(id.text()));
    }
    registers(rule.say);
    if (!rule.why.empty()) page_.heading(t("word.why") + " " + rule.why);
    registers(rule.unless);
    id_list(t("explore.lifted"), rule.lift);
    sources(rule.sources);
}

}  // namespace genu
