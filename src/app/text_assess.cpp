// genu assess: from ticked findings to structures and conditions to talk about. Red flags come first, always.
#include <algorithm>
#include <iostream>

#include "app/text.hpp"
#include "app/text_library.hpp"
#include "app/text_page.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr std::size_t kMostReasons = 3;  // of one structure in words, so that the list can be read aloud

class Report {
public:
    Report(const Library& library, const Assessment& assessment, bool clinical) : library_(library), a_(assessment), clinical_(clinical) {}

    OrderedJson json() const;
    std::string text();

private:
    const std::string& t(const std::string& key) const { return library_.texts(key); }
    std::string words(const FindingId& id) const { return words_of(library_, id, clinical_); }

    OrderedJson finding(const FindingId& id, const std::string& why = {}) const;
    OrderedJson findings(const std::vector<FindingId>& ids) const;
    OrderedJson reasons(const std::vector<Reason>& list, bool answered_no = false) const;
    OrderedJson because(const RankedStructure& s) const;

    std::string who(const FiredRule& rule) const;
    void red_flags();
    void structures();
    void structure(const RankedStructure& s);
    void conditions();
    void rarer_causes();
    void notices();
    void open_questions();
    std::string quoted(const std::vector<FindingId>& ids) const;
    std::string with_why(const Reason& reason) const;

    const Library& library_;
    const Assessment& a_;
    bool clinical_;
    TextPage page_;
};

OrderedJson Report::finding(const FindingId& id, const std::string& why) const
{
    OrderedJson json = {{"id", id.text()}, {"text", words(id)}};
    if (!why.empty()) json["why"] = why;
    return json;
}

OrderedJson Report::findings(const std::vector<FindingId>& ids) const
{
    OrderedJson list = OrderedJson::array();
    for (const FindingId& id : ids) list.push_back(finding(id));
    return list;
}

OrderedJson Report::reasons(const std::vector<Reason>& list, bool answered_no) const
{
    OrderedJson json = OrderedJson::array();
    for (const Reason& reason : list) {
        json.push_back(finding(reason.finding, reason.why));
        if (answered_no) json.back()["answer"] = "no";
    }
    return json;
}

OrderedJson Report::because(const RankedStructure& s) const
{
    OrderedJson list = OrderedJson::array();
    for (const RankedStructure::Because& b : s.because) {
        OrderedJson item = {{"condition", b.condition.is_none() ? OrderedJson() : OrderedJson(b.condition.text())}};
        if (!b.condition.is_none()) item["name"] = name_of(library_, b.condition.text());
        item["why"] = b.condition.is_none() && b.why.empty() ? t("cli.lies_there") : b.why;
        item["findings"] = findings(b.findings);
        list.push_back(item);
    }
    return list;
}

OrderedJson Report::json() const
{
    OrderedJson json = {{"red_flags", OrderedJson::array()}, {"structures", OrderedJson::array()}, {"conditions", OrderedJson::array()}};
    for (const FiredRule& rule : a_.red_flags) {
        const RedFlagRule* record = library_.knowledge.find(rule.id);
        OrderedJson item = {{"id", rule.id.text()}, {"urgency", name_of(rule.urgency)}, {"who", who(rule)}, {"because", findings(rule.because)}};
        item["name"] = name_of(library_, rule.id.text());
        if (record) item["say"] = record->say.in(clinical_);
        json["red_flags"].push_back(item);
    }
    for (const RankedStructure& s : a_.structures) {
        json["structures"].push_back({{"id", s.id.text()}, {"band", name_of(s.band)}, {"because", because(s)}, {"name", library_.catalogue.name(s.id)}, {"role", name_of(s.role)}});
    }
    for (const RankedCondition& c : a_.conditions) {
        OrderedJson against = reasons(c.opposing);
        for (const OrderedJson& missing : reasons(c.missing, true)) against.push_back(missing);
        json["conditions"].push_back({{"id", c.id.text()}, {"band", name_of(c.band)}, {"for", reasons(c.supporting)}, {"against", against}, {"name", name_of(library_, c.id.text())}, {"lifted", c.lifted}});
    }
    json["rarer_causes"] = OrderedJson::array();
    for (const RarerCause* cause : rarer_beside(library_.knowledge, a_)) {
        json["rarer_causes"].push_back({{"id", cause->id.text()}, {"name", cause->name}, {"apart", cause->apart.in(clinical_)}, {"who", cause->who}, {"urgency", name_of(cause->urgency)}});
    }
    json["notices"] = a_.notices;
    json["open_questions"] = OrderedJson::array();
    for (const FindingId& id : a_.open_gate) {
        const Finding* f = library_.knowledge.find(id);
        json["open_questions"].push_back({{"id", id.text()}, {"question", f && !f->question.empty() ? f->question : words(id)}});
    }
    json["urgency"] = name_of(a_.most_urgent());
    json["too_little"] = a_.too_little;
    json["hides_exercises"] = a_.hides_exercises;
    json["exercises_without_dose"] = a_.exercises_without_dose;
    json["disclaimer"] = t("cli.never_a_diagnosis");
    return json;
}

std::string Report::quoted(const std::vector<FindingId>& ids) const
{
    std::vector<std::string> parts;
    for (const FindingId& id : ids) parts.push_back("“" + words(id) + "”");
    return comma_list(parts);
}

std::string Report::with_why(const Reason& reason) const { return "“" + words(reason.finding) + "”" + (reason.why.empty() ? "" : ": " + reason.why); }

std::string Report::who(const FiredRule& rule) const
{
    const RedFlagRule* record = library_.knowledge.find(rule.id);
    if (!clinical_ || !record || !record->who_clinical.contains(rule.urgency)) return rule.who;
    return record->who_clinical.at(rule.urgency);
}

void Report::red_flags()
{
    if (a_.red_flags.empty()) return;
    page_.title(t("cli.assess.first"));
    for (const FiredRule& rule : a_.red_flags) {
        const RedFlagRule* record = library_.knowledge.find(rule.id);
        page_.heading(t(std::string("urgency.") + name_of(rule.urgency)) + " – " + name_of(library_, rule.id.text()));
        page_.field(t("cli.who"), who(rule));
        if (record) page_.bullet(record->say.in(clinical_));
        page_.bullet(filled(t("banner.because"), {quoted(rule.because)}));
    }
    page_.line();
    if (a_.most_urgent() == Urgency::emergency_now) page_.paragraph(t("cli.assess.rest_can_wait"));
    if (a_.hides_exercises) page_.paragraph(t("explore.no_exercises"));
    else if (a_.exercises_without_dose) page_.paragraph(t("explore.no_dose"));
    page_.line();
}

void Report::structures()
{
    page_.title(t("explore.structures"));
    if (a_.too_little) page_.paragraph(t("explore.too_little"));
    if (a_.structures.empty()) page_.paragraph(t("cli.assess.no_structures"));
    // What fits least is named only, unless there is nothing better; --json has all reasons.
    const bool only_least = !a_.structures.empty() && a_.structures.front().band == Band::keep_in_mind;
    std::vector<std::string> others;
    for (const RankedStructure& s : a_.structures) {
        if (s.band == Band::keep_in_mind && !only_least) others.push_back(library_.catalogue.name(s.id));
        else structure(s);
    }
    if (!others.empty()) page_.heading(t("band.keep_in_mind") + ": " + comma_list(others));
    page_.line();
}

void Report::structure(const RankedStructure& s)
{
    const std::string role = s.role == Role::referred ? ", " + t("role.referred") : "";
    page_.heading(library_.catalogue.name(s.id) + " (" + t(std::string("band.") + name_of(s.band)) + role + ")");
    std::vector<std::string> more;
    for (std::size_t i = 0; i < s.because.size(); ++i) {
        const RankedStructure::Because& b = s.because[i];
        if (b.condition.is_none()) page_.bullet(t("explore.place_reason") + " " + quoted(b.findings));
        else if (i >= kMostReasons) more.push_back(name_of(library_, b.condition.text()));
        else {
            const std::string because = b.findings.empty() ? "" : " – " + t("explore.because") + " " + quoted(b.findings);
            page_.bullet(name_of(library_, b.condition.text()) + (b.why.empty() ? "" : ": " + b.why) + because);
        }
    }
    if (!more.empty()) page_.bullet(t("cli.assess.also") + ": " + comma_list(more));
}

void Report::conditions()
{
    page_.title(t("explore.conditions"));
    if (a_.conditions.empty()) page_.paragraph(t("explore.no_conditions"));
    for (const RankedCondition& c : a_.conditions) {
        page_.heading(name_of(library_, c.id.text()) + " (" + (c.lifted ? t("explore.lifted") + "; " : "") + t(std::string("band.") + name_of(c.band)) + ")");
        for (const Reason& reason : c.supporting) page_.bullet(t("explore.for") + ": " + with_why(reason));
        for (const Reason& reason : c.opposing) page_.bullet(t("explore.against") + ": " + with_why(reason));
        for (const Reason& reason : c.missing) page_.bullet(t("cli.assess.answered_no") + ": " + with_why(reason));
    }
    page_.line();
}

void Report::rarer_causes()
{
    const std::vector<const RarerCause*> causes = rarer_beside(library_.knowledge, a_);
    if (causes.empty()) return;
    page_.title(t("explore.rarer"));
    for (const RarerCause* cause : causes) page_.bullet(cause->name + ". " + cause->apart.in(clinical_) + " " + t("text.who") + ": " + cause->who);
    page_.line();
}

void Report::notices()
{
    if (a_.notices.empty()) return;
    page_.title(t("explore.notices"));
    for (const std::string& notice : a_.notices) page_.bullet(notice);
    page_.line();
}

void Report::open_questions()
{
    if (a_.open_gate.empty()) return;
    page_.title(t("cli.assess.open_questions"));
    page_.paragraph(t("cli.assess.open_hint"));
    for (const FindingId& id : a_.open_gate) {
        const Finding* f = library_.knowledge.find(id);
        page_.bullet((f && !f->question.empty() ? f->question : words(id)) + "  [" + id.text() + "]");
    }
    page_.line();
}

std::string Report::text()
{
    red_flags();
    structures();
    conditions();
    rarer_causes();
    notices();
    open_questions();
    page_.paragraph(t("cli.never_a_diagnosis"));
    page_.paragraph(t("app.not_reviewed") + ".");
    return page_.text();
}

Problems unknown_findings(const Library& library, const std::vector<std::string>& ids, const std::string& option)
{
    Problems problems;
    for (const std::string& id : ids) if (!library.knowledge.find(FindingId(id))) problems.push_back(unknown_id(library, id, option, "finding"));
    return problems;
}

}  // namespace

int run_assess(const Options& options)
{
    const Result<Library> library = load_content(options.picture);
    if (!library) return fail(library.problems());
    Problems problems = unknown_findings(*library, options.symptoms, "--symptoms");
    append(problems, unknown_findings(*library, options.denied, "--denied"));
    Answers answers;
    for (const std::string& id : options.symptoms) answers.ticked.emplace(id);
    for (const std::string& id : options.denied) {
        if (answers.ticked.contains(FindingId(id))) problems.push_back({"command line", "--denied", "\"" + id + "\" is also in --symptoms", "answer each question once"});
        answers.denied.emplace(id);
    }
    if (!problems.empty()) return fail(problems);
    const Assessment assessment = assess(library->knowledge, answers);
    Report report(*library, assessment, options.picture.clinical.value_or(false));
    std::cout << (options.json ? report.json().dump(1) + "\n" : report.text());
    return std::cout.flush() ? kExitDone : kExitOther;
}

}  // namespace genu
