// genu-build: the leg from its specification, and how it compares with measured anatomy.
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/heap.hpp"
#include "builder/compare.hpp"
#include "builder/leg_builder.hpp"
#include "genu_build/animate.hpp"

namespace {

constexpr int kBadInput = 2;

int complain(const genu::Problems& problems)
{
    std::fprintf(stderr, "%s\n", genu::to_text(problems).c_str());
    return kBadInput;
}

// Some 5 MB with vertices in few bytes.
constexpr std::size_t kWebTriangles = 170000;

struct LegOptions {
    std::string spec, output, animated, into;
    std::vector<std::string> only;
    bool for_web = false;
};

int build(const LegOptions& options)
{
    using namespace genu;
    const auto& [folder, output, animated, into, only, for_web] = options;
    Result<builder::LegSpec> spec = builder::read_leg_spec(folder);
    if (!spec) return complain(spec.problems());
    std::optional<Model> older;
    if (!into.empty()) {
        Result<Model> read = read_gltf(into);
        if (!read) return complain(read.problems());
        older = std::move(*read);
    }
    Result<builder::BuiltLeg> leg = builder::build_leg(*spec, [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); },
                                                       {only, older ? &*older : nullptr});
    if (!leg) return complain(leg.problems());
    for (const std::string& note : leg->notes) std::fprintf(stderr, "note: %s\n", note.c_str());
    if (for_web) leg->model = builder::lighter(leg->model, kWebTriangles);
    const Result<Done> written = write_glb(output, leg->model, leg->colours, for_web ? GlbForm::web : GlbForm::full);
    if (!written) return complain(written.problems());
    if (!animated.empty()) {
        const Result<std::size_t> clips = write_animated(animated, leg->model, leg->colours, for_web ? GlbForm::web : GlbForm::full);
        if (!clips) return complain(clips.problems());
        std::fprintf(stderr, "%s: %zu exercises\n", animated.c_str(), *clips);
    }
    std::size_t triangles = 0;
    for (const Mesh& mesh : leg->model.meshes) triangles += mesh.indices.size() / 3;
    std::fprintf(stderr, "%s: %zu structures, %zu triangles, %zu joints\n", output.c_str(), leg->model.meshes.size(), triangles, leg->model.joints.size());
    return 0;
}

int compare(const std::string& model_file, const std::string& reference, const std::string& folder, bool as_json)
{
    using namespace genu;
    Result<Model> model = read_gltf(model_file);
    if (!model) return complain(model.problems());
    Result<builder::LegSpec> spec = builder::read_leg_spec(folder);
    if (!spec) return complain(spec.problems());
    const auto rows = builder::compare_leg(*model, reference, builder::yardsticks_of(*spec));
    if (!rows) return complain(rows.problems());
    std::fputs((as_json ? builder::to_json(*rows) : builder::to_table(*rows)).c_str(), stdout);
    return 0;
}

std::string default_spec_folder()
{
    const auto files = genu::ProgramFiles::find();
    return files ? (files->assets / "leg").string() : "assets/leg";
}

}  // namespace

int main(int argc, char** argv)
{
    genu::keep_freed_memory();
    CLI::App app{"Builds Genu's leg from its specification"};
    app.require_subcommand(1);
    LegOptions wish;
    std::string& spec = wish.spec;
    CLI::App* leg = app.add_subcommand("leg", "write the model");
    leg->add_option("--spec", spec, "folder of the specification (default: Genu's own)");
    leg->add_option("-o,--output", wish.output, "the .glb file to write")->required();
    leg->add_flag("--web", wish.for_web, "a small file for web pages: fewer triangles, vertices in few bytes (KHR_mesh_quantization)");
    leg->add_option("--animated", wish.animated, "a second .glb file, with every exercise as an animation");
    CLI::Option* only = leg->add_option("--only", wish.only, "build these structures only: ids, or beginnings of ids that end in *, with commas between")->delimiter(',');
    leg->add_option("--into", wish.into, "a .glb file built before; what --only does not name is taken from it")->needs(only);
    std::string model, reference;
    bool as_json = false;
    CLI::App* against = app.add_subcommand("compare", "measure a model against reference anatomy");
    against->add_option("model", model, "the .glb file")->required();
    against->add_option("reference", reference, "folder that holds meshes/*.ply")->required();
    against->add_option("--spec", spec, "folder of the specification, for the names (default: Genu's own)");
    against->add_flag("--json", as_json, "print JSON instead of a table");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : kBadInput;
    }
    try {
        if (spec.empty()) spec = default_spec_folder();
        return *leg ? build(wish) : compare(model, reference, spec, as_json);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "genu-build: %s\n", error.what());
        return 1;
    }
}
