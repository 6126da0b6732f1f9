#pragma once
// The page that a patient takes to the appointment: the answers, the painted place, what to talk about. One HTML file.
#include "app/handout_page.hpp"
#include "session/app_state.hpp"

namespace genu {

/// `date` as it is to be shown. A picture without bytes is left out.
std::string answers_page(const AppState& state, const Library& library, const HandoutPicture& picture, const std::string& css, const std::string& date);

/// A name in the folder that no file has yet: genu-appointment-2026-11-22.html.
fs::path free_page_name(const fs::path& folder, const std::string& date);

}  // namespace genu
