#include "session/apply.hpp"

#include <algorithm>
#include <cctype>

#include "base/suggest.hpp"
#include "session/scene_math.hpp"

namespace genu {

namespace {

constexpr std::size_t kLongestId = 40;

/// "Cyst, knee straight" → "cyst_knee_straight": what every file system takes. Letters beyond ASCII are left out.
std::string file_word(const std::string& name)
{
    std::string word;
    for (const char c : name) {
        const auto u = static_cast<unsigned char>(c);
        if (u < 128 && std::isalnum(u)) word += static_cast<char>(std::tolower(u));
        else if (!word.empty() && word.back() != '_' && u < 128) word += '_';
    }
    word.resize(std::min(word.size(), kLongestId));
    while (!word.empty() && word.back() == '_') word.pop_back();
    return word.empty() ? "view" : word;
}

SavedView* find(AppState& state, const std::string& id)
{
    const auto found = std::find_if(state.saved_views.begin(), state.saved_views.end(), [&](const SavedView& v) { return v.id == id; });
    return found == state.saved_views.end() ? nullptr : &*found;
}

SavedView* saved_view(AppState& state, const Library& library, const std::string& id)
{
    if (SavedView* found = find(state, id)) return found;
    std::vector<std::string> ids;
    for (const SavedView& v : state.saved_views) ids.push_back(v.id);
    const std::string hint = did_you_mean(id, ids);
    state.message = library.texts("error.unknown_saved_view") + " \"" + id + "\"" + (hint.empty() ? "" : " – " + hint);
    return nullptr;
}

}  // namespace

void Apply::operator()(const cmd::SaveView& c)
{
    const std::string word = file_word(c.name);
    std::string id = word;
    for (int i = 2; find(state, id); ++i) id = word + "_" + std::to_string(i);
    SavedView saved{id, c.name.empty() ? id : c.name, c.note, view};
    saved.view.deleted_views.clear();
    state.saved_views.push_back(std::move(saved));
}

void Apply::operator()(const cmd::OpenView& c)
{
    const SavedView* saved = saved_view(state, library, c.id);
    if (!saved) return;
    const Camera from = current_camera(state), to = saved->view.camera;
    std::set<std::string> deleted = std::move(view.deleted_views);
    view = saved->view;
    view.deleted_views = std::move(deleted);
    view.camera = from;
    fly_to(to);
    state.playback = {};
    assess_again();
}

void Apply::operator()(const cmd::RenameView& c)
{
    SavedView* saved = saved_view(state, library, c.id);
    if (!saved) return;
    if (!c.name.empty()) saved->name = c.name;
    saved->note = c.note;
}

void Apply::operator()(const cmd::DeleteView& c)
{
    if (saved_view(state, library, c.id)) view.deleted_views.insert(c.id);
}

void Apply::operator()(const cmd::OpenFile& c) { state.errands.push_back({Errand::Kind::open_file, c.path, {}}); }

void Apply::operator()(const cmd::WriteHandout& c)
{
    if (view.condition.is_none()) state.message = library.texts("handout.choose_first");
    else state.errands.push_back({Errand::Kind::write_handout, c.path, {}});
}

void Apply::operator()(const cmd::WritePicture& c)
{
    Errand errand{Errand::Kind::write_picture, c.wish.path, {}};
    errand.film.picture = c.wish;
    state.errands.push_back(std::move(errand));
}

void Apply::operator()(const cmd::WriteFilm& c)
{
    if (c.wish.exercise && view.exercise.is_none()) state.message = library.texts("film.choose_first");
    else state.errands.push_back({Errand::Kind::write_film, c.wish.picture.path, c.wish});
}

void Apply::operator()(const cmd::WriteText& c) { state.errands.push_back({Errand::Kind::write_text, c.path, {}}); }
void Apply::operator()(const cmd::CopyText&) { state.errands.push_back({Errand::Kind::copy_text, "", {}}); }
void Apply::operator()(const cmd::CancelWork&) { state.errands.push_back({Errand::Kind::cancel, "", {}}); }
void Apply::operator()(const cmd::Speak&) { state.errands.push_back({Errand::Kind::speak, "", {}}); }

}  // namespace genu
