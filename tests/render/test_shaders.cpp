#include <algorithm>
#include <fstream>

#include <unistd.h>

#include "render/program.hpp"
#include "render/shader_source.hpp"
#include "render/shapes.hpp"

using namespace genu;
using namespace genu::test;

namespace {

/// Which vertex shader goes with a fragment shader, and with which switches it is used.
struct Pair { std::string vertex, fragment; std::vector<std::vector<std::string>> variants; };

/// Every choice of the switches.
std::vector<std::vector<std::string>> all_of(const std::vector<std::string>& switches)
{
    std::vector<std::vector<std::string>> choices = {{}};
    for (const std::string& word : switches) {
        const std::size_t without = choices.size();
        for (std::size_t i = 0; i < without; ++i) {
            choices.push_back(choices[i]);
            choices.back().push_back(word);
        }
    }
    return choices;
}

const std::vector<Pair> kPairs = {
    {"skin.vert", "nothing.frag", {{}}},
    {"tissue.vert", "tissue.frag", all_of({"SECTION", "SHADOWS", "FIBRES", "PATTERN", "LAYERED", "PAINT", "SPOTS"})},
    {"tissue.vert", "tissue.frag", {{"SHADOWS", "FEW_TAPS"}, {"SHADOWS", "FEW_TAPS", "FIBRES", "SECTION"}, {"SHADOWS", "FEW_TAPS", "FIBRES", "PATTERN", "PAINT", "SPOTS"}}},
    {"tissue_quick.vert", "tissue_quick.frag", all_of({"SECTION", "FIBRES", "PATTERN", "LAYERED", "PAINT", "SPOTS"})},
    {"plain.vert", "depth.frag", {{}, {"SECTION"}}},
    {"plain.vert", "mask.frag", {{}, {"SECTION"}}},
    {"plain.vert", "pick.frag", {{}, {"SECTION"}}},
    {"cap.vert", "cap.frag", {{}}},
    {"cap_inside.vert", "depth.frag", {{"SECTION"}}},
    {"cap.vert", "cap_mask.frag", {{}}},
    {"cap.vert", "cap_pick.frag", {{}}},
    {"screen.vert", "background.frag", {{}}},
    {"backdrop.vert", "backdrop.frag", {{}}},
    {"screen.vert", "outline.frag", {{}}},
    {"screen.vert", "fxaa.frag", {{}}},
    {"screen.vert", "fxaa_edge.frag", {{}}},
    {"screen.vert", "ambient.frag", {{}}},
    {"screen.vert", "ambient_blur.frag", {{}}},
    {"screen.vert", "ambient_apply.frag", {{}}},
    {"screen.vert", "veil.frag", {{}}},
    {"screen.vert", "mean.frag", {{}}},
    {"plain.vert", "mark.frag", {{}, {"SECTION"}}},
    {"cap.vert", "cap_mark.frag", {{}}},
    {"screen.vert", "ink.frag", {{}}},
};

void compile_all()
{
    for (const Pair& pair : kPairs) {
        for (const auto& defines : pair.variants) {
            const auto program = Program::create(shader_folder(), {pair.vertex, pair.fragment, defines, {}});
            INFO(pair.vertex << " + " << pair.fragment);
            if (!program.ok()) FAIL_CHECK(to_text(program.problems()));
        }
    }
}

/// A folder of shaders that lives as long as the test.
struct TemporaryShaders {
    fs::path folder = fs::temp_directory_path() / ("genu_shaders_" + std::to_string(::getpid()));
    TemporaryShaders() { fs::create_directories(folder / "include"); }
    ~TemporaryShaders() { fs::remove_all(folder); }
    void write(const std::string& name, const std::string& text) const { std::ofstream(folder / name) << text; }
};

}  // namespace

TEST_CASE("every shader compiles as desktop GLSL 3.30")
{
    const auto context = must(HeadlessContext::create(GlDialect::desktop_330));
    REQUIRE(gl_dialect() == GlDialect::desktop_330);
    compile_all();
}

TEST_CASE("every shader compiles as GLSL ES 3.00")
{
    const auto context = must(HeadlessContext::create(GlDialect::es_300));
    REQUIRE(gl_dialect() == GlDialect::es_300);
    compile_all();
}

TEST_CASE("no shader file is forgotten by the two tests above")
{
    for (const std::string ending : {".vert", ".frag"}) {
        for (const fs::path& file : files_below(shader_folder(), ending)) {
            const std::string name = file.filename().string();
            const bool is_known = std::any_of(kPairs.begin(), kPairs.end(), [&](const Pair& pair) { return pair.vertex == name || pair.fragment == name; });
            INFO(name);
            CHECK(is_known);
        }
    }
}

TEST_CASE("includes are resolved once each and keep their lines' origin")
{
    const TemporaryShaders shaders;
    shaders.write("include/part.glsl", "float part() { return 1.0; }\n");
    shaders.write("main.frag", "#include \"part.glsl\"\n#include \"part.glsl\"\nvoid main() {}\n");
    const ShaderSource source = must(read_shader(shaders.folder, "main.frag", GlDialect::desktop_330, {"SECTION"}));
    CHECK(source.text == "#version 330 core\n#define SECTION 1\nfloat part() { return 1.0; }\nvoid main() {}\n");
    CHECK(source.origins[2].file == (shaders.folder / "include/part.glsl").string());
    CHECK(source.origins[3].line == 3);
}

TEST_CASE("a missing include names the line that asks for it")
{
    const TemporaryShaders shaders;
    shaders.write("main.frag", "\n#include \"lost.glsl\"\nvoid main() {}\n");
    const auto source = read_shader(shaders.folder, "main.frag", GlDialect::desktop_330);
    REQUIRE_FALSE(source.ok());
    CHECK_THAT(to_text(source.problems()), ContainsSubstring("lost.glsl"));
    CHECK_THAT(to_text(source.problems()), ContainsSubstring("main.frag:2"));
}

TEST_CASE("a compile error names file and line, also inside an include")
{
    const TemporaryShaders shaders;
    shaders.write("include/bad.glsl", "float fine() { return 1.0; }\nfloat bad() { return nonsense; }\n");
    shaders.write("main.frag", "#include \"bad.glsl\"\nvoid main() {}\n");
    fs::copy_file(shader_folder() / "screen.vert", shaders.folder / "screen.vert");
    const auto context = must(HeadlessContext::create());
    const auto program = Program::create(shaders.folder, {"screen.vert", "main.frag"});
    REQUIRE_FALSE(program.ok());
    CHECK_THAT(to_text(program.problems()), ContainsSubstring("bad.glsl:2"));
    CHECK_THAT(to_text(program.problems()), ContainsSubstring("nonsense"));
}

TEST_CASE("drivers' ways to write a line number are all understood")
{
    const ShaderSource source{"a\nb\n", {{"first.glsl", 7}, {"second.glsl", 9}}};
    CHECK(explain_log(source, "0:2(14): error: x") == "second.glsl:9: error: x");
    CHECK(explain_log(source, "ERROR: 0:1: 'x'") == "ERROR: first.glsl:7: 'x'");
    CHECK(explain_log(source, "0(2) : error C1008") == "second.glsl:9 : error C1008");
}

TEST_CASE("the whole renderer works in OpenGL ES 3.0, and draws the same picture")
{
    const Model model = model_of({ball("muscle.ball", {0, 0, 0}, 0.1f), ball("bone.inner", {0, 0, 0}, 0.05f)});
    Frame frame = frame_of(model);
    frame.section = {true, {0, 0, 1}, 0.02f};
    frame.items[0].selected = true;
    std::vector<Image> pictures;
    for (const GlDialect dialect : {GlDialect::desktop_330, GlDialect::es_300}) {
        const auto context = must(HeadlessContext::create(dialect));
        auto renderer = must(Renderer::create(model, shader_folder()));
        renderer.set_quality(Quality::still());
        frame.items[0].material.fibre = 1;
        OffscreenTarget target({160, 120});
        renderer.draw(frame, target);
        pictures.push_back(target.read());
        CHECK(renderer.pick(frame, {80, 60}, {160, 120})->id == StructureId("bone.inner"));
    }
    CHECK(compare(pictures[0], pictures[1], 4).changed_share < 0.002);  // the same driver, other defaults of precision
}
