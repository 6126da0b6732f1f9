// A cut surface: moist, evenly lit, with the bundles of muscle and the lattice of spongy bone hinted at.
#include "item.glsl"
#include "light.glsl"
#include "grain.glsl"
#include "pattern.glsl"
#include "output.glsl"

uniform vec3 u_normal;
uniform vec3 u_eye;

in vec3 v_position;
layout(location = 0) out vec4 o_colour;

void main()
{
    Grain grain = grain_at(1.2 * v_position);
    // Muscle shows its bundles; what has no fibres shows what lies under its surface: spongy bone, fat below the skin.
    float is_muscle = step(0.5, ITEM_FIBRE);
    // Spongy bone is a lattice with marrow in its pores; muscle is solid.
    float pores = smoothstep(0.30, 0.75, abs(noise_at(4.3 * v_position / kFinePeriod_m).a + 0.35 * grain.fine));
    vec3 spongy = ITEM_TENDON_COLOUR * mix(vec3(1.06), vec3(0.84, 0.74, 0.66), pores);
    vec3 albedo = mix(spongy, 0.86 * ITEM_COLOUR, is_muscle) * (1.0 + 0.10 * grain.fine);
    float seams = 1.0 - smoothstep(0.0, 0.16, abs(grain.coarse + 0.5 * grain.fine));
    albedo = mix(albedo, mix(albedo, ITEM_TENDON_COLOUR, 0.055), seams * is_muscle);
    float mark = pattern_mark(ITEM_PATTERN, gl_FragCoord.xy - ITEM_PATTERN_ANCHOR, ITEM_PATTERN_PITCH);
    albedo = mix(albedo, mix(ITEM_TINT, 0.42 * ITEM_TINT, mark), ITEM_TINT_STRENGTH);
    albedo *= 1.0 + 0.16 * ITEM_HOVERED;

    vec3 view = normalize(u_eye - v_position);
    vec3 diffuse = 0.75 * kKeyColour * wrapped(dot(u_normal, u_key), 0.6) + kFillColour + sky_light(u_normal, 0.6);
    float shine = highlight(u_normal, view, u_key, vec3(0.0), 0.25, 0.0);
    vec3 light = albedo * diffuse + 0.5 * ITEM_SPECULAR * shine + ITEM_TINT * ITEM_GLOW * 0.3 + 0.02 * ITEM_HOVERED;
    o_colour = vec4(srgb_encoded(tone_mapped(light)), 1.0);
}
