#include <array>
#include <sstream>

#include "clinical/translation.hpp"

namespace genu {

namespace {

fs::path file_of(const fs::path& assets, const std::string& language) { return assets / "translations" / (language + ".json"); }

// FNV-1a, 32 bits: two texts of one file that share it by chance would at worst be reported, or not, once.
std::string hash(const std::string& text)
{
    std::uint32_t value = 2166136261u;
    for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 16777619u;
    std::array<char, 8> digits{};
    for (std::size_t i = digits.size(); i-- > 0; value >>= 4u) digits[i] = "0123456789abcdef"[value & 15u];
    return {digits.begin(), digits.end()};
}

}  // namespace

Result<TranslatedFrom> TranslatedFrom::read(const fs::path& assets, const std::string& language)
{
    TranslatedFrom from;
    const fs::path path = file_of(assets, language);
    std::error_code error;
    if (!fs::exists(path, error)) return from;
    const Result<Json> json = read_json(path);
    if (!json) return json.problems();
    Problems problems;
    for (const auto& [file, view] : JsonView(*json, path.string(), "", problems).members()) {
        std::istringstream words(view.as_text());
        for (std::string pair; words >> pair;) {
            const auto colon = pair.find(':');
            if (colon == std::string::npos) view.complain("\"" + pair + "\" is no pair of hashes", "write the file anew: genu check --language " + language + " --accept-translations");
            else from.pairs_[file].insert({pair.substr(0, colon), pair.substr(colon + 1)});
        }
    }
    if (!problems.empty()) return problems;
    return from;
}

void TranslatedFrom::note(const std::string& file, const std::string& place, const std::string& english, const std::string& translated)
{
    pairs_[file].insert({hash(place + '\n' + translated), hash(english)});
}

bool TranslatedFrom::is_outdated(const std::string& file, const std::string& place, const std::string& english, const std::string& translated) const
{
    const auto pairs = pairs_.find(file);
    if (pairs == pairs_.end()) return false;
    const std::string of_translation = hash(place + '\n' + translated), of_english = hash(english);
    bool is_known = false;
    for (auto at = pairs->second.lower_bound({of_translation, ""}); at != pairs->second.end() && at->first == of_translation; ++at) {
        if (at->second == of_english) return false;
        is_known = true;
    }
    return is_known;
}

Result<Done> TranslatedFrom::write(const fs::path& assets, const std::string& language) const
{
    OrderedJson json = OrderedJson::object();
    for (const auto& [file, pairs] : pairs_) {
        std::string words;
        for (const auto& [translated, english] : pairs) words += (words.empty() ? "" : " ") + translated + ":" + english;
        json[file] = words;
    }
    const fs::path path = file_of(assets, language);
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    return write_whole(path, std::string_view(json.dump(1) + "\n"));
}

}  // namespace genu
