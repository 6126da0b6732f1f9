// Streaks and grain from one block of noise, sampled where src/render/grain.cpp has flattened the fibres.
uniform sampler3D t_noise;

struct Grain {
    float fine;    // -1…1, single fibres
    float coarse;  // -1…1, bundles
    float groove;  // 0…1, the thin dark lines between bundles
    vec3 slope;    // of the relief, per metre of grain space
};

const float kFinePeriod_m = 0.019;
const float kCoarsePeriod_m = 0.061;

vec4 noise_at(vec3 p) { return 2.0 * texture(t_noise, p) - 1.0; }

Grain grain_at(vec3 grain)
{
    // Turned, so that the two layers and the axes of the body never line up.
    vec3 turned = vec3(0.80 * grain.x - 0.60 * grain.z, grain.y + 0.31 * grain.x, 0.60 * grain.x + 0.80 * grain.z);
    vec4 fine = noise_at(grain / kFinePeriod_m);
    vec4 coarse = noise_at(turned / kCoarsePeriod_m);
    vec3 footprint = fwidth(grain);
    float is_near = 1.0 - smoothstep(0.0002, 0.0011, max(footprint.x, max(footprint.y, footprint.z)));
    Grain g;
    g.fine = fine.a;
    g.coarse = coarse.a;
    g.groove = is_near * (1.0 - smoothstep(0.0, 0.26, abs(fine.a + 0.4 * coarse.a)));
    // The texture holds slopes over two of its 64 texels.
    g.slope = fine.rgb * (32.0 / kFinePeriod_m);
    return g;
}

// Only the fibres, for pictures that move.
float streaks_at(vec3 grain) { return noise_at(grain / kFinePeriod_m).a; }

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
