// One look at a picture at rest, for the mean of several: how much it counts is the blending's business.
uniform sampler2D t_picture;

layout(location = 0) out vec4 o_colour;

void main() { o_colour = texelFetch(t_picture, ivec2(gl_FragCoord.xy), 0); }
