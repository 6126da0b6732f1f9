#include "app/desktop_folders.hpp"

#include <cstdlib>

namespace genu {

namespace {

fs::path home_folder()
{
    const char* home = std::getenv("HOME");
    return home && *home ? fs::path(home) : fs::path{};
}

/// XDG_DOCUMENTS_DIR="$HOME/Documentos"
fs::path told_folder(const std::string& name)
{
    const char* config = std::getenv("XDG_CONFIG_HOME");
    const fs::path home = home_folder();
    const Result<std::string> dirs = read_text((config && *config ? fs::path(config) : home / ".config") / "user-dirs.dirs");
    if (!dirs) return {};
    const std::string key = name + "=\"";
    const std::size_t at = dirs->find(key), end = at == std::string::npos ? at : dirs->find('"', at + key.size());
    if (end == std::string::npos) return {};
    const std::string folder = dirs->substr(at + key.size(), end - at - key.size());
    return folder.starts_with("$HOME") ? fs::path(home.string() + folder.substr(5)) : fs::path(folder);
}

fs::path folder_of(const std::string& name, const char* usual)
{
    std::error_code error;
    for (const fs::path& folder : {told_folder(name), home_folder() / usual}) {
        if (folder.is_absolute() && fs::is_directory(folder, error)) return folder;
    }
    return home_folder();
}

}  // namespace

fs::path documents_folder() { return folder_of("XDG_DOCUMENTS_DIR", "Documents"); }

fs::path pictures_folder()
{
    const fs::path folder = folder_of("XDG_PICTURES_DIR", "Pictures");
    return folder.empty() ? fs::temp_directory_path() / "Genu" : folder / "Genu";
}

fs::path free_name(const fs::path& path)
{
    std::error_code error;
    fs::path free = path;
    for (int i = 2; fs::exists(free, error); ++i) free = path.parent_path() / (path.stem().string() + "-" + std::to_string(i) + path.extension().string());
    return free;
}

fs::path with_home(const std::string& typed)
{
    if (typed == "~") return home_folder();
    return typed.starts_with("~/") ? home_folder() / typed.substr(2) : fs::path(typed);
}

}  // namespace genu
