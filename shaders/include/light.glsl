// Light as on an atlas plate, in the picture's space and fixed to the viewer: a soft bright sky above, warm bounce from
// below, a key light from upper left, a weak cool fill from the right, a rim from behind.
uniform vec3 u_up;
uniform vec3 u_key;
uniform vec3 u_fill;
uniform vec3 u_rim;

const vec3 kKeyColour = vec3(1.34, 1.28, 1.18);
const vec3 kFillColour = vec3(0.13, 0.15, 0.18);
const vec3 kRimColour = vec3(0.16, 0.17, 0.19);
const vec3 kSkyColour = vec3(0.29, 0.31, 0.345);
const vec3 kGroundColour = vec3(0.125, 0.105, 0.095);

vec3 sky_light(vec3 direction, float blur)
{
    return mix(kGroundColour, kSkyColour, smoothstep(-0.5 - blur, 0.6 + blur, dot(direction, u_up)));
}

// What an occluded spot still gets from light that bounces within a bright material. Jimenez et al. 2016.
vec3 bounced(float open, vec3 albedo)
{
    vec3 a = 2.0404 * albedo - 0.3324;
    vec3 b = -4.7951 * albedo + 0.6417;
    vec3 c = 2.7552 * albedo + 0.6903;
    return max(vec3(open), ((open * a + b) * open + c) * open);
}

// Lambert, softened past the terminator for what lets light in.
float wrapped(float cosine, float softness) { return max(0.0, (cosine + softness) / ((1.0 + softness) * (1.0 + softness))); }

// Highlight of a rough surface (GGX), times the cosine. With `silk` it is drawn out across the fibres, as on wet tendon.
float highlight(vec3 n, vec3 v, vec3 l, vec3 along, float alpha, float silk)
{
    vec3 h = normalize(v + l);
    float n_h = dot(n, h);
    float n_l = max(dot(n, l), 0.0);
    float n_v = max(dot(n, v), 0.05);
    float rough_along = alpha * (1.0 + 0.9 * silk);
    float rough_across = alpha * (1.0 - 0.35 * silk);
    // What is not along the fibre or the normal is across; together they are the whole of h.
    float along_h = dot(along, h);
    float across_squared = max(1.0 - n_h * n_h - along_h * along_h, 0.0);
    float d = along_h * along_h / (rough_along * rough_along) + across_squared / (rough_across * rough_across) + n_h * n_h;
    float k = 0.5 * rough_across;
    float visible = 0.25 / ((n_l * (1.0 - k) + k) * (n_v * (1.0 - k) + k));
    return visible * n_l / (3.14159265 * rough_along * rough_across * d * d);
}

float fresnel(float cosine)
{
    float x = clamp(1.0 - cosine, 0.0, 1.0);
    float x2 = x * x;
    return x2 * x2 * x;
}
