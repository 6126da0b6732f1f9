#include "base/user_folders.hpp"

#include <cstdlib>

namespace genu {

namespace {

fs::path absolute_from(const char* name)
{
    const char* value = std::getenv(name);
    const fs::path path = value ? fs::path(value) : fs::path{};
    return path.is_absolute() ? path : fs::path{};  // the specification: a relative one is to be ignored
}

fs::path place(const char* variable, const char* below_home)
{
    if (const fs::path given = absolute_from(variable); !given.empty()) return given / "genu";
    const fs::path home = absolute_from("HOME");
    return home.empty() ? fs::path{} : home / below_home / "genu";
}

}  // namespace

UserFolders UserFolders::find(const fs::path& all_in_one)
{
    const char* one = std::getenv("GENU_USER_DIR");
    const fs::path folder = !all_in_one.empty() ? all_in_one : one ? fs::path(one) : fs::path{};
    if (!folder.empty()) return {folder, folder, folder};
    return {place("XDG_CONFIG_HOME", ".config"), place("XDG_STATE_HOME", ".local/state"), place("XDG_DATA_HOME", ".local/share")};
}

Result<Done> write_user_file(const fs::path& path, std::string_view text)
{
    if (!path.has_parent_path()) return Problem{path.string(), "", "there is no home folder to keep this in", "set HOME, or name a folder: genu --settings DIR"};
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) return Problem{path.parent_path().string(), "", "the folder cannot be made: " + error.message(), "name another one: genu --settings DIR"};
    return write_whole(path, text);
}

fs::path kept_aside(const fs::path& path)
{
    std::error_code error;
    for (int i = 1; i < 1000; ++i) {
        const fs::path aside = path.string() + ".broken" + (i > 1 ? "-" + std::to_string(i) : "");
        if (fs::exists(aside, error)) continue;
        fs::rename(path, aside, error);
        return error ? fs::path{} : aside;
    }
    return {};
}

}  // namespace genu
