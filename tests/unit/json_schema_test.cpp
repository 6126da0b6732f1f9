// What a schema forbids is found, with the place and what would be right.
#include "base/json_schema.hpp"
#include "support/catch.hpp"

using namespace genu;

namespace {

/// "place: message (hint)" of every complaint.
std::string complaints(const char* schema, const char* json)
{
    const Result<JsonSchema> made = JsonSchema::make(Json::parse(schema), "schema");
    INFO((made ? std::string() : to_text(made.problems())));
    REQUIRE(made);
    std::string text;
    for (const Problem& p : made->check(Json::parse(json), "file")) text += (text.empty() ? "" : "; ") + p.place + ": " + p.message + (p.hint.empty() ? "" : " (" + p.hint + ")");
    return text;
}

std::string faults(const char* schema)
{
    const Result<JsonSchema> made = JsonSchema::make(Json::parse(schema), "schema");
    return made ? std::string() : to_text(made.problems());
}

}  // namespace

TEST_CASE("a value of the wrong kind is named with the kind it must be")
{
    CHECK(complaints(R"({"type": "integer"})", "3") == "");
    CHECK(complaints(R"({"type": "integer"})", "3.0") == "");
    CHECK(complaints(R"({"type": "integer"})", "3.5") == ": is 3.5 (it must be a whole number)");
    CHECK(complaints(R"({"type": "string"})", "[1]") == ": is [1] (it must be text in quotes)");
    CHECK(complaints(R"({"type": ["number", "null"]})", "null") == "");
    CHECK(complaints(R"({"type": ["number", "null"]})", "\"x\"") == ": is \"x\" (it must be a number or null)");
}

TEST_CASE("a field that is missing or unknown is named, with the nearest that there is")
{
    const char* schema = R"({"type": "object", "additionalProperties": false, "required": ["name"], "properties": {"name": {"type": "string", "minLength": 1}, "weight": {"type": "number"}}})";
    CHECK(complaints(schema, R"({"name": "a"})") == "");
    CHECK(complaints(schema, R"({"name": "a", "wieght": 1})") == ": unknown field \"wieght\" (did you mean \"weight\"?)");
    CHECK(complaints(schema, R"({"weight": 1})") == ": \"name\" is missing");
    CHECK(complaints(schema, R"({"name": ""})") == "/name: is empty");
}

TEST_CASE("the place leads through lists and members")
{
    const char* schema = R"({"properties": {"list": {"type": "array", "minItems": 1, "maxItems": 2, "items": {"properties": {"role": {"enum": ["primary", "secondary"]}}}}}})";
    CHECK(complaints(schema, R"({"list": [{"role": "primary"}, {"role": "primry"}]})") == "/list/1/role: \"primry\" is not known here (did you mean \"primary\"?)");
    CHECK(complaints(schema, R"({"list": []})") == "/list: holds 0 entries (at least 1)");
    CHECK(complaints(schema, R"({"list": [{}, {}, {}]})") == "/list: holds 3 entries (at most 2)");
}

TEST_CASE("limits of numbers and the form of ids hold")
{
    CHECK(complaints(R"({"minimum": 0, "maximum": 9})", "10") == ": is 10 (at most 9)");
    CHECK(complaints(R"({"exclusiveMinimum": 0})", "0") == ": is 0 (more than 0)");
    CHECK(complaints(R"({"pattern": "^muscle\\.[a-z_]+$"})", R"("muscle.soleus")") == "");
    CHECK_THAT(complaints(R"({"pattern": "^muscle\\.[a-z_]+$"})", R"("Soleus")"), ContainsSubstring("it must match"));
    CHECK(complaints(R"({"minLength": 2})", "\"é\"") == ": is too short");
}

TEST_CASE("of several forms the one that is meant is explained")
{
    const char* schema = R"({"oneOf": [
        {"properties": {"kind": {"const": "tube"}, "radius": {"type": "number"}}, "required": ["radius"]},
        {"properties": {"kind": {"const": "ring"}, "inner": {"type": "number"}, "outer": {"type": "number"}}, "required": ["inner", "outer"]}]})";
    CHECK(complaints(schema, R"({"kind": "tube", "radius": 2})") == "");
    CHECK(complaints(schema, R"({"kind": "ring"})") == ": \"inner\" is missing; : \"outer\" is missing");
    CHECK(complaints(R"({"oneOf": [{"type": "number"}, {"minimum": 0}]})", "1") == ": can be read in 2 ways (leave out what belongs to the other)");
    CHECK(complaints(R"({"anyOf": [{"type": "number"}, {"minimum": 0}]})", "1") == "");
}

TEST_CASE("references within a file are followed, also by themselves")
{
    const char* schema = R"({"$ref": "#/$defs/tree", "$defs": {"tree": {"type": "object", "additionalProperties": false, "properties": {"leaf": {"type": "integer"}, "branch": {"$ref": "#/$defs/tree"}}}}})";
    CHECK(complaints(schema, R"({"branch": {"branch": {"leaf": 1}}})") == "");
    CHECK(complaints(schema, R"({"branch": {"branch": {"leaf": "x"}}})") == "/branch/branch/leaf: is \"x\" (it must be a whole number)");
}

TEST_CASE("a schema that cannot be used says so itself")
{
    CHECK_THAT(faults(R"({"properties": {"a": {"minlength": 1}}})"), ContainsSubstring("/properties/a/minlength: is a keyword that is not checked\n  did you mean \"minLength\"?"));
    CHECK_THAT(faults(R"({"$ref": "#/$defs/nothing"})"), ContainsSubstring("refers to nothing"));
    CHECK_THAT(faults(R"({"pattern": "("})"), ContainsSubstring("is no pattern"));
    CHECK(faults(R"({"title": "t", "description": "d", "default": 1})") == "");
}
