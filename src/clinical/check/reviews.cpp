// Who has read a record, and when: evidence moves on, so a review that is years old is worth a note.
#include <chrono>
#include <optional>

#include "clinical/check/checks.hpp"

namespace genu::check {

namespace {

constexpr int kFreshYears = 2;

std::optional<int> year_of(const std::string& review)
{
    // "2026-11-22", perhaps followed by who it was.
    if (review.size() < 10) return std::nullopt;
    for (std::size_t i = 0; i < 10; ++i) {
        const bool is_dash = i == 4 || i == 7;
        if (is_dash ? review[i] != '-' : review[i] < '0' || review[i] > '9') return std::nullopt;
    }
    return std::stoi(review.substr(0, 4));
}

void check_review(const Content& content, const std::string& file, const std::string& place, const std::string& review)
{
    if (review.empty() || review == "not_reviewed") return;
    const std::optional<int> year = year_of(review);
    if (!year) return content.problem(file, place, "\"" + review + "\" does not say when it was reviewed", "\"not_reviewed\", or a date first: \"2026-11-22 by a physiotherapist\"");
    const std::chrono::year_month_day today(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    if (int(today.year()) - *year > kFreshYears) content.note(file, place, "was reviewed in " + std::to_string(*year), "read it again against newer evidence");
}

}  // namespace

void reviews(const Content& content)
{
    for (const Condition& c : content.knowledge.conditions) check_review(content, file_of("conditions", c.id.text()), "/review", c.review);
    for (const Exercise& e : content.knowledge.exercises) check_review(content, file_of("exercises", e.id.text()), "/review", e.review);
    for (const Myth& m : content.knowledge.myths) check_review(content, file_of("myths", m.id.text()), "/review", m.review);
    for (const RarerCause& c : content.knowledge.rarer_causes) check_review(content, "rarer_causes.json", c.id.text() + "/review", c.review);
    for (const Structure& s : content.catalogue.structures()) check_review(content, "anatomy/structures", s.id.text() + "/review", s.review);
}

}  // namespace genu::check
