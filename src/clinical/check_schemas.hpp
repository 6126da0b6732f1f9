#pragma once
// The content held against assets/schemas: the form of every file, before anything in it is believed.
#include "base/files.hpp"

namespace genu {

/// All that the schemas forbid, files as named below `assets`; nothing about files that are not there or are no JSON
/// (their readers say so).
Problems check_schemas(const fs::path& assets);

}  // namespace genu
