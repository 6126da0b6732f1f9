#include "clinical/expression.hpp"
#include "support/catch.hpp"

#include <set>

using namespace genu;

namespace {

Expression parsed(const std::string& text)
{
    Result<Expression> result = Expression::parse(text);
    INFO(text << ": " << (result ? std::string() : to_text(result.problems())));
    REQUIRE(result);
    return std::move(result).value();
}

bool holds(const std::string& text, const std::set<std::string>& ticked)
{
    return parsed(text).holds([&](const FindingId& id) { return ticked.contains(id.text()); });
}

std::vector<std::string> because(const std::string& text, const std::set<std::string>& ticked)
{
    std::vector<std::string> ids;
    for (const FindingId& id : parsed(text).because([&](const FindingId& f) { return ticked.contains(f.text()); })) ids.push_back(id.text());
    return ids;
}

Problem refused(const std::string& text)
{
    const Result<Expression> result = Expression::parse(text);
    INFO(text);
    REQUIRE_FALSE(result);
    return result.problems().front();
}

}  // namespace

TEST_CASE("and binds closer than or, not closest")
{
    CHECK(holds("s.a or s.b and s.c", {"s.a"}));
    CHECK_FALSE(holds("(s.a or s.b) and s.c", {"s.a"}));
    CHECK(holds("not s.a and s.b", {"s.b"}));
    CHECK_FALSE(holds("not (s.a or s.b)", {"s.b"}));
    CHECK(holds("not not s.a", {"s.a"}));
}

TEST_CASE("reasons are the ticked findings that make it true")
{
    CHECK(because("s.a or (s.b and s.c)", {"s.b", "s.c"}) == std::vector<std::string>{"s.b", "s.c"});
    CHECK(because("s.a or (s.b and s.c)", {"s.a", "s.b"}) == std::vector<std::string>{"s.a"});
    CHECK(because("s.a and not s.b", {"s.a"}) == std::vector<std::string>{"s.a"});
    CHECK(because("s.a and s.b", {"s.a"}).empty());
}

TEST_CASE("the smallest ways leave out what is not needed")
{
    using Way = Expression::Way;
    const auto id = [](const char* text) { return FindingId(text); };
    CHECK(parsed("s.a or (s.a and s.b)").ways() == std::vector<Way>{{{id("s.a")}, {}}});
    CHECK(parsed("s.a and not (s.b and s.c)").ways() == std::vector<Way>{{{id("s.a")}, {id("s.b")}}, {{id("s.a")}, {id("s.c")}}});
    CHECK(parsed("s.a and not s.a").ways().empty());
}

TEST_CASE("only findings under not can lower")
{
    CHECK(parsed("s.a and not (s.b or s.c)").lowering() == std::vector<FindingId>{FindingId("s.b"), FindingId("s.c")});
    CHECK(parsed("s.a and not (s.b and not s.c)").lowering() == std::vector<FindingId>{FindingId("s.b")});
    CHECK(parsed("s.a or (s.a and not s.b)").lowering().empty());
}

TEST_CASE("all findings are listed once")
{
    CHECK(parsed("s.a and (s.b or s.a)").findings() == std::vector<FindingId>{FindingId("s.a"), FindingId("s.b")});
}

TEST_CASE("a slip in an expression is told with its place")
{
    CHECK(refused("s.a and").place == "character 8");
    CHECK_THAT(refused("(s.a or s.b").message, ContainsSubstring("not closed"));
    CHECK_THAT(refused("s.a s.b").message, ContainsSubstring("left over"));
    CHECK_THAT(refused("s.a) or s.b").message, ContainsSubstring("left over"));
    CHECK_THAT(refused("or s.a").message, ContainsSubstring("where a finding is expected"));
    CHECK_THAT(refused("fever").hint, ContainsSubstring("symptom.fever"));
    CHECK_THAT(refused("").message, ContainsSubstring("ends"));
}

TEST_CASE("wild nesting is refused, not followed")
{
    CHECK_THAT(refused(std::string(100000, '(')).message, ContainsSubstring("nested"));
    std::string nots;
    for (int i = 0; i < 100000; ++i) nots += "not ";
    CHECK_THAT(refused(nots + "s.a").message, ContainsSubstring("nested"));
}
