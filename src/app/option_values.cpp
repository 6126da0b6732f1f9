#include "app/option_values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "base/suggest.hpp"
#include "motion/pose.hpp"

namespace genu {

namespace {

// The largest picture that every rasteriser we know of accepts; the smallest in which a leg can be told from a line.
constexpr int kLeastSide = 16;
constexpr int kMostSide = 16384;

std::optional<double> number_in(std::string_view text)
{
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<int> whole_number_in(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string trimmed(const std::string& text)
{
    const auto first = text.find_first_not_of(" \t");
    return first == std::string::npos ? std::string{} : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

std::string short_number(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    return text;
}

std::string with_prefix(const std::string& id, const std::string& prefix)
{
    return id.empty() || id.find('.') != std::string::npos ? id : prefix + id;
}

std::string joined_words(const std::vector<std::string>& words, const std::string& between)
{
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
    return text;
}

void OptionReader::complain(const std::string& option, std::string message, std::string hint)
{
    problems_.push_back({"command line", option, std::move(message), std::move(hint)});
}

glm::ivec2 OptionReader::size(const std::string& option, const std::string& text)
{
    const auto cross = text.find_first_of("xX");
    const auto width = whole_number_in(std::string_view(text).substr(0, cross));
    const auto height = cross == std::string::npos ? std::nullopt : whole_number_in(std::string_view(text).substr(cross + 1));
    if (!width || !height) {
        complain(option, "\"" + text + "\" is not a size", "write width x height in pixels, for example 1280x720");
        return {1280, 720};
    }
    const auto fits = [](int side) { return side >= kLeastSide && side <= kMostSide; };
    if (!fits(*width) || !fits(*height)) {
        complain(option, "\"" + text + "\" cannot be drawn", "each side may be " + std::to_string(kLeastSide) + " to " + std::to_string(kMostSide) + " pixels");
        return {1280, 720};
    }
    return {*width, *height};
}

double OptionReader::number(const std::string& option, const std::string& text, double low, double high)
{
    const auto value = number_in(text);
    const std::string range = short_number(low) + " to " + short_number(high);
    if (!value) complain(option, "\"" + text + "\" is not a number", "give a number from " + range);
    else if (*value < low || *value > high) complain(option, text + " is out of range", "give a number from " + range);
    return std::clamp(value.value_or(low), low, high);
}

int OptionReader::whole_number(const std::string& option, const std::string& text, int low, int high)
{
    const auto value = whole_number_in(text);
    const std::string range = std::to_string(low) + " to " + std::to_string(high);
    if (!value) complain(option, "\"" + text + "\" is not a whole number", "give a whole number from " + range);
    else if (*value < low || *value > high) complain(option, text + " is out of range", "give a whole number from " + range);
    return std::clamp(value.value_or(low), low, high);
}

std::pair<char, double> OptionReader::section(const std::string& option, const std::string& text)
{
    const std::string hint = "write axis=millimetres: x (side to side), y (height) or z (front to back), for example y=0";
    const auto equals = text.find('=');
    const std::string axis = trimmed(text.substr(0, equals));
    const auto mm = number_in(equals == std::string::npos ? std::string{} : trimmed(text.substr(equals + 1)));
    if (axis != "x" && axis != "y" && axis != "z") {
        complain(option, "unknown axis \"" + axis + "\" in \"" + text + "\"", hint);
        return {'y', 0};
    }
    if (!mm) complain(option, "no number of millimetres in \"" + text + "\"", hint);
    else if (std::abs(*mm) > 2000) complain(option, "\"" + text + "\" lies outside the leg", "the leg reaches from about -450 to 500 mm along y, less along x and z");
    return {axis[0], mm.value_or(0)};
}

std::map<std::string, double> OptionReader::pose(const std::string& option, const std::vector<std::string>& texts)
{
    std::map<std::string, double> deg_by_joint;
    const std::vector<std::string> joints = joint_axis_names();
    for (const std::string& item : list(option, texts)) {
        const auto equals = item.find('=');
        const std::string joint = trimmed(item.substr(0, equals));
        if (!joint_axis_from_name(joint)) {
            // "knee" alone is what people type: a joint whose name holds the word is meant.
            const auto holds = std::find_if(joints.begin(), joints.end(), [&](const std::string& name) { return joint.size() >= 3 && name.starts_with(joint); });
            const std::string hint = holds != joints.end() ? "did you mean \"" + *holds + "\"?" : did_you_mean(joint, joints);
            complain(option, "unknown joint \"" + joint + "\"", hint.empty() ? "joints: " + joined_words(joints) : hint);
            continue;
        }
        const auto deg = number_in(equals == std::string::npos ? std::string{} : trimmed(item.substr(equals + 1)));
        if (!deg) complain(option, "no number of degrees in \"" + item + "\"", "write joint=degrees, for example knee_flexion=30");
        else if (!deg_by_joint.emplace(joint, *deg).second) complain(option, "\"" + joint + "\" is given twice", "give each joint once");
    }
    return deg_by_joint;
}

std::string OptionReader::one_of(const std::string& option, const std::string& text, const std::vector<std::string>& known)
{
    if (std::find(known.begin(), known.end(), text) != known.end()) return text;
    const std::string suggestion = did_you_mean(text, known);
    complain(option, "unknown value \"" + text + "\"", suggestion.empty() ? "one of: " + joined_words(known) : suggestion);
    return known.front();
}

std::vector<std::string> OptionReader::list(const std::string& option, const std::vector<std::string>& texts, const std::string& prefix)
{
    std::vector<std::string> items;
    for (const std::string& text : texts) {
        std::size_t from = 0;
        while (from <= text.size()) {
            const std::size_t comma = std::min(text.find(',', from), text.size());
            const std::string item = trimmed(text.substr(from, comma - from));
            if (!item.empty()) items.push_back(with_prefix(item, prefix));
            from = comma + 1;
        }
    }
    if (items.empty() && !texts.empty()) complain(option, "the list is empty", "separate the entries by commas");
    return items;
}

}  // namespace genu
