// genu check: everything that is wrong with content and model, all at once.
#include <algorithm>
#include <iostream>

#include "app/check_model.hpp"
#include "app/picture.hpp"
#include "app/text.hpp"
#include "app/text_library.hpp"
#include "clinical/check_schemas.hpp"
#include "clinical/translation.hpp"
#include "scene/gltf.hpp"

namespace genu {

namespace {

/// What was looked at, so that "no problems" says about what.
struct Findings {
    ContentReport report;
    std::vector<std::pair<std::string, std::size_t>> counts;
};

std::vector<StructureId> shapes_of(const Model& model)
{
    std::vector<StructureId> ids;
    for (const Mesh& mesh : model.meshes) ids.push_back(mesh.id);
    return ids;
}

void read_model(const fs::path& path, Model& model, Findings& found)
{
    if (path.empty()) {
        found.report.notes.push_back({"model", "", "there is no built leg, so the model was not checked", "run ./run once, or name one with --model"});
        return;
    }
    Result<Model> read = read_gltf(path);
    if (!read) return append(found.report.problems, read.problems());
    append(found.report.problems, check_model(*read, path.string()));
    model = std::move(read).value();
}

/// A reader knows more about a place than the schema does ("did you mean …"), so where it has spoken the schema is silent.
void append_unsaid(Problems& problems, const Problems& more)
{
    const std::size_t said = problems.size();
    for (const Problem& p : more) {
        const auto same_place = [&](const Problem& other) { return fs::path(other.file).filename() == fs::path(p.file).filename() && other.place == p.place; };
        if (std::none_of(problems.begin(), problems.begin() + static_cast<std::ptrdiff_t>(said), same_place)) problems.push_back(p);
    }
}

Findings look(const ProgramFiles& files, const fs::path& model_path, const std::string& language)
{
    Findings found;
    Model model;
    read_model(model_path, model, found);
    ContentReport translations = check_translations(files.assets);
    append(found.report.problems, std::move(translations.problems));
    append(found.report.notes, std::move(translations.notes));
    if (language != "en") {
        if (const Result<Library> translated = Library::load(files, {}, language); !translated) append(found.report.problems, translated.problems());
    }
    // Whether texts can be read is measured on the English ones: the formula is made for them.
    Result<Library> library = Library::load(files, {}, "en");
    if (!library) append(found.report.problems, library.problems());
    append_unsaid(found.report.problems, check_schemas(files.assets));
    if (!library) return found;
    const Knowledge& k = library->knowledge;
    ContentReport content = check_content(k, library->catalogue, shapes_of(model));
    append(found.report.problems, std::move(content.problems));
    append(found.report.notes, std::move(content.notes));
    append(found.report.problems, check_scenes(*library));
    found.counts = {{"structures", library->catalogue.structures().size()}, {"shapes", model.meshes.size()}, {"paths", library->paths.size()},
                    {"conditions", k.conditions.size()}, {"findings", k.findings.size()}, {"red_flags", k.rules.size()}, {"exercises", k.exercises.size()},
                    {"myths", k.myths.size()}, {"tours", k.tours.size()}, {"sources", library->catalogue.sources().size()}};
    return found;
}

OrderedJson json_of(const Problems& problems)
{
    OrderedJson list = OrderedJson::array();
    for (const Problem& p : problems) list.push_back({{"file", p.file}, {"place", p.place}, {"message", p.message}, {"hint", p.hint}});
    return list;
}

OrderedJson json_of(const Findings& found)
{
    OrderedJson json = {{"problems", json_of(found.report.problems)}, {"notes", json_of(found.report.notes)}, {"counts", OrderedJson::object()}};
    for (const auto& [name, count] : found.counts) json["counts"][name] = count;
    return json;
}

void print(const Findings& found)
{
    for (const Problem& p : found.report.problems) std::cout << "problem: " << to_text(p) << '\n';
    for (const Problem& p : found.report.notes) std::cout << "note: " << to_text(p) << '\n';
    std::string counts;
    for (const auto& [name, count] : found.counts) counts += (counts.empty() ? "" : ", ") + std::to_string(count) + " " + name;
    if (!counts.empty()) std::cout << counts << '\n';
    std::cout << found.report.problems.size() << " problems, " << found.report.notes.size() << " notes\n";
}

}  // namespace

int run_check(const Options& options)
{
    Result<ProgramFiles> files = ProgramFiles::find();
    if (!files) return fail(files.problems());
    if (!options.assets.empty()) files->assets = options.assets;
    std::error_code error;
    if (!fs::is_directory(files->assets, error)) return fail({{files->assets.string(), "--assets", "is not a folder", "name the folder that holds anatomy/, conditions/, …"}});
    if (options.accept_translations) {
        const Result<Done> accepted = accept_translations(files->assets, options.picture.language);
        if (!accepted) return fail(accepted.problems());
    }
    const Findings found = look(*files, options.picture.model.empty() ? files->model : options.picture.model, options.picture.language);
    if (options.json) std::cout << json_of(found).dump(1) << '\n';
    else print(found);
    std::cout.flush();
    if (found.report.problems.empty()) return kExitDone;
    if (options.json) return kExitBadInput;
    report({{"genu check", "", std::to_string(found.report.problems.size()) + " problems found", "they are listed above, each with its place"}});
    return kExitBadInput;
}

}  // namespace genu
