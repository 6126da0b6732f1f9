#include "shapes.hpp"
#include "support/catch.hpp"
#include "test_places.hpp"

using namespace genu;
using namespace genu::builder;

namespace {

std::string problems_of(const std::string& structures)
{
    const Result<LegSpec> spec = parse_leg_spec({{"calf.json", R"({"structures":[)" + structures + "]}"}, {"rig.json", R"({"joints":{"knee":[0,0,0]}})"}});
    return spec ? std::string() : to_text(spec.problems());
}

const std::string kTube = R"("shape":{"kind":"tube","stations":[[0,0,0,2],[0,-10,0,2]]})";

}  // namespace

TEST_CASE("a missing figure is reported with file, structure and field")
{
    const std::string text = problems_of(R"({"id":"muscle.a","tissue":"muscle","source":"s","rig":{"body":"femur"},
        "shape":{"kind":"sweep","mode":"axis","axis":[0,1,0],"ref":"x","order":2,"stations":[[0,0,0,5,4,0,0,0,0,0,0],[0,9,0,5,4,0,0]]}})");
    CHECK_THAT(text, ContainsSubstring("calf.json"));
    CHECK_THAT(text, ContainsSubstring("muscle.a/shape/stations/1"));
    CHECK_THAT(text, ContainsSubstring("7 numbers instead of 11"));
}

TEST_CASE("all mistakes of a specification are reported at once, with the nearest known word")
{
    const std::string text = problems_of(R"({"id":"muscle.a","tissue":"muscel","source":"s","rig":{"body":"femr"},)" + kTube + R"(},
        {"id":"muscle.b","tissue":"muscle","source":"s","colour":"red","rig":{"body":"femur"},)" + kTube + "}");
    CHECK_THAT(text, ContainsSubstring("unknown tissue \"muscel\""));
    CHECK_THAT(text, ContainsSubstring("did you mean \"muscle\"?"));
    CHECK_THAT(text, ContainsSubstring("unknown body \"femr\""));
    CHECK_THAT(text, ContainsSubstring("muscle.b"));
    CHECK_THAT(text, ContainsSubstring("unknown field \"colour\""));
}

TEST_CASE("rows of pennation are checked: their length, their order, and a raphe in all or in none")
{
    const auto with_rows = [](const std::string& rows) {
        return problems_of(R"({"id":"muscle.a","tissue":"muscle","source":"s","rig":{"body":"femur"},"shape":{"kind":"sweep","order":1,
            "stations":[[0,0,0,5,4,0,0],[0,9,0,5,4,0,0]],"pennation":)" + rows + "}}");
    };
    CHECK(with_rows("[[0, 10], [1, 20]]").empty());
    CHECK(with_rows("[[0, 10, 90], [1, -20, 80]]").empty());
    CHECK_THAT(with_rows("[[0, 10, 90, 3]]"), ContainsSubstring("needs 2 numbers"));
    CHECK_THAT(with_rows("[[0.5, 10], [0.2, 10]]"), ContainsSubstring("positions must not fall"));
    CHECK_THAT(with_rows("[[0, 10], [1, 10, 90]]"), ContainsSubstring("either all rows name a raphe or none"));
    CHECK_THAT(with_rows("[[0, 100]]"), ContainsSubstring("angle between -90 and 90"));
}

TEST_CASE("references between structures are checked")
{
    const std::string text = problems_of(R"({"id":"muscle.a","tissue":"muscle","source":"s","rig":{"body":"femur"},"cut_by":["bone.fmeur"],)" + kTube + R"(},
        {"id":"bone.femur","tissue":"bone","source":"s","rig":{"body":"femur"},)" + kTube + R"(},
        {"id":"bone.femur","tissue":"bone","source":"s","rig":{"body":"femur"},)" + kTube + "}");
    CHECK_THAT(text, ContainsSubstring("unknown structure \"bone.fmeur\""));
    CHECK_THAT(text, ContainsSubstring("did you mean \"bone.femur\"?"));
    CHECK_THAT(text, ContainsSubstring("is described twice"));
}

TEST_CASE("a chain's crossings must follow each other from its start")
{
    const auto with_chain = [](const std::string& chain) { return R"({"id":"nerve.a","tissue":"nerve","source":"s","rig":{"chain":)" + chain + "}," + kTube + "}"; };
    CHECK(problems_of(with_chain(R"({"start":"femur","crossings":[{"joint":"knee"}]})")).empty());
    CHECK_THAT(problems_of(with_chain(R"({"start":"pelvis","crossings":[{"joint":"knee"}]})")), ContainsSubstring("does not begin on the pelvis"));
    CHECK_THAT(problems_of(with_chain(R"({"start":"femur","crossings":[{"joint":"knie"}]})")), ContainsSubstring("did you mean \"knee\"?"));
    CHECK_THAT(problems_of(with_chain(R"({"start":"tibia","crossings":[{"joint":"ankle"}]})")), ContainsSubstring("no centre is given for joint \"ankle\""));
}

TEST_CASE("without a subtalar crossing the ankle leads to the foot")
{
    const LegSpec spec = test::leg_of(R"({"id":"nerve.a","tissue":"nerve","source":"s","rig":{"chain":{"start":"tibia","crossings":[{"joint":"ankle"}]}},)" + kTube + "}");
    CHECK(spec.structures[0].chain->crossings[0].to == Body::foot);
}

TEST_CASE("broken JSON is reported by line")
{
    const Result<LegSpec> spec = parse_leg_spec({{"bad.json", "{\n\"structures\": [,]}"}});
    REQUIRE_FALSE(spec.ok());
    CHECK_THAT(to_text(spec.problems()), ContainsSubstring("bad.json: line 2"));
}

TEST_CASE("the shipped specification is free of problems")
{
    const Result<LegSpec> spec = read_leg_spec(fs::path(GENU_SOURCE_DIR) / "assets" / "leg");
    INFO((spec ? std::string() : to_text(spec.problems())));
    CHECK(spec.ok());
}
