#include "app/shelf.hpp"

#include <algorithm>

#include "session/view_json.hpp"

namespace genu {

namespace {

constexpr int kPictureWidth = 480;

}  // namespace

std::string text_of(const SavedView& saved)
{
    return Json{{"genu", "view"}, {"name", saved.name}, {"note", saved.note}, {"view", to_json(saved.view)}}.dump(2) + "\n";
}

Result<SavedView> saved_view_from(const Json& json, const Library& library, const fs::path& file)
{
    if (!json.is_object() || !json.contains("view")) return Problem{file.string(), "", "is no saved view of Genu", "a saved view has a member \"view\""};
    const Result<ViewState> view = view_from_json(json["view"], library, file.string());
    if (!view) return view.problems();
    const std::string id = file.stem().string();
    const auto text = [&](const char* key) { return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string{}; };
    return SavedView{id, text("name").empty() ? id : text("name"), text("note"), *view};
}

std::vector<SavedView> Shelf::load(const Library& library, Problems& problems)
{
    known_.clear();
    if (folder_.empty()) return {};
    for (const fs::path& file : files_below(folder_, ".json")) {
        if (file.parent_path() != folder_) continue;
        const Result<Json> json = read_json(file);
        const Result<SavedView> saved = json ? saved_view_from(*json, library, file) : Result<SavedView>(json.problems());
        if (saved) known_.push_back(*saved);
        else append(problems, saved.problems());
    }
    return known_;
}

void Shelf::write(const SavedView& saved, const Picture* picture, Problems& problems)
{
    const Result<Done> written = write_user_file(folder_ / (saved.id + ".json"), text_of(saved));
    if (!written) return append(problems, written.problems());
    if (!picture) return;
    if (const std::optional<Image> image = (*picture)()) {
        const Result<Done> drawn = write_png(picture_of(saved.id), made_small(*image, kPictureWidth));
        if (!drawn) append(problems, drawn.problems());
    }
}

void Shelf::move(const std::string& id, const fs::path& from, const fs::path& to)
{
    std::error_code error;
    fs::create_directories(to, error);
    for (const char* ending : {".json", ".png"}) fs::rename(from / (id + ending), to / (id + ending), error);
}

bool Shelf::follow(const AppState& state, const Picture& picture, Problems& problems)
{
    bool changed = false;
    for (const SavedView& saved : state.saved_views) {
        const auto found = std::find_if(known_.begin(), known_.end(), [&](const SavedView& v) { return v.id == saved.id; });
        if (found != known_.end() && *found == saved) continue;
        write(saved, found == known_.end() ? &picture : nullptr, problems);
        changed = true;
    }
    if (changed) known_ = state.saved_views;
    const std::set<std::string>& deleted = state.view.deleted_views;
    for (const std::string& id : deleted) if (!deleted_.contains(id)) move(id, folder_, folder_ / "deleted"), changed = true;
    for (const std::string& id : deleted_) if (!deleted.contains(id)) move(id, folder_ / "deleted", folder_), changed = true;
    deleted_ = deleted;
    return changed;
}

Image made_small(const Image& image, int width)
{
    if (image.width <= width || image.width < 1 || image.height < 1) return image;
    Image small;
    small.width = width;
    small.height = std::max(1, image.height * width / image.width);
    small.rgba.resize(4 * static_cast<std::size_t>(small.width) * static_cast<std::size_t>(small.height));
    for (int y = 0; y < small.height; ++y) {
        const int y0 = y * image.height / small.height, y1 = std::max(y0 + 1, (y + 1) * image.height / small.height);
        for (int x = 0; x < width; ++x) {
            const int x0 = x * image.width / width, x1 = std::max(x0 + 1, (x + 1) * image.width / width);
            unsigned sum[4] = {};
            for (int v = y0; v < y1; ++v) for (int u = x0; u < x1; ++u) for (int c = 0; c < 4; ++c) sum[c] += image.pixel(u, v)[c];
            const auto count = static_cast<unsigned>((y1 - y0) * (x1 - x0));
            for (std::size_t c = 0; c < 4; ++c) small.rgba[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) + c] = static_cast<std::uint8_t>(sum[c] / count);
        }
    }
    return small;
}

}  // namespace genu
