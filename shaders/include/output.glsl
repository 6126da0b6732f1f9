// From linear light to what a display wants.
// The curve is fitted with square roots (error below 0.002; pow() costs three times as much in software). After I. Taylor's
// "sRGB approximations for HLSL" (2013).
vec3 srgb_encoded(vec3 linear)
{
    vec3 clamped = clamp(linear, 0.0, 1.0);
    vec3 root = sqrt(clamped);
    vec3 fourth = sqrt(root);
    vec3 eighth = sqrt(fourth);
    return 0.662002687 * root + 0.684122060 * fourth - 0.323583601 * eighth - 0.0225411470 * clamped;
}

// Leaves colours alone up to a bright 0.76, so that a structure keeps the colour the legend gives it, and rolls off
// above, towards white. The shoulder is that of Khronos' PBR Neutral tone mapper (2024), without its toe.
vec3 tone_mapped(vec3 colour)
{
    const float start = 0.76;
    float peak = max(colour.r, max(colour.g, colour.b));
    if (peak < start) return colour;
    float span = 1.0 - start;
    float rolled = 1.0 - span * span / (peak + span - start);
    float whiteness = 1.0 - 1.0 / (0.15 * (peak - rolled) + 1.0);
    return mix(colour * (rolled / peak), vec3(rolled), whiteness);
}

// Half a grey level of fixed noise hides the steps of a dark gradient. Interleaved gradient noise, Jimenez 2014.
float dither(vec2 pixel) { return (fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715)))) - 0.5) / 255.0; }
