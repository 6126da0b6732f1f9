#include "app/handout_page.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "app/text_library.hpp"
#include "app/text_page.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

std::string css_colour(glm::vec3 linear)
{
    const auto channel = [](float c) {
        const float s = c <= 0.0031308f ? 12.92f * c : 1.055f * std::pow(c, 1 / 2.4f) - 0.055f;
        return static_cast<unsigned>(std::lround(255 * std::clamp(s, 0.0f, 1.0f)));
    };
    char text[8];
    std::snprintf(text, sizeof text, "#%02x%02x%02x", channel(linear.x) & 255u, channel(linear.y) & 255u, channel(linear.z) & 255u);
    return text;
}

constexpr std::size_t kMostPairs = 4;

class HandoutPage {
public:
    HandoutPage(const Library& library, const Condition& condition) : library_(library), c_(condition) {}
    std::string write(const HandoutPicture& picture, const std::string& css);

private:
    const std::string& t(const std::string& key) const { return library_.texts(key); }
    void tag(const std::string& name, const std::string& text, const std::string& css_class = {})
    {
        if (!text.empty()) out_ += "<" + name + (css_class.empty() ? "" : " class=\"" + css_class + "\"") + ">" + html_escaped(text) + "</" + name + ">\n";
    }
    void items(const std::vector<std::string>& list)
    {
        if (list.empty()) return;
        out_ += "<ul>\n";
        for (const std::string& item : list) tag("li", item);
        out_ += "</ul>\n";
    }
    void titled(const std::string& key)
    {
        const std::string& text = c_.text(key, false);
        if (!text.empty()) tag("h2", t("text." + key)), tag("p", text);
    }
    void head(const std::string& css);
    void figure(const HandoutPicture& picture);
    void who();
    void dangers();
    void danger(const RedFlagRule& rule);
    std::vector<std::string> signs(const Expression& when) const;
    void exercises();
    void exercise(const Exercise& e, bool with_dose);
    const HandoutPicture* picture_ = nullptr;
    void left_alone();
    void foot();
    std::string exercises_allowed() const;

    const Library& library_;
    const Condition& c_;
    std::string out_;
};

void HandoutPage::head(const std::string& css)
{
    out_ += "<!DOCTYPE html>\n<html lang=\"" + html_escaped(library_.texts.language()) + "\">\n<head>\n<meta charset=\"utf-8\">\n";
    out_ += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    tag("title", c_.name + " – " + t("app.name"));
    out_ += "<style>\n" + css + "</style>\n</head>\n<body>\n<header>\n";
    tag("h1", c_.name);
    if (!c_.synonyms.empty()) tag("p", t("structure.also") + ": " + comma_list(c_.synonyms), "also");
    tag("p", t("handout.not_a_diagnosis"));
    out_ += "</header>\n<main>\n";
}

void HandoutPage::figure(const HandoutPicture& picture)
{
    if (picture.png.empty()) return tag("p", t("handout.no_picture"), "also");
    std::vector<std::string> lit;
    for (const ConditionStructure& s : c_.structures) if (s.role == Role::primary) lit.push_back(library_.catalogue.name(s.id));
    out_ += "<figure>\n<img alt=\"" + html_escaped(filled(t("handout.picture_alt"), {comma_list(lit)})) + "\" src=\"data:image/png;base64," + base64(picture.png) + "\">\n<figcaption>";
    out_ += html_escaped(filled(t("handout.picture_shows"), {comma_list(lit)}));
    for (const LegendEntry& entry : picture.legend.entries) out_ += "<span class=\"swatch\" style=\"background:" + css_colour(entry.colour) + "\"></span>" + html_escaped(entry.text);
    out_ += "</figcaption>\n</figure>\n";
}

void HandoutPage::who()
{
    out_ += "<section class=\"who\">\n";
    tag("h2", t("handout.who"));
    tag("p", t(std::string("urgency.card.") + name_of(c_.urgency)) + ".");
    tag("p", c_.text("who", false));
    out_ += "</section>\n";
}

void HandoutPage::dangers()
{
    out_ += "<section class=\"danger\">\n";
    tag("h2", t("handout.watch_for"));
    if (c_.red_flags.empty()) tag("p", t("handout.watch_for_worse"));
    for (const RedFlagId& id : c_.red_flags) {
        if (const RedFlagRule* rule = library_.knowledge.find(id)) danger(*rule);
    }
    out_ += "</section>\n";
}

// The signs that are enough by themselves; where a level has none, the shortest pairs.
std::vector<std::string> HandoutPage::signs(const Expression& when) const
{
    std::vector<std::string> alone, pairs;
    for (const Expression::Way& way : when.ways()) {
        std::vector<std::string> said;
        for (const FindingId& id : way.ticked) said.push_back(words_of(library_, id, false));
        if (said.size() == 1) alone.push_back(said[0]);
        if (said.size() == 2) pairs.push_back(filled(t("handout.together"), said));
    }
    if (!alone.empty()) return alone;
    if (pairs.size() > kMostPairs) pairs.resize(kMostPairs);
    return pairs;
}

void HandoutPage::danger(const RedFlagRule& rule)
{
    tag("h3", rule.name);
    for (auto it = rule.when.rbegin(); it != rule.when.rend(); ++it) {
        const std::vector<std::string> found = signs(it->second);
        if (found.empty() || !rule.who.contains(it->first)) continue;
        out_ += "<p><strong>" + html_escaped(t(std::string("urgency.") + name_of(it->first))) + "</strong> – " + html_escaped(rule.who.at(it->first)) + "</p>\n";
        items(found);
    }
    tag("p", rule.say.plain);
}

// "all", "teaching_only" or "none", as the urgency of the condition has it.
std::string HandoutPage::exercises_allowed() const
{
    if (c_.tier == "redflag") return "none";
    const UrgencyLevel* level = library_.knowledge.find(c_.urgency);
    return level ? level->exercises : "all";
}

void HandoutPage::exercise(const Exercise& e, bool with_dose)
{
    out_ += "<section class=\"exercise\">\n";
    tag("h3", e.name);
    if (const auto png = picture_->exercises.find(e.id); png != picture_->exercises.end()) {
        out_ += "<img class=\"how\" alt=\"" + html_escaped(filled(t("handout.exercise_alt"), {e.name})) + "\" src=\"data:image/png;base64," + base64(png->second) + "\">\n";
    }
    tag("p", e.text.plain);
    std::vector<std::string> cues;
    for (const Keyframe& k : e.keyframes) if (!k.cue.empty() && (cues.empty() || cues.back() != k.cue)) cues.push_back(k.cue);
    if (!cues.empty()) out_ += "<ol>\n";
    for (const std::string& cue : cues) tag("li", cue);
    if (!cues.empty()) out_ += "</ol>\n";
    if (with_dose && !e.dose.empty()) tag("p", t("motion.dose") + ": " + e.dose);
    if (!e.self_check.empty()) tag("p", t("motion.self_check") + ": " + e.self_check);
    if (!e.contraindications.empty()) tag("p", t("handout.not_if") + " " + joined(e.contraindications, "; ") + ".", "not");
    out_ += "</section>\n";
}

void HandoutPage::exercises()
{
    const std::string allowed = exercises_allowed();
    if (allowed == "none") {
        tag("h2", t("card.tab.exercises"));
        return tag("p", t("handout.no_exercises"));
    }
    std::vector<const Exercise*> offered;
    for (const ExerciseId& id : c_.exercises_indicated) {
        const Exercise* e = library_.knowledge.find(id);
        if (e && !e->clinician_only) offered.push_back(e);
    }
    if (!offered.empty()) {
        tag("h2", t("card.tab.exercises"));
        tag("p", t(allowed == "teaching_only" ? "handout.exercises_after_check" : "handout.exercises_intro"));
        for (const Exercise* e : offered) exercise(*e, allowed == "all");
    }
    for (const std::string& note : c_.exercise_notes) tag("p", note);
    left_alone();
}

void HandoutPage::left_alone()
{
    const auto named = [&](const std::vector<ExerciseId>& ids) {
        std::vector<std::string> list;
        for (const ExerciseId& id : ids) list.push_back(name_of(library_, id.text()));
        return list;
    };
    if (!c_.exercises_caution.empty()) tag("h3", t("handout.ask_first")), items(named(c_.exercises_caution));
    if (!c_.exercises_avoid.empty()) tag("h3", t("handout.leave_alone")), items(named(c_.exercises_avoid));
}

void HandoutPage::foot()
{
    out_ += "</main>\n<footer>\n";
    tag("p", t("app.not_reviewed") + ". " + t("handout.not_a_diagnosis"));
    if (!c_.evidence.grade.empty()) tag("p", t("evidence.label") + ": " + text_or(library_, "evidence." + c_.evidence.grade, c_.evidence.grade) + ". " + c_.evidence.text);
    tag("p", t("sources.title") + ":");
    std::vector<std::string> cites;
    for (const SourceId& id : c_.sources) {
        const Source* s = library_.catalogue.find(id);
        if (s) cites.push_back(s->cite + (s->doi.empty() ? "" : " doi:" + s->doi));
    }
    items(cites);
    tag("p", t("handout.made_with"));
    out_ += "</footer>\n</body>\n</html>\n";
}

std::string HandoutPage::write(const HandoutPicture& picture, const std::string& css)
{
    picture_ = &picture;
    head(css);
    if (c_.urgency >= Urgency::same_day) who(), dangers();
    figure(picture);
    tag("h2", t("handout.what_it_is"));
    tag("p", c_.text("summary", false));
    for (const char* key : {"site", "cause", "feels_worse", "feels_better", "care", "recovery"}) titled(key);
    exercises();
    if (c_.urgency < Urgency::same_day) dangers(), who();
    foot();
    return out_;
}

}  // namespace

std::string base64(std::span<const std::byte> bytes)
{
    static constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t have = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t three = 0;
        for (std::size_t k = 0; k < 3; ++k) three = (three << 8) | (k < have ? std::to_integer<std::uint32_t>(bytes[i + k]) : 0u);
        for (std::size_t k = 0; k < 4; ++k) out += k <= have ? letters[(three >> (18 - 6 * k)) & 63u] : '=';
    }
    return out;
}

std::string html_escaped(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
    return out;
}

std::string handout_page(const Library& library, const Condition& condition, const HandoutPicture& picture, const std::string& css)
{
    return HandoutPage(library, condition).write(picture, css);
}

}  // namespace genu
