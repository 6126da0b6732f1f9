// A line round what is selected: full where the structure is seen, faint where something lies in front of it.
#include "output.glsl"

uniform sampler2D t_mask;
uniform vec3 u_colour;
uniform vec2 u_texel;
uniform float u_width_px;

in vec2 v_uv;
layout(location = 0) out vec4 o_colour;

void main()
{
    vec2 centre = texture(t_mask, v_uv).rg;
    vec2 around = vec2(0.0);
    vec2 sum = vec2(0.0);
    for (int i = 0; i < 12; ++i) {
        float angle = 0.5235988 * float(i);
        vec2 step_px = u_width_px * vec2(cos(angle), sin(angle));
        vec2 outer = texture(t_mask, v_uv + step_px * u_texel).rg;
        vec2 inner = texture(t_mask, v_uv + 0.5 * step_px * u_texel).rg;
        around = max(around, max(outer, inner));
        sum += outer + inner;
    }
    float inside = centre.r;
    float line = smoothstep(0.0, 0.22, sum.r / 24.0) * (1.0 - inside);
    float seen = max(around.g, centre.g);
    float alpha = line * mix(0.38, 1.0, seen);
    if (alpha < 0.004) discard;
    o_colour = vec4(srgb_encoded(u_colour), alpha);
}
