#pragma once
// Files: read whole, written whole or not at all; and where the program's own files lie.
#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace genu {

namespace fs = std::filesystem;

Result<std::string> read_text(const fs::path& path);
Result<std::vector<std::byte>> read_bytes(const fs::path& path);

/// Writes beside the target and renames, so a reader never sees half a file and a failure leaves the old one.
Result<Done> write_whole(const fs::path& path, std::string_view text);
Result<Done> write_whole(const fs::path& path, std::span<const std::byte> bytes);

/// The folders Genu reads from. `find` looks, in order, at: the environment (GENU_ASSETS, GENU_SHADERS),
/// beside the program, the installed place (../share/genu), and the source tree it was built from.
struct ProgramFiles {
    fs::path assets;
    fs::path shaders;
    fs::path model;  ///< leg.glb
    static Result<ProgramFiles> find();
};

/// All regular files below `folder` with this ending (".json"), sorted, so that loading is deterministic.
std::vector<fs::path> files_below(const fs::path& folder, std::string_view ending);

/// A font file with Latin and Greek letters from the system's usual places; empty when none is found.
fs::path find_font(bool semibold);

}  // namespace genu
