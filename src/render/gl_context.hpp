#pragma once
// A current OpenGL context: made here without any window system, or handed over by a window.
#include <string>

#include "base/result.hpp"

namespace genu {

/// The two shading languages every shader is written for.
enum class GlDialect { desktop_330, es_300 };

/// An EGL context without a window, current from its making to its end: Mesa's surfaceless platform, else an EGL
/// device, else the default display. Runs on a software rasteriser; one per thread at a time.
class HeadlessContext {
public:
    /// Desktop OpenGL 3.3 core, else OpenGL ES 3.0. Fails with a sentence that says what to install.
    static Result<HeadlessContext> create();
    /// Exactly this kind of context; tests use it to compile the shaders in both dialects.
    static Result<HeadlessContext> create(GlDialect dialect);

    HeadlessContext(HeadlessContext&& other) noexcept;
    HeadlessContext& operator=(HeadlessContext&& other) noexcept;
    ~HeadlessContext();

    void make_current();

private:
    HeadlessContext() = default;
    void* display_ = nullptr;
    void* context_ = nullptr;
    void* surface_ = nullptr;
};

/// What GLFW's glfwGetProcAddress looks like.
using GlLoader = void (*(*)(const char*))();

/// Loads OpenGL's functions for a context that a window has already made current.
Result<Done> load_gl(GlLoader loader);

/// Dialect of the current context.
GlDialect gl_dialect();

/// Version and renderer of the current context, for `bench`, logs and bug reports.
std::string gl_description();

}  // namespace genu
