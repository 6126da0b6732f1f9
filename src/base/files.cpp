#include "base/files.hpp"
#include "build_places.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <system_error>

#include <unistd.h>

namespace genu {

namespace {

template <class Buffer>
Result<Buffer> read_all(const fs::path& path)
{
    std::error_code error;
    if (fs::is_directory(path, error)) return Problem{path.string(), "", "is a folder, not a file", ""};
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        return Problem{path.string(), "", std::string("cannot be opened: ") + std::strerror(errno),
                       "check the name and that you may read it"};
    }
    in.seekg(0, std::ios::end);
    const auto size = in.tellg();
    in.seekg(0);
    Buffer content;
    content.resize(static_cast<std::size_t>(std::max<std::streamoff>(size, 0)));
    in.read(reinterpret_cast<char*>(content.data()), static_cast<std::streamsize>(content.size()));
    if (!in) return Problem{path.string(), "", "could not be read to its end", ""};
    return content;
}

Result<Done> write_all(const fs::path& path, const char* data, std::size_t size)
{
    const fs::path partial = path.string() + ".part" + std::to_string(::getpid());
    std::ofstream out(partial, std::ios::binary | std::ios::trunc);
    out.write(data, static_cast<std::streamsize>(size));
    out.close();
    std::error_code error;
    if (!out) {
        const std::string reason = std::strerror(errno);
        fs::remove(partial, error);
        return Problem{path.string(), "", "cannot be written: " + reason, "choose a folder that exists and that you may write to"};
    }
    fs::rename(partial, path, error);
    if (error) {
        const std::string reason = error.message();
        fs::remove(partial, error);
        return Problem{path.string(), "", "cannot be written: " + reason, "choose a folder that exists and that you may write to"};
    }
    return Done{};
}

fs::path program_folder()
{
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::path{} : self.parent_path();
}

fs::path from_environment(const char* name)
{
    const char* value = std::getenv(name);
    return value ? fs::path(value) : fs::path{};
}

fs::path first_existing(const std::vector<fs::path>& places)
{
    std::error_code error;
    for (const fs::path& place : places) {
        if (!place.empty() && fs::exists(place, error)) return place;
    }
    return {};
}

}  // namespace

Result<std::string> read_text(const fs::path& path) { return read_all<std::string>(path); }
Result<std::vector<std::byte>> read_bytes(const fs::path& path) { return read_all<std::vector<std::byte>>(path); }

Result<Done> write_whole(const fs::path& path, std::string_view text) { return write_all(path, text.data(), text.size()); }
Result<Done> write_whole(const fs::path& path, std::span<const std::byte> bytes)
{
    return write_all(path, reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

Result<ProgramFiles> ProgramFiles::find()
{
    const fs::path here = program_folder();
    const fs::path share = here / ".." / "share" / "genu";
    const fs::path source = GENU_SOURCE_DIR;
    ProgramFiles files;
    files.assets = first_existing({from_environment("GENU_ASSETS"), here / "assets", share / "assets", source / "assets"});
    files.shaders = first_existing({from_environment("GENU_SHADERS"), here / "shaders", share / "shaders", source / "shaders"});
    files.model = first_existing({from_environment("GENU_MODEL"), here / "leg.glb", share / "leg.glb", fs::path(GENU_BUILD_DIR) / "leg.glb"});
    Problems problems;
    if (files.assets.empty()) problems.push_back({"assets", "", "the content folder was not found", "set GENU_ASSETS to the folder 'assets' of Genu"});
    if (files.shaders.empty()) problems.push_back({"shaders", "", "the shader folder was not found", "set GENU_SHADERS to the folder 'shaders' of Genu"});
    if (!problems.empty()) return problems;
    return files;
}

std::vector<fs::path> files_below(const fs::path& folder, std::string_view ending)
{
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (it->is_regular_file(error) && it->path().extension() == ending) found.push_back(it->path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

fs::path find_font(bool semibold)
{
    const std::string inter = semibold ? "Inter-SemiBold" : "Inter-Regular";
    const std::string noto = semibold ? "NotoSans-SemiBold" : "NotoSans-Regular";
    const std::string dejavu = semibold ? "DejaVuSans-Bold" : "DejaVuSans";
    return first_existing({from_environment(semibold ? "GENU_FONT_SEMIBOLD" : "GENU_FONT"),
                           "/usr/share/fonts/opentype/inter/" + inter + ".otf",
                           "/usr/share/fonts/truetype/inter/" + inter + ".ttf",
                           "/usr/share/fonts/truetype/noto/" + noto + ".ttf",
                           "/usr/share/fonts/truetype/dejavu/" + dejavu + ".ttf"});
}

}  // namespace genu
