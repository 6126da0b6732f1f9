// Marks what is selected; the colour mask chooses the channel (red: anywhere, green: where it is seen).
#include "section.glsl"

in vec3 v_position;
layout(location = 0) out vec4 o_mask;

void main()
{
    cut_away(v_position);
    o_mask = vec4(1.0);
}
