#include "app/picture_work.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <unistd.h>

#include "app/desktop_folders.hpp"
#include "app/option_values.hpp"
#include "app/shelf.hpp"
#include "session/commands.hpp"
#include "session/picture_name.hpp"

namespace genu {

namespace {

constexpr double kPointsHigh = 760;  // of the picture on a screen: words keep their share of it

fs::path work_folder()
{
    std::error_code error;
    std::string pattern = (fs::temp_directory_path(error) / "genu-XXXXXX").string();
    return mkdtemp(pattern.data()) ? fs::path(pattern) : fs::path{};
}

std::string size_text(const PictureWish& w) { return std::to_string(w.width) + "x" + std::to_string(w.height); }

std::vector<std::string> arguments_for(const Errand& errand, const AppState& state, const fs::path& model, const fs::path& work, const fs::path& path)
{
    const PictureWish& wish = errand.film.picture;
    std::error_code error;
    std::vector<std::string> all = {fs::read_symlink("/proc/self/exe", error).string(), "--open", (work / "view.json").string(), "--script", (work / "script.json").string(),
                                    "--size", size_text(wish), "--scale", short_number(std::clamp(wish.height / kPointsHigh, 0.5, 8.0)),
                                    "--theme", state.settings.light_theme ? "light" : "dark", "--register", state.settings.clinical_register ? "clinical" : "plain",
                                    "--language", state.settings.language};
    if (!model.empty()) all.insert(all.end(), {"--model", model.string()});
    if (!wish.names) all.push_back("--no-names");
    if (!wish.legend) all.push_back("--no-legend");
    if (wish.transparent) all.push_back("--transparent");
    if (errand.kind == Errand::Kind::write_picture) {
        all.insert(all.end(), {"--screenshot", path.string()});
        return all;
    }
    const FilmWish& film = errand.film;
    const bool one_file = film.kind != FilmKind::pictures;
    all.insert(all.end(), {"sequence", "-o", (one_file ? work / "pictures" : path).string(), "--fps", short_number(film.frames_per_second)});
    if (!film.exercise) all.insert(all.end(), {"--turn", "--frames", std::to_string(std::max(2L, std::lround(film.seconds * film.frames_per_second)))});
    if (one_file) all.insert(all.end(), {"--movie", path.string()});
    return all;
}

SavedView view_for(const Errand& errand, const AppState& state)
{
    SavedView saved{"view", "view", "", state.view};
    const PictureWish& wish = errand.film.picture;
    if (wish.style) saved.view.style = *wish.style;
    saved.view.camera = reframed(saved.view.camera, state.picture_aspect, static_cast<double>(wish.width) / wish.height);
    saved.view.deleted_views.clear();
    return saved;
}

Commands rest_of(const AppState& state)
{
    return {cmd::SetLatin{state.settings.latin, state.settings.latin_beside}, cmd::SetPlaying{false}, cmd::Scrub{state.playback.t_s}};
}

}  // namespace

Camera reframed(Camera camera, double from_aspect, double to_aspect)
{
    if (from_aspect > 0 && to_aspect > 0 && to_aspect < from_aspect) camera.distance_m *= static_cast<float>(from_aspect / to_aspect);
    return camera;
}

Result<Done> PictureWork::choose_path(const Errand& errand, const AppState& state)
{
    std::error_code error;
    fs::path path = with_home(errand.text);
    const std::string name = film_ ? film_name(state.view, errand.film.kind) : picture_name(state.view), ending = fs::path(name).extension().string();
    if (path.empty()) path = fs::path(state.around.pictures_folder) / name;
    else if (!path.has_filename() || fs::is_directory(path, error)) path /= name;
    if (!path.is_absolute()) path = fs::path(state.around.pictures_folder) / path;
    if (path.extension() != ending) path += ending;
    const fs::path folder = path.parent_path();
    fs::create_directories(folder, error);
    if (error) return Problem{folder.string(), "", "the folder cannot be made: " + error.message(), ""};
    if (access(folder.c_str(), W_OK) != 0) return Problem{folder.string(), "", "the folder cannot be written to", ""};
    path_ = free_name(path);
    return Done{};
}

Result<Done> PictureWork::start(const Errand& errand, const AppState& state, const fs::path& model)
{
    cancel();
    film_ = errand.kind == Errand::Kind::write_film;
    if (Result<Done> chosen = choose_path(errand, state); !chosen) return chosen;
    work_ = work_folder();
    if (work_.empty()) return Problem{fs::temp_directory_path().string(), "", "the folder cannot be written to", ""};
    Json script = Json::array();
    for (const Command& command : rest_of(state)) script.push_back(to_json(command));
    for (const auto& [name, text] : {std::pair{"view.json", text_of(view_for(errand, state))}, std::pair{"script.json", script.dump()}}) {
        if (Result<Done> written = write_whole(work_ / name, text); !written) return clean(), written;
    }
    if (!child_.start(arguments_for(errand, state, model, work_, path_), {}, true)) return clean(), Problem{"genu", "", "could not be started", ""};
    return Done{};
}

double PictureWork::share()
{
    // "\r12 / 144": the last one counts.
    const std::string& said = child_.said();
    const std::size_t slash = said.rfind(" / "), at = slash == std::string::npos ? slash : said.rfind('\r', slash);
    if (at == std::string::npos) return -1;
    const double done = std::atof(said.c_str() + at + 1), all = std::atof(said.c_str() + slash + 3);
    return all > 0 ? std::clamp(done / all, 0.0, 1.0) : -1;
}

std::optional<Result<Done>> PictureWork::ended()
{
    const std::optional<int> code = child_.ended();
    if (!code) return std::nullopt;
    clean();
    if (*code == 0) return Result<Done>(Done{});
    std::string said = child_.said();
    // Its progress is no complaint.
    if (const std::size_t last = said.rfind('\r'); last != std::string::npos) said.erase(0, std::min(said.find('\n', last) + 1, said.size()));
    if (said.empty()) said = "genu stopped with exit code " + std::to_string(*code);
    return Result<Done>(Problem{path_.string(), "", said, ""});
}

void PictureWork::cancel()
{
    const bool was_running = child_.running();
    child_.end();
    clean();
    std::error_code error;
    if (was_running && !path_.empty()) fs::remove_all(path_, error);
}

void PictureWork::clean()
{
    std::error_code error;
    if (!work_.empty()) fs::remove_all(work_, error);
    work_.clear();
}

}  // namespace genu
