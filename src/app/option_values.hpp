#pragma once
// What stands behind an option, from text to a value. Everything wrong is noted with the option and a way to mend it.
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <glm/vec2.hpp>

#include "base/result.hpp"

namespace genu {

class OptionReader {
public:
    glm::ivec2 size(const std::string& option, const std::string& text);                    ///< 1280x720
    double number(const std::string& option, const std::string& text, double low, double high);
    int whole_number(const std::string& option, const std::string& text, int low, int high);
    std::pair<char, double> section(const std::string& option, const std::string& text);    ///< y=-12.5
    /// joint=degrees; the joints' names are known here, their ranges only with the content.
    std::map<std::string, double> pose(const std::string& option, const std::vector<std::string>& texts);
    std::string one_of(const std::string& option, const std::string& text, const std::vector<std::string>& known);
    /// "a,b" and "c" as a, b, c; a prefix goes before words without a dot ("dvt" → "red_flag.dvt").
    std::vector<std::string> list(const std::string& option, const std::vector<std::string>& texts, const std::string& prefix = {});

    void complain(const std::string& option, std::string message, std::string hint = {});
    const Problems& problems() const { return problems_; }

private:
    Problems problems_;
};

/// As few digits as tell the number: "24", "0.5".
std::string short_number(double value);

std::string with_prefix(const std::string& id, const std::string& prefix);

/// "a, b, c"
std::string joined_words(const std::vector<std::string>& words, const std::string& between = ", ");

}  // namespace genu
