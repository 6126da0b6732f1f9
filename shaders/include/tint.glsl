// The colour of a role, a band or a strain, laid over the tissue.
vec3 tinted(vec3 albedo)
{
    // Keeps the fibres visible through the role's colour.
    float fibre_light = clamp(dot(albedo, vec3(0.33)) / max(dot(ITEM_COLOUR, vec3(0.33)), 0.02), 0.5, 1.3);
    vec3 tint = ITEM_TINT * (0.60 + 0.40 * fibre_light);
#ifdef PATTERN
    float mark = pattern_mark(ITEM_PATTERN, gl_FragCoord.xy - ITEM_PATTERN_ANCHOR, ITEM_PATTERN_PITCH);
    tint = mix(tint, 0.44 * ITEM_TINT, mark);
#endif
    return mix(albedo, tint, ITEM_TINT_STRENGTH) * (1.0 + 0.16 * ITEM_HOVERED);
}
