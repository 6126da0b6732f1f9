#pragma once
// Where a reader's own files lie: settings, the last session, saved views. Nothing else is ever written unasked.
#include "base/files.hpp"

namespace genu {

/// The places of the XDG base directory specification, each with "genu" at its end. A folder that is not known (no home)
/// is empty; writing into it fails with a sentence.
struct UserFolders {
    fs::path config;  ///< settings.json
    fs::path state;   ///< session.json, progress of quizzes
    fs::path data;    ///< views/, handouts/

    /// `all_in_one`, else the environment's GENU_USER_DIR, else $XDG_CONFIG_HOME, $XDG_STATE_HOME and $XDG_DATA_HOME.
    static UserFolders find(const fs::path& all_in_one = {});
};

/// write_whole() into a folder that is made when it is missing.
Result<Done> write_user_file(const fs::path& path, std::string_view text);

/// Moves a file that cannot be understood aside, as NAME.broken, NAME.broken-2, …; gives its new place, empty where it
/// could not be moved.
fs::path kept_aside(const fs::path& path);

}  // namespace genu
