// Which structure, as two bytes: where they change, ink.frag draws a line.
#include "section.glsl"

uniform int u_id;

in vec3 v_position;
layout(location = 0) out vec4 o_mark;

void main()
{
    cut_away(v_position);
    o_mark = vec4(float(u_id & 255), float(u_id >> 8), 0.0, 255.0) / 255.0;
}
