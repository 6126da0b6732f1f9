// The colour of a role, a band or a strain, laid over the tissue.
vec3 tinted(vec3 albedo)
{
    // A glaze: grooves stay darker and tendons paler than the flesh between them.
    const vec3 kBrightness = vec3(0.30, 0.50, 0.20);
    float detail = dot(albedo, kBrightness) / max(dot(ITEM_COLOUR, kBrightness), 0.02);
    vec3 tint = ITEM_TINT * clamp(0.22 + 0.78 * detail, 0.40, 1.25);
    tint = mix(tint, vec3(0.80), 0.55 * smoothstep(1.5, 4.0, detail));
    float strength = ITEM_TINT_STRENGTH;
#ifdef PATTERN
    // As printed over the plate: lines or dots in the full colour.
    float mark = pattern_mark(ITEM_PATTERN, gl_FragCoord.xy - ITEM_PATTERN_ANCHOR, ITEM_PATTERN_PITCH);
    tint = mix(tint, 0.55 * ITEM_TINT, mark);
    strength = mix(strength, 0.92, 0.8 * mark);
#endif
    return mix(albedo, tint, strength) * (1.0 + 0.16 * ITEM_HOVERED);
}
