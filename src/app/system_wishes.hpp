#pragma once
#include <optional>
#include <string>

#include "base/files.hpp"

namespace genu {

/// What a reader has told the desktop once for all programs. Empty: nothing was said, or not where Genu looks.
struct SystemWishes {
    std::optional<bool> reduced_motion;
    std::optional<bool> light_theme;
};

/// From GTK's settings.ini (version 4 before 3) and KDE's kdeglobals in `config_home`.
SystemWishes wishes_in_files(const fs::path& config_home);

/// From the words that GNOME's `gsettings` prints for enable-animations and color-scheme, one per line.
SystemWishes wishes_in_gsettings(const std::string& printed);

/// The desktop's own service where there is one, else the files.
SystemWishes system_wishes();

}  // namespace genu
