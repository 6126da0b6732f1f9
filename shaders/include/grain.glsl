// Streaks and grain from one block of noise, sampled where src/render/grain.cpp has flattened the fibres.
uniform sampler3D t_noise;

struct Grain {
    float fine;    // -1…1, single fibres
    float coarse;  // -1…1, bundles
    vec3 slope;    // of the relief, per metre of grain space
};

const float kFinePeriod_m = 0.024;
const float kCoarsePeriod_m = 0.071;

vec4 noise_at(vec3 p) { return 2.0 * texture(t_noise, p) - 1.0; }

Grain grain_at(vec3 grain)
{
    // Turned, so that the two layers and the axes of the body never line up.
    vec3 turned = vec3(0.80 * grain.x - 0.60 * grain.z, grain.y + 0.31 * grain.x, 0.60 * grain.x + 0.80 * grain.z);
    vec4 fine = noise_at(grain / kFinePeriod_m);
    vec4 coarse = noise_at(turned / kCoarsePeriod_m);
    Grain g;
    g.fine = fine.a;
    g.coarse = coarse.a;
    // The texture holds slopes per 1/16 of a period.
    g.slope = fine.rgb * (16.0 / kFinePeriod_m);
    return g;
}

// The normal of a surface with relief: `rise` is how the relief changes to the right and upwards on the screen.
vec3 with_relief(vec3 normal, vec3 right, vec3 up, vec2 rise)
{
    vec3 a = cross(up, normal);
    vec3 b = cross(normal, right);
    float area = dot(right, a);
    vec3 tilted = abs(area) * normal - sign(area) * (rise.x * a + rise.y * b);
    return normalize(tilted);
}
