#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace genu {

/// Number of single-letter insertions, deletions, replacements and neighbour swaps between two words.
int edit_distance(std::string_view a, std::string_view b);

/// `did you mean "…"?` for the closest known word, or empty when nothing is close.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

}  // namespace genu
