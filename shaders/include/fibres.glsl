// The colour of what has fibres: flesh, tendon, and how the one runs into the other. The same for stills and for pictures
// that move. Needs item.glsl and grain.glsl.
#include "tone.glsl"

const float kGrainStretch = 0.03;  // as in src/render/grain.hpp

// Sheets are woven: across the strands that carry the pull run finer ones, obliquely to both sides. For sheets that lie
// along the limb.
float woven(vec3 grain)
{
    float woven = 1.0;
    // A loop, because a software rasteriser steps over what never turns, but works through both ways of an if.
    int times = int(ITEM_WEAVE + 0.999);
    for (int i = 0; i < times; ++i) {
        float along = grain.y / kGrainStretch, across = grain.x + grain.z;
        vec2 threads = vec2(noise_at(vec3(across + 0.55 * along, 0.02 * along, 0.0) / 0.011).a, noise_at(vec3(across - 0.55 * along, 0.02 * along, 0.007) / 0.011).a);
        vec2 grooves = 1.0 - smoothstep(vec2(0.0), vec2(0.30), abs(threads));
        float near = 1.0 - smoothstep(0.0003, 0.0011, footprint_of(grain));
        woven += ITEM_WEAVE * near * (0.07 * (threads.x + threads.y) - 0.16 * max(grooves.x, grooves.y) + 0.05);
    }
    return woven;
}

// Muscle ends in tongues, one bundle before the other, between the strands of its tendon.
float tendon_share(float tendon, Grain g)
{
    float between = 4.0 * tendon * (1.0 - tendon);
    float strands = tendon + ITEM_FIBRE * between * (0.42 * g.bundle - 0.10 * (g.groove - kMeanGroove));
    return 0.94 * smoothstep(0.42, 0.58, strands) + 0.06 * smoothstep(0.20, 0.80, tendon);
}

vec3 fibrous_colour(float share, float tendon, float tone, Grain g)
{
    // Bundles: deep in the grooves, towards salmon on their crests, some browner and some redder. Towards the tendon
    // the flesh pales.
    vec3 light_bundle = vec3(1.24, 1.42, 1.20), dark_bundle = vec3(0.74, 0.62, 0.64);
    float bundle = 0.5 + 0.5 * clamp(1.15 * g.bundle + 0.42 * tone, -1.0, 1.0);
    vec3 flesh = ITEM_COLOUR * mix(vec3(1.0), mix(dark_bundle, light_bundle, bundle), ITEM_FIBRE);
    flesh *= mix(vec3(1.0), vec3(0.56, 0.40, 0.42), ITEM_FIBRE * g.groove);
    flesh *= vec3(1.0) + 0.09 * tone * vec3(1.0, 1.3, 0.6);
    flesh = mix(flesh, ITEM_TENDON_COLOUR, 0.16 * ITEM_FIBRE * smoothstep(0.03, 0.5, tendon) * (0.5 + bundle));
    // Tendon is silver rather than white: fine strands between warm and cool with darker lines between them.
    vec3 silver = ITEM_TENDON_COLOUR * mix(vec3(0.90), mix(vec3(0.84, 0.86, 0.90), vec3(1.02, 0.99, 0.93), bundle), ITEM_FIBRE);
    silver *= 1.0 - 0.30 * ITEM_FIBRE * (g.groove - 0.4 * kMeanGroove);
    return mix(flesh, silver, share);
}
