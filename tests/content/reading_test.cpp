// How hard the plain texts are to read, record by record: school grade after Flesch and Kincaid, aim 7 (about 12 years).
#include "content.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iostream>

#include "clinical/check.hpp"
#include "clinical/readability.hpp"

using namespace genu;
using namespace genu::testing;

namespace {

struct Reading { double grade; int words; std::string id; };

std::string one_decimal(double value)
{
    const long tenths = std::lround(10 * value);
    return std::to_string(tenths / 10) + "." + std::to_string(std::labs(tenths % 10));
}

std::vector<Reading> readings()
{
    std::vector<Reading> found;
    const auto add = [&](const std::string& id, const std::string& text) { found.push_back({reading_grade(text), count_text(text).words, id}); };
    for (const Condition& c : knowledge().conditions) {
        std::string all;
        for (const auto& [key, text] : c.plain) all += text + "\n";
        add(c.id.text(), all);
    }
    for (const Exercise& e : knowledge().exercises) {
        std::string all = e.text.plain + "\n" + e.self_check + "\n";
        for (const Keyframe& frame : e.keyframes) all += frame.cue + "\n";
        add(e.id.text(), all);
    }
    for (const Myth& m : knowledge().myths) add(m.id.text(), m.right.plain);
    for (const RarerCause& c : knowledge().rarer_causes) add(c.id.text(), c.plain + "\n" + c.apart.plain + "\n" + c.who);
    for (const RedFlagRule& rule : knowledge().rules) {
        std::string all = rule.say.plain + "\n" + rule.why + "\n" + rule.unless.plain + "\n";
        for (const auto& [urgency, who] : rule.who) all += who + "\n";
        add(rule.id.text(), all);
    }
    for (const Finding& f : knowledge().findings) add(f.id.text(), f.plain + ".\n" + f.question);
    for (const Structure& s : catalogue().structures()) add(s.id.text(), s.plain);
    std::sort(found.begin(), found.end(), [](const Reading& a, const Reading& b) { return a.grade > b.grade; });
    return found;
}

}  // namespace

TEST_CASE("plain texts can be read at about twelve years of age")
{
    // A text of a few words says nothing about itself: one long name moves it by grades.
    std::vector<Reading> all = readings();
    all.erase(std::remove_if(all.begin(), all.end(), [](const Reading& r) { return r.words < 25; }), all.end());
    double sum = 0;
    for (const Reading& r : all) sum += r.grade;
    std::cout << "plain texts: " << all.size() << ", grade " << one_decimal(sum / static_cast<double>(all.size())) << " on average; the hardest:\n";
    for (std::size_t i = 0; i < std::min<std::size_t>(20, all.size()); ++i) std::cout << "  " << one_decimal(all[i].grade) << "  " << all[i].id << "\n";
    CHECK(sum / static_cast<double>(all.size()) <= 7.0);
    for (const Reading& r : all) {
        INFO(r.id << " reads at grade " << r.grade);
        CHECK(r.grade <= kHighestGrade);
    }
}
