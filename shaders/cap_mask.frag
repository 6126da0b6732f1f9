// A cut face of what is selected, as in mask.frag.
in vec3 v_position;
layout(location = 0) out vec4 o_mask;

void main() { o_mask = vec4(1.0); }
