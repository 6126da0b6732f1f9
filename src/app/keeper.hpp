#pragma once
// Keeps settings and the session in files while the program runs, and brings them back at its start.
#include <optional>

#include "base/user_folders.hpp"
#include "session/keep.hpp"

namespace genu {

class Keeper {
public:
    explicit Keeper(UserFolders folders) : folders_(std::move(folders)) {}

    /// The settings of the last time; `first` where there are none. What could not be read is kept aside and said by words().
    Settings settings(const Settings& first, const std::vector<std::string>& languages);
    /// False before anything was ever chosen.
    bool has_settings() const { return !folders_.config.empty() && fs::exists(folders_.config / "settings.json"); }
    std::optional<LastSession> session(const Library& library);

    /// After each step: notes what has changed and writes it once it has rested for a moment, at the latest after some
    /// seconds. The clock is the caller's.
    void watch(const AppState& state, double now_s);
    void write_now(const AppState& state);
    /// Something waits to be written: call watch() again soon.
    bool waits() const { return changed_at_s_.has_value(); }

    /// One sentence to the reader about what went wrong, once; empty: nothing did.
    std::string take_words(const Texts& texts);

private:
    std::optional<Json> read(const fs::path& path);
    void complain(const char* key, const std::string& where) { trouble_.push_back({key, where}); }
    bool write(const fs::path& path, const Json& json);

    UserFolders folders_;
    Json settings_json_ = Json::object();   ///< with members of other versions of Genu, which are kept
    std::optional<Settings> settings_;      ///< as written
    std::optional<LastSession> session_;    ///< as written, or as it was at the start
    std::optional<double> changed_at_s_;
    std::vector<std::pair<std::string, std::string>> trouble_;  ///< key of the sentence, what it is about
    bool cannot_write_ = false;             ///< said once
};

}  // namespace genu
