#pragma once
namespace genu {
/// Returns when everything asked of OpenGL so far is done; for measuring.
void wait_for_gl();
}  // namespace genu
