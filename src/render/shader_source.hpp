#pragma once
// Shader text from files: #include "…" resolved, the dialect's header put in front. Needs no OpenGL.
#include <string>
#include <vector>

#include "base/files.hpp"
#include "render/gl_context.hpp"

namespace genu {

/// Ready for the compiler, with the origin of every line, so that a complaint can name file and line.
struct ShaderSource {
    struct Origin { std::string file; int line = 0; };
    std::string text;
    std::vector<Origin> origins;  ///< by line of `text`, from 0
};

/// Reads `name` ("tissue.frag") below `folder`; includes come from folder/include, each once. Every word of `defines`
/// becomes "#define WORD 1".
Result<ShaderSource> read_shader(const fs::path& folder, const std::string& name, GlDialect dialect,
                                 const std::vector<std::string>& defines = {});

/// The driver's complaints, with its line numbers turned into "file:line". Drivers write 0:12(3), 0(12) or ERROR: 0:12.
std::string explain_log(const ShaderSource& source, const std::string& log);

}  // namespace genu
