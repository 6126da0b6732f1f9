// How much of the surroundings' light reaches each point, from the depth of the picture alone: what rises above the
// point's own plane nearby shuts light out. After M. McGuire and others, "Scalable Ambient Obscurance" (2012).
// Red: open 0…1. Green and blue: depth, so that the blur keeps to the same surface.
#include "depth_of.glsl"

uniform float u_radius_m;
uniform vec2 u_reach;  // radius in texture coordinates for a point 1 m away (or anywhere, orthographic)

in vec2 v_uv;
layout(location = 0) out vec4 o_open;

const int kSamples = 14;
const float kFlat = 0.10;  // a rise that only a coarse mesh or the depth's rounding makes

void main()
{
    ivec2 size = textureSize(t_depth, 0);
    ivec2 texel = min(ivec2(v_uv * vec2(size) + 0.01), size - 1);
    if (is_background(texel)) {
        o_open = vec4(1.0);
        return;
    }
    vec3 here = point_of(texel);
    // Of two neighbours the one on the same surface: else normals lie along silhouettes.
    vec3 right = point_of(texel + ivec2(2, 0)) - here, left = here - point_of(texel - ivec2(2, 0));
    vec3 above = point_of(texel + ivec2(0, 2)) - here, below = here - point_of(texel - ivec2(0, 2));
    vec3 across = abs(right.z) < abs(left.z) ? right : left;
    vec3 upwards = abs(above.z) < abs(below.z) ? above : below;
    vec3 normal = normalize(cross(across, upwards));

    vec2 reach = vec2(size) * u_reach / reach_depth(here);
    float turn = 6.2831853 * fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
    float radius_squared = u_radius_m * u_radius_m;
    float shut = 0.0;
    for (int i = 0; i < kSamples; ++i) {
        float share = (float(i) + 0.5) / float(kSamples);
        float angle = turn + 2.3999632 * float(i);
        vec3 v = point_of(texel + ivec2(round(reach * share * vec2(cos(angle), sin(angle))))) - here;
        float far = dot(v, v);
        // What stands high above hides less of the sky the higher it is, but never nothing.
        float near = (1.0 - share * share) * mix(0.35, 1.0, max(1.0 - far / radius_squared, 0.0));
        shut += near * max(dot(v, normal) * inversesqrt(far + 1e-8) - kFlat, 0.0);
    }
    float open = 1.0 - min(1.0, 3.4 * shut / float(kSamples));
    o_open = vec4(open, packed_depth(here), 1.0);
}
