#include "output.glsl"

uniform vec3 u_top;
uniform vec3 u_bottom;

in vec2 v_uv;
layout(location = 0) out vec4 o_colour;

void main()
{
    // Mixed as the eye sees it, so that the middle looks like the middle.
    vec3 colour = mix(srgb_encoded(u_bottom), srgb_encoded(u_top), v_uv.y);
    o_colour = vec4(colour + dither(gl_FragCoord.xy), 1.0);
}
