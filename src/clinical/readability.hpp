#pragma once
// How hard a text is to read: Flesch–Kincaid grade (Kincaid et al. 1975), school years in the United States.
#include <string>
#include <string_view>

namespace genu {

struct TextCounts { int words = 0, sentences = 0, syllables = 0; };

TextCounts count_text(std::string_view text);

/// Syllables of one English word by its vowel groups; right for about nine words in ten.
int syllables_in(std::string_view word);

/// 0.39 words per sentence + 11.8 syllables per word − 15.59. Needs some sentences to mean anything; 0 for no words.
double reading_grade(const TextCounts& counts);
double reading_grade(std::string_view text);

}  // namespace genu
