// A surface for pictures that move: the light comes from its vertices (tissue_quick.vert), here are the fibres, the step
// to tendon, and what is painted on. The same switches as in tissue.frag.
#include "section.glsl"
#include "item.glsl"
#include "grain.glsl"
#include "fibres.glsl"
#include "blush.glsl"
#include "pattern.glsl"
#include "tint.glsl"
#include "paint.glsl"
#include "spots.glsl"
#include "output.glsl"
#include "beyond.glsl"

in vec3 v_position;
in vec3 v_grain;
in float v_tendon;
in float v_faded;
in vec3 v_diffuse;
in vec3 v_gloss;
#if defined(FIBRES) && !defined(LAYERED)
in float v_tone;
#endif
layout(location = 0) out vec4 o_colour;
#ifdef LAYERED
in vec3 v_layer;
layout(location = 1) out vec4 o_cover;
#endif

void main()
{
    cut_away(v_position);
#ifdef FIBRES
#ifdef LAYERED
    vec3 albedo = fibrous_colour(tendon_share(v_tendon, mean_grain()), v_tendon, 0.0, mean_grain());
#else
    Grain grain = bundles_at(v_grain);
    vec3 albedo = fibrous_colour(tendon_share(v_tendon, grain), v_tendon, v_tone, grain) * woven(v_grain);
#endif
#else
    vec3 albedo = blushed_skin(ITEM_COLOUR, v_tendon);
#endif
#ifdef PAINT
    albedo = painted(albedo);
#endif
    albedo = tinted(albedo);
#ifdef SPOTS
    albedo = spotted(albedo, v_position);
#endif
    vec3 light = albedo * v_diffuse + v_gloss;
#ifdef LAYERED
    light = mix(light, mix(1.25 * albedo, vec3(0.74, 0.72, 0.70), 0.06 + 0.34 * v_layer.y * v_layer.y), 0.8 * ITEM_XRAY);
    vec3 seen = srgb_encoded(tone_mapped(light));
    float cover = v_layer.x;
#ifdef PAINT
    if (ITEM_XRAY > 0.0) cover = with_territory(cover);
#endif
    o_colour = vec4(seen, 1.0) * (cover * v_layer.z);
    o_cover = vec4(-log(1.0 - cover));
#else
    o_colour = faded_into_backdrop(vec4(srgb_encoded(tone_mapped(light)), ITEM_OPACITY), v_faded, gl_FragCoord.y);
#endif
}
