#pragma once
// Where the reader keeps documents and pictures, as the desktop was told (xdg-user-dirs).
#include "base/files.hpp"

namespace genu {

/// The home folder where there is no folder of the kind.
fs::path documents_folder();
/// A folder "Genu" among the pictures; it need not be there yet.
fs::path pictures_folder();

/// `path` itself, or with a number before its ending where something of that name is there: nothing is written over.
fs::path free_name(const fs::path& path);

/// "~/x" below the home folder.
fs::path with_home(const std::string& typed);

}  // namespace genu
