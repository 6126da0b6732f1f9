#include "app/text_library.hpp"

#include <algorithm>

#include "app/option_values.hpp"
#include "app/picture.hpp"
#include "base/suggest.hpp"

namespace genu {

namespace {

template <class List>
void add_ids(const List& items, std::vector<std::string>& ids)
{
    for (const auto& item : items) ids.push_back(item.id.text());
}

// "popliteus" of muscle.popliteus, tendon.popliteus and bursa.popliteus.
std::vector<std::string> ids_ending_in(const Library& library, const std::string& word)
{
    std::vector<std::string> found;
    for (const std::string& id : all_ids(library)) if (id.ends_with("." + word)) found.push_back(id);
    return found;
}

Problems unknown_language(const fs::path& assets, const std::string& language)
{
    std::vector<std::string> known;
    for (const fs::path& file : files_below(assets / "text", ".json")) if (file.parent_path() == assets / "text") known.push_back(file.stem().string());
    if (std::find(known.begin(), known.end(), language) != known.end()) return {};
    return {{"command line", "--language", "there is no language \"" + language + "\"", "languages: " + joined_words(known)}};
}

Result<ProgramFiles> files_for(const PictureOptions& options)
{
    Result<ProgramFiles> files = ProgramFiles::find();
    if (!files) return files;
    const Problems problems = unknown_language(files->assets, options.language);
    if (!problems.empty()) return problems;
    return files;
}

}  // namespace

int fail(const Problems& problems, int code)
{
    report(problems);
    return code;
}

Result<Library> load_content(const PictureOptions& options)
{
    const Result<ProgramFiles> files = files_for(options);
    if (!files) return files.problems();
    return Library::load(*files, {}, options.language);
}

Result<Library> load_content_and_model(const PictureOptions& options)
{
    const Result<ProgramFiles> files = files_for(options);
    if (!files) return files.problems();
    if (!options.model.empty()) return Library::load(*files, options.model, options.language);
    Result<Library> without = Library::load(*files, {}, options.language);
    if (!without || files->model.empty()) return without;
    Result<Library> with = Library::load(*files, files->model, options.language);
    if (with) return with;
    report(with.problems());
    return without;
}

std::vector<std::string> all_ids(const Library& library)
{
    const Knowledge& k = library.knowledge;
    std::vector<std::string> ids = library.catalogue.ids();
    add_ids(k.conditions, ids);
    add_ids(k.findings, ids);
    add_ids(k.rules, ids);
    add_ids(k.exercises, ids);
    add_ids(k.myths, ids);
    add_ids(k.tours, ids);
    add_ids(k.rarer_causes, ids);
    add_ids(library.catalogue.sources(), ids);
    for (const std::string& name : library.view_names()) ids.push_back(name);
    for (const std::string& name : joint_axis_names()) ids.push_back(name);
    return ids;
}

Problem unknown_id(const Library& library, const std::string& id, const std::string& where, const std::string& what)
{
    const std::vector<std::string> bearers = ids_ending_in(library, id);
    if (!bearers.empty()) return {"command line", where, "\"" + id + "\" is only a part of an id", "did you mean \"" + joined_words(bearers, "\" or \"") + "\"?"};
    const std::string prefix = id.substr(0, id.find('.') + 1);
    std::vector<std::string> alike, all = all_ids(library);
    // Among ids of the same kind first: "symptom.lump" means a symptom.
    for (const std::string& known : all) if (!prefix.empty() && known.starts_with(prefix)) alike.push_back(known);
    std::string hint = did_you_mean(id, alike);
    if (hint.empty()) hint = did_you_mean(id, all);
    return {"command line", where, "unknown " + what + " \"" + id + "\"", hint.empty() ? "genu list … names all ids" : hint};
}

std::string text_or(const Library& library, const std::string& key, const std::string& fallback)
{
    return library.texts.all().contains(key) ? library.texts(key) : fallback;
}

std::string words_of(const Library& library, const FindingId& id, bool clinical)
{
    const Finding* finding = library.knowledge.find(id);
    if (!finding) return id.text();
    return clinical && !finding->clinical.empty() ? finding->clinical : finding->plain;
}

std::string name_of(const Library& library, const std::string& id)
{
    const Knowledge& k = library.knowledge;
    if (const Structure* s = library.catalogue.find(StructureId(id))) return s->name;
    if (const Condition* c = k.find(ConditionId(id))) return c->name;
    if (const Finding* f = k.find(FindingId(id))) return f->plain;
    if (const RedFlagRule* r = k.find(RedFlagId(id))) return r->name;
    if (const Exercise* e = k.find(ExerciseId(id))) return e->name;
    if (const Myth* m = k.find(MythId(id))) return m->claim;
    if (const Tour* t = k.find(TourId(id))) return t->name;
    if (const RarerCause* c = k.find(CauseId(id))) return c->name;
    if (const Source* s = library.catalogue.find(SourceId(id))) return s->cite;
    return id;
}

}  // namespace genu
