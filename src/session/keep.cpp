#include "session/keep.hpp"

#include <algorithm>
#include <cmath>

#include "session/view_json.hpp"

namespace genu {

Json to_json(const Settings& s)
{
    return {{"language", s.language}, {"register", s.clinical_register ? "clinical" : "plain"}, {"theme", s.light_theme ? "light" : "dark"},
            {"ui_scale", s.ui_scale}, {"reduced_motion", s.reduced_motion}, {"latin", s.latin}, {"latin_beside", s.latin_beside}};
}

Result<Settings> settings_from_json(const Json& json, const Settings& fallback, const std::vector<std::string>& languages, const std::string& file)
{
    Problems problems;
    const JsonView at(json, file, "", problems);
    if (!json.is_object()) at.complain("must hold settings, such as {\"theme\": \"light\"}");
    Settings s = fallback;
    const std::string language = at.text_or("language", s.language);
    if (std::find(languages.begin(), languages.end(), language) != languages.end()) s.language = language;
    s.clinical_register = at.text_or("register", s.clinical_register ? "clinical" : "plain") == "clinical";
    s.light_theme = at.text_or("theme", s.light_theme ? "light" : "dark") == "light";
    const double scale = at.number_or("ui_scale", s.ui_scale);
    s.ui_scale = std::isfinite(scale) ? std::clamp(scale, 0.75, 2.5) : 1;
    s.reduced_motion = at.flag_or("reduced_motion", s.reduced_motion);
    s.latin = at.flag_or("latin", s.latin);
    s.latin_beside = s.latin && at.flag_or("latin_beside", s.latin_beside);
    if (!problems.empty()) return problems;
    return s;
}

bool has_last_session(const AppState& state) { return state.last_session.has_value(); }

Json to_json(const LastSession& session) { return {{"genu", "session"}, {"panel", name_of(session.panel)}, {"view", to_json(session.view)}}; }

Result<LastSession> session_from_json(const Json& json, const Library& library, const std::string& file)
{
    if (!json.is_object() || !json.contains("view")) return Problem{file, "", "is no session of Genu", ""};
    const Result<ViewState> view = view_from_json(json["view"], library, file);
    if (!view) return view.problems();
    LastSession session{*view, Panel::explain};
    for (const Panel panel : {Panel::explore, Panel::explain, Panel::learn, Panel::motion}) {
        if (json.value("panel", "") == name_of(panel)) session.panel = panel;
    }
    return session;
}

LastSession session_of(const AppState& state) { return {state.view, state.panel}; }

}  // namespace genu
