#include "output.glsl"

// Already encoded for the display: mixed as the eye sees it, so that the middle looks like the middle.
uniform vec3 u_top;
uniform vec3 u_bottom;

in vec2 v_uv;
layout(location = 0) out vec4 o_colour;

void main()
{
    o_colour = vec4(mix(u_bottom, u_top, v_uv.y) + dither(gl_FragCoord.xy), 1.0);
}
