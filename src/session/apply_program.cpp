#include "session/apply.hpp"

#include <algorithm>

#include "session/scene_math.hpp"
#include "session/skin_points.hpp"

namespace genu {

namespace {

void step(Apply& apply, std::vector<ViewState>& from, std::vector<ViewState>& to)
{
    if (from.empty()) return;
    ViewState& view = apply.view;
    to.push_back(view);
    const Camera camera = current_camera(apply.state);
    view = from.back();
    from.pop_back();
    const Camera target = view.camera;
    view.camera = camera;
    apply.fly_to(target);
    apply.assess_again();
    apply.state.beneath = structures_beneath(apply.library, view.spots);
    if (view.exercise.is_none() && view.action.is_none()) apply.state.playback = {};
}

}  // namespace

void Apply::operator()(const cmd::SetPanel& c) { state.panel = c.panel; state.panel_open = c.open; }
void Apply::operator()(const cmd::SetWelcome& c) { state.welcome = c.on; }
void Apply::operator()(const cmd::SetSearch& c) { state.search = c.text; }
void Apply::operator()(const cmd::SetRegister& c) { state.settings.clinical_register = c.clinical; }
void Apply::operator()(const cmd::SetLatin& c) 
{
    state.settings.latin = c.on;
    state.settings.latin_beside = c.on && c.beside;
}
void Apply::operator()(const cmd::SetTheme& c) { state.settings.light_theme = c.light; }
void Apply::operator()(const cmd::SetScale& c) { state.settings.ui_scale = std::clamp(c.factor, 0.75, 2.5); }
void Apply::operator()(const cmd::SetReducedMotion& c) { state.settings.reduced_motion = c.on; }

void Apply::operator()(const cmd::SetLanguage& c)
{
    const auto& known = library.languages;
    if (std::find(known.begin(), known.end(), c.language) != known.end()) state.settings.language = c.language;
    else state.message = library.texts("error.unknown_language") + " \"" + c.language + "\"";
}

void Apply::operator()(const cmd::RestoreSession&)
{
    if (!state.last_session) {
        state.message = library.texts("error.no_session");
        return;
    }
    const LastSession session = *state.last_session;
    const Camera from = current_camera(state);
    view = session.view;
    view.camera = from;
    fly_to(session.view.camera);
    state.panel = session.panel;
    state.panel_open = true;
    state.playback = {};
    assess_again();
    state.beneath = structures_beneath(library, view.spots);
}

void Apply::operator()(const cmd::Say& c) { state.message = c.message; }
void Apply::operator()(const cmd::Undo&) { step(*this, state.undo, state.redo); }
void Apply::operator()(const cmd::Redo&) { step(*this, state.redo, state.undo); }
void Apply::operator()(const cmd::Quit&) { state.quit = true; }

}  // namespace genu
