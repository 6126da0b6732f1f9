#include "base/suggest.hpp"

#include <algorithm>

namespace genu {

int edit_distance(std::string_view a, std::string_view b)
{
    // Optimal string alignment: three rows are enough for neighbour swaps.
    std::vector<int> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known)
{
    const std::string* best = nullptr;
    int best_distance = 0;
    for (const std::string& candidate : known) {
        int distance = edit_distance(word, candidate);
        // "popliteus" for "muscle.popliteus": the word without its kind counts as close.
        const auto dot = candidate.find('.');
        if (dot != std::string::npos) distance = std::min(distance, 1 + edit_distance(word, std::string_view(candidate).substr(dot + 1)));
        if (!best || distance < best_distance) {
            best = &candidate;
            best_distance = distance;
        }
    }
    const int limit = std::max<int>(2, static_cast<int>(word.size()) / 3);
    return best && best_distance <= limit ? "did you mean \"" + *best + "\"?" : std::string{};
}

}  // namespace genu
