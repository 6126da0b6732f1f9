// Every command has a JSON form, and docs/commands.md tells the truth about it.
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "session/commands.hpp"
#include "support/catch.hpp"
#include "unit/command_samples.hpp"
#include "test_places.hpp"

using namespace genu;

namespace {

std::string documentation()
{
    std::ifstream in(std::string(GENU_SOURCE_DIR) + "/docs/commands.md");
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

/// First cells of the tables: | `name` | …
std::set<std::string> documented_names()
{
    const std::string text = documentation();
    const std::regex row("\n\\| `([a-z_]+)` \\|");
    std::set<std::string> names;
    for (std::sregex_iterator it(text.begin(), text.end(), row), end; it != end; ++it) names.insert((*it)[1]);
    return names;
}

bool is_known(const std::string& name)
{
    const Result<Command> command = command_from_json({{"do", name}}, "test", "");
    return command.ok() || to_text(command.problems()).find("unknown command") == std::string::npos;
}

}  // namespace

TEST_CASE("the samples hold one command of every kind")
{
    std::set<std::size_t> kinds;
    for (const small::Sample& sample : small::samples()) kinds.insert(sample.command.index());
    CHECK(kinds.size() == std::variant_size_v<Command>);
}

TEST_CASE("every command survives its JSON form")
{
    for (const small::Sample& sample : small::samples()) {
        const Json json = to_json(sample.command);
        CAPTURE(json.dump());
        const Result<Command> back = command_from_json(json, "test", "");
        REQUIRE(back.ok());
        CHECK(back->index() == sample.command.index());
        CHECK(to_json(*back) == json);
    }
}

TEST_CASE("no section has a form of its own and comes back as itself")
{
    const Json json = to_json(cmd::SetSection{Section::none, 0});
    CHECK(json == Json({{"do", "no_section"}}));
    const Result<Command> back = command_from_json(json, "test", "");
    REQUIRE(back.ok());
    CHECK(std::get<cmd::SetSection>(*back).axis == Section::none);
}

TEST_CASE("every command is documented, and every documented command exists")
{
    const std::set<std::string> documented = documented_names();
    for (const small::Sample& sample : small::samples()) {
        const std::string name = to_json(sample.command).at("do");
        INFO(name << " is missing in docs/commands.md");
        CHECK(documented.contains(name));
    }
    CHECK(documented.contains("no_section"));
    for (const std::string& name : documented) {
        INFO(name << " is in docs/commands.md but no command");
        CHECK(is_known(name));
    }
}

TEST_CASE("the members that docs/commands.md names for a command are those of its JSON form")
{
    const std::string text = documentation();
    for (const small::Sample& sample : small::samples()) {
        const Json json = to_json(sample.command);
        const std::string name = json.at("do");
        const auto begin = text.find("| `" + name + "` |");
        REQUIRE(begin != std::string::npos);
        const std::string row = text.substr(begin, text.find('\n', begin) - begin);
        for (const auto& [key, value] : json.items()) {
            if (key == "do") continue;
            INFO(name << "." << key);
            CHECK(row.find("`" + key + "`") != std::string::npos);
        }
    }
}

TEST_CASE("a misspelt command is answered with the one that was meant")
{
    const Result<Command> command = command_from_json({{"do", "set_xrya"}, {"on", true}}, "script.json", "/0");
    REQUIRE_FALSE(command.ok());
    CHECK_THAT(to_text(command.problems()), ContainsSubstring("script.json: /0") && ContainsSubstring("set_xray"));
}

TEST_CASE("a script reports every wrong command, not only the first")
{
    const Json script = Json::parse(R"([{"do": "jump"}, {"do": "undo"}, {"do": "set_layer"}, {"do": "section", "axis": "q", "mm": 1}])");
    const Result<Commands> commands = commands_from_json(script, "script.json");
    REQUIRE_FALSE(commands.ok());
    const std::string text = to_text(commands.problems());
    CHECK_THAT(text, ContainsSubstring("/0") && ContainsSubstring("/2") && ContainsSubstring("/3"));
}

TEST_CASE("a script that is no list of commands says what one looks like")
{
    const Result<Commands> commands = commands_from_json(Json::object(), "script.json");
    REQUIRE_FALSE(commands.ok());
    CHECK_THAT(to_text(commands.problems()), ContainsSubstring("array") && ContainsSubstring("\"do\""));
}
