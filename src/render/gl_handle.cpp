#include "render/gl_handle.hpp"

#include "render/gl.hpp"

namespace genu {

void delete_gl(GlKind kind, unsigned name)
{
    if (name == 0) return;
    switch (kind) {
    case GlKind::buffer: glDeleteBuffers(1, &name); break;
    case GlKind::vertex_array: glDeleteVertexArrays(1, &name); break;
    case GlKind::texture: glDeleteTextures(1, &name); break;
    case GlKind::framebuffer: glDeleteFramebuffers(1, &name); break;
    case GlKind::renderbuffer: glDeleteRenderbuffers(1, &name); break;
    case GlKind::program: glDeleteProgram(name); break;
    case GlKind::shader: glDeleteShader(name); break;
    case GlKind::query: glDeleteQueries(1, &name); break;
    }
}

unsigned make_gl(GlKind kind)
{
    GLuint name = 0;
    switch (kind) {
    case GlKind::buffer: glGenBuffers(1, &name); break;
    case GlKind::vertex_array: glGenVertexArrays(1, &name); break;
    case GlKind::texture: glGenTextures(1, &name); break;
    case GlKind::framebuffer: glGenFramebuffers(1, &name); break;
    case GlKind::renderbuffer: glGenRenderbuffers(1, &name); break;
    case GlKind::program: name = glCreateProgram(); break;
    case GlKind::query: glGenQueries(1, &name); break;
    case GlKind::shader: break;  // a shader needs its stage: glCreateShader in program.cpp
    }
    return name;
}

}  // namespace genu
