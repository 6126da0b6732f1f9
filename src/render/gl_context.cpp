#include "render/gl_context.hpp"


#include "render/gl.hpp"

namespace genu {

namespace {

Problem no_opengl(const std::string& reason)
{
    return {"", "OpenGL", "no usable OpenGL: " + reason,
            "OpenGL 3.3 or OpenGL ES 3.0 is needed; on Debian and Ubuntu install libegl1 and libgl1-mesa-dri, "
            "which draw without a graphics card too"};
}

std::string text_of(GLenum what)
{
    const auto* text = reinterpret_cast<const char*>(glGetString(what));
    return text ? text : "";
}

}  // namespace

Result<Done> load_gl(GlLoader loader)
{
#ifdef __EMSCRIPTEN__
    (void)loader;
#else
    if (!gladLoadGL(loader)) return no_opengl("the driver does not hand out its functions");
#endif
    GLint major = 0, minor = 0;
    glGetIntegerv(GL_MAJOR_VERSION, &major);
    glGetIntegerv(GL_MINOR_VERSION, &minor);
    const bool is_es = gl_dialect() == GlDialect::es_300;
    if (is_es ? major < 3 : 10 * major + minor < 33) {
        return no_opengl("this driver offers only " + text_of(GL_VERSION));
    }
    return Done{};
}

GlDialect gl_dialect()
{
    return text_of(GL_VERSION).find("OpenGL ES") != std::string::npos ? GlDialect::es_300 : GlDialect::desktop_330;
}

std::string gl_description() { return text_of(GL_VERSION) + ", " + text_of(GL_RENDERER); }

}  // namespace genu
