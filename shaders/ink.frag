// A line where one structure ends and another, or nothing, begins.
#include "output.glsl"

uniform sampler2D t_mark;
uniform vec3 u_colour;
uniform float u_width_px;
uniform float u_strength;

layout(location = 0) out vec4 o_colour;

void main()
{
    ivec2 here = ivec2(gl_FragCoord.xy);
    ivec2 last = textureSize(t_mark, 0) - 1;
    vec2 own = texelFetch(t_mark, here, 0).rg;
    float others = 0.0;
    for (int i = 0; i < 8; ++i) {
        float angle = 0.7853982 * float(i);
        ivec2 step_px = ivec2(round(u_width_px * vec2(cos(angle), sin(angle))));
        vec2 other = texelFetch(t_mark, clamp(here + step_px, ivec2(0), last), 0).rg;
        others += dot(abs(own - other), vec2(1.0)) > 0.001 ? 1.0 : 0.0;
    }
    float alpha = u_strength * smoothstep(0.5, 3.5, others);
    if (alpha < 0.004) discard;
    o_colour = vec4(srgb_encoded(u_colour), alpha);
}
