#include "clinical/check/patterns.hpp"

#include <algorithm>

namespace genu::check {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// Takes the characters that `fits` from the front, at most `most`, and says how many.
template <class Fits>
std::size_t take(std::string_view& text, std::size_t most, Fits fits)
{
    std::size_t count = 0;
    while (count < most && count < text.size() && fits(text[count])) ++count;
    text.remove_prefix(count);
    return count;
}

bool take_one(std::string_view& text, char wanted)
{
    return take(text, 1, [&](char c) { return c == wanted; }) == 1;
}

bool take_icd_code(std::string_view& text)
{
    if (take(text, 1, is_capital) != 1 || take(text, 2, is_digit) != 2) return false;
    if (!take_one(text, '.')) return true;
    return take(text, 4, [](char c) { return is_digit(c) || is_capital(c); }) > 0;
}

}  // namespace

bool looks_like_icd10(std::string_view text)
{
    if (!take_icd_code(text)) return false;
    if (text.empty()) return true;
    // "-" alone stands for the digits left open; before a code it makes a range.
    return take_one(text, '-') && (text.empty() || (take_icd_code(text) && text.empty()));
}

bool looks_like_fma(std::string_view text)
{
    if (!text.starts_with("FMA")) return false;
    text.remove_prefix(3);
    return take(text, 6, is_digit) >= 3 && text.empty();
}

bool looks_like_doi(std::string_view text)
{
    if (!text.starts_with("10.")) return false;
    text.remove_prefix(3);
    return take(text, 9, is_digit) >= 4 && take_one(text, '/') && !text.empty() && text.find(' ') == std::string_view::npos;
}

}  // namespace genu::check
