#include "app/keeper.hpp"

#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr double kWriteAfterSeconds = 2;

}  // namespace

std::optional<Json> Keeper::read(const fs::path& path)
{
    std::error_code error;
    if (path.empty() || !fs::exists(path, error)) return std::nullopt;
    const Result<Json> json = read_json(path);
    if (json && json->is_object()) return *json;
    const fs::path aside = kept_aside(path);
    complain("keep.broken", aside.empty() ? path.string() : aside.string());
    return std::nullopt;
}

Settings Keeper::settings(const Settings& first, const std::vector<std::string>& languages)
{
    const fs::path path = folders_.config.empty() ? fs::path{} : folders_.config / "settings.json";
    Settings settings = first;
    if (const std::optional<Json> json = read(path)) {
        const Result<Settings> kept = settings_from_json(*json, first, languages, path.string());
        if (kept) {
            settings = *kept;
            settings_json_ = *json;
        } else {
            complain("keep.broken", kept_aside(path).string());
        }
    }
    settings_ = settings;
    return settings;
}

std::optional<LastSession> Keeper::session(const Library& library)
{
    const fs::path path = folders_.state.empty() ? fs::path{} : folders_.state / "session.json";
    const std::optional<Json> json = read(path);
    if (!json) return std::nullopt;
    const Result<LastSession> kept = session_from_json(*json, library, path.string());
    if (kept) return *kept;
    complain("keep.broken", kept_aside(path).string());
    return std::nullopt;
}

void Keeper::watch(const AppState& state, double now_s)
{
    // The session that was begun with is not worth a file: the one before it stays until something happens.
    if (!session_) session_ = session_of(state);
    const bool changed = settings_ != state.settings || session_ != session_of(state);
    if (!changed) return changed_at_s_.reset();
    if (!changed_at_s_) changed_at_s_ = now_s;
    if (now_s - *changed_at_s_ >= kWriteAfterSeconds) write_now(state);
}

void Keeper::write_now(const AppState& state)
{
    changed_at_s_.reset();
    if (settings_ != state.settings) {
        settings_ = state.settings;
        settings_json_.merge_patch(to_json(state.settings));
        write(folders_.config.empty() ? fs::path{} : folders_.config / "settings.json", settings_json_);
    }
    if (session_ && session_ != session_of(state)) {
        session_ = session_of(state);
        write(folders_.state.empty() ? fs::path{} : folders_.state / "session.json", to_json(*session_));
    }
}

bool Keeper::write(const fs::path& path, const Json& json)
{
    const Result<Done> written = write_user_file(path, json.dump(2) + "\n");
    if (written) return true;
    if (!cannot_write_) complain("keep.unwritable", to_text(written.problems().front()));
    cannot_write_ = true;
    return false;
}

std::string Keeper::take_words(const Texts& texts)
{
    std::string words;
    for (const auto& [key, about] : trouble_) words += (words.empty() ? "" : "\n") + filled(texts(key), {about});
    trouble_.clear();
    return words;
}

}  // namespace genu
