#include "app/system_wishes.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <sstream>

#include "app/child_process.hpp"

namespace genu {

namespace {

using Ini = std::map<std::string, std::string>;  // "section/key"

std::string unquoted(const std::string& s)
{
    const char* blank = " \t\r\n\"'";
    const std::size_t first = s.find_first_not_of(blank);
    return first == std::string::npos ? std::string{} : s.substr(first, s.find_last_not_of(blank) - first + 1);
}

Ini read_ini(const fs::path& path)
{
    Ini ini;
    const Result<std::string> text = read_text(path);
    if (!text) return ini;
    std::istringstream lines(*text);
    std::string section;
    for (std::string line; std::getline(lines, line);) {
        line = unquoted(line);
        if (line.starts_with("[")) section = line.substr(1, line.find(']') - 1);
        else if (const std::size_t is = line.find('='); is != std::string::npos) ini[section + "/" + unquoted(line.substr(0, is))] = unquoted(line.substr(is + 1));
    }
    return ini;
}

std::optional<bool> flag_at(const Ini& ini, const std::string& key)
{
    const auto found = ini.find(key);
    if (found == ini.end()) return std::nullopt;
    if (found->second == "1" || found->second == "true" || found->second == "TRUE") return true;
    if (found->second == "0" || found->second == "false" || found->second == "FALSE") return false;
    return std::nullopt;
}

std::optional<bool> negated(std::optional<bool> flag) { return flag ? std::optional(!*flag) : std::nullopt; }

/// What `command` prints; empty when it fails.
std::string printed_by(const char* command)
{
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command, "r"), &pclose);
    std::string words;
    std::array<char, 256> part;
    while (pipe && std::fgets(part.data(), static_cast<int>(part.size()), pipe.get())) words += part.data();
    return words;
}

fs::path config_home()
{
    const char* given = std::getenv("XDG_CONFIG_HOME");
    if (given && fs::path(given).is_absolute()) return given;
    const char* home = std::getenv("HOME");
    return home ? fs::path(home) / ".config" : fs::path{};
}

}  // namespace

SystemWishes wishes_in_files(const fs::path& config)
{
    SystemWishes wishes;
    for (const char* version : {"gtk-4.0", "gtk-3.0"}) {
        const Ini ini = read_ini(config / version / "settings.ini");
        if (!wishes.reduced_motion) wishes.reduced_motion = negated(flag_at(ini, "Settings/gtk-enable-animations"));
        if (!wishes.light_theme) wishes.light_theme = negated(flag_at(ini, "Settings/gtk-application-prefer-dark-theme"));
    }
    const Ini kde = read_ini(config / "kdeglobals");
    const auto factor = kde.find("KDE/AnimationDurationFactor");
    if (!wishes.reduced_motion && factor != kde.end()) wishes.reduced_motion = std::atof(factor->second.c_str()) == 0;
    return wishes;
}

SystemWishes wishes_in_gsettings(const std::string& printed)
{
    SystemWishes wishes;
    std::istringstream lines(printed);
    for (std::string line; std::getline(lines, line);) {
        line = unquoted(line);
        if (line == "true" || line == "false") wishes.reduced_motion = line == "false";
        else if (line == "prefer-dark" || line == "prefer-light") wishes.light_theme = line == "prefer-light";
    }
    return wishes;
}

SystemWishes system_wishes()
{
    SystemWishes wishes;
    if (!find_program("gsettings").empty()) {
        wishes = wishes_in_gsettings(printed_by("gsettings get org.gnome.desktop.interface enable-animations 2>/dev/null; "
                                                "gsettings get org.gnome.desktop.interface color-scheme 2>/dev/null"));
    }
    const SystemWishes files = wishes_in_files(config_home());
    if (!wishes.reduced_motion) wishes.reduced_motion = files.reduced_motion;
    if (!wishes.light_theme) wishes.light_theme = files.light_theme;
    return wishes;
}

}  // namespace genu
