#pragma once
// What is on the screen, in words: for screen readers, for speech, for a file, for whoever cannot see the picture.
#include <string>

#include "session/app_state.hpp"
#include "session/library.hpp"

namespace genu {

/// Plain text, a heading and its lines at a time. Says what the picture shows, what is chosen, what was answered and what
/// follows from it, in the reader's language and register.
std::string describe(const AppState& state, const Library& library);

}  // namespace genu
