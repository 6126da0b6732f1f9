// How much of the key light arrives, softened over a few centimetres' worth of penumbra.
#ifdef SHADOWS
uniform mat4 u_to_shadow;
uniform sampler2DShadow t_shadow;
uniform float u_shadow_blur;

float key_light_at(vec3 position, vec3 normal)
{
    vec3 p = (u_to_shadow * vec4(position + 0.0010 * normal, 1.0)).xyz;
    // How depth changes across the surface itself: without it a wide blur would find a slanting surface in its own shadow.
    vec3 right = dFdx(p);
    vec3 up = dFdy(p);
    float area = right.x * up.y - right.y * up.x;
    vec2 slope = vec2(up.y * right.z - right.y * up.z, right.x * up.z - up.x * right.z) / (abs(area) > 1e-12 ? area : 1e-12);
    slope *= min(1.0, 2.0 / max(length(slope), 1e-6));
    float lit = 0.0;
    for (int i = 0; i < 16; ++i) {
        float radius = u_shadow_blur * sqrt((float(i) + 0.5) / 16.0);
        float angle = 2.3999632 * float(i);
        vec2 offset = radius * vec2(cos(angle), sin(angle));
        lit += texture(t_shadow, vec3(p.xy + offset, p.z + dot(slope, offset) - 0.0008));
    }
    return lit / 16.0;
}
#else
float key_light_at(vec3 position, vec3 normal) { return 1.0; }
#endif
