#include "app/open_file.hpp"

namespace genu {

namespace {

Result<Opened> open_json(const fs::path& path, const Library& library)
{
    const Result<Json> json = read_json(path);
    if (!json) return json.problems();
    Opened opened;
    if (json->is_array()) {
        Result<Commands> commands = commands_from_json(*json, path.string());
        if (!commands) return commands.problems();
        opened.commands = std::move(commands).value();
        return opened;
    }
    Result<SavedView> view = saved_view_from(*json, library, path);
    if (!view) return view.problems();
    opened.views.push_back(std::move(view).value());
    return opened;
}

Result<Opened> open_folder(const fs::path& folder, const Library& library)
{
    Opened all;
    std::error_code error;
    for (const char* ending : {".json", ".glb"}) {
        for (const fs::path& file : files_below(folder, ending)) {
            if (file.parent_path() != folder) continue;
            const Result<Opened> one = open_path(file, library);
            if (!one) continue;  // a folder may hold other things
            all.views.insert(all.views.end(), one->views.begin(), one->views.end());
            if (all.model.empty()) all.model = one->model;
        }
    }
    if (all.views.empty() && all.model.empty()) return Problem{folder.string(), "", "holds no saved view and no model", "a saved view ends in .json, a model in .glb"};
    return all;
}

}  // namespace

Result<Opened> open_path(const fs::path& path, const Library& library)
{
    std::error_code error;
    if (!fs::exists(path, error)) return Problem{path.string(), "", "there is no such file", "check the name"};
    if (fs::is_directory(path, error)) return open_folder(path, library);
    if (path.extension() == ".glb") {
        Opened opened;
        opened.model = path;
        return opened;
    }
    if (path.extension() == ".json") return open_json(path, library);
    return Problem{path.string(), "", "is nothing that Genu opens", "saved views and scripts (.json), models (.glb), and folders of these"};
}

}  // namespace genu
