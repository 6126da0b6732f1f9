#pragma once
// OpenGL objects as move-only members: made with a maker, gone with the owner. No GL header is needed here.
#include <utility>

namespace genu {

enum class GlKind { buffer, vertex_array, texture, framebuffer, renderbuffer, program, shader, query };

/// Deletes an object; a no-op for 0.
void delete_gl(GlKind kind, unsigned name);
unsigned make_gl(GlKind kind);

template <GlKind kind>
class GlHandle {
public:
    GlHandle() = default;
    explicit GlHandle(unsigned name) : name_(name) {}
    static GlHandle make() { return GlHandle(make_gl(kind)); }
    GlHandle(GlHandle&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
    GlHandle& operator=(GlHandle&& other) noexcept
    {
        if (this != &other) {
            delete_gl(kind, name_);
            name_ = std::exchange(other.name_, 0);
        }
        return *this;
    }
    ~GlHandle() { delete_gl(kind, name_); }

    unsigned name() const { return name_; }
    explicit operator bool() const { return name_ != 0; }

private:
    unsigned name_ = 0;
};

using GlBuffer = GlHandle<GlKind::buffer>;
using GlVertexArray = GlHandle<GlKind::vertex_array>;
using GlTexture = GlHandle<GlKind::texture>;
using GlFramebuffer = GlHandle<GlKind::framebuffer>;
using GlRenderbuffer = GlHandle<GlKind::renderbuffer>;
using GlProgram = GlHandle<GlKind::program>;
using GlQuery = GlHandle<GlKind::query>;
using GlShader = GlHandle<GlKind::shader>;

}  // namespace genu
