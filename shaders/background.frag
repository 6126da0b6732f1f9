#include "output.glsl"

// Already encoded for the display: mixed as the eye sees it, so that the middle looks like the middle.
uniform vec3 u_top;
uniform vec3 u_bottom;
uniform vec2 u_span;

in vec2 v_uv;
layout(location = 0) out vec4 o_colour;

void main()
{
    o_colour = vec4(mix(u_bottom, u_top, mix(u_span.x, u_span.y, v_uv.y)) + dither(gl_FragCoord.xy), 1.0);
}
