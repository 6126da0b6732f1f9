#pragma once
// Reading content: JSON with the file and the JSON path kept, so that every complaint says where.
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/files.hpp"

namespace genu {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

/// Comments (//) are allowed in content files. A syntax error names file, line and column.
Result<Json> parse_json(std::string_view text, const std::string& file);
Result<Json> read_json(const fs::path& path);

/// A place inside a JSON document. Reading a wrong or missing field adds a problem and yields a default,
/// so that one pass over a file reports everything that is wrong with it.
class JsonView {
public:
    JsonView(const Json& value, std::string file, std::string place, Problems& problems)
        : value_(&value), file_(std::move(file)), place_(std::move(place)), problems_(&problems) {}

    const Json& raw() const { return *value_; }
    const std::string& file() const { return file_; }
    const std::string& place() const { return place_; }

    bool has(const std::string& key) const;
    /// A required member; a null value stands in when it is missing (a problem was noted).
    JsonView at(const std::string& key) const;
    std::optional<JsonView> find(const std::string& key) const;
    std::vector<JsonView> items() const;                                  ///< of an array
    std::vector<std::pair<std::string, JsonView>> members() const;        ///< of an object

    std::string text(const std::string& key) const;                       ///< required string
    std::string text_or(const std::string& key, std::string fallback) const;
    double number(const std::string& key) const;                          ///< required number
    double number_or(const std::string& key, double fallback) const;
    bool flag_or(const std::string& key, bool fallback) const;
    std::vector<std::string> texts(const std::string& key) const;         ///< optional array of strings
    std::string as_text() const;
    double as_number() const;

    /// Complains about members that no reader knows: most are spelling mistakes.
    void only(const std::vector<std::string>& known) const;
    void complain(std::string message, std::string hint = {}) const;

private:
    const Json* value_;
    std::string file_;
    std::string place_;
    Problems* problems_;
};

}  // namespace genu
