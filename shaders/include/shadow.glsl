// How much of the key light arrives, softened over a few centimetres' worth of penumbra.
#ifdef SHADOWS
uniform mat4 u_to_shadow;
uniform sampler2DShadow t_shadow;
uniform float u_shadow_blur;

// Sixteen places round a point, or a fourth of them: looks at the same picture share them out.
#ifdef FEW_TAPS
const int kTaps = 4;
uniform vec3 u_first_tap;  // number of the first place, cosine and sine of its angle
#else
const int kTaps = 16;
const vec3 u_first_tap = vec3(0.0, 1.0, 0.0);
#endif

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
    for (int i = 0; i < kTaps; ++i) {
        float place = float(i * (16 / kTaps));
        float radius = u_shadow_blur * sqrt((place + u_first_tap.x + 0.5) / 16.0);
        float angle = 2.3999632 * place;
        vec2 turned = vec2(cos(angle) * u_first_tap.y - sin(angle) * u_first_tap.z, sin(angle) * u_first_tap.y + cos(angle) * u_first_tap.z);
        vec2 offset = radius * turned;
        lit += texture(t_shadow, vec3(p.xy + offset, p.z + dot(slope, offset) - 0.0008));
    }
    return lit / float(kTaps);
}
#else
float key_light_at(vec3 position, vec3 normal) { return 1.0; }
#endif
