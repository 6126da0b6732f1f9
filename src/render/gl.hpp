#pragma once
// OpenGL's functions, for sources of this folder only: GL 3.3 core ∩ OpenGL ES 3.0 (WebGL 2).
#ifdef __EMSCRIPTEN__
#include <GLES3/gl3.h>
#else
#include <glad/gl.h>
#endif
