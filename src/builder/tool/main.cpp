// genu-build: the leg from its specification, and how it compares with measured anatomy.
#include <cstdio>
#include <string>

#include <CLI/CLI.hpp>

#include "builder/leg_builder.hpp"

namespace {

constexpr int kBadInput = 2;

int complain(const genu::Problems& problems)
{
    std::fprintf(stderr, "%s\n", genu::to_text(problems).c_str());
    return kBadInput;
}

int build(const std::string& folder, const std::string& output)
{
    using namespace genu;
    Result<builder::LegSpec> spec = builder::read_leg_spec(folder);
    if (!spec) return complain(spec.problems());
    Result<builder::BuiltLeg> leg = builder::build_leg(*spec, [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); });
    if (!leg) return complain(leg.problems());
    for (const std::string& note : leg->notes) std::fprintf(stderr, "note: %s\n", note.c_str());
    const Result<Done> written = write_glb(output, leg->model, leg->colours);
    if (!written) return complain(written.problems());
    std::size_t triangles = 0;
    for (const Mesh& mesh : leg->model.meshes) triangles += mesh.indices.size() / 3;
    std::fprintf(stderr, "%s: %zu structures, %zu triangles, %zu joints\n", output.c_str(), leg->model.meshes.size(), triangles, leg->model.joints.size());
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
    CLI::App app{"Builds Genu's leg from its specification"};
    app.require_subcommand(1);
    std::string spec, output;
    CLI::App* leg = app.add_subcommand("leg", "write the model");
    leg->add_option("--spec", spec, "folder of the specification (default: Genu's own)");
    leg->add_option("-o,--output", output, "the .glb file to write")->required();
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : kBadInput;
    }
    try {
        return build(spec.empty() ? default_spec_folder() : spec, output);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "genu-build: %s\n", error.what());
        return 1;
    }
}
