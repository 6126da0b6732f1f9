#include "clinical/readability.hpp"

#include <array>
#include <cctype>

namespace genu {

namespace {

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }
bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80u) != 0; }
bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

bool ends_sentence(std::string_view text, std::size_t i)
{
    if (text[i] != '.' && text[i] != '!' && text[i] != '?') return false;
    // "2.5" and "e.g." inside a sentence do not end it: an end is followed by space (or a closing sign) and no lower case.
    std::size_t after = i + 1;
    while (after < text.size() && (text[after] == ')' || text[after] == '"' || text[after] == '\'')) ++after;
    if (after >= text.size()) return true;
    if (text[after] != ' ' && text[after] != '\n') return false;
    const std::size_t next = text.find_first_not_of(" \n", after);
    return next == std::string_view::npos || !std::islower(static_cast<unsigned char>(text[next]));
}

}  // namespace

int syllables_in(std::string_view word)
{
    std::string letters;
    for (const char c : word) if (is_letter(c)) letters += lower(c);
    // "movement", "safely": the e before the ending is silent, so both parts are counted as words.
    for (const std::string_view end : {"ly", "ment", "ments", "ness", "times", "thing", "body", "ful", "less"}) {
        if (letters.size() < end.size() + 3 || !letters.ends_with(end)) continue;
        const std::string stem = letters.substr(0, letters.size() - end.size());
        if (stem.back() == 'e') return syllables_in(stem) + syllables_in(end);
    }
    int groups = 0;
    bool in_vowels = false;
    for (const char c : letters) {
        if (is_vowel(c) && !in_vowels) ++groups;
        in_vowels = is_vowel(c);
    }
    const auto ends_with = [&](std::string_view end) { return letters.size() > end.size() && letters.ends_with(end); };
    const char before_e = letters.size() > 2 ? letters[letters.size() - 2] : 'a';
    const char before_ed = letters.size() > 3 ? letters[letters.size() - 3] : 't';
    // A silent e at the end ("knee" and "muscle" keep theirs), and the e of "-ed" but after t and d.
    if (ends_with("e") && !is_vowel(before_e) && !(ends_with("le") && before_ed != 'i' && !is_vowel(before_ed))) --groups;
    if (ends_with("ed") && before_ed != 't' && before_ed != 'd' && !is_vowel(before_ed)) --groups;
    if (ends_with("es") && !is_vowel(before_ed) && std::string_view("szxc").find(before_ed) == std::string_view::npos && !ends_with("ches") && !ends_with("shes") && !ends_with("ges") && !ends_with("les")) --groups;
    // Neighbouring vowels that are spoken apart.
    static constexpr std::array<std::string_view, 5> kApart = {"ia", "io", "iu", "ua", "uo"};
    for (const std::string_view pair : kApart) {
        const std::size_t at = letters.find(pair);
        if (at == std::string::npos || at == 0) continue;
        const bool one_sound = (pair == "io" || pair == "ia") && (letters[at - 1] == 't' || letters[at - 1] == 's' || letters[at - 1] == 'c' || letters[at - 1] == 'g');
        if (!one_sound && !(pair[0] == 'u' && (letters[at - 1] == 'q' || letters[at - 1] == 'g'))) ++groups;
    }
    if (letters.find("scie") != std::string::npos || letters.find("quie") != std::string::npos) ++groups;
    for (const std::string_view end : {"teal", "neal", "geal", "teum"}) if (letters.size() > end.size() + 1 && letters.ends_with(end)) ++groups;  // popliteal, peroneal
    return groups < 1 ? 1 : groups;
}

TextCounts count_text(std::string_view text)
{
    TextCounts counts;
    std::string word;
    int words_before = 0;  // at the end of the last sentence: an end without words (a line break after a full stop) is none
    const auto finish_word = [&] {
        bool has_letter = false, has_digit = false;
        for (const char c : word) {
            has_letter = has_letter || is_letter(c);
            has_digit = has_digit || std::isdigit(static_cast<unsigned char>(c)) != 0;
        }
        if (has_letter || has_digit) {
            ++counts.words;
            counts.syllables += has_letter ? syllables_in(word) : 1;
        }
        word.clear();
    };
    const auto finish_sentence = [&] {
        if (counts.words > words_before) ++counts.sentences;
        words_before = counts.words;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_letter(c) || std::isdigit(static_cast<unsigned char>(c)) || c == '\'') {
            word += c;
            continue;
        }
        finish_word();
        if (ends_sentence(text, i) || c == '\n') finish_sentence();
    }
    finish_word();
    finish_sentence();
    return counts;
}

double reading_grade(const TextCounts& counts)
{
    if (counts.words == 0 || counts.sentences == 0) return 0;
    const double words = counts.words;
    return 0.39 * words / counts.sentences + 11.8 * counts.syllables / words - 15.59;
}

double reading_grade(std::string_view text) { return reading_grade(count_text(text)); }

}  // namespace genu
