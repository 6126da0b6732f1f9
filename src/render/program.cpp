#include "render/program.hpp"

#include <glm/gtc/type_ptr.hpp>

#include "render/gl.hpp"
#include "render/shader_source.hpp"

namespace genu {

namespace {

std::string compile_log(GLuint shader)
{
    GLint length = 0;
    glGetShaderiv(shader, GL_INFO_LOG_LENGTH, &length);
    std::string log(static_cast<std::size_t>(length), '\0');
    glGetShaderInfoLog(shader, length, nullptr, log.data());
    return log.c_str();
}

std::string link_log(GLuint program)
{
    GLint length = 0;
    glGetProgramiv(program, GL_INFO_LOG_LENGTH, &length);
    std::string log(static_cast<std::size_t>(length), '\0');
    glGetProgramInfoLog(program, length, nullptr, log.data());
    return log.c_str();
}

Result<GlShader> compile(GLenum stage, const fs::path& folder, const std::string& name, const std::vector<std::string>& defines)
{
    auto source = read_shader(folder, name, gl_dialect(), defines);
    if (!source.ok()) return source.problems();
    GlShader shader(glCreateShader(stage));
    const char* text = source->text.c_str();
    glShaderSource(shader.name(), 1, &text, nullptr);
    glCompileShader(shader.name());
    GLint is_compiled = 0;
    glGetShaderiv(shader.name(), GL_COMPILE_STATUS, &is_compiled);
    if (!is_compiled) {
        return Problem{(folder / name).string(), "", "does not compile:\n" + explain_log(*source, compile_log(shader.name())), ""};
    }
    return shader;
}

}  // namespace

Result<Program> Program::create(const fs::path& folder, const ProgramRecipe& recipe)
{
    auto vertex = compile(GL_VERTEX_SHADER, folder, recipe.vertex, recipe.defines);
    auto fragment = compile(GL_FRAGMENT_SHADER, folder, recipe.fragment, recipe.defines);
    Problems problems;
    if (!vertex.ok()) append(problems, vertex.problems());
    if (!fragment.ok()) append(problems, fragment.problems());
    if (!problems.empty()) return problems;

    Program made;
    made.program_ = GlProgram::make();
    const GLuint name = made.program_.name();
    glAttachShader(name, vertex->name());
    glAttachShader(name, fragment->name());
    if (!recipe.captured.empty()) {
        glTransformFeedbackVaryings(name, static_cast<GLsizei>(recipe.captured.size()), recipe.captured.data(), GL_INTERLEAVED_ATTRIBS);
    }
    glLinkProgram(name);
    GLint is_linked = 0;
    glGetProgramiv(name, GL_LINK_STATUS, &is_linked);
    if (!is_linked) {
        return Problem{(folder / recipe.fragment).string(), "", "does not link with " + recipe.vertex + ": " + link_log(name), ""};
    }
    return made;
}

void Program::use() const { glUseProgram(program_.name()); }
int Program::place(const char* uniform) const { return glGetUniformLocation(program_.name(), uniform); }

void Program::set(int place, int value) { glUniform1i(place, value); }
void Program::set(int place, float value) { glUniform1f(place, value); }
void Program::set(int place, glm::vec2 value) { glUniform2fv(place, 1, glm::value_ptr(value)); }
void Program::set(int place, glm::vec3 value) { glUniform3fv(place, 1, glm::value_ptr(value)); }
void Program::set(int place, glm::vec4 value) { glUniform4fv(place, 1, glm::value_ptr(value)); }
void Program::set(int place, const glm::mat4& value) { glUniformMatrix4fv(place, 1, GL_FALSE, glm::value_ptr(value)); }

void Program::set(int place, const std::vector<glm::vec3>& values) { glUniform3fv(place, static_cast<GLsizei>(values.size()), &values.front().x); }

}  // namespace genu
