#pragma once
// What is kept from one start to the next, as text: settings, and the last session.
#include "base/json.hpp"
#include "session/app_state.hpp"
#include "session/library.hpp"

namespace genu {

Json to_json(const Settings& settings);
/// Wrong types are problems; figures out of range are brought back into it; an unknown language keeps `fallback`'s.
Result<Settings> settings_from_json(const Json& json, const Settings& fallback, const std::vector<std::string>& languages, const std::string& file);

/// The reader can go back to where the last session ended.
bool has_last_session(const AppState& state);

Json to_json(const LastSession& session);
Result<LastSession> session_from_json(const Json& json, const Library& library, const std::string& file);
/// What a session is, of the state shown now.
LastSession session_of(const AppState& state);

}  // namespace genu
