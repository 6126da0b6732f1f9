// The schemas serve editors only; the loader is the judge. They must still know every field the content uses.
#include "content.hpp"

using namespace genu;
using namespace genu::testing;

namespace {

/// Fields, required fields and nesting; patterns and words are left to editors.
void compare(const Json& schema, const Json& value, const std::string& place)
{
    INFO(place);
    if (value.is_array() && schema.contains("items")) {
        for (std::size_t i = 0; i < value.size(); ++i) compare(schema["items"], value[i], place + "/" + std::to_string(i));
    }
    if (!value.is_object() || !schema.contains("properties")) return;
    for (const auto& [key, member] : value.items()) {
        INFO("field " << key);
        const bool known = schema["properties"].contains(key);
        CHECK((known || schema.value("additionalProperties", Json(true)) != Json(false)));
        if (known) compare(schema["properties"][key], member, place + "/" + key);
    }
    for (const Json& key : schema.value("required", Json::array())) {
        INFO("required " << key);
        CHECK(value.contains(key.get<std::string>()));
    }
}

void check(const std::string& schema_name, const std::vector<fs::path>& files)
{
    const Result<Json> schema = read_json(assets_folder() / "schemas" / (schema_name + ".schema.json"));
    REQUIRE(schema);
    CHECK((*schema)["$schema"] == "http://json-schema.org/draft-07/schema#");
    CHECK_FALSE(files.empty());
    for (const fs::path& file : files) {
        const Result<Json> json = read_json(assets_folder() / file);
        REQUIRE(json);
        compare(*schema, *json, file.string());
    }
}

}  // namespace

TEST_CASE("schemas know every field of the content")
{
    check("condition", content_files(assets_folder(), "conditions"));
    check("exercise", content_files(assets_folder(), "exercises"));
    check("myth", content_files(assets_folder(), "myths"));
    check("tour", content_files(assets_folder(), "tours"));
    check("structures", content_files(assets_folder(), "anatomy/structures"));
    for (const char* name : {"symptoms", "red_flags", "sources", "rarer_causes"}) check(name, {fs::path(name) += ".json"});
}
