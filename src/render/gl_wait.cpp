#include "render/gl_wait.hpp"

#include "render/gl.hpp"

namespace genu {

void wait_for_gl() { glFinish(); }

}  // namespace genu
