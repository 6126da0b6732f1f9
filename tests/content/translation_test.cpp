// Translations are laid over the English content: same ids, same figures, other words.
#include <filesystem>
#include <set>

#include <unistd.h>

#include "clinical/translation.hpp"
#include "content.hpp"

using namespace genu;
using namespace genu::testing;

namespace {

/// Languages that must be whole; others may grow field by field.
const std::set<std::string> kWhole = {"es"};

std::vector<std::string> languages() { return translated_languages(assets_folder()); }

Json read(const fs::path& path)
{
    Result<Json> json = read_json(path);
    INFO((json ? std::string() : to_text(json.problems())));
    REQUIRE(json);
    return std::move(json).value();
}

std::string listed(const std::vector<std::string>& lines)
{
    std::string text = std::to_string(lines.size()) + " in all";
    for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 60); ++i) text += "\n  " + lines[i];
    return text;
}

}  // namespace

TEST_CASE("a comparison of translations sees what is missing, unknown or changed")
{
    const Json english = Json::parse(R"({"id": "exercise.a", "name": "Rise", "hold_s": 30, "evidence": {"grade": "low", "text": "RR 0.49"},
        "loads": [{"id": "muscle.soleus", "level": 3}], "keyframes": [{"t": 0, "pose": {"knee_flexion": 5}, "cue": "Stand"}]})");
    const auto compared = [&](const char* patch) { return compare_translation(english, Json::parse(patch)); };
    const char* whole = R"({"id": "exercise.a", "name": "Subir", "evidence": {"text": "RR 0,49"},
        "keyframes": [{"t": 0, "pose": {"knee_flexion": 5}, "cue": "De pie"}]})";
    CHECK(compared(whole).missing.empty());
    CHECK(compared(whole).wrong.empty());
    CHECK(compared(R"({"name": "Subir", "evidence": {"text": "RR 0.49"}})").missing == std::vector<std::string>{"/keyframes/0/cue"});
    CHECK(compared(R"({"evidence": {"text": "RR 0.94"}})").wrong.size() == 1);
    CHECK(compared(R"({"nmae": "Subir"})").wrong.size() == 1);
    CHECK(compared(R"({"hold_s": 60})").wrong.size() == 1);
    CHECK(compared(R"({"loads": [{"id": "muscle.gastrocnemius"}]})").wrong.size() == 1);
    CHECK(compared(R"({"keyframes": [{"t": 1, "pose": {"knee_flexion": 5}, "cue": "De pie"}]})").wrong.size() == 1);
    CHECK(compared(R"({"keyframes": [{"t": 0, "cue": "De pie"}]})").wrong.size() == 1);
}

TEST_CASE("there are translations to test")
{
    const std::vector<std::string> found = languages();
    for (const std::string& language : kWhole) CHECK(std::find(found.begin(), found.end(), language) != found.end());
}

TEST_CASE("every translated file lies over an English one and changes only words")
{
    for (const std::string& language : languages()) {
        const fs::path folder = assets_folder() / "text" / language;
        for (const fs::path& path : files_below(folder, ".json")) {
            const fs::path relative = path.lexically_relative(folder);
            INFO(language << " " << relative.string());
            REQUIRE(fs::exists(assets_folder() / relative));
            const TranslationComparison compared = compare_translation(read(assets_folder() / relative), read(path));
            INFO(listed(compared.wrong));
            CHECK(compared.wrong.empty());
        }
    }
}

TEST_CASE("translated content loads")
{
    for (const std::string& language : languages()) {
        INFO(language);
        Result<Catalogue> loaded = Catalogue::load(assets_folder(), language);
        INFO((loaded ? std::string() : to_text(loaded.problems())));
        REQUIRE(loaded);
        Result<Knowledge> knows = Knowledge::load(assets_folder(), language, *loaded);
        INFO((knows ? std::string() : to_text(knows.problems())));
        REQUIRE(knows);
        CHECK(knows->conditions.size() == knowledge().conditions.size());
        CHECK(Texts::load(assets_folder(), language).ok());
    }
}

TEST_CASE("every interface word is translated, with the same marks")
{
    const Json english = read(assets_folder() / "text/en.json");
    for (const std::string& language : languages()) {
        const Json words = read(assets_folder() / "text" / (language + ".json"));
        for (const auto& [key, value] : english.items()) {
            INFO(language << " " << key);
            CHECK(words.contains(key));
            if (!words.contains(key)) continue;
            CHECK(marks_in(words[key].get<std::string>()) == marks_in(value.get<std::string>()));
            CHECK((value.get<std::string>().empty() || !words[key].get<std::string>().empty()));
        }
        for (const auto& [key, value] : words.items()) {
            INFO(language << " has \"" << key << "\": " << value);
            CHECK(english.contains(key));
        }
        INFO("a translation says whether a clinician who speaks " << language << " has read it");
        CHECK_FALSE(words["translation.note"].get<std::string>().empty());
    }
}

TEST_CASE("nothing that is shown stays English")
{
    for (const std::string& language : languages()) {
        std::vector<std::string> missing;
        for (const fs::path& file : files_with_words(assets_folder())) {
            const fs::path translated = assets_folder() / "text" / language / file;
            const Json patch = fs::exists(translated) ? read(translated) : Json::object();
            for (const std::string& place : compare_translation(read(assets_folder() / file), patch).missing) missing.push_back(file.string() + place);
        }
        INFO(language << ": " << listed(missing));
        if (kWhole.contains(language)) CHECK(missing.empty());
        else if (!missing.empty()) WARN(language << " is not whole yet: " << listed(missing));
    }
}

TEST_CASE("a translated text is outdated when its English has changed and it has not")
{
    TranslatedFrom from;
    from.note("a.json", "/cue", "Rise slowly.", "Suba despacio.");
    CHECK_FALSE(from.is_outdated("a.json", "/cue", "Rise slowly.", "Suba despacio."));
    CHECK(from.is_outdated("a.json", "/cue", "Rise fast.", "Suba despacio."));
    CHECK_FALSE(from.is_outdated("a.json", "/cue", "Rise fast.", "Suba deprisa."));
    CHECK_FALSE(from.is_outdated("b.json", "/cue", "Rise fast.", "Suba despacio."));
    // Two places may share a translation: "None" and "Nothing" are one word in Spanish.
    CHECK_FALSE(from.is_outdated("a.json", "/other", "Get up slowly.", "Suba despacio."));
}

TEST_CASE("the shipped translation is whole and no older than its English")
{
    const ContentReport report = check_translations(assets_folder());
    INFO(to_text(report.problems));
    CHECK(report.problems.empty());
    for (const Problem& note : report.notes) WARN(to_text(note));
}
