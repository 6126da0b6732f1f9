flat in vec3 v_colour;  // encoded for the display
layout(location = 0) out vec4 o_colour;

void main() { o_colour = vec4(v_colour, 1.0); }
