// A cut face of a structure, as in mark.frag; not the same as its outside.
uniform int u_id;

in vec3 v_position;
layout(location = 0) out vec4 o_mark;

void main() { o_mark = vec4(float(u_id & 255), float((u_id >> 8) + 128), 0.0, 255.0) / 255.0; }
