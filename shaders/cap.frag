// A cut surface as on a plate of sections: moist, evenly lit; bundles of muscle, the lattice of spongy bone, lobules of
// fat, walls of vessels. Drawn twice where a structure has an outer layer: the layer, then what lies inside it.
#define LOOKS
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

// How a tissue is divided, for one look at the cells whichever it is: a software rasteriser works through every way of
// an if.
struct Division {
    float squeezed;   // along the fibres
    float size_m;
    float wander;     // of the borders, in cells
    float seam;       // width of the lines between, in cells
    vec3 line;        // their colour
    float strength;   // and how strong they are
    float uneven;     // from cell to cell
};

Division division_of(int kind, vec3 colour)
{
    vec3 sheath = mix(ITEM_COLOUR, ITEM_TENDON_COLOUR, 0.24);
    if (kind == 1) return Division(0.02, 0.0019, 0.0, 0.075, sheath, 0.42, 0.26);                                         // bundles of flesh
    if (kind == 2) return Division(0.02, 0.0011, 0.0, 0.100, 0.80 * colour, 0.45, 0.07);                                  // of tendon
    if (kind == 3) return Division(0.55, 0.00125, 0.3, 0.170, ITEM_COLOUR, 0.85, 0.16);                                   // the lattice of spongy bone
    if (kind == 4) return Division(0.60, 0.0052, 0.3, 0.030, mix(colour, vec3(0.95, 0.92, 0.86), 0.75), 0.55, 0.05);      // lobules of fat
    if (kind == 5) return Division(0.03, 0.0013, 0.0, 0.140, vec3(0.90, 0.86, 0.74), 0.80, 0.08);                         // bundles of a nerve
    return Division(1.0, 1.0, 0.0, 0.010, colour, 0.0, 0.0);
}

// The layer is paler than what it covers: skin cut through, the bark of bone.
vec3 layer_colour(int kind)
{
    vec3 skin = mix(ITEM_COLOUR, vec3(0.90, 0.72, 0.62), 0.45), bark = mix(ITEM_COLOUR, vec3(0.97, 0.93, 0.84), 0.5);
    return kind == 4 ? skin : kind == 3 ? bark : kind == 1 ? ITEM_TENDON_COLOUR : ITEM_COLOUR;
}

vec3 inner_colour(int kind)
{
    return kind == 1 ? 1.04 * ITEM_COLOUR : kind == 3 ? 0.90 * ITEM_TENDON_COLOUR * vec3(1.0, 0.93, 0.86) : ITEM_TENDON_COLOUR;
}

vec3 cut_face()
{
    int kind = int(ITEM_CUT_FACE + 0.5);
    bool inside = u_inside > 0.5;
    vec3 colour = inside ? inner_colour(kind) : layer_colour(kind);
    // A muscle's layer is tendon; other layers are all of one piece.
    Division d = division_of(inside || kind == 2 ? kind : kind == 1 ? 2 : 0, colour);
    vec2 clouds = noise_at(v_position / 0.021).ar;
    vec2 p = in_plane(d.squeezed);
    vec3 cut = colour * (1.0 + 0.04 * clouds.x);
    // Stouter sheaths part flesh into larger bundles. A loop that turns as often as needed, as in fibres.glsl.
    int levels = d.strength <= 0.0 ? 0 : inside && kind == 1 ? 2 : 1;
    for (int i = 0; i < levels; ++i) {
        Cell cell = cell_at(p / d.size_m + d.wander * clouds);
        cut *= 1.0 + d.uneven * (cell.chance - 0.5);
        cut = mix(cut, d.line, d.strength * seam_of(cell, d.seam));
        d = Division(d.squeezed, 0.0088, 0.0, 0.026, mix(ITEM_COLOUR, ITEM_TENDON_COLOUR, 0.36), 0.36, 0.0);
    }
    // The shaft of a long bone holds yellow marrow only.
    float along = dot(u_shaft.xyz, v_position) + u_shaft.w;
    float shaft = smoothstep(0.14, 0.32, along) * (1.0 - smoothstep(0.68, 0.86, along));
    return mix(cut, vec3(0.86, 0.66, 0.36) * (1.0 + 0.07 * clouds.y), inside ? shaft : 0.0);
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
