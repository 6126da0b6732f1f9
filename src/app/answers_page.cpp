#include "app/answers_page.hpp"

#include <algorithm>
#include <cmath>

#include "app/text_library.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr std::size_t kMostStructures = 8, kMostConditions = 5, kMostBeneath = 8;

class AnswersPage {
public:
    AnswersPage(const AppState& state, const Library& library) : state_(state), library_(library), clinical_(state.settings.clinical_register) {}
    std::string write(const HandoutPicture& picture, const std::string& css, const std::string& date);

private:
    const std::string& t(const std::string& key) const { return library_.texts(key); }
    std::string words(const FindingId& id) const { return words_of(library_, id, clinical_); }
    void tag(const std::string& name, const std::string& text, const std::string& css_class = {})
    {
        if (!text.empty()) out_ += "<" + name + (css_class.empty() ? "" : " class=\"" + css_class + "\"") + ">" + html_escaped(text) + "</" + name + ">\n";
    }
    void list(const std::string& heading, const std::vector<std::string>& lines)
    {
        if (lines.empty()) return;
        tag("h2", heading);
        out_ += "<ul>\n";
        for (const std::string& line : lines) tag("li", line);
        out_ += "</ul>\n";
    }
    std::vector<std::string> sentences(const std::set<FindingId>& ids) const;
    void warnings();
    void figure(const HandoutPicture& picture);
    void beneath();
    void structures();
    void conditions();
    void blanks();

    const AppState& state_;
    const Library& library_;
    bool clinical_;
    std::string out_;
};

// In the order in which the program asks them.
std::vector<std::string> AnswersPage::sentences(const std::set<FindingId>& ids) const
{
    std::vector<std::string> lines;
    for (const Finding& f : library_.knowledge.findings) if (ids.contains(f.id)) lines.push_back(words(f.id));
    return lines;
}

void AnswersPage::warnings()
{
    const Assessment& a = state_.assessment;
    if (a.red_flags.empty()) return;
    out_ += "<section class=\"danger\">\n";
    tag("h2", t(std::string("urgency.card.") + name_of(a.most_urgent())));
    for (const FiredRule& rule : a.red_flags) {
        const RedFlagRule* record = library_.knowledge.find(rule.id);
        if (record) tag("h3", record->name), tag("p", record->say.in(clinical_));
        tag("p", rule.who);
    }
    out_ += "</section>\n";
}

void AnswersPage::figure(const HandoutPicture& picture)
{
    if (picture.png.empty() || state_.view.spots.empty()) return;
    out_ += "<figure>\n<img alt=\"" + html_escaped(t("page.picture")) + "\" src=\"data:image/png;base64," + base64(picture.png) + "\">\n<figcaption>" + html_escaped(t("page.picture")) + "</figcaption>\n</figure>\n";
}

void AnswersPage::beneath()
{
    std::vector<std::string> lines;
    for (const Beneath& b : state_.beneath) {
        if (lines.size() == kMostBeneath) break;
        lines.push_back(library_.catalogue.name(b.id) + ", " + filled(t("explore.deep_mm"), {genu::figure(std::round(1e3 * static_cast<double>(b.depth_m)))}));
    }
    list(t("explore.beneath_title"), lines);
}

void AnswersPage::structures()
{
    std::vector<std::string> lines;
    for (const RankedStructure& s : state_.assessment.structures) {
        if (lines.size() == kMostStructures) break;
        std::string line = library_.catalogue.name(s.id) + " – " + t(std::string("band.") + name_of(s.band));
        if (!s.because.empty() && !s.because.front().why.empty()) line += ": " + s.because.front().why;
        lines.push_back(line);
    }
    list(t("explore.structures"), lines);
}

void AnswersPage::conditions()
{
    std::vector<std::string> lines;
    for (const RankedCondition& c : state_.assessment.conditions) {
        if (lines.size() == kMostConditions) break;
        std::vector<std::string> reasons;
        for (const Reason& r : c.supporting) reasons.push_back(words(r.finding));
        lines.push_back(name_of(library_, c.id.text()) + " – " + t(std::string("band.") + name_of(c.band)) + (reasons.empty() ? "" : ": " + joined(reasons, "; ")));
    }
    list(t("explore.conditions"), lines);
}

// Lines to fill in by hand: what no program asks and every clinician does.
void AnswersPage::blanks()
{
    for (const char* key : {"page.since", "page.tried", "page.ask"}) {
        tag("h2", t(key));
        out_ += "<p>_______________________________________________</p>\n<p>_______________________________________________</p>\n";
    }
}

std::string AnswersPage::write(const HandoutPicture& picture, const std::string& css, const std::string& date)
{
    out_ += "<!DOCTYPE html>\n<html lang=\"" + html_escaped(library_.texts.language()) + "\">\n<head>\n<meta charset=\"utf-8\">\n";
    out_ += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    tag("title", t("page.title") + " – " + t("app.name"));
    out_ += "<style>\n" + css + "</style>\n</head>\n<body>\n<header>\n";
    tag("h1", t("page.title"));
    tag("p", t("page.date") + ": " + date, "also");
    tag("p", t("page.intro"));
    out_ += "</header>\n<main>\n";
    // With an emergency the causes are not the point.
    warnings();
    figure(picture);
    list(t("page.yes"), sentences(state_.view.answers.ticked));
    list(t("page.no"), sentences(state_.view.answers.denied));
    list(t("page.unsure"), sentences(state_.view.skipped));
    if (state_.assessment.most_urgent() != Urgency::emergency_now) {
        beneath();
        structures();
        conditions();
    }
    blanks();
    out_ += "</main>\n<footer>\n";
    tag("p", t("app.not_reviewed") + ". " + t("app.disclaimer_long"));
    tag("p", t("handout.made_with"));
    out_ += "</footer>\n</body>\n</html>\n";
    return out_;
}

}  // namespace

std::string answers_page(const AppState& state, const Library& library, const HandoutPicture& picture, const std::string& css, const std::string& date)
{
    return AnswersPage(state, library).write(picture, css, date);
}

fs::path free_page_name(const fs::path& folder, const std::string& date)
{
    for (int i = 1;; ++i) {
        const fs::path path = folder / ("genu-appointment-" + date + (i == 1 ? "" : "-" + std::to_string(i)) + ".html");
        std::error_code error;
        if (!fs::exists(path, error)) return path;
    }
}

}  // namespace genu
