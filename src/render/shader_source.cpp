#include "render/shader_source.hpp"

#include <regex>
#include <set>
#include <sstream>

namespace genu {

namespace {

const char* header_of(GlDialect dialect)
{
    return dialect == GlDialect::desktop_330
               ? "#version 330 core"
               : "#version 300 es\n"
                 "precision highp float;\n"
                 "precision highp int;\n"
                 "precision highp sampler2D;\n"
                 "precision highp sampler3D;\n"
                 "precision highp sampler2DShadow;";
}

class Assembler {
public:
    explicit Assembler(fs::path folder) : folder_(std::move(folder)) {}

    void add_line(const std::string& line, ShaderSource::Origin origin)
    {
        source_.text += line + '\n';
        source_.origins.push_back(std::move(origin));
    }

    void add_header(GlDialect dialect, const std::vector<std::string>& defines)
    {
        std::istringstream header(header_of(dialect));
        for (std::string line; std::getline(header, line);) add_line(line, {"shader header", 0});
        for (const std::string& word : defines) add_line("#define " + word + " 1", {"shader header", 0});
    }

    void add_file(const fs::path& path, const ShaderSource::Origin& asked_by)
    {
        if (!seen_.insert(path.string()).second) return;
        auto text = read_text(path);
        if (!text.ok()) {
            Problem problem = text.problems().front();
            if (!asked_by.file.empty()) problem.place = "included by " + asked_by.file + ":" + std::to_string(asked_by.line);
            problems_.push_back(problem);
            return;
        }
        std::istringstream lines(*text);
        ShaderSource::Origin here{path.string(), 0};
        for (std::string line; std::getline(lines, line);) {
            ++here.line;
            if (line.rfind("#include", 0) == 0) include(line, here);
            else add_line(line, here);
        }
    }

    Result<ShaderSource> finish()
    {
        if (!problems_.empty()) return problems_;
        return std::move(source_);
    }

private:
    void include(const std::string& line, const ShaderSource::Origin& here)
    {
        const auto open = line.find('"');
        const auto close = line.rfind('"');
        if (open == std::string::npos || close <= open) {
            problems_.push_back({here.file, "line " + std::to_string(here.line), "an #include without a file name in quotes",
                                 "write #include \"name.glsl\""});
            return;
        }
        add_file(folder_ / "include" / line.substr(open + 1, close - open - 1), here);
    }

    fs::path folder_;
    ShaderSource source_;
    Problems problems_;
    std::set<std::string> seen_;
};

}  // namespace

Result<ShaderSource> read_shader(const fs::path& folder, const std::string& name, GlDialect dialect, const std::vector<std::string>& defines)
{
    Assembler assembler(folder);
    assembler.add_header(dialect, defines);
    assembler.add_file(folder / name, {});
    return assembler.finish();
}

std::string explain_log(const ShaderSource& source, const std::string& log)
{
    static const std::regex place(R"(\b0[:(](\d+)\)?(\(\d+\))?)");
    std::string told;
    std::istringstream lines(log);
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (std::regex_search(line, match, place)) {
            const auto number = static_cast<std::size_t>(std::stoul(match[1].str()));
            if (number >= 1 && number <= source.origins.size()) {
                const ShaderSource::Origin& origin = source.origins[number - 1];
                line = match.prefix().str() + origin.file + ":" + std::to_string(origin.line) + match.suffix().str();
            }
        }
        told += told.empty() ? line : "\n" + line;
    }
    return told;
}

}  // namespace genu
