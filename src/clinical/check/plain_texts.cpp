// Texts for readers at home: nothing about their own chances in figures, not too long, readable.
#include <cctype>
#include <cmath>

#include "clinical/check/checks.hpp"
#include "clinical/readability.hpp"

namespace genu::check {

namespace {

struct PlainText {
    std::string file, place, text;
    bool is_summary = false;
    std::size_t longest = 700;
};

bool has_word(const std::string& text, const std::string& word)
{
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const bool starts = at == 0 || !std::isalpha(static_cast<unsigned char>(text[at - 1]));
        const std::size_t after = at + word.size();
        if (starts && (after >= text.size() || !std::isalpha(static_cast<unsigned char>(text[after])))) return true;
    }
    return false;
}

std::string lower_case(std::string text)
{
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

bool names_a_share(const std::string& text) { return text.find('%') != std::string::npos || has_word(text, "percent") || has_word(text, "per cent"); }

void check_figures(const Content& content, const PlainText& plain)
{
    const std::string text = lower_case(plain.text);
    if (!names_a_share(text)) return;
    if (plain.is_summary) content.problem(plain.file, plain.place, "gives a percentage in a plain summary", "say it in words: most, some, few");
    else if (has_word(text, "you") || has_word(text, "your")) content.problem(plain.file, plain.place, "gives a percentage to the reader as if it were their own", "say it in words, or speak of studies");
}

void check_length(const Content& content, const PlainText& plain)
{
    if (plain.text.size() > plain.longest) {
        content.problem(plain.file, plain.place, "is " + std::to_string(plain.text.size()) + " characters long", "at most " + std::to_string(plain.longest) + " are read");
    }
}

void check_grade(const Content& content, const std::string& file, const std::string& place, const std::string& record)
{
    const TextCounts counts = count_text(record);
    const double grade = reading_grade(counts);
    const bool is_short = counts.words < kShortTextWords;
    const double limit = kHighestGrade + (is_short ? kShortTextTolerance : kGradeTolerance);
    if (grade <= kHighestGrade) return;
    const std::string shown = std::to_string(std::lround(10 * grade) / 10) + "." + std::to_string(std::lround(10 * grade) % 10);
    const std::string hint = "shorter sentences and shorter words: aim at grade 7";
    if (grade > limit) content.problem(file, place, "reads at school grade " + shown, hint);
    else content.note(file, place, "reads at school grade " + shown, hint);
}

class Reader {
public:
    explicit Reader(const Content& content) : content_(content) {}

    void add(PlainText plain)
    {
        check_figures(content_, plain);
        check_length(content_, plain);
        record_ += (record_.empty() ? "" : "\n") + plain.text;
    }

    void end_record(const std::string& file, const std::string& place)
    {
        check_grade(content_, file, place, record_);
        record_.clear();
    }

private:
    const Content& content_;
    std::string record_;
};

void read_conditions(const Content& content, Reader& reader)
{
    for (const Condition& c : content.knowledge.conditions) {
        const std::string file = file_of("conditions", c.id.text());
        if (c.name.size() > 80) content.problem(file, "/name", "is too long for a list", "at most 80 characters");
        for (const auto& [key, text] : c.plain) reader.add({file, "/text/plain/" + key, text, key == "summary"});
        reader.end_record(file, "/text/plain");
        for (const ConditionStructure& s : c.structures) check_length(content, {file, "/structures", s.why, false, 160});
        for (const ConditionFinding& f : c.findings) check_length(content, {file, "/findings", f.why, false, 160});
        for (const AgainstFinding& f : c.against) check_length(content, {file, "/against", f.why, false, 160});
    }
}

void read_rules(const Content& content, Reader& reader)
{
    for (const RedFlagRule& rule : content.knowledge.rules) {
        reader.add({"red_flags.json", rule.id.text() + "/say/plain", rule.say.plain, true});
        for (const auto& [urgency, text] : rule.who) reader.add({"red_flags.json", rule.id.text() + "/who", text, true});
        reader.add({"red_flags.json", rule.id.text() + "/why", rule.why});
        reader.end_record("red_flags.json", rule.id.text());
    }
    for (const Finding& f : content.knowledge.findings) {
        check_length(content, {"symptoms.json", f.id.text(), f.plain, false, 320});
        check_length(content, {"symptoms.json", f.id.text(), f.question, false, 320});
        check_figures(content, {"symptoms.json", f.id.text(), f.plain + " " + f.question + " " + f.note.plain, false});
        check_grade(content, "symptoms.json", f.id.text(), f.plain + ".\n" + f.question);
    }
}

void read_the_rest(const Content& content, Reader& reader)
{
    for (const Exercise& e : content.knowledge.exercises) {
        const std::string file = file_of("exercises", e.id.text());
        reader.add({file, "/text/plain", e.text.plain, true});
        for (const Keyframe& frame : e.keyframes) reader.add({file, "/keyframes", frame.cue, false, 200});
        reader.end_record(file, "/text/plain");
    }
    for (const Myth& m : content.knowledge.myths) {
        const std::string file = file_of("myths", m.id.text());
        reader.add({file, "/right/plain", m.right.plain, false});
        reader.end_record(file, "/right/plain");
        if (m.sources.empty()) content.problem(file, "/sources", "names no source", "a correction needs one more than the claim");
    }
    for (const RarerCause& cause : content.knowledge.rarer_causes) {
        reader.add({"rarer_causes.json", cause.id.text() + "/plain", cause.plain, true});
        reader.add({"rarer_causes.json", cause.id.text() + "/apart/plain", cause.apart.plain, true});
        reader.add({"rarer_causes.json", cause.id.text() + "/who", cause.who, true});
        reader.end_record("rarer_causes.json", cause.id.text());
        if (cause.sources.empty()) content.problem("rarer_causes.json", cause.id.text(), "names no source", "every claim needs one");
    }
    for (const Tour& t : content.knowledge.tours) {
        const std::string file = file_of("tours", t.id.text());
        if (t.sources.empty()) content.note(file, "/sources", "names no source", "name those its captions rest on");
        for (const TourStep& step : t.steps) reader.add({file, "/steps", step.caption.plain, false});
        reader.end_record(file, "/steps");
    }
}

}  // namespace

void plain_texts(const Content& content)
{
    Reader reader(content);
    read_conditions(content, reader);
    read_rules(content, reader);
    read_the_rest(content, reader);
    for (const Structure& s : content.catalogue.structures()) {
        check_figures(content, {"anatomy/structures", s.id.text(), s.plain, true});
        check_length(content, {"anatomy/structures", s.id.text(), s.plain, false, 220});
    }
}

}  // namespace genu::check
