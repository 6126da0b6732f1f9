// Living tissue, lit as on an atlas plate. FIBRES: muscle, tendon, ligament. PATTERN: a role's dots or stripes.
// tissue_quick.frag is for pictures that move. PAINT: origins and insertions on bone, territories of nerves on skin. LAYERED: one of the layers that veil.frag puts together.
#define LOOKS
#include "section.glsl"
#include "item.glsl"
#include "light.glsl"
#include "shadow.glsl"
#include "grain.glsl"
#include "fibres.glsl"
#include "blush.glsl"
#include "pattern.glsl"
#include "tint.glsl"
#include "paint.glsl"
#include "spots.glsl"
#include "output.glsl"
#include "beyond.glsl"

uniform vec3 u_eye;
#ifdef LAYERED
uniform float u_nearest_m;  // of all that is seen through
#endif

in vec3 v_position;
in vec3 v_normal;
in vec3 v_fibre;
in vec3 v_grain;
in vec2 v_surface;
layout(location = 0) out vec4 o_colour;
#ifdef LAYERED
layout(location = 1) out vec4 o_cover;
#endif

struct Surface {
    vec3 albedo;
    vec3 normal;
    float roughness;
    float specular;
    vec3 along;         // the way the highlight is drawn out
    float silk;         // 0…1, by how much
};

Surface surface_here(vec3 smooth_normal)
{
    Surface s;
#ifdef FIBRES
#ifdef LAYERED
    Grain grain = mean_grain();
    float share = tendon_share(v_surface.x, grain);
    s.albedo = fibrous_colour(share, v_surface.x, 0.0, grain) * crest(v_surface.y);
#else
    Grain grain = grain_at(v_grain);
    float share = tendon_share(v_surface.x, grain);
    s.albedo = fibrous_colour(share, v_surface.x, tone_at(v_grain), grain) * woven(v_grain) * crest(v_surface.y);
#endif

    float relief_m = ITEM_FIBRE * mix(0.00016, 0.00007, share);
    vec2 rise = relief_m * vec2(dot(grain.slope, dFdx(v_grain)), dot(grain.slope, dFdy(v_grain)));
    s.normal = with_relief(smooth_normal, dFdx(v_position), dFdy(v_position), rise);
    s.roughness = mix(ITEM_ROUGHNESS, min(ITEM_ROUGHNESS, 0.40), share);
    s.specular = mix(ITEM_SPECULAR, 1.9 * ITEM_SPECULAR, share);
    s.along = v_fibre - s.normal * dot(v_fibre, s.normal);
    s.along *= inversesqrt(max(dot(s.along, s.along), 1e-8));
    s.silk = ITEM_FIBRE * step(1e-4, dot(v_fibre, v_fibre));
#else
    float mottling = mottling_at(v_grain);
    // What is rough has pores: bone, skin. What is smooth has none: cartilage, vessels.
    float rough = smoothstep(0.46, 0.64, ITEM_ROUGHNESS);
    vec4 pores = noise_at(v_grain / 0.0088) * (rough * (1.0 - smoothstep(0.00015, 0.0008, footprint_of(v_grain))));
    s.albedo = ITEM_COLOUR * (1.0 + 0.055 * mottling + 0.045 * pores.a);
    // Blood and vessels below a surface that lets light in: patches of rose and of grey.
    float below = mottling_at(v_grain.zxy * 0.37 + 0.31) + 0.6 * mottling_at(v_grain * 3.1) + 0.5 * pores.a;
    s.albedo *= vec3(1.0) + ITEM_TRANSLUCENCY * below * vec3(0.05, -0.13, -0.11);
    s.albedo = blushed_skin(s.albedo, v_surface.x);
    s.albedo *= carved(v_surface.y + 0.10 * mottling);
    s.specular = ITEM_SPECULAR;
    float relief_m = 0.000045;
    vec3 slope = pores.rgb * (32.0 / 0.0088 * relief_m);
    s.normal = with_relief(smooth_normal, dFdx(v_position), dFdy(v_position), vec2(dot(slope, dFdx(v_grain)), dot(slope, dFdy(v_grain))));
    s.roughness = ITEM_ROUGHNESS * (1.0 + 0.10 * pores.a);
    s.along = vec3(0.0);
    s.silk = 0.0;
#endif
    return s;
}

void main()
{
    cut_away(v_position);
    vec3 view = normalize(u_eye - v_position);
    vec3 smooth_normal = normalize(gl_FrontFacing ? v_normal : -v_normal);
    Surface s = surface_here(smooth_normal);
#ifdef PAINT
    s.albedo = painted(s.albedo);
#endif
    vec3 albedo = tinted(s.albedo);
#ifdef SPOTS
    albedo = spotted(albedo, v_position);
#endif
    vec3 normal = s.normal;
    float facing = max(dot(normal, view), 0.0);
    float open = v_surface.y;
    // A plate keeps what lies in the shade readable.
    float key_arrives = mix(0.30, 1.0, key_light_at(v_position, smooth_normal));
    // What lets light in lets red in deepest: the edge of its shadow is warm.
    float softness = 0.14 + 0.42 * ITEM_TRANSLUCENCY;
    float cosine = dot(normal, u_key);
    float blushed = wrapped(cosine, softness + 0.30 * ITEM_TRANSLUCENCY);
    vec3 key = vec3(mix(wrapped(cosine, softness), blushed, 0.75), vec2(wrapped(cosine, softness)));

    vec3 diffuse = kKeyColour * key * (key_arrives * mix(in_folds(), 1.0, open));
    diffuse += kFillColour * wrapped(dot(normal, u_fill), 0.4);
    diffuse += sky_light(normal, 0.3) * bounced(open, albedo);
    // Seen edge on, flesh looks deeper in colour: the plate engraver's contour, and what parts one muscle from the next.
    float edge = smoothstep(0.0, 0.55, facing);
    vec3 body = albedo * diffuse * mix(vec3(0.55) + 0.25 * albedo, vec3(1.0), edge);
    // Light that went in and comes out again, strongest where the thing is thin.
    body += albedo * (ITEM_TRANSLUCENCY * (0.10 + 0.30 * (1.0 - edge))) * sky_light(-normal, 0.6);

    float alpha = s.roughness * s.roughness;
    float grazing = fresnel(facing);
    vec3 gloss = kKeyColour * (key_arrives * s.specular * highlight(normal, view, u_key, s.along, alpha, s.silk));
    gloss += sky_light(reflect(-view, normal), alpha) * (s.specular + (1.0 - s.roughness) * 0.22 * grazing);
    gloss += kRimColour * (grazing * max(dot(normal, u_rim) + 0.35, 0.0));
    vec3 light = body + gloss * (open * open);

    light += ITEM_TINT * (ITEM_GLOW * (0.22 + 0.5 * (1.0 - edge))) + 0.02 * ITEM_HOVERED;

    float edge_on = 1.0 - max(dot(smooth_normal, view), 0.0);
    float clear = mix(1.0, 0.065 + 0.66 * edge_on * edge_on * edge_on, ITEM_XRAY);
    // As on an X-ray film, what is left of it is bright on any background.
    light = mix(light, mix(1.25 * albedo, vec3(0.74, 0.72, 0.70), 0.06 + 0.34 * edge_on * edge_on), 0.8 * ITEM_XRAY);
    vec3 seen = srgb_encoded(tone_mapped(light));
    float cover = ITEM_OPACITY * clear;
#ifdef PAINT
    if (ITEM_XRAY > 0.0) cover = with_territory(cover);
#endif
#ifdef LAYERED
    // The nearest layers count most: half as much for every few centimetres farther back.
    float weight = clamp(exp2(-40.0 * (distance(u_eye, v_position) - u_nearest_m)), 1e-3, 1.0);
    cover = min(cover, 0.98) * (1.0 - faded_at(v_position));
    o_colour = vec4(seen, 1.0) * (cover * weight);
    o_cover = vec4(-log(1.0 - cover));
#else
    o_colour = faded_into_backdrop(vec4(seen, cover), faded_at(v_position), gl_FragCoord.y);
#endif
}
