// Four by four, the size of the noise's grain, within one surface.
#include "depth_of.glsl"

uniform sampler2D t_open;

layout(location = 0) out vec4 o_open;

void main()
{
    ivec2 here = ivec2(gl_FragCoord.xy);
    ivec2 last = textureSize(t_open, 0) - 1;
    vec4 middle = texelFetch(t_open, here, 0);
    float depth_m = unpacked_depth_m(middle.gb);
    float sum = middle.r, weight = 1.0;
    for (int y = -2; y < 3; ++y) {
        for (int x = -2; x < 3; ++x) {
            vec4 other = texelFetch(t_open, clamp(here + ivec2(x, y), ivec2(0), last), 0);
            float same = step(abs(unpacked_depth_m(other.gb) - depth_m), 0.006);
            sum += same * other.r;
            weight += same;
        }
    }
    o_open = vec4(sum / weight, middle.gb, 1.0);
}
