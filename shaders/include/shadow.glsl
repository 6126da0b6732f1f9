// How much of the key light arrives, softened over a few centimetres' worth of penumbra.
#ifdef SHADOWS
uniform mat4 u_to_shadow;
uniform sampler2DShadow t_shadow;
uniform float u_shadow_texel;
uniform float u_shadow_blur;

float key_light_at(vec3 position, vec3 normal, vec2 pixel)
{
    vec3 p = (u_to_shadow * vec4(position + 0.0012 * normal, 1.0)).xyz;
    float angle = 6.2831853 * fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715))));
    vec2 turn = vec2(cos(angle), sin(angle));
    float lit = 0.0;
    for (int i = 0; i < 8; ++i) {
        float radius = u_shadow_blur * sqrt((float(i) + 0.5) / 8.0);
        float step_angle = 2.3999632 * float(i);
        vec2 spoke = vec2(cos(step_angle), sin(step_angle));
        vec2 offset = radius * vec2(spoke.x * turn.x - spoke.y * turn.y, spoke.x * turn.y + spoke.y * turn.x);
        lit += texture(t_shadow, vec3(p.xy + offset, p.z - 0.0008));
    }
    return lit / 8.0;
}
#else
float key_light_at(vec3 position, vec3 normal, vec2 pixel) { return 1.0; }
#endif
