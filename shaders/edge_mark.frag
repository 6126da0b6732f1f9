// Which pixels of a picture one look each is too few for: those where neighbours differ by more than the eye forgives.
uniform sampler2D t_picture;
uniform float u_contrast;
uniform int u_reach;  // how far an edge's surroundings reach

layout(location = 0) out vec4 o_edge;

void main()
{
    ivec2 here = ivec2(gl_FragCoord.xy);
    ivec2 last = textureSize(t_picture, 0) - 1;
    vec4 low = vec4(1.0), high = vec4(0.0);
    for (int ring = 1; ring <= u_reach; ring += 2) {
        for (int y = -1; y < 2; ++y) {
            for (int x = -1; x < 2; ++x) {
                vec4 colour = texelFetch(t_picture, clamp(here + ring * ivec2(x, y), ivec2(0), last), 0);
                low = min(low, colour);
                high = max(high, colour);
            }
        }
    }
    vec4 range = high - low;
    o_edge = vec4(max(max(range.r, range.g), max(range.b, range.a)) > u_contrast ? 1.0 : 0.0);
}
