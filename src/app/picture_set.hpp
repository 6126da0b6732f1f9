#pragma once
// What every command that draws pictures into files begins with.
#include "app/picture.hpp"

namespace genu {

struct PictureSet {
    ProgramFiles files;
    Library library;
    AppState state;
    std::unique_ptr<Studio> studio;
};

/// Loads, starts and aims; kExitDone, or the exit code after saying what is wrong.
int prepare(const PictureOptions& options, PictureSet& set);
int save_picture(Studio& studio, const AppState& state, const PictureOptions& options, const fs::path& path);

}  // namespace genu
