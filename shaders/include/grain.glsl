// Streaks and grain from one block of noise, sampled where src/render/grain.cpp has flattened the fibres.
uniform sampler3D t_noise;

struct Grain {
    float bundle;  // -1…1, which of the bundles side by side: lighter, darker, longer, shorter
    float groove;  // 0…1, the thin line where two bundles meet
    float near;    // 0…1, how well a bundle can be seen from here
    vec3 slope;    // of the relief, per metre of grain space
};

const float kBundlePeriod_m = 0.017;    // of the noise; bundles are an eighth to a sixteenth of it
const float kThreadPeriod_m = 0.0047;
const vec3 kLengthwise = vec3(1.0, 0.52, 1.0);  // most fibres run along the limb: their streaks become longer still
const float kMeanGroove = 0.25;         // so that from afar, where no line is seen, the tone is the same

// Where a picture is the mean of several looks, each shows detail that one alone would have to leave out.
#ifdef LOOKS
uniform float u_finer;  // 1: as in a picture twice as large
vec4 noise_at(vec3 p) { return 2.0 * texture(t_noise, p, -u_finer) - 1.0; }
vec3 footprints_of(vec3 p) { return fwidth(p) * exp2(-u_finer); }
#else
vec4 noise_at(vec3 p) { return 2.0 * texture(t_noise, p) - 1.0; }
vec3 footprints_of(vec3 p) { return fwidth(p); }
#endif

float footprint_of(vec3 grain)
{
    vec3 f = footprints_of(grain);
    return max(f.x, max(f.y, f.z));
}

float groove_of(float bundle) { return 1.0 - smoothstep(0.01, 0.25, abs(bundle)); }

// One sample: what pictures that move can afford. Where bundles are finer than pixels the noise fades by itself.
Grain bundles_at(vec3 grain)
{
    vec4 n = noise_at(grain * (kLengthwise / kBundlePeriod_m));
    Grain g;
    g.bundle = n.a;
    g.near = 1.0 - smoothstep(0.0004, 0.0013, footprint_of(grain));
    g.groove = mix(kMeanGroove, groove_of(n.a), g.near);
    // A groove falls off on both sides of the line; the texture holds slopes over two of its 64 texels.
    g.slope = n.rgb * kLengthwise * (sign(n.a) * (1.0 - smoothstep(0.10, 0.45, abs(n.a))) * g.near * 32.0 / kBundlePeriod_m);
    return g;
}

// Of what one sees through only the mean: its fibres would be a veil of lines over what lies behind.
Grain mean_grain() { return Grain(0.0, kMeanGroove, 0.0, vec3(0.0)); }

// And the threads within a bundle, from close by.
Grain grain_at(vec3 grain)
{
    Grain g = bundles_at(grain);
    float close = 1.0 - smoothstep(0.00012, 0.00042, footprint_of(grain));
    vec4 n = noise_at((grain + 0.0013) * (kLengthwise / kThreadPeriod_m));
    g.bundle += 0.34 * close * n.a;
    g.groove = max(g.groove, 0.55 * close * groove_of(1.3 * n.a));
    g.slope += n.rgb * kLengthwise * (close * 2.4 / kThreadPeriod_m);
    return g;
}

// Slow unevenness of colour for what has no fibres: bone, skin, fat. -1…1.
float mottling_at(vec3 grain) { return noise_at(grain / 0.043).a; }

// The normal of a surface with relief: `rise` is how the relief changes to the right and upwards on the screen.
vec3 with_relief(vec3 normal, vec3 right, vec3 up, vec2 rise)
{
    vec3 a = cross(up, normal);
    vec3 b = cross(normal, right);
    float area = dot(right, a);
    vec3 tilted = abs(area) * normal - sign(area) * (rise.x * a + rise.y * b);
    return normalize(tilted);
}
