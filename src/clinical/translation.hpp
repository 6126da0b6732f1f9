#pragma once
// Translations compared with the English content they are laid over: what is missing, what says something else, and
// what was translated from an English text that has changed since.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "clinical/check.hpp"

namespace genu {

struct TranslationComparison {
    std::vector<std::string> missing;   ///< places shown in English, because nothing is translated there
    std::vector<std::string> wrong;     ///< "place: …": unknown places, changed figures, ids and numbers
    std::map<std::string, std::pair<std::string, std::string>> texts;  ///< by place: English and its translation
};

/// `patch` is the translated file as it lies in assets/text/<language>/.
TranslationComparison compare_translation(const Json& english, const Json& patch);

/// {0}, Ctrl+Z, F6, --symptoms in the order found: interface words must keep them.
std::vector<std::string> marks_in(const std::string& text);

/// All languages but English that have any text.
std::vector<std::string> translated_languages(const fs::path& assets);
/// Every content file with words in it, relative to the assets.
std::vector<fs::path> files_with_words(const fs::path& assets);

/// Which English each translated text was made from, as hashes, in assets/translations/<language>.json. A translated
/// text that is not there, because it was written or changed since, counts as made from the English of today.
class TranslatedFrom {
public:
    static Result<TranslatedFrom> read(const fs::path& assets, const std::string& language);
    void note(const std::string& file, const std::string& place, const std::string& english, const std::string& translated);
    bool is_outdated(const std::string& file, const std::string& place, const std::string& english, const std::string& translated) const;
    Result<Done> write(const fs::path& assets, const std::string& language) const;

private:
    std::map<std::string, std::set<std::pair<std::string, std::string>>> pairs_;  ///< by file: hash of place and translation, of English
};

/// Problems: what is wrong. Notes: what is missing or outdated, a line for each file.
ContentReport check_translations(const fs::path& assets);

/// Writes assets/translations/<language>.json anew from what lies there today; its words were compared by a person.
Result<Done> accept_translations(const fs::path& assets, const std::string& language);

}  // namespace genu
