#pragma once
// A linked pair of shaders. Passes keep the uniforms' places in named members; nobody else sees their names.
#include <string>
#include <vector>

#include <glm/glm.hpp>

#include "base/files.hpp"
#include "render/gl_handle.hpp"

namespace genu {

struct ProgramRecipe {
    std::string vertex;                  ///< file below the shader folder
    std::string fragment;
    std::vector<std::string> defines{};
    std::vector<const char*> captured{};  ///< varyings kept by transform feedback, interleaved
};

class Program {
public:
    /// A failed compile or link is a Problem for every complaint of the driver, with file and line.
    static Result<Program> create(const fs::path& folder, const ProgramRecipe& recipe);

    void use() const;
    int place(const char* uniform) const;

    // For the program in use; a place of -1 (optimised away) is ignored, as OpenGL promises.
    static void set(int place, int value);
    static void set(int place, float value);
    static void set(int place, glm::vec2 value);
    static void set(int place, glm::vec3 value);
    static void set(int place, glm::vec4 value);
    static void set(int place, const glm::mat4& value);
    static void set(int place, const std::vector<glm::vec3>& values);

private:
    GlProgram program_;
};

}  // namespace genu
