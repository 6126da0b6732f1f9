#pragma once
// What a file is that was dragged onto the window or named: a saved view, a script, a model, or a folder of these.
#include "app/shelf.hpp"
#include "session/commands.hpp"

namespace genu {

struct Opened {
    std::vector<SavedView> views;   ///< of a folder: all of them; the first is shown
    Commands commands;              ///< of a script
    fs::path model;                 ///< empty: none
};

Result<Opened> open_path(const fs::path& path, const Library& library);

}  // namespace genu
