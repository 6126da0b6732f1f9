#include "section.glsl"

in vec3 v_position;

void main() { cut_away(v_position); }
