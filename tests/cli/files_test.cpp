// What goes wrong outside: content, models, outputs, a machine without OpenGL.
#include "cli/child.hpp"
#include "support/catch.hpp"
#include "test_places.hpp"

using namespace genu::test;
using nlohmann::json;

namespace {

/// A copy of the content that a test may break.
void copy_assets(const TemporaryFolder& folder) { fs::copy(assets(), folder / "assets", fs::copy_options::recursive); }

void replace(const fs::path& file, const std::string& from, const std::string& to)
{
    std::string text = text_of(file);
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    write(file, text.replace(at, from.size(), to));
}

Outcome check(const fs::path& content) { return run_genu({"check", "--assets", content.string()}); }

std::map<std::string, std::string> without_gl() { return {{"__EGL_VENDOR_LIBRARY_DIRS", "/nonexistent"}, {"__EGL_VENDOR_LIBRARY_FILENAMES", "/nonexistent/none.json"}}; }

}  // namespace

TEST_CASE("the content that ships has no problems")
{
    const Outcome outcome = run_genu({"check"});
    INFO(outcome.out);
    INFO(outcome.err);
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.out, ContainsSubstring("0 problems"));
}

TEST_CASE("check in JSON lists problems, notes and what was looked at")
{
    const json result = run_genu({"check", "--json"}).json();
    CHECK(result.at("problems").is_array());
    CHECK(result.at("notes").is_array());
    CHECK(result.at("counts").at("conditions").get<int>() > 30);
}

TEST_CASE("an unknown id in a record is a problem with file, place and the id that was meant")
{
    const TemporaryFolder folder;
    copy_assets(folder);
    replace(folder / "assets/conditions/popliteal_cyst.json", "\"bursa.gastrocnemius_semimembranosus\"", "\"bursa.gastrocnemius_semimembranosis\"");
    const Outcome outcome = check(folder / "assets");
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.out, ContainsSubstring("popliteal_cyst.json") && ContainsSubstring("/structures/0") &&
                                ContainsSubstring("did you mean \"bursa.gastrocnemius_semimembranosus\"?"));
}

TEST_CASE("all problems are told at once, over files")
{
    const TemporaryFolder folder;
    copy_assets(folder);
    replace(folder / "assets/conditions/popliteal_cyst.json", "\"symptom.lump_pulsatile\"", "\"symptom.lump_pulsatil\"");
    replace(folder / "assets/exercises/heel_slide.json", "\"muscle.rectus_femoris\"", "\"muscle.rectus_femorus\"");
    replace(folder / "assets/myths/calf_joins_knee.json", "\"source.gray_42\"", "\"source.grey_42\"");
    const Outcome outcome = check(folder / "assets");
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.out, ContainsSubstring("symptom.lump_pulsatil\"") && ContainsSubstring("muscle.rectus_femorus") && ContainsSubstring("source.grey_42"));
}

TEST_CASE("JSON that cannot be read is told with line and column")
{
    const TemporaryFolder folder;
    copy_assets(folder);
    write(folder / "assets/conditions/popliteal_cyst.json", "{\n  \"id\": \"condition.popliteal_cyst\",\n  \"name\" \"no colon\"\n}\n");
    const Outcome outcome = check(folder / "assets");
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.out, ContainsSubstring("popliteal_cyst.json") && ContainsSubstring("line 3"));
}

TEST_CASE("a pose that no joint reaches is a problem")
{
    const TemporaryFolder folder;
    copy_assets(folder);
    replace(folder / "assets/exercises/heel_slide.json", "\"knee_flexion\": 120", "\"knee_flexion\": 220");
    const Outcome outcome = check(folder / "assets");
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.out, ContainsSubstring("heel_slide.json") && ContainsSubstring("220 degrees"));
}

TEST_CASE("a tour command that does not exist, or names a structure that does not, is a problem with its step")
{
    const TemporaryFolder folder;
    copy_assets(folder);
    replace(folder / "assets/tours/popliteal_fossa.json", "\"set_layer\"", "\"set_lair\"");
    replace(folder / "assets/tours/popliteal_fossa.json", "\"fascia.popliteal\"", "\"fascia.popliteel\"");
    const Outcome outcome = check(folder / "assets");
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.out, ContainsSubstring("step 1") && ContainsSubstring("set_lair") && ContainsSubstring("step 2") && ContainsSubstring("fascia.popliteel"));
}

TEST_CASE("other commands tell about broken content too and do not go on")
{
    const TemporaryFolder folder;
    copy_assets(folder);
    write(folder / "assets/red_flags.json", "{");
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"list", "conditions"}, {"assess", "--symptoms", "lump_soft"}, {"show", "red_flag.dvt"}}) {
        const Outcome outcome = run_genu(arguments, {{"GENU_ASSETS", (folder / "assets").string()}});
        CHECK(outcome.code == 2);
        CHECK(outcome.out.empty());
        CHECK_THAT(outcome.err, ContainsSubstring("red_flags.json"));
    }
}

TEST_CASE("a content folder that does not exist is bad input")
{
    const Outcome outcome = check("/nonexistent/assets");
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, ContainsSubstring("/nonexistent/assets"));
}

TEST_CASE("a model that is missing, empty, garbage or cut short is bad input, named, and never a crash")
{
    const TemporaryFolder folder;
    write(folder / "empty.glb", "");
    write(folder / "garbage.glb", std::string(4096, 'x'));
    write(folder / "header.glb", std::string("glTF\x02\0\0\0\xff\xff\0\0", 12));
    write(folder / "text.gltf", "{\"asset\": {\"version\": \"2.0\"}, \"nodes\": [");
    std::vector<std::string> files = {"missing.glb", "empty.glb", "garbage.glb", "header.glb", "text.gltf"};
    if (has_model()) {
        const std::string whole = text_of(GENU_MODEL);
        write(folder / "cut.glb", whole.substr(0, whole.size() / 2));
        write(folder / "cut_early.glb", whole.substr(0, 200));
        files.insert(files.end(), {"cut.glb", "cut_early.glb"});
    }
    for (const std::string& file : files) {
        const std::string path = (folder / file).string();
        for (const std::vector<std::string>& arguments : {std::vector<std::string>{path, "--screenshot", (folder / "x.png").string()}, {"check", "--model", path},
                                                          {"list", "structures", "--model", path}, {"bench", "--model", path}}) {
            INFO(file << " " << arguments[0] << " " << arguments[1]);
            const Outcome outcome = run_genu(arguments);
            CHECK(outcome.code == 2);
            CHECK_THAT(outcome.out + outcome.err, ContainsSubstring(file));
        }
        CHECK_FALSE(fs::exists(folder / "x.png"));
    }
}

TEST_CASE("a script that is missing or wrong is bad input")
{
    if (!has_model()) return;
    const TemporaryFolder folder;
    write(folder / "wrong.json", R"([{"do": "set_xrya", "on": true}])");
    for (const char* file : {"missing.json", "wrong.json"}) {
        INFO(file);
        const Outcome outcome = run_genu({"--screenshot", (folder / "x.png").string(), "--script", (folder / file).string()});
        CHECK(outcome.code == 2);
        CHECK_THAT(outcome.err, ContainsSubstring(file));
    }
}

TEST_CASE("an output that cannot be written is bad input, and what was there before stays")
{
    if (!has_model()) return;
    const TemporaryFolder folder;
    write(folder / "file", "kept");
    for (const std::string& target : {std::string("/nonexistent/folder/x"), (folder / "file/x").string(), folder.path().string()}) {
        INFO(target);
        const Outcome picture = run_genu({"--screenshot", target, "--size", "64x64"});
        CHECK(picture.code == 2);
        CHECK_THAT(picture.err, ContainsSubstring(target));
        const Outcome handout = run_genu({"handout", "--condition", "popliteal_cyst", "-o", target}, without_gl());
        CHECK(handout.code == 2);
    }
    CHECK(text_of(folder / "file") == "kept");
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("without OpenGL a picture ends with exit code 3 and says what is missing")
{
    if (!has_model()) return;
    const TemporaryFolder folder;
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"--screenshot", (folder / "x.png").string()}, {"tour", "-o", (folder / "tour").string()}, {"bench", "--frames", "1"}}) {
        const Outcome outcome = run_genu(arguments, without_gl());
        INFO(outcome.err);
        CHECK(outcome.code == 3);
        CHECK_THAT(outcome.err, ContainsSubstring("OpenGL") || ContainsSubstring("EGL"));
    }
    CHECK_FALSE(fs::exists(folder / "x.png"));
}

TEST_CASE("text needs no OpenGL")
{
    CHECK(run_genu({"list", "conditions"}, without_gl()).code == 0);
    CHECK(run_genu({"assess", "--symptoms", "lump_soft"}, without_gl()).code == 0);
}
