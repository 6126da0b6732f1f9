#include "clinical/translation.hpp"

#include <algorithm>
#include <regex>

namespace genu {

namespace {

using Keys = std::vector<std::string>;

bool has_id(const Json& item) { return item.is_object() && item.contains("id") && item["id"].is_string(); }

bool has_ids(const Json& value) { return value.is_array() && !value.empty() && has_id(value.front()); }

std::string step_of(const Json& array, std::size_t index)
{
    const Json& item = array[index];
    return has_id(item) ? item["id"].get<std::string>() : std::to_string(index);
}

struct Leaf { Keys keys; Json value; };  ///< keys: the members on the way, without list places

/// Every value that is neither object nor list, by its place; synonyms are one leaf, because languages have their own.
void collect(const Json& json, const std::string& place, const Keys& keys, std::map<std::string, Leaf>& leaves)
{
    if (json.is_object()) {
        for (const auto& [key, value] : json.items()) {
            Keys deeper = keys;
            deeper.push_back(key);
            collect(value, place + "/" + key, deeper, leaves);
        }
    } else if (json.is_array() && (keys.empty() || keys.back() != "synonyms")) {
        for (std::size_t i = 0; i < json.size(); ++i) collect(json[i], place + "/" + step_of(json, i), keys, leaves);
    } else {
        leaves[place] = {keys, json};
    }
}

std::map<std::string, Leaf> leaves_of(const Json& json)
{
    std::map<std::string, Leaf> leaves;
    collect(json, "", {}, leaves);
    return leaves;
}

bool among(const std::string& word, const std::set<std::string>& words) { return words.contains(word); }

/// Whether a reader of the program sees this text. Commands, rules' expressions, codes and notes to editors are not shown.
bool is_shown(const Leaf& leaf)
{
    static const std::set<std::string> shown = {
        "name", "plain", "clinical", "question", "note", "why", "why_clinical", "who", "claim", "title", "cue", "dose", "bias_text", "self_check",
        "contraindications", "notes", "how", "acknowledge", "phrase", "phrase_with_number", "other_causes", "calf", "calf_why", "no_red_flags",
        "side_note", "synonyms", "en"};
    static const std::set<std::string> hidden = {"commands", "scene", "may_lower", "sources", "when"};
    static const std::set<std::string> whole = {"say", "who", "who_clinical", "facts", "text", "plain", "clinical"};  // each member is a text
    for (const std::string& key : leaf.keys) {
        if (among(key, hidden)) return false;
    }
    if (leaf.keys.empty() || leaf.keys.back() == "roots" || leaf.keys.back() == "la") return false;  // root labels and Latin are the same everywhere
    const bool below_whole = leaf.keys.size() > 1 && among(leaf.keys[leaf.keys.size() - 2], whole);
    const bool is_evidence = leaf.keys.size() > 1 && leaf.keys[leaf.keys.size() - 2] == "evidence" && leaf.keys.back() == "text";
    return (leaf.value.is_string() || leaf.value.is_array()) && (among(leaf.keys.back(), shown) || below_whole || is_evidence);
}

bool says_something(const Json& value) { return value.is_string() ? !value.get<std::string>().empty() : !value.empty(); }

/// The figures in a text, sorted, because word order differs; 4,7 and 4.7 are the same figure.
std::vector<std::string> figures_in(const std::string& text)
{
    static const std::regex figure("[0-9]+([.,][0-9]+)*");
    std::vector<std::string> figures;
    for (std::sregex_iterator at(text.begin(), text.end(), figure), end; at != end; ++at) {
        std::string found = at->str();
        std::replace(found.begin(), found.end(), ',', '.');
        figures.push_back(std::move(found));
    }
    std::sort(figures.begin(), figures.end());
    return figures;
}

/// A list without ids is replaced whole, so it must hold all that the English one holds.
void require_whole_lists(const Json& english, const Json& patch, const std::string& place, TranslationComparison& result)
{
    if (patch.is_array() && english.is_array() && !has_ids(patch) && place.substr(place.rfind('/') + 1) != "synonyms") {
        if (patch.size() != english.size()) result.wrong.push_back(place + ": the list is replaced whole but has another length");
        const std::map<std::string, Leaf> given = leaves_of(patch);
        for (const auto& [at, leaf] : leaves_of(english)) {
            if (!given.contains(at)) result.wrong.push_back(place + at + ": lost, because the list is replaced whole");
        }
    } else if (patch.is_array() && has_ids(patch) && english.is_array()) {
        for (const Json& item : patch) {
            for (const Json& original : english) {
                if (has_id(original) && has_id(item) && original["id"] == item["id"]) require_whole_lists(original, item, place + "/" + item["id"].get<std::string>(), result);
            }
        }
    } else if (patch.is_object() && english.is_object()) {
        for (const auto& [key, value] : patch.items()) {
            if (english.contains(key)) require_whole_lists(english[key], value, place + "/" + key, result);
        }
    }
}

}  // namespace

TranslationComparison compare_translation(const Json& english, const Json& patch)
{
    TranslationComparison result;
    require_whole_lists(english, patch, "", result);
    const std::map<std::string, Leaf> originals = leaves_of(english), given = leaves_of(patch);
    for (const auto& [place, leaf] : originals) {
        const auto found = given.find(place);
        if (found != given.end() && is_shown(leaf) && leaf.value.is_string() && found->second.value.is_string()) {
            result.texts[place] = {leaf.value.get<std::string>(), found->second.value.get<std::string>()};
        }
        if (is_shown(leaf) && says_something(leaf.value) && (found == given.end() || !says_something(found->second.value))) result.missing.push_back(place);
    }
    for (const auto& [place, leaf] : given) {
        const auto found = originals.find(place);
        if (found == originals.end()) {
            result.wrong.push_back(place + ": not in the English content");
        } else if (!is_shown(found->second)) {
            if (leaf.value != found->second.value) result.wrong.push_back(place + ": changed, but it is not a text that is shown");
        } else if (leaf.value.type() != found->second.value.type()) {
            result.wrong.push_back(place + ": is of another kind than the English");
        } else if (leaf.value.is_string() && figures_in(leaf.value.get<std::string>()) != figures_in(found->second.value.get<std::string>())) {
            result.wrong.push_back(place + ": other figures than \"" + found->second.value.get<std::string>() + "\"");
        }
    }
    return result;
}

std::vector<std::string> marks_in(const std::string& text)
{
    static const std::regex mark("\\{[^}]*\\}|--[a-z]+|Ctrl\\+[A-Z]|F[0-9]+");
    std::vector<std::string> marks;
    for (std::sregex_iterator at(text.begin(), text.end(), mark), end; at != end; ++at) marks.push_back(at->str());
    std::sort(marks.begin(), marks.end());
    return marks;
}

}  // namespace genu
