// Pictures as files: without a background, larger than a graphics card draws at once, and many in a row.
#include "base/image.hpp"
#include "cli/child.hpp"
#include "support/catch.hpp"

using namespace genu;
using namespace genu::test;

namespace {

Image drawn(const TemporaryFolder& folder, std::vector<std::string> arguments)
{
    const fs::path file = folder / "picture.png";
    arguments.insert(arguments.begin(), {"--screenshot", file.string()});
    const Outcome outcome = run_genu(arguments);
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    Result<Image> image = read_png(file);
    REQUIRE(image.ok());
    return std::move(image).value();
}

}  // namespace

TEST_CASE("a transparent picture holds the leg and nothing round it")
{
    if (!has_model()) return;
    const TemporaryFolder folder;
    const Image image = drawn(folder, {"--size", "200x160", "--transparent", "--bare"});
    CHECK(image.pixel(2, 2)[3] == 0);
    CHECK(image.pixel(100, 40)[3] == 255);
}

TEST_CASE("a picture larger than one part shows the same as a small one")
{
    if (!has_model()) return;
    const TemporaryFolder folder;
    const Image large = drawn(folder, {"--size", "3400x340", "--bare", "--layer", "9", "--view", "popliteal"});
    const Image small = drawn(folder, {"--size", "850x85", "--bare", "--layer", "9", "--view", "popliteal"});
    REQUIRE(large.width == 3400);
    double difference = 0;
    for (int y = 0; y < small.height; ++y) {
        for (int x = 0; x < small.width; ++x) {
            int sum = 0;
            for (int i = 0; i < 16; ++i) sum += large.pixel(4 * x + i % 4, 4 * y + i / 4)[0];
            difference += std::abs(sum / 16 - small.pixel(x, y)[0]);
        }
    }
    CHECK(difference / (small.width * small.height) < 3);
}

TEST_CASE("print is white, and a style that there is not is answered with those there are")
{
    if (!has_model()) return;
    const TemporaryFolder folder;
    CHECK(drawn(folder, {"--size", "120x90", "--bare", "--style", "print"}).pixel(2, 2)[1] >= 254);
    const Outcome outcome = run_genu({"--screenshot", (folder / "x.png").string(), "--style", "prin"});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, ContainsSubstring("print"));
    const Outcome cut = run_genu({"--screenshot", (folder / "x.png").string(), "--cut", "axial_fosa"});
    CHECK(cut.code == 2);
    CHECK_THAT(cut.err, ContainsSubstring("axial_fossa"));
}

TEST_CASE("a sequence is numbered pictures of one turn, each different from the last")
{
    if (!has_model()) return;
    const TemporaryFolder folder;
    const Outcome outcome = run_genu({"--size", "64x48", "--bare", "sequence", "-o", (folder / "turn").string(), "--frames", "3"});
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    CHECK_THAT(outcome.err, ContainsSubstring("3 / 3"));
    const Result<Image> first = read_png(folder / "turn/0000.png"), second = read_png(folder / "turn/0001.png");
    REQUIRE(first.ok());
    REQUIRE(second.ok());
    CHECK(compare(*first, *second, 8).changed_share > 0.02);
    CHECK_FALSE(fs::exists(folder / "turn/0003.png"));
}

TEST_CASE("a moving picture of an unknown kind is refused with the kinds there are")
{
    if (!has_model()) return;
    const TemporaryFolder folder;
    const Outcome outcome = run_genu({"--size", "32x24", "sequence", "-o", (folder / "turn").string(), "--frames", "1", "--movie", (folder / "leg.avi").string()});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, ContainsSubstring(".webp"));
}

TEST_CASE("bench tells of every wait: scenes, a stretch that really plays, pick, pose, idling, memory")
{
    if (!has_model()) return;
    const Outcome outcome = run_genu({"bench", "--size", "160x120", "--frames", "3", "--json"});
    REQUIRE(outcome.code == 0);
    const nlohmann::json out = outcome.json();
    CHECK(out.at("first_frame_ms") >= out.at("load_ms"));
    for (const char* scene : {"default", "skin", "xray", "section", "condition", "stretch", "in_full"}) {
        INFO(scene);
        const auto& frame = out.at("frame_ms").at(scene);
        for (const char* figure : {"median", "p95", "longest", "processor"}) CHECK(frame.at(figure) > 0);
    }
    CHECK(out.at("frame_ms").at("stretch").at("poses") == 3);  // another one in each frame
    CHECK(out.at("pick_ms") > 0);
    const auto& pose = out.at("pose");
    CHECK(pose.at("all_us").get<double>() == Approx(pose.at("solve_us").get<double>() + pose.at("matrices_us").get<double>() + pose.at("paths_us").get<double>()));
    CHECK(pose.at("share_of_frame") > 0);
    // An idle window does nothing at all, not even one step.
    CHECK(out.at("idle").at("steps") == 0);
    CHECK(out.at("idle").at("step_processor_ms") > 0);
    CHECK(out.at("memory_mb") > 0);
    CHECK(out.at("sizes").size() == 1);
    CHECK(out.at("sizes").at(0).at("triangles") == out.at("triangles"));
}

TEST_CASE("bench measures the same leg with every triangle made into four")
{
    if (!has_model()) return;
    const Outcome outcome = run_genu({"bench", "--size", "160x120", "--frames", "1", "--sizes", "4", "--json"});
    REQUIRE(outcome.code == 0);
    const nlohmann::json out = outcome.json();
    CHECK(out.at("sizes").at(0).at("times") == 4);
    CHECK(out.at("triangles").get<int>() % 4 == 0);
    CHECK(out.at("triangles").get<int>() > 1000000);
}
