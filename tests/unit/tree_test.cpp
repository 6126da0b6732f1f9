// The tree as others get it: dependencies documented, nothing that only works on the machine it was written on.
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "base/files.hpp"
#include "support/catch.hpp"
#include "test_places.hpp"

using namespace genu;

namespace {

const fs::path kRoot = GENU_SOURCE_DIR;

std::string text_of(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<std::string> packages()
{
    std::istringstream lines(text_of(kRoot / "packages.txt"));
    std::vector<std::string> names;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line.substr(0, line.find('#')));
        for (std::string word; words >> word;) names.push_back(word);
    }
    return names;
}

/// What belongs to the tree; beside it a folder may hold anything, pictures of a run for example.
std::vector<fs::path> files()
{
    std::vector<fs::path> found;
    for (const char* name : {"src", "shaders", "assets", "docs", "cmake", "third_party", "tests", ".ci"}) {
        for (const auto& entry : fs::recursive_directory_iterator(kRoot / name)) if (entry.is_regular_file()) found.push_back(entry.path());
    }
    for (const char* name : {"CMakeLists.txt", "CMakePresets.json", "README.md", "CHANGELOG.md", "LICENSE", "packages.txt", "run", "test"}) {
        if (fs::exists(kRoot / name)) found.push_back(kRoot / name);
    }
    return found;
}

bool is_picture(const fs::path& file) { return file.extension() == ".png" || file.extension() == ".glb"; }

}  // namespace

TEST_CASE("every package that is installed is listed once and told about in VERSIONS.md")
{
    const std::string versions = text_of(kRoot / "third_party" / "VERSIONS.md");
    const std::vector<std::string> names = packages();
    REQUIRE(names.size() > 20);
    CHECK(std::set<std::string>(names.begin(), names.end()).size() == names.size());
    for (const std::string& name : names) {
        INFO(name << " is in packages.txt but not in third_party/VERSIONS.md");
        CHECK(std::regex_search(versions, std::regex("[|,] " + std::regex_replace(name, std::regex("[.+]"), "\\$&") + " ?[|,]")));
    }
}

TEST_CASE("every pinned fall-back has its version in VERSIONS.md")
{
    const std::string versions = text_of(kRoot / "third_party" / "VERSIONS.md");
    const std::string recipes = text_of(kRoot / "third_party" / "fetch.cmake");
    const std::regex pin("set\\(GENU_PIN_(\\S+)\\s+(\\S+)\\s+(\\S+)\\)");
    int pins = 0;
    for (std::sregex_iterator it(recipes.begin(), recipes.end(), pin), end; it != end; ++it, ++pins) {
        const std::string name = (*it)[1], tag = (*it)[3];
        INFO(name << " " << tag);
        const auto row = versions.find("| " + name + " |");
        REQUIRE(row != std::string::npos);
        const std::string line = versions.substr(row, versions.find('\n', row) - row);
        CHECK((line.find("| " + tag + " |") != std::string::npos || line.find("see `fetch.cmake`") != std::string::npos));
    }
    CHECK(pins >= 8);
}

TEST_CASE("no file names a place that exists on one machine only")
{
    const std::regex personal("(/home/[a-z]|/Users/[A-Za-z]|/root/[a-z.]|[A-Z]:\\\\Users)");
    for (const fs::path& file : files()) {
        if (is_picture(file) || file.filename() == "tree_test.cpp") continue;
        const std::string text = text_of(file);
        std::smatch match;
        INFO(file.string() << (std::regex_search(text, match, personal) ? ": " + match.str() : ""));
        CHECK(match.empty());
        const bool names_this_tree = text.find(kRoot.string() + "/") != std::string::npos && kRoot.string().size() > 6;
        CHECK_FALSE(names_this_tree);
    }
}

TEST_CASE("the lock file of the test tools names versions and checksums, no place to fetch them from")
{
    const std::string lock = text_of(kRoot / "tests" / "tools" / "package-lock.json");
    CHECK_THAT(lock, ContainsSubstring("\"integrity\""));
    CHECK(lock.find("\"resolved\"") == std::string::npos);
    CHECK(lock.find("http") == std::string::npos);
}

TEST_CASE("what starts with a shebang can be started")
{
    for (const char* name : {"run", "test", ".ci/run"}) {
        INFO(name);
        CHECK(text_of(kRoot / name).starts_with("#!/usr/bin/env bash\n"));
        CHECK((fs::status(kRoot / name).permissions() & fs::perms::owner_exec) != fs::perms::none);
    }
}
