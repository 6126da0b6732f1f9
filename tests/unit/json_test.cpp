// Reading content: everything wrong with a file is said at once, with the place.
#include "support/catch.hpp"

#include "base/json.hpp"
#include "base/suggest.hpp"

using namespace genu;

namespace {

struct Read {
    Json json;
    Problems problems;
    JsonView view() { return {json, "file.json", "", problems}; }
};

Read reading(const char* text)
{
    Result<Json> json = parse_json(text, "file.json");
    REQUIRE(json);
    return {std::move(json).value(), {}};
}

}  // namespace

TEST_CASE("comments are allowed in content")
{
    CHECK(parse_json("{\"a\": 1} // why\n", "file.json"));
}

TEST_CASE("a syntax error names the line and column")
{
    const Result<Json> json = parse_json("{\n  \"a\": 1\n  \"b\": 2\n}", "file.json");
    REQUIRE_FALSE(json);
    CHECK(json.problems().front().file == "file.json");
    CHECK_THAT(json.problems().front().place, ContainsSubstring("line 3"));
}

TEST_CASE("a missing member and a wrong type are both reported, with their places")
{
    Read read = reading(R"({"name": 7, "list": {"not": "a list"}})");
    CHECK(read.view().text("name").empty());
    CHECK(read.view().text("id").empty());
    CHECK(read.view().at("list").items().empty());
    REQUIRE(read.problems.size() == 3);
    CHECK(to_text(read.problems[0]) == "file.json: /name: must be text");
    CHECK_THAT(read.problems[1].message, ContainsSubstring("\"id\" is missing"));
    CHECK(read.problems[2].place == "/list");
}

TEST_CASE("items of an array carry their number in the place")
{
    Read read = reading(R"({"list": [{"n": 1}, {"n": "two"}]})");
    for (const JsonView& item : read.view().at("list").items()) item.number("n");
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems.front().place == "/list/1/n");
}

TEST_CASE("an unknown field is taken for a spelling mistake")
{
    Read read = reading(R"({"sumary": "x"})");
    read.view().only({"summary", "site"});
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems.front().hint == "did you mean \"summary\"?");
}

TEST_CASE("optional members fall back without a complaint")
{
    Read read = reading("{}");
    CHECK(read.view().text_or("a", "b") == "b");
    CHECK(read.view().number_or("a", 2.5) == 2.5);
    CHECK(read.view().flag_or("a", true));
    CHECK(read.view().texts("a").empty());
    CHECK_FALSE(read.view().find("a"));
    CHECK(read.problems.empty());
}

TEST_CASE("a flag that is not true or false is a problem, not a guess")
{
    Read read = reading(R"({"a": "yes"})");
    CHECK_FALSE(read.view().flag_or("a", false));
    CHECK(read.problems.size() == 1);
}

TEST_CASE("suggestions bridge slips, swaps and a missing kind")
{
    const std::vector<std::string> known = {"muscle.popliteus", "muscle.plantaris", "nerve.tibial"};
    CHECK(did_you_mean("muscle.popliteas", known) == "did you mean \"muscle.popliteus\"?");
    CHECK(did_you_mean("nerve.tibail", known) == "did you mean \"nerve.tibial\"?");
    CHECK(did_you_mean("plantaris", known) == "did you mean \"muscle.plantaris\"?");
    CHECK(did_you_mean("xylophone", known).empty());
    CHECK(edit_distance("tibial", "tibail") == 1);
    CHECK(edit_distance("", "abc") == 3);
}
