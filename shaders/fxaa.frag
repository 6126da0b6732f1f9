// Smooths stair-steps along edges of the finished picture: blends along the edge's direction, found from the brightness
// of the diagonal neighbours. After T. Lottes, FXAA (2009). Only where fxaa_edge.frag has left its mark.
#include "brightness.glsl"

uniform vec2 u_texel;

in vec2 v_uv;
layout(location = 0) out vec4 o_colour;

void main()
{
    Corners c = corners_at(ivec2(gl_FragCoord.xy));
    vec2 along = vec2((c.nw + c.ne) - (c.sw + c.se), (c.nw + c.sw) - (c.ne + c.se));
    float soften = max(0.03125 * (c.nw + c.ne + c.sw + c.se), 0.0078125);
    along = clamp(along / (min(abs(along.x), abs(along.y)) + soften), -8.0, 8.0) * u_texel;
    vec4 near = 0.5 * (texture(t_picture, v_uv - along / 6.0) + texture(t_picture, v_uv + along / 6.0));
    vec4 far = 0.5 * near + 0.25 * (texture(t_picture, v_uv - 0.5 * along) + texture(t_picture, v_uv + 0.5 * along));
    float reached = brightness(far);
    o_colour = reached < c.darkest || reached > c.brightest ? near : far;
}
