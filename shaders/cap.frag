// A cut surface as on a plate of sections: moist, evenly lit; bundles of muscle, the lattice of spongy bone, lobules of
// fat, walls of vessels. Drawn twice where a structure has an outer layer: the layer, then what lies inside it.
#include "item.glsl"
#include "light.glsl"
#include "grain.glsl"
#include "pattern.glsl"
#include "cells.glsl"
#include "output.glsl"

uniform vec3 u_normal;
uniform vec3 u_eye;
uniform float u_inside;   // 1: inside the outer layer
uniform vec3 u_fibre;     // the way the structure runs
uniform vec4 u_shaft;     // as in cap_inside.vert

in vec3 v_position;
layout(location = 0) out vec4 o_colour;

// In the plane of the cut, squeezed along the fibres as far as they lie in it: bundles cut across are round, cut
// lengthwise they are streaks. 1: not squeezed.
vec2 in_plane(float squeezed)
{
    vec3 fibre = u_fibre - u_normal * dot(u_fibre, u_normal);
    float lies = length(fibre);
    vec3 any = abs(u_normal.y) < 0.9 ? vec3(0.0, 1.0, 0.0) : vec3(1.0, 0.0, 0.0);
    vec3 u = lies > 0.05 ? fibre / lies : normalize(any - u_normal * dot(any, u_normal));
    vec3 v = cross(u_normal, u);
    return vec2(dot(v_position, u) * mix(1.0, squeezed, smoothstep(0.3, 0.9, lies)), dot(v_position, v));
}

vec3 flesh(vec3 colour, vec3 sheath)
{
    vec2 p = in_plane(0.02);
    Cell bundle = cell_at(p / 0.0019);
    vec3 cut = 1.04 * colour * (1.0 + 0.26 * (bundle.chance - 0.5)) * (1.0 + 0.08 * mottling_at(0.6 * v_position));
    cut = mix(cut, mix(colour, sheath, 0.24), 0.42 * seam_of(bundle, 0.075));
    return mix(cut, mix(colour, sheath, 0.36), 0.36 * seam_of(cell_at(p / 0.0088 + 3.7), 0.026));
}

vec3 cord(vec3 colour)
{
    Cell bundle = cell_at(in_plane(0.02) / 0.0011);
    return colour * (1.0 + 0.07 * (bundle.chance - 0.5) - 0.09 * seam_of(bundle, 0.10));
}

vec3 spongy(vec3 marrow, vec3 lattice)
{
    // The lattice stands out from the marrow in its pores; the shaft holds yellow marrow only.
    vec2 p = in_plane(0.55);
    Cell pore = cell_at(p / 0.00125 + 0.3 * vec2(mottling_at(5.0 * v_position), mottling_at(5.0 * v_position.yzx)));
    vec3 end = mix(marrow * (0.80 + 0.20 * pore.chance) * vec3(1.0, 0.93, 0.86), lattice, 0.12 + 0.80 * seam_of(pore, 0.17));
    float along = dot(u_shaft.xyz, v_position) + u_shaft.w;
    float shaft = smoothstep(0.14, 0.32, along) * (1.0 - smoothstep(0.68, 0.86, along));
    vec3 yellow_marrow = vec3(0.86, 0.66, 0.36) * (1.0 + 0.07 * mottling_at(1.5 * v_position));
    return mix(end, yellow_marrow, shaft);
}

vec3 fat(vec3 colour)
{
    vec2 wander = vec2(mottling_at(2.0 * v_position), mottling_at(2.0 * v_position.zxy + 0.4));
    Cell lobule = cell_at(in_plane(0.6) / 0.0052 + 0.30 * wander);
    vec3 cut = colour * (1.0 + 0.05 * (lobule.chance - 0.5) + 0.03 * wander.x);
    return mix(cut, mix(colour, vec3(0.95, 0.92, 0.86), 0.75), 0.55 * seam_of(lobule, 0.030));
}

vec3 nerve(vec3 colour)
{
    Cell bundle = cell_at(in_plane(0.03) / 0.0013);
    return mix(colour * (1.0 + 0.08 * (bundle.chance - 0.5)), vec3(0.90, 0.86, 0.74), 0.8 * seam_of(bundle, 0.14));
}

vec3 outer_layer()
{
    // What is cut of the skin is paler than its surface; bone's bark is the palest there is of it.
    if (int(ITEM_CUT_FACE + 0.5) == 4) return mix(ITEM_COLOUR, vec3(0.90, 0.72, 0.62), 0.45);
    return int(ITEM_CUT_FACE + 0.5) == 3 ? mix(ITEM_COLOUR, vec3(0.97, 0.93, 0.84), 0.5) : ITEM_COLOUR;
}

vec3 cut_face()
{
    int kind = int(ITEM_CUT_FACE + 0.5);
    if (kind == 1) return u_inside > 0.5 ? flesh(ITEM_COLOUR, ITEM_TENDON_COLOUR) : cord(ITEM_TENDON_COLOUR);
    if (kind == 2) return cord(1.02 * ITEM_COLOUR);
    if (u_inside < 0.5) return outer_layer() * (1.0 + 0.04 * mottling_at(2.0 * v_position));
    if (kind == 3) return spongy(ITEM_TENDON_COLOUR, ITEM_COLOUR);
    if (kind == 4) return fat(ITEM_TENDON_COLOUR);
    if (kind == 5) return nerve(ITEM_TENDON_COLOUR);
    return ITEM_TENDON_COLOUR;
}

void main()
{
    vec3 albedo = cut_face();
    float mark = pattern_mark(ITEM_PATTERN, gl_FragCoord.xy - ITEM_PATTERN_ANCHOR, ITEM_PATTERN_PITCH);
    albedo = mix(albedo, mix(ITEM_TINT, 0.42 * ITEM_TINT, mark), ITEM_TINT_STRENGTH);
    albedo *= 1.0 + 0.16 * ITEM_HOVERED;

    vec3 view = normalize(u_eye - v_position);
    vec3 diffuse = 0.88 * kKeyColour * wrapped(dot(u_normal, u_key), 0.6) + kFillColour + sky_light(u_normal, 0.6);
    float shine = highlight(u_normal, view, u_key, vec3(0.0), 0.25, 0.0);
    vec3 light = albedo * diffuse + 0.5 * ITEM_SPECULAR * shine + ITEM_TINT * ITEM_GLOW * 0.3 + 0.02 * ITEM_HOVERED;
    o_colour = vec4(srgb_encoded(tone_mapped(light)), 1.0);
}
