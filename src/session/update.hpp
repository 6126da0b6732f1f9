#pragma once
// The one place where state changes.
#include "session/commands.hpp"
#include "session/library.hpp"

namespace genu {

/// Standing leg from behind, skin peeled off, content's default register.
AppState initial_state(const Library& library);

/// Applies the commands in order, then lets `dt_s` seconds pass (flights, playback). Ids a command names must exist in
/// the library; one that does not leaves the view alone and sets `state.message`.
void update(AppState& state, const Library& library, const Commands& commands, double dt_s);

/// True while something moves by itself, so that the window must keep drawing.
bool is_moving(const AppState& state);

/// The pose shown now: the exercise's at its time, else the one set.
Pose current_pose(const AppState& state, const Library& library);

}  // namespace genu
