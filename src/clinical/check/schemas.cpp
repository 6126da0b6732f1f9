#include <array>

#include "anatomy/catalogue.hpp"
#include "base/json_schema.hpp"
#include "clinical/check_schemas.hpp"

namespace genu {

namespace {

struct Kind { const char* schema; const char* where; };  ///< where: a folder, or one file

constexpr std::array<Kind, 10> kKinds = {{{"condition", "conditions"},
                                          {"exercise", "exercises"},
                                          {"myth", "myths"},
                                          {"tour", "tours"},
                                          {"structures", "anatomy/structures"},
                                          {"leg", "leg"},
                                          {"symptoms", "symptoms.json"},
                                          {"red_flags", "red_flags.json"},
                                          {"rarer_causes", "rarer_causes.json"},
                                          {"sources", "sources.json"}}};

std::vector<fs::path> files_of(const fs::path& assets, const Kind& kind)
{
    const fs::path where(kind.where);
    return where.extension() == ".json" ? std::vector<fs::path>{where} : content_files(assets, kind.where);
}

}  // namespace

Problems check_schemas(const fs::path& assets)
{
    Problems problems;
    for (const Kind& kind : kKinds) {
        const Result<JsonSchema> schema = JsonSchema::read(assets / "schemas" / (std::string(kind.schema) + ".schema.json"));
        if (!schema) {
            append(problems, schema.problems());
            continue;
        }
        for (const fs::path& file : files_of(assets, kind)) {
            const Result<Json> json = read_json(assets / file);
            if (json) append(problems, schema->check(*json, file.string()));
        }
    }
    return problems;
}

}  // namespace genu
