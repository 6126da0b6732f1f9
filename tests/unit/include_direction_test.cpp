// The architecture as a table: which folder of src/ may include which, and who may know a library.
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "base/files.hpp"
#include "support/catch.hpp"
#include "test_places.hpp"

using namespace genu;

namespace {

const std::map<std::string, std::set<std::string>> kMayInclude = {
    {"base", {}},
    {"anatomy", {"base"}},
    {"clinical", {"anatomy", "base"}},
    {"motion", {"anatomy", "base"}},
    {"scene", {"anatomy", "base"}},
    {"session", {"clinical", "motion", "scene", "anatomy", "base"}},
    {"render", {"scene", "anatomy", "base"}},
    {"ui", {"session", "clinical", "motion", "scene", "anatomy", "base"}},
    {"app", {"ui", "render", "session", "clinical", "motion", "scene", "anatomy", "base"}},
    {"builder", {"scene", "anatomy", "base"}},
    {"genu_build", {"builder", "session", "clinical", "motion", "scene", "anatomy", "base"}},
};

/// A library by how its headers begin, and the folders that may include them.
struct Fence { std::regex header; std::set<std::string> folders; };
const std::vector<Fence> kFences = {
    {std::regex("^(glad/|EGL/|GL/|GLES|KHR/).*"), {"render"}},
    {std::regex("^(imgui|implot).*"), {"ui", "app"}},
    {std::regex("^GLFW/.*"), {"app"}},
    {std::regex("^tiny_gltf.*"), {"scene"}},
    {std::regex("^meshoptimizer.*"), {"builder", "render"}},
    {std::regex("^CLI/.*"), {"app", "genu_build"}},
    {std::regex("^stb_.*"), {"base"}},
    {std::regex("^catch2/.*"), {}},
};

struct Include { fs::path file; std::string folder, header; };

std::vector<Include> includes()
{
    static const std::regex line_form("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"].*");
    const fs::path source = fs::path(GENU_SOURCE_DIR) / "src";
    std::vector<Include> found;
    for (const char* ending : {".cpp", ".hpp"}) {
        for (const fs::path& file : files_below(source, ending)) {
            std::ifstream in(file);
            std::smatch match;
            for (std::string line; std::getline(in, line);) {
                if (std::regex_match(line, match, line_form)) found.push_back({fs::relative(file, source), fs::relative(file, source).begin()->string(), match[1]});
            }
        }
    }
    return found;
}

}  // namespace

TEST_CASE("folders include only what lies below them")
{
    const std::vector<Include> all = includes();
    REQUIRE(all.size() > 100);
    for (const Include& include : all) {
        INFO("src/" << include.file.string() << " includes " << include.header);
        REQUIRE(kMayInclude.contains(include.folder));
        const std::string target = include.header.substr(0, include.header.find('/'));
        const bool ours = kMayInclude.contains(target) && include.header.find('/') != std::string::npos;
        CHECK((!ours || target == include.folder || kMayInclude.at(include.folder).contains(target)));
    }
}

TEST_CASE("each library is known to its folders only")
{
    for (const Include& include : includes()) {
        for (const Fence& fence : kFences) {
            if (!std::regex_match(include.header, fence.header)) continue;
            INFO("src/" << include.file.string() << " includes " << include.header);
            CHECK(fence.folders.contains(include.folder));
        }
    }
}

TEST_CASE("our own headers are named from src/, so that the folder can be seen")
{
    for (const Include& include : includes()) {
        INFO("src/" << include.file.string() << " includes " << include.header);
        CHECK_FALSE(include.header.starts_with("."));
    }
}
