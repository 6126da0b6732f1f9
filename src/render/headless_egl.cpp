// HeadlessContext by EGL. Left out of the browser build, where the page's canvas is the context.
#ifndef __EMSCRIPTEN__
#include <array>
#include <cstring>
#include <utility>
#include <vector>

#include <EGL/egl.h>
#include <EGL/eglext.h>

#include "render/gl_context.hpp"

namespace genu {

namespace {

bool lists(const char* extensions, const char* name) { return extensions && std::strstr(extensions, name); }

/// Displays in the order in which they are likely to work without a window system.
std::vector<EGLDisplay> candidate_displays()
{
    std::vector<EGLDisplay> displays;
    const char* extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
    const auto platform_display = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (platform_display && lists(extensions, "EGL_MESA_platform_surfaceless")) {
        displays.push_back(platform_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr));
    }
    const auto query_devices = reinterpret_cast<PFNEGLQUERYDEVICESEXTPROC>(eglGetProcAddress("eglQueryDevicesEXT"));
    if (platform_display && query_devices && lists(extensions, "EGL_EXT_platform_device")) {
        std::array<EGLDeviceEXT, 16> devices{};
        EGLint count = 0;
        query_devices(static_cast<EGLint>(devices.size()), devices.data(), &count);
        for (EGLint i = 0; i < count; ++i) {
            displays.push_back(platform_display(EGL_PLATFORM_DEVICE_EXT, devices[static_cast<std::size_t>(i)], nullptr));
        }
    }
    displays.push_back(eglGetDisplay(EGL_DEFAULT_DISPLAY));
    std::erase(displays, EGL_NO_DISPLAY);
    return displays;
}

struct Attempt {
    EGLContext context = EGL_NO_CONTEXT;
    EGLSurface surface = EGL_NO_SURFACE;
};

Attempt try_context(EGLDisplay display, GlDialect dialect)
{
    const bool is_es = dialect == GlDialect::es_300;
    const EGLint renderable = is_es ? EGL_OPENGL_ES3_BIT : EGL_OPENGL_BIT;
    const std::array<EGLint, 5> wanted = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, renderable, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (!eglBindAPI(is_es ? EGL_OPENGL_ES_API : EGL_OPENGL_API)) return {};
    if (!eglChooseConfig(display, wanted.data(), &config, 1, &count) || count == 0) return {};

    const std::array<EGLint, 7> desktop = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 3,
                                           EGL_CONTEXT_OPENGL_PROFILE_MASK, EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    const std::array<EGLint, 3> es = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_NONE};
    Attempt attempt;
    attempt.context = eglCreateContext(display, config, EGL_NO_CONTEXT, is_es ? es.data() : desktop.data());
    if (attempt.context == EGL_NO_CONTEXT) return {};
    if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, attempt.context)) return attempt;

    // A driver without surfaceless contexts wants some surface, however small; nothing is drawn on it.
    const std::array<EGLint, 5> smallest = {EGL_WIDTH, 1, EGL_HEIGHT, 1, EGL_NONE};
    attempt.surface = eglCreatePbufferSurface(display, config, smallest.data());
    if (attempt.surface != EGL_NO_SURFACE && eglMakeCurrent(display, attempt.surface, attempt.surface, attempt.context)) return attempt;
    if (attempt.surface != EGL_NO_SURFACE) eglDestroySurface(display, attempt.surface);
    eglDestroyContext(display, attempt.context);
    return {};
}

Problem nothing_found(const std::string& reason)
{
    return {"", "OpenGL", "no usable OpenGL without a window: " + reason,
            "on Debian and Ubuntu install libegl1 and libgl1-mesa-dri, which draw without a graphics card too"};
}

}  // namespace

Result<HeadlessContext> HeadlessContext::create()
{
    auto desktop = create(GlDialect::desktop_330);
    return desktop.ok() ? std::move(desktop) : create(GlDialect::es_300);
}

Result<HeadlessContext> HeadlessContext::create(GlDialect dialect)
{
    std::string reason = "EGL offers no display";
    for (EGLDisplay display : candidate_displays()) {
        if (!eglInitialize(display, nullptr, nullptr)) continue;
        reason = dialect == GlDialect::es_300 ? "EGL offers no OpenGL ES 3.0" : "EGL offers no OpenGL 3.3 core";
        const Attempt attempt = try_context(display, dialect);
        if (attempt.context == EGL_NO_CONTEXT) continue;
        HeadlessContext made;
        made.display_ = display;
        made.context_ = attempt.context;
        made.surface_ = attempt.surface;
        auto loaded = load_gl(reinterpret_cast<GlLoader>(&eglGetProcAddress));
        if (!loaded.ok()) return loaded.problems();
        return made;
    }
    return nothing_found(reason);
}

HeadlessContext::HeadlessContext(HeadlessContext&& other) noexcept
    : display_(std::exchange(other.display_, nullptr)), context_(std::exchange(other.context_, nullptr)),
      surface_(std::exchange(other.surface_, nullptr))
{
}

HeadlessContext& HeadlessContext::operator=(HeadlessContext&& other) noexcept
{
    std::swap(display_, other.display_);
    std::swap(context_, other.context_);
    std::swap(surface_, other.surface_);
    return *this;
}

// The display is left initialised: EGL shares it within the process, and another context may be using it.
HeadlessContext::~HeadlessContext()
{
    if (!context_) return;
    if (eglGetCurrentContext() == context_) eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (surface_) eglDestroySurface(display_, surface_);
    eglDestroyContext(display_, context_);
}

void HeadlessContext::make_current()
{
    eglMakeCurrent(display_, surface_ ? surface_ : EGL_NO_SURFACE, surface_ ? surface_ : EGL_NO_SURFACE, context_);
}

}  // namespace genu
#endif
