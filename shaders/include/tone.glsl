// Like a sine of period 1, for less.
vec3 wave(vec3 x)
{
    vec3 w = abs(2.0 * fract(x) - 1.0);
    return w * w * (6.0 - 4.0 * w) - 1.0;
}

// Slow change of tone from bundle to bundle: -1…1, some centimetres wide. No texture, so that a vertex can have it too.
float tone_at(vec3 grain)
{
    vec3 a = 33.0 * grain + 0.34 * wave(15.0 * grain.zxy);
    vec3 b = wave(vec3(a.x + a.z, 2.9 * a.z - 2.3 * a.x + a.y, 0.0));
    return 0.45 * b.x + 0.55 * b.y;
}

// Flesh is deeper in colour in the furrows between muscles and lighter on their crests.
vec3 crest(float open) { return mix(vec3(0.58, 0.46, 0.47), vec3(1.06, 1.05, 1.04), smoothstep(0.10, 0.95, open)); }

// Hollows of bone keep what the light browns, so that it looks carved; what lets light through does not.
vec3 carved(float open) { return mix(mix(vec3(0.80, 0.66, 0.50), vec3(1.0), min(1.0, 1.8 * ITEM_TRANSLUCENCY)), vec3(1.0), smoothstep(0.12, 0.85, open)); }

// How much of the key light still reaches a closed fold.
float in_folds() { return 0.24 + 0.40 * ITEM_TRANSLUCENCY; }
