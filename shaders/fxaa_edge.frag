// Marks in the stencil what fxaa.frag has to smooth: few pixels of a picture are at an edge, and that shader is dear.
#include "brightness.glsl"

layout(location = 0) out vec4 o_colour;

void main()
{
    ivec2 pixel = ivec2(gl_FragCoord.xy);
    // Pixels are drawn in squares of two by two: the neighbours within are known, those outside are looked up.
    ivec2 outwards = 2 * (pixel & 1) - 1;
    ivec2 beyond = clamp(pixel + outwards, ivec2(0), textureSize(t_picture, 0) - 1);
    float here = brightness(texelFetch(t_picture, pixel, 0));
    float beside = brightness(texelFetch(t_picture, ivec2(beyond.x, pixel.y), 0));
    float above = brightness(texelFetch(t_picture, ivec2(pixel.x, beyond.y), 0));
    float step_x = max(abs(dFdx(here)), abs(beside - here));
    float step_y = max(abs(dFdy(here)), abs(above - here));
    if (max(step_x, step_y) < max(0.035, 0.125 * here)) discard;
    o_colour = vec4(1.0);
}
