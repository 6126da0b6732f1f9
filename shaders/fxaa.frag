// Smooths stair-steps along edges of the finished picture: blends along the edge's direction, found from the brightness
// of the diagonal neighbours. After T. Lottes, FXAA (2009).
uniform sampler2D t_picture;
uniform vec2 u_texel;

in vec2 v_uv;
layout(location = 0) out vec4 o_colour;

float brightness(vec4 colour) { return dot(colour.rgb, vec3(0.299, 0.587, 0.114)) + 0.2 * colour.a; }

void main()
{
    ivec2 pixel = ivec2(gl_FragCoord.xy);
    ivec2 last = textureSize(t_picture, 0) - 1;
    ivec2 before = max(pixel - 1, ivec2(0));
    ivec2 after = min(pixel + 1, last);
    vec4 here = texelFetch(t_picture, pixel, 0);
    float nw = brightness(texelFetch(t_picture, ivec2(before.x, after.y), 0));
    float ne = brightness(texelFetch(t_picture, after, 0));
    float sw = brightness(texelFetch(t_picture, before, 0));
    float se = brightness(texelFetch(t_picture, ivec2(after.x, before.y), 0));
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
