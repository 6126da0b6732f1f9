#include "ui/wording.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <sstream>

namespace genu {

namespace {

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

}  // namespace

std::string filled(std::string pattern, const std::vector<std::string>& values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::string place = "{" + std::to_string(i) + "}";
        const std::size_t at = pattern.find(place);
        if (at != std::string::npos) pattern.replace(at, place.size(), values[i]);
    }
    return pattern;
}

std::string figure(double value, int decimals, bool sign)
{
    char digits[48];
    std::snprintf(digits, sizeof digits, "%.*f", decimals, std::abs(value));
    const bool is_zero = std::string_view(digits).find_first_not_of("0.") == std::string_view::npos;
    if (is_zero) return digits;
    return (value < 0 ? "−" : sign ? "+" : "") + std::string(digits);
}

std::string structure_name(const PanelContext& ui, const StructureId& id)
{
    const Structure* s = ui.library.catalogue.find(id);
    if (s && ui.state.settings.latin && !ui.state.settings.latin_beside && !s->latin.empty()) return s->latin;
    return ui.library.catalogue.name(id);
}

std::string finding_words(const PanelContext& ui, const FindingId& id)
{
    const Finding* finding = ui.library.knowledge.find(id);
    if (!finding) return id.text();
    return ui.clinical() && !finding->clinical.empty() ? finding->clinical : finding->plain;
}

std::string joint_words(const PanelContext& ui, const std::string& joint) { return ui.word(ui.clinical() ? "joint.clinical." : "joint.", joint); }

std::string condition_name(const PanelContext& ui, const ConditionId& id)
{
    const Condition* condition = ui.library.knowledge.find(id);
    return condition ? condition->name : id.text();
}

std::string as_title(std::string words)
{
    if (!words.empty()) words[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
    return words;
}

std::string joined(const std::vector<std::string>& parts, const std::string& between)
{
    std::string all;
    for (const std::string& part : parts) all += (all.empty() ? "" : between) + part;
    return all;
}

bool matches(const std::string& filter, const std::vector<std::string>& names)
{
    const std::string all = lower(joined(names, "\n"));
    std::istringstream words(lower(filter));
    for (std::string word; words >> word;) {
        if (all.find(word) == std::string::npos) return false;
    }
    return true;
}

}  // namespace genu
