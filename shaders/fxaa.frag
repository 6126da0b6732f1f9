// Smooths stair-steps along edges of the finished picture: blends along the edge's direction, found from the brightness
// of the diagonal neighbours. After T. Lottes, FXAA (2009).
uniform sampler2D t_picture;
uniform vec2 u_texel;

in vec2 v_uv;
layout(location = 0) out vec4 o_colour;

float brightness(vec4 colour) { return dot(colour.rgb, vec3(0.299, 0.587, 0.114)) + 0.2 * colour.a; }

void main()
{
    vec4 here = texture(t_picture, v_uv);
    float nw = brightness(texture(t_picture, v_uv + vec2(-1.0, 1.0) * u_texel));
    float ne = brightness(texture(t_picture, v_uv + vec2(1.0, 1.0) * u_texel));
    float sw = brightness(texture(t_picture, v_uv + vec2(-1.0, -1.0) * u_texel));
    float se = brightness(texture(t_picture, v_uv + vec2(1.0, -1.0) * u_texel));
    float middle = brightness(here);
    float darkest = min(middle, min(min(nw, ne), min(sw, se)));
    float brightest = max(middle, max(max(nw, ne), max(sw, se)));
    o_colour = here;
    if (brightest - darkest < max(0.035, 0.125 * brightest)) return;

    vec2 along = vec2((nw + ne) - (sw + se), (nw + sw) - (ne + se));
    float soften = max(0.03125 * (nw + ne + sw + se), 0.0078125);
    along = clamp(along / (min(abs(along.x), abs(along.y)) + soften), -8.0, 8.0) * u_texel;
    vec4 near = 0.5 * (texture(t_picture, v_uv - along / 6.0) + texture(t_picture, v_uv + along / 6.0));
    vec4 far = 0.5 * near + 0.25 * (texture(t_picture, v_uv - 0.5 * along) + texture(t_picture, v_uv + 0.5 * along));
    float reached = brightness(far);
    o_colour = reached < darkest || reached > brightest ? near : far;
}
