// Darkens the picture by what the surroundings shut out; a multiplication, so that colours stay what they are, a little
// warmer in the folds as light between red walls is.
#include "depth_of.glsl"
#include "beyond.glsl"

uniform sampler2D t_open;

in vec2 v_uv;
layout(location = 0) out vec4 o_factor;

void main()
{
    ivec2 texel = ivec2(gl_FragCoord.xy);
    if (is_background(texel)) discard;
    vec3 place = point_of(texel);
    float depth_m = -place.z;
    vec2 at = v_uv * vec2(textureSize(t_open, 0)) - 0.5;
    ivec2 low = ivec2(floor(at));
    ivec2 last = textureSize(t_open, 0) - 1;
    vec2 part = at - vec2(low);
    float sum = 0.0, weight = 1e-4;
    for (int i = 0; i < 4; ++i) {
        ivec2 corner = ivec2(i & 1, i >> 1);
        vec4 open = texelFetch(t_open, clamp(low + corner, ivec2(0), last), 0);
        vec2 close = mix(1.0 - part, part, vec2(corner));
        float same = 0.001 + step(abs(unpacked_depth_m(open.gb) - depth_m), 0.006);
        sum += close.x * close.y * same * open.r;
        weight += close.x * close.y * same;
    }
    // What has faded into the background does not darken it.
    float open = mix(sum / weight, 1.0, faded_at(place));
    vec3 factor = pow(vec3(open), vec3(0.80, 0.98, 1.02));
    o_factor = vec4(factor, 1.0);
}
