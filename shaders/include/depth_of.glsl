// Places seen by the eye, from the depth buffer.
uniform highp sampler2D t_depth;
uniform mat4 u_unproject;
uniform float u_perspective;  // 0: orthographic

// Depth and place of one texel: between texels the one would be of another place than the other.
vec3 point_of(ivec2 texel)
{
    ivec2 size = textureSize(t_depth, 0);
    texel = clamp(texel, ivec2(0), size - 1);
    vec2 uv = (vec2(texel) + 0.5) / vec2(size);
    vec4 p = u_unproject * vec4(2.0 * vec3(uv, texelFetch(t_depth, texel, 0).r) - 1.0, 1.0);
    return p.xyz / p.w;
}

bool is_background(ivec2 texel) { return texelFetch(t_depth, texel, 0).r >= 1.0; }

float reach_depth(vec3 point) { return mix(1.0, max(-point.z, 0.01), u_perspective); }

// Depth in front of the eye, 0 … 8 m, in two bytes.
vec2 packed_depth(vec3 point)
{
    float whole = clamp(-point.z / 8.0, 0.0, 1.0) * 255.0;
    return vec2(floor(whole) / 255.0, fract(whole));
}

float unpacked_depth_m(vec2 bytes) { return (bytes.x * 255.0 + bytes.y) * (8.0 / 255.0); }
