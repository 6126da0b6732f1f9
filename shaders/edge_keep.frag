// In a picture twice as large: keeps what has been drawn once where that is enough, nearer than all that comes after it.
uniform sampler2D t_picture;
uniform sampler2D t_edge;

layout(location = 0) out vec4 o_colour;

void main()
{
    ivec2 here = ivec2(gl_FragCoord.xy) / 2;
    if (texelFetch(t_edge, here, 0).r > 0.5) discard;
    o_colour = texelFetch(t_picture, here, 0);
}
