#pragma once
// JSON schemas, as far as the ones of assets/schemas use them: a subset of draft 07 without formats, conditions and
// schemas in other files. A keyword that is not known is a problem of the schema, never passed over.
#include <memory>

#include "base/json.hpp"

namespace genu {

class JsonSchema {
public:
    /// `file` is named in complaints about the schema itself.
    static Result<JsonSchema> make(Json schema, const std::string& file);
    static Result<JsonSchema> read(const fs::path& path);

    /// Everything in `json` that the schema forbids, each with its place; `file` is named in the complaints.
    Problems check(const Json& json, const std::string& file) const;

private:
    struct Rules;
    explicit JsonSchema(std::shared_ptr<const Rules> rules) : rules_(std::move(rules)) {}
    std::shared_ptr<const Rules> rules_;
};

}  // namespace genu
