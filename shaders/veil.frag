// All that one sees through at this pixel: its mean colour, and how much of what lies behind it hides.
uniform highp sampler2D t_colour;
uniform highp sampler2D t_cover;

layout(location = 0) out vec4 o_colour;

void main()
{
    ivec2 here = ivec2(gl_FragCoord.xy);
    vec4 sum = texelFetch(t_colour, here, 0);
    if (sum.a <= 0.0) discard;
    o_colour = vec4(sum.rgb / sum.a, 1.0 - exp(-texelFetch(t_cover, here, 0).r));
}
