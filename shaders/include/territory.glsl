// Two nerves may feel for a place of the skin: their colours, by weight. Mixed at the corners of a triangle and not between
// them, because whose they are jumps from corner to corner while the mixture does not.
#ifdef PAINT
out vec4 v_territory;
uniform vec3 u_paint[12];        // origin and insertion, or the territories' colours
uniform int u_paint_count;      // territories; 0: origins and insertions
uniform float u_paint_owner;    // only this one's; negative: everyone's

vec4 territory(vec4 paint)
{
    vec4 sum = vec4(0.0);
    if (u_paint_count == 0) return sum;
    for (int k = 0; k < 2; ++k) {
        float owner = 255.0 * (k == 0 ? paint.b : paint.a), weight = k == 0 ? paint.r : paint.g;
        if (owner > 254.0 || (u_paint_owner >= 0.0 && abs(owner - u_paint_owner) > 0.5)) continue;
        vec3 colour = u_paint[int(mod(owner, float(u_paint_count)) + 0.5)];
        if (colour.r >= 0.0) sum += weight * vec4(colour, 1.0);  // a negative colour: not shown
    }
    return sum;
}
#endif
