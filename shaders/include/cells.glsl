// The plane parted into uneven cells, as bundles and lobules are. After S. Worley (1996); the four nearest lattice points
// will do for points that keep to the middle of their squares. Needs grain.glsl.
struct Cell {
    float edge;    // 0 on the border between two cells … about 0.5 in the middle
    float chance;  // 0…1, each cell's own
    float width;   // of a pixel, in cells
};

vec2 scattered(vec2 cell)
{
    vec3 p = fract(vec3(cell.xyx) * vec3(0.1031, 0.1030, 0.0973));
    p += dot(p, p.yzx + 33.33);
    return fract((p.xx + p.yz) * p.zy);
}

Cell cell_at(vec2 p)
{
    vec2 corner = floor(p - 0.5);
    float first = 9.0, second = 9.0, chance = 0.0;
    for (int i = 0; i < 4; ++i) {
        vec2 cell = corner + vec2(float(i & 1), float(i >> 1));
        vec2 spread = scattered(cell);
        vec2 to = cell + 0.5 + 0.56 * (spread - 0.5) - p;
        float away = dot(to, to);
        if (away < first) {
            second = first;
            first = away;
            chance = spread.x;
        } else {
            second = min(second, away);
        }
    }
    vec2 footprint = footprints_of(vec3(p, 0.0)).xy;
    return Cell(0.5 * (sqrt(second) - sqrt(first)), chance, max(footprint.x, footprint.y));
}

// 0…1: the line between cells, `width` of a cell thick; from afar it fades into its share of the whole.
float seam_of(Cell c, float width)
{
    float soft = max(c.width, 0.35 * width);
    float line = 1.0 - smoothstep(width - 0.5 * soft, width + 0.5 * soft, c.edge);
    return mix(line, 2.6 * width, smoothstep(0.30, 0.75, c.width));
}
