// How bright a pixel of the finished picture and its diagonal neighbours are. After T. Lottes, FXAA (2009).
uniform sampler2D t_picture;

struct Corners { float nw, ne, sw, se, middle, darkest, brightest; };

float brightness(vec4 colour) { return dot(colour.rgb, vec3(0.299, 0.587, 0.114)) + 0.2 * colour.a; }

Corners corners_at(ivec2 pixel)
{
    ivec2 last = textureSize(t_picture, 0) - 1;
    ivec2 before = max(pixel - 1, ivec2(0));
    ivec2 after = min(pixel + 1, last);
    Corners c;
    c.nw = brightness(texelFetch(t_picture, ivec2(before.x, after.y), 0));
    c.ne = brightness(texelFetch(t_picture, after, 0));
    c.sw = brightness(texelFetch(t_picture, before, 0));
    c.se = brightness(texelFetch(t_picture, ivec2(after.x, before.y), 0));
    c.middle = brightness(texelFetch(t_picture, pixel, 0));
    c.darkest = min(c.middle, min(min(c.nw, c.ne), min(c.sw, c.se)));
    c.brightest = max(c.middle, max(max(c.nw, c.ne), max(c.sw, c.se)));
    return c;
}
