// genu check: the form of every file, and translations that are missing, wrong or old.
#include "cli/child.hpp"
#include "support/catch.hpp"

using namespace genu::test;

namespace {

class BrokenContent {
public:
    BrokenContent() { fs::copy(assets(), folder_ / "assets", fs::copy_options::recursive); }

    void replace(const std::string& file, const std::string& from, const std::string& to) const
    {
        std::string text = text_of(folder_ / "assets" / file);
        const auto at = text.find(from);
        INFO(file << " holds " << from);
        REQUIRE(at != std::string::npos);
        write(folder_ / "assets" / file, text.replace(at, from.size(), to));
    }
    Outcome check(std::vector<std::string> more = {}) const
    {
        std::vector<std::string> arguments = {"check", "--assets", (folder_ / "assets").string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run_genu(arguments);
    }

private:
    TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("what the schema of a record forbids is a problem with its place")
{
    const BrokenContent content;
    content.replace("leg/ligaments.json", "\"tissue\": \"ligament\"", "\"tissue\": \"ligamnet\"");
    content.replace("sources.json", "\"kind\": \"study\"", "\"kind\": \"studdy\"");
    const Outcome outcome = content.check();
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.out, ContainsSubstring("leg/ligaments.json: /structures/0/tissue: \"ligamnet\" is not known here\n  did you mean \"ligament\"?"));
    CHECK_THAT(outcome.out, ContainsSubstring("sources.json: /sources/") && ContainsSubstring("did you mean \"study\"?"));
}

TEST_CASE("a mistake that a reader and the schema both see is told once")
{
    const BrokenContent content;
    content.replace("conditions/popliteal_cyst.json", "\"urgency\":", "\"urgencey\":");
    const Outcome outcome = content.check();
    CHECK(outcome.code == 2);
    const auto first = outcome.out.find("unknown field \"urgencey\"");
    REQUIRE(first != std::string::npos);
    CHECK(outcome.out.find("unknown field \"urgencey\"", first + 1) == std::string::npos);
    CHECK_THAT(outcome.out, ContainsSubstring("did you mean \"urgency\"?"));
}

TEST_CASE("a schema that is no schema is a problem of its own")
{
    const BrokenContent content;
    content.replace("schemas/myth.schema.json", "\"required\"", "\"requierd\"");
    const Outcome outcome = content.check();
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.out, ContainsSubstring("myth.schema.json") && ContainsSubstring("did you mean \"required\"?"));
}

TEST_CASE("texts that are not translated are listed, file by file")
{
    const BrokenContent content;
    content.replace("text/es/conditions/popliteal_cyst.json", "\"summary\":", "\"summary_\":");
    content.replace("text/es.json", "\"app.disclaimer\":", "\"app.disclaimr\":");
    const Outcome outcome = content.check();
    CHECK(outcome.code == 2);  // the fields that belong to nothing
    CHECK_THAT(outcome.out, ContainsSubstring("note: text/es/conditions/popliteal_cyst.json: a text is not translated: /text/") && ContainsSubstring("/summary"));
    CHECK_THAT(outcome.out, ContainsSubstring("note: text/es.json: a text is not translated: app.disclaimer"));
    CHECK_THAT(outcome.out, ContainsSubstring("app.disclaimr: not in the English words; did you mean \"app.disclaimer\"?"));
}

TEST_CASE("a translation that says another figure is a problem")
{
    const BrokenContent content;
    content.replace("text/es/rarer_causes.json", "50", "15");
    const Outcome outcome = content.check();
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.out, ContainsSubstring("text/es/rarer_causes.json") && ContainsSubstring("other figures than"));
}

TEST_CASE("a translation older than its English is listed until someone has compared them")
{
    const BrokenContent content;
    REQUIRE(content.check({"--language", "es", "--accept-translations"}).code == 0);
    content.replace("conditions/popliteal_cyst.json", "\"summary\": \"", "\"summary\": \"In short: ");
    const Outcome outdated = content.check();
    CHECK(outdated.code == 0);
    CHECK_THAT(outdated.out, ContainsSubstring("note: text/es/conditions/popliteal_cyst.json: the English has changed since this was translated: /text/"));
    CHECK_THAT(outdated.out, ContainsSubstring("genu check --language es --accept-translations"));
    CHECK_THAT(content.check({"--language", "es", "--accept-translations"}).out, !ContainsSubstring("the English has changed"));
    CHECK_THAT(content.check().out, !ContainsSubstring("the English has changed"));
}

TEST_CASE("translations cannot be accepted without saying which")
{
    const Outcome outcome = run_genu({"check", "--accept-translations"});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, ContainsSubstring("does not say of which language"));
}
