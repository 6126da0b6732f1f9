#pragma once
#include <string>

#include "session/app_state.hpp"

namespace genu {

/// What a picture of this view is called as a file: after the exercise, the condition or the structure it is about.
std::string picture_name(const ViewState& view);                 ///< "popliteal_cyst.png"
std::string film_name(const ViewState& view, FilmKind kind);     ///< "popliteal_cyst.mp4"; numbered pictures lie in "popliteal_cyst_film"

}  // namespace genu
