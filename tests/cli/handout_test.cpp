// The page for the patient: self-contained, careful, and complete.
#include <regex>

#include "cli/child.hpp"
#include "support/catch.hpp"

using namespace genu::test;
using nlohmann::json;

namespace {

const std::map<std::string, std::string> kNoGl = {{"__EGL_VENDOR_LIBRARY_DIRS", "/nonexistent"}, {"__EGL_VENDOR_LIBRARY_FILENAMES", "/nonexistent/none.json"}};

std::string page_of(const std::string& condition, const std::map<std::string, std::string>& environment = kNoGl)
{
    const TemporaryFolder folder;
    const Outcome outcome = run_genu({"handout", "--condition", condition, "-o", (folder / "page.html").string()}, environment);
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    return text_of(folder / "page.html");
}

std::string escaped(std::string text)
{
    for (const auto& [from, to] : {std::pair<std::string, std::string>{"&", "&amp;"}, {"'", "&#39;"}, {"\"", "&quot;"}, {"<", "&lt;"}, {">", "&gt;"}}) {
        for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
    }
    return text;
}

}  // namespace

TEST_CASE("a handout holds what it is, what helps, what to watch for, who to see, and where it comes from")
{
    const json cyst = run_genu({"show", "condition.popliteal_cyst", "--json"}).json();
    const std::string page = page_of("popliteal_cyst");
    for (const char* key : {"summary", "care", "who"}) CHECK_THAT(page, ContainsSubstring(escaped(cyst.at("text").at("plain").at(key))));
    CHECK(page.find(escaped(cyst.at("text").at("clinical").at("summary"))) == std::string::npos);
    for (const json& source : cyst.at("sources")) CHECK_THAT(page, ContainsSubstring(escaped(source.at("cite"))));
    for (const json& flag : cyst.at("red_flags")) {
        const json rule = run_genu({"show", flag.get<std::string>(), "--json"}).json();
        CHECK_THAT(page, ContainsSubstring(escaped(rule.at("say").at("plain"))));
    }
    CHECK_THAT(page, ContainsSubstring("Not yet reviewed by a clinician") && ContainsSubstring("not a diagnosis"));
}

TEST_CASE("a handout offers only indicated exercises, with what speaks against each")
{
    const json cyst = run_genu({"show", "condition.popliteal_cyst", "--json"}).json();
    const std::string page = page_of("popliteal_cyst");
    for (const json& id : cyst.at("exercises").at("indicated")) {
        const json exercise = run_genu({"show", id.get<std::string>(), "--json"}).json();
        if (exercise.at("clinician_only") == true) continue;
        CHECK_THAT(page, ContainsSubstring("<h3>" + escaped(exercise.at("name"))));
        for (const json& reason : exercise.at("contraindications")) CHECK_THAT(page, ContainsSubstring(escaped(reason)));
    }
    for (const json& id : cyst.at("exercises").at("caution")) {
        const json exercise = run_genu({"show", id.get<std::string>(), "--json"}).json();
        CHECK(page.find("<h3>" + escaped(exercise.at("name"))) == std::string::npos);
    }
}

TEST_CASE("a condition that cannot wait says first whom to see, and offers no exercises")
{
    const std::string page = page_of("dvt");
    CHECK(page.find("class=\"who\"") < page.find("What it is"));
    CHECK(page.find("class=\"exercise\"") == std::string::npos);
}

TEST_CASE("every condition has a handout, well-formed and without anything to fetch")
{
    const std::regex tag("<(/?)([a-z][a-z0-9]*)[^>]*>");
    for (const json& row : run_genu({"list", "conditions", "--json"}).json()) {
        INFO(row.at("id"));
        const std::string page = page_of(row.at("id"));
        CHECK_THAT(page, ContainsSubstring("<h1>" + escaped(row.at("name")) + "</h1>"));
        CHECK(page.find("src=\"http") == std::string::npos);
        CHECK(page.find("@import") == std::string::npos);
        CHECK(page.find("<script") == std::string::npos);
        std::vector<std::string> open;
        for (std::sregex_iterator it(page.begin(), page.end(), tag), end; it != end; ++it) {
            const std::string name = (*it)[2];
            if (name == "meta" || name == "img") continue;
            if ((*it)[1].length() == 0) open.push_back(name);
            else {
                REQUIRE_FALSE(open.empty());
                CHECK(open.back() == name);
                open.pop_back();
            }
        }
        CHECK(open.empty());
    }
}

TEST_CASE("with OpenGL the page carries its picture, without it says so")
{
    if (!has_model()) return;
    const std::string with = page_of("popliteal_cyst", {});
    CHECK_THAT(with, ContainsSubstring("src=\"data:image/png;base64,iVBORw0KGgo"));
    CHECK_THAT(page_of("popliteal_cyst"), ContainsSubstring("made without a picture"));
}

TEST_CASE("an unknown condition is answered with the one that was meant")
{
    const TemporaryFolder folder;
    const Outcome outcome = run_genu({"handout", "--condition", "popliteal_cist", "-o", (folder / "page.html").string()});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, ContainsSubstring("did you mean \"condition.popliteal_cyst\"?"));
    CHECK_FALSE(fs::exists(folder / "page.html"));
}
