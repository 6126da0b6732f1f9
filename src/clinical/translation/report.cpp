#include <algorithm>

#include "base/suggest.hpp"
#include "clinical/translation.hpp"

namespace genu {

namespace {

constexpr std::size_t kMostPlaces = 5;

/// "4 texts …: /name, /text/plain/who, …": one line for a file, not one for each text.
std::string counted(const std::vector<std::string>& places, const std::string& one, const std::string& many)
{
    std::string text = places.size() == 1 ? one : std::to_string(places.size()) + " " + many;
    for (std::size_t i = 0; i < std::min(places.size(), kMostPlaces); ++i) text += (i == 0 ? ": " : ", ") + places[i];
    return text + (places.size() > kMostPlaces ? ", …" : "");
}

/// English text and translation of every place in every file of one language.
class Language {
public:
    Language(const fs::path& assets, std::string name) : assets_(assets), name_(std::move(name)) {}

    template <class Visit>
    void for_each_file(Problems& problems, const Visit& visit) const
    {
        visit_words(problems, visit);
        for (const fs::path& file : files_with_words(assets_)) {
            const fs::path over = fs::path("text") / name_ / file;
            std::error_code error;
            const Result<Json> english = read_json(assets_ / file);
            const Result<Json> patch = fs::exists(assets_ / over, error) ? read_json(assets_ / over) : Result<Json>(Json::object());
            if (!english) append(problems, english.problems());
            if (!patch) append(problems, patch.problems());
            if (english && patch) visit(over.string(), compare_translation(*english, *patch));
        }
    }

private:
    template <class Visit>
    void visit_words(Problems& problems, const Visit& visit) const
    {
        const std::string file = "text/" + name_ + ".json";
        std::error_code error;
        const Result<Json> english = read_json(assets_ / "text/en.json");
        const Result<Json> words = fs::exists(assets_ / file, error) ? read_json(assets_ / file) : Result<Json>(Json::object());
        if (!english) append(problems, english.problems());
        if (!words) append(problems, words.problems());
        if (english && words && english->is_object() && words->is_object()) visit(file, compare_words(*english, *words));
    }

    static TranslationComparison compare_words(const Json& english, const Json& words)
    {
        TranslationComparison result;
        std::vector<std::string> keys;
        for (const auto& [key, value] : english.items()) {
            keys.push_back(key);
            if (!value.is_string() || value.get<std::string>().empty()) continue;
            const auto found = words.find(key);
            const std::string translated = found != words.end() && found->is_string() ? found->get<std::string>() : std::string{};
            if (translated.empty()) result.missing.push_back(key);
            else result.texts[key] = {value.get<std::string>(), translated};
            if (!translated.empty() && marks_in(translated) != marks_in(value.get<std::string>())) result.wrong.push_back(key + ": other marks than \"" + value.get<std::string>() + "\"");
        }
        for (const auto& [key, value] : words.items()) {
            if (english.contains(key)) continue;
            const std::string nearest = did_you_mean(key, keys);
            result.wrong.push_back(key + ": not in the English words" + (nearest.empty() ? "" : "; " + nearest));
        }
        return result;
    }

    const fs::path& assets_;
    std::string name_;
};

void check_language(const fs::path& assets, const std::string& language, ContentReport& report)
{
    const Result<TranslatedFrom> from = TranslatedFrom::read(assets, language);
    if (!from) append(report.problems, from.problems());
    Language(assets, language).for_each_file(report.problems, [&](const std::string& file, const TranslationComparison& compared) {
        for (const std::string& wrong : compared.wrong) {
            const auto colon = wrong.find(": ");
            report.problems.push_back({file, wrong.substr(0, colon), wrong.substr(colon + 2), "a translation changes words only"});
        }
        if (!compared.missing.empty()) report.notes.push_back({file, "", counted(compared.missing, "a text is not translated", "texts are not translated"), "readers see the English there"});
        if (!from) return;
        std::vector<std::string> outdated;
        for (const auto& [place, texts] : compared.texts) if (from->is_outdated(file, place, texts.first, texts.second)) outdated.push_back(place);
        const std::string hint = "translate anew; where the words still fit: genu check --language " + language + " --accept-translations";
        if (!outdated.empty()) report.notes.push_back({file, "", counted(outdated, "the English has changed since this was translated", "texts are older than the English they were made from"), hint});
    });
}

void check_strangers(const fs::path& assets, const std::string& language, Problems& problems)
{
    const fs::path folder = assets / "text" / language;
    std::error_code error;
    std::vector<std::string> known;
    for (const fs::path& file : files_with_words(assets)) known.push_back(file.string());
    for (const fs::path& path : files_below(folder, ".json")) {
        const fs::path relative = path.lexically_relative(folder);
        if (!fs::exists(assets / relative, error)) problems.push_back({(fs::path("text") / language / relative).string(), "", "lies over no English file", did_you_mean(relative.string(), known)});
    }
}

}  // namespace

std::vector<std::string> translated_languages(const fs::path& assets)
{
    std::set<std::string> found;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(assets / "text", error)) {
        if (entry.is_directory()) found.insert(entry.path().filename().string());
        else if (entry.path().extension() == ".json") found.insert(entry.path().stem().string());
    }
    found.erase("en");
    return {found.begin(), found.end()};
}

std::vector<fs::path> files_with_words(const fs::path& assets)
{
    std::vector<fs::path> files = {"symptoms.json", "red_flags.json", "rarer_causes.json"};
    for (const char* folder : {"conditions", "exercises", "myths", "tours", "anatomy/structures"}) {
        for (const fs::path& file : content_files(assets, folder)) files.push_back(file);
    }
    return files;
}

ContentReport check_translations(const fs::path& assets)
{
    ContentReport report;
    for (const std::string& language : translated_languages(assets)) {
        check_language(assets, language, report);
        check_strangers(assets, language, report.problems);
    }
    return report;
}

Result<Done> accept_translations(const fs::path& assets, const std::string& language)
{
    TranslatedFrom from;
    Problems problems;
    Language(assets, language).for_each_file(problems, [&](const std::string& file, const TranslationComparison& compared) {
        for (const auto& [place, texts] : compared.texts) from.note(file, place, texts.first, texts.second);
    });
    if (!problems.empty()) return problems;
    return from.write(assets, language);
}

}  // namespace genu
