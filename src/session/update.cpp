#include "session/update.hpp"

#include <cmath>

#include "session/apply.hpp"
#include "session/muscle_action.hpp"
#include "session/scene_math.hpp"

namespace genu {

namespace {

constexpr std::size_t kMostUndoSteps = 200;

template <class T, class... Others>
constexpr bool is_one_of = (std::is_same_v<T, Others> || ...);

// Commands that change what undo brings back.
bool is_undoable(const Command& command)
{
    return std::visit([](const auto& c) {
        using T = std::decay_t<decltype(c)>;
        return !is_one_of<T,
                          cmd::Hover,
                          cmd::BeginGesture, cmd::EndGesture,
                          cmd::SetPlaying, cmd::Scrub, cmd::SetSpeed,
                          cmd::SetPanel, cmd::SetExploreStep, cmd::SetWelcome, cmd::SetSearch,
                          cmd::SavePage,
                          cmd::SetRegister, cmd::SetLatin, cmd::SetTheme, cmd::SetScale, cmd::SetReducedMotion, cmd::SetLanguage,
                          cmd::SetTool,
                          cmd::SaveView, cmd::RenameView,
                          cmd::OpenFile, cmd::WriteHandout, cmd::WritePicture, cmd::WriteFilm, cmd::WriteText, cmd::CopyText, cmd::Speak, cmd::CancelWork,
                          cmd::Say,
                          cmd::Undo, cmd::Redo,
                          cmd::Quit>;
    }, command);
}

void remember(AppState& state, const ViewState& before)
{
    if (before == state.view) return;
    state.undo.push_back(before);
    if (state.undo.size() > kMostUndoSteps) state.undo.erase(state.undo.begin());
    state.redo.clear();
}

void apply(AppState& state, const Library& library, const Command& command)
{
    if (const auto* begin = std::get_if<cmd::BeginGesture>(&command)) {
        state.gesture = begin->name;
        state.gesture_start = state.view;
        return;
    }
    if (std::holds_alternative<cmd::EndGesture>(command)) {
        if (state.gesture_start && is_handle_drag(state)) Apply{state, library}.keep_in_picture(*state.gesture_start);
        if (state.gesture_start) remember(state, *state.gesture_start);
        state.gesture_start.reset();
        state.gesture.clear();
        return;
    }
    const ViewState before = state.view;
    std::visit(Apply{state, library}, command);
    if (is_undoable(command) && !state.gesture_start) remember(state, before);
}

void pass_time(AppState& state, const Library& library, double dt_s)
{
    if (state.flight) {
        state.flight->t_s += dt_s;
        if (state.flight->t_s >= kFlightSeconds) state.flight.reset();
    }
    if (!state.playback.playing) return;
    if (!state.view.action.is_none()) {
        const double whole_s = action_duration_s(muscle_action(library, state.view.action));
        if (whole_s > 0) state.playback.t_s = std::fmod(state.playback.t_s + dt_s * state.playback.speed, whole_s);
        return;
    }
    const Exercise* exercise = library.knowledge.find(state.view.exercise);
    if (!exercise || exercise->duration_s() <= 0) {
        state.playback.playing = false;
        return;
    }
    state.playback.t_s = std::fmod(state.playback.t_s + dt_s * state.playback.speed, exercise->duration_s());
}

}  // namespace

AppState initial_state(const Library& library)
{
    AppState state;
    state.view.layer = 3;
    state.settings.language = library.texts.language();
    if (const StandardView* view = library.view("posterior")) state.view.camera = view_camera(*view, state.picture_aspect);
    return state;
}

void update(AppState& state, const Library& library, const Commands& commands, double dt_s)
{
    for (const Command& command : commands) apply(state, library, command);
    pass_time(state, library, dt_s);
}

bool is_moving(const AppState& state) { return state.flight.has_value() || state.playback.playing; }

Pose current_pose(const AppState& state, const Library& library)
{
    return pose_at(state.view, library, state.playback.t_s);
}

}  // namespace genu
