#include "anatomy/catalogue.hpp"
#include "clinical_small.hpp"

using namespace genu;
using namespace genu::testing;

TEST_CASE("the catalogue finds structures by id, sorted")
{
    const SmallAssets assets;
    const Catalogue catalogue = assets.catalogue();
    REQUIRE(catalogue.structures().size() == 4);
    CHECK(catalogue.structures().front().id == StructureId("bursa.a"));
    REQUIRE(catalogue.find(StructureId("muscle.b")));
    CHECK(catalogue.find(StructureId("muscle.b"))->facts == std::vector<std::pair<std::string, std::string>>{{"roots", "S1, S2"}});
    CHECK(catalogue.find(StructureId("muscle.b"))->kind() == "muscle");
    CHECK(catalogue.name(StructureId("bursa.a")) == "Bursa A");
    CHECK(catalogue.name(StructureId("bursa.none")) == "bursa.none");
    CHECK_FALSE(catalogue.find(StructureId("bursa.none")));
}

TEST_CASE("a structure with an unknown source and an unknown nerve is refused with both problems")
{
    SmallAssets assets;
    assets.spoil("anatomy/structures/all.json", "source.one", "source.two");
    assets.spoil("anatomy/structures/all.json", "[\"nerve.d\"]", "[\"nerve.dd\"]");
    const Result<Catalogue> loaded = Catalogue::load(assets.folder(), "en");
    REQUIRE_FALSE(loaded);
    const std::string text = to_text(loaded.problems());
    CHECK_THAT(text, ContainsSubstring("source.two"));
    CHECK_THAT(text, ContainsSubstring("did you mean \"nerve.d\"?"));
}

TEST_CASE("two records with one id are refused")
{
    SmallAssets assets;
    assets.spoil("anatomy/structures/all.json", "\"id\": \"vein.c\"", "\"id\": \"bursa.a\"");
    const Result<Catalogue> loaded = Catalogue::load(assets.folder(), "en");
    REQUIRE_FALSE(loaded);
    CHECK_THAT(to_text(loaded.problems()), ContainsSubstring("bursa.a: has more than one record"));
}

TEST_CASE("a layer beyond the bones is refused")
{
    SmallAssets assets;
    assets.spoil("anatomy/structures/all.json", "\"layer\": 8", "\"layer\": 12");
    CHECK_FALSE(Catalogue::load(assets.folder(), "en"));
}

TEST_CASE("an assets folder without structures says so")
{
    SmallAssets assets;
    fs::remove(assets.folder() / "anatomy/structures/all.json");
    const Result<Catalogue> loaded = Catalogue::load(assets.folder(), "en");
    REQUIRE_FALSE(loaded);
    CHECK_THAT(to_text(loaded.problems()), ContainsSubstring("holds no structures"));
}

TEST_CASE("a translation replaces what it holds and nothing else")
{
    SmallAssets assets;
    assets.write("text/de/anatomy/structures/all.json", R"({"structures": [{"id": "bursa.a", "name": {"en": "Schleimbeutel A"}}]})");
    const Catalogue catalogue = assets.catalogue("de");
    CHECK(catalogue.name(StructureId("bursa.a")) == "Schleimbeutel A");
    CHECK(catalogue.find(StructureId("bursa.a"))->latin == "Bursa alba");
    CHECK(catalogue.name(StructureId("muscle.b")) == "Muscle B");
}

TEST_CASE("interface text falls back to English, then to its key")
{
    SmallAssets assets;
    assets.write("text/de.json", R"({"layer.0": "Haut"})");
    const Result<Texts> texts = Texts::load(assets.folder(), "de");
    REQUIRE(texts);
    CHECK((*texts)("layer.0") == "Haut");
    CHECK((*texts)("only.english") == "Only");
    CHECK((*texts)("no.such.key") == "no.such.key");
}
