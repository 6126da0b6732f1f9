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

TEST_CASE("a saved view is drawn as it was kept, on its own side, and a script is no saved view")
{
    if (!has_model()) return;
    const TemporaryFolder folder;
    write(folder / "view.json", R"({"genu": "view", "name": "x", "view": {"left_side": true, "layer": 9, "camera": {"yaw_rad": 3.1416, "distance_m": 1.4}}})");
    const auto describe = [&](const std::vector<std::string>& more) {
        std::vector<std::string> all = {"--size", "64x48", "--screenshot", (folder / "x.png").string(), "--open", (folder / "view.json").string()};
        all.insert(all.end(), more.begin(), more.end());
        return run_genu(all);
    };
    const Outcome kept = describe({});
    INFO(kept.err);
    REQUIRE(kept.code == 0);
    const Result<Image> as_kept = read_png(folder / "x.png");
    REQUIRE(run_genu({"--size", "64x48", "--screenshot", (folder / "right.png").string(), "--layer", "9"}).code == 0);
    CHECK(compare(*as_kept, *read_png(folder / "right.png"), 8).changed_share > 0.02);
    write(folder / "view.json", R"([{"do": "undo"}])");
    const Outcome script = describe({});
    CHECK(script.code == 2);
    CHECK_THAT(script.err, ContainsSubstring("--script"));
}

TEST_CASE("names and legend are left out of a picture one by one")
{
    if (!has_model()) return;
    const TemporaryFolder folder;
    const auto draw = [&](const std::string& name, const std::vector<std::string>& more) {
        std::vector<std::string> all = {"--size", "480x360", "--condition", "popliteal_cyst", "--screenshot", (folder / name).string()};
        all.insert(all.end(), more.begin(), more.end());
        REQUIRE(run_genu(all).code == 0);
        return *read_png(folder / name);
    };
    const Image all = draw("all.png", {}), no_names = draw("names.png", {"--no-names"}), no_legend = draw("legend.png", {"--no-legend"}), bare = draw("bare.png", {"--bare"});
    const Image neither = draw("neither.png", {"--no-names", "--no-legend"});
    CHECK(compare(neither, bare, 0).changed_share == 0);
    CHECK(compare(all, no_names, 8).changed_share > 0.001);
    CHECK(compare(all, no_legend, 8).changed_share > 0.001);
    CHECK(compare(no_names, no_legend, 8).changed_share > 0.002);
}

TEST_CASE("an exercise is turned at the moment that is shown, and a film without its encoder is refused before anything is drawn")
{
    if (!has_model()) return;
    const TemporaryFolder folder;
    const Outcome outcome = run_genu({"--size", "48x32", "--bare", "--exercise", "gastroc_wall", "--time", "8", "sequence", "--turn", "--frames", "2", "-o", (folder / "turn").string()});
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    CHECK(fs::exists(folder / "turn/0001.png"));
    CHECK_FALSE(fs::exists(folder / "turn/0002.png"));
    const Outcome none = run_genu({"--size", "48x32", "sequence", "--frames", "2", "-o", (folder / "film").string(), "--movie", (folder / "film.mp4").string()}, {{"PATH", folder.path().string()}});
    CHECK(none.code == 2);
    CHECK_THAT(none.err, ContainsSubstring("ffmpeg"));
    CHECK_FALSE(fs::exists(folder / "film/0000.png"));
}
