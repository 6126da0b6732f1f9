// The second channel of a role: dots or stripes in the plane of the picture, anchored to the structure.
float pattern_mark(float pattern, vec2 pixel, float pitch)
{
    vec2 p = pixel / pitch;
    if (pattern < 0.5) return 0.0;
    if (pattern < 1.5) {
        vec2 staggered = vec2(p.x + p.y, p.x - p.y) * 0.5;
        float distance_px = pitch * length(fract(staggered) - 0.5) * 1.41421;
        return 1.0 - smoothstep(0.26 * pitch - 0.7, 0.26 * pitch + 0.7, distance_px);
    }
    float across_px = pitch * abs(fract((p.x + p.y) * 0.70711) - 0.5);
    return 1.0 - smoothstep(0.10 * pitch - 0.7, 0.10 * pitch + 0.7, across_px);
}
