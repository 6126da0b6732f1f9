// A surface for pictures that move: lit at its vertices, a few pixels apart; tissue_quick.frag only adds what is finer.
#include "place.glsl"
#include "territory.glsl"
#include "item.glsl"
#include "light.glsl"
#include "tone.glsl"
#include "beyond.glsl"

uniform vec3 u_eye;
#ifdef LAYERED
uniform float u_nearest_m;  // of all that is seen through
#endif

layout(location = 0) in vec3 a_position;
layout(location = 1) in vec3 a_normal;
layout(location = 3) in vec3 a_grain;
layout(location = 4) in vec2 a_surface;
#ifdef PAINT
layout(location = 5) in vec4 a_paint;
#endif

out vec3 v_position;
out vec3 v_grain;
out float v_tendon;
out float v_faded;   // behind a cut
out vec3 v_diffuse;  // arrives and leaves by way of the tissue's colour
out vec3 v_gloss;    // is thrown back at once
#if defined(FIBRES) && !defined(LAYERED)
out float v_tone;    // slow change from bundle to bundle
#endif
#ifdef PAINT
out vec2 v_paint;
flat out vec2 v_owner;
#endif
#ifdef LAYERED
out vec3 v_layer;    // cover, how much edge on, weight
#endif
invariant gl_Position;

// As tissue.frag does it, with the structure's own colour in place of the pixel's.
void light_up(vec3 normal, vec3 view, float open)
{
    vec3 albedo = mix(ITEM_COLOUR, ITEM_TINT, ITEM_TINT_STRENGTH);
    float facing = max(dot(normal, view), 0.0);
    float edge = smoothstep(0.0, 0.55, facing);
    float softness = 0.14 + 0.42 * ITEM_TRANSLUCENCY;
    float cosine = dot(normal, u_key);
    float straight = wrapped(cosine, softness);
    float blushed = wrapped(cosine, softness + 0.30 * ITEM_TRANSLUCENCY);

    v_diffuse = kKeyColour * vec3(mix(straight, blushed, 0.75), vec2(straight)) * mix(in_folds(), 1.0, open);
    v_diffuse += kFillColour * wrapped(dot(normal, u_fill), 0.4);
    v_diffuse += sky_light(normal, 0.3) * bounced(open, albedo);
    v_diffuse *= mix(vec3(0.55) + 0.25 * albedo, vec3(1.0), edge);
    v_diffuse += (ITEM_TRANSLUCENCY * (0.10 + 0.30 * (1.0 - edge))) * sky_light(-normal, 0.6);
#ifdef FIBRES
    v_diffuse *= crest(open);
#else
    v_diffuse *= carved(open);
#endif

    float grazing = fresnel(facing);
    v_gloss = kKeyColour * (ITEM_SPECULAR * highlight(normal, view, u_key, vec3(0.0), ITEM_ROUGHNESS * ITEM_ROUGHNESS, 0.0));
    v_gloss += kRimColour * (grazing * max(dot(normal, u_rim) + 0.35, 0.0));
    v_gloss *= open * open;
    v_gloss += ITEM_TINT * (ITEM_GLOW * (0.22 + 0.5 * (1.0 - edge))) + 0.02 * ITEM_HOVERED;
}

void main()
{
    v_position = in_picture(a_position);
    v_grain = a_grain;
    v_tendon = a_surface.x;
#if defined(FIBRES) && !defined(LAYERED)
    v_tone = tone_at(a_grain);
#endif
    v_faded = faded_at(v_position);
#ifdef PAINT
    v_paint = a_paint.rg;
    v_owner = a_paint.ba * 255.0;
    v_territory = territory(a_paint);
#endif
    vec3 normal = normalize(in_picture(a_normal));
    vec3 view = normalize(u_eye - v_position);
    // The inside of what has one to see; at a silhouette normals may well point a little away.
    if (dot(normal, view) < -0.25) normal = -normal;
    light_up(normal, view, a_surface.y);
#ifdef LAYERED
    float edge_on = 1.0 - max(dot(normal, view), 0.0);
    float clear = mix(1.0, 0.065 + 0.66 * edge_on * edge_on * edge_on, ITEM_XRAY);
    v_layer.x = min(ITEM_OPACITY * clear, 0.98) * (1.0 - v_faded);
    v_layer.y = edge_on;
    v_layer.z = clamp(exp2(-40.0 * (distance(u_eye, v_position) - u_nearest_m)), 1e-3, 1.0);
#endif
    gl_Position = u_view_projection * vec4(v_position, 1.0);
}
