// The colour of a role, a band or a strain, laid over the tissue.
vec3 tinted(vec3 albedo)
{
    // A glaze: grooves stay darker and tendons paler than the flesh between them.
    const vec3 kBrightness = vec3(0.30, 0.50, 0.20);
    float bright = dot(albedo, kBrightness), own = max(dot(ITEM_COLOUR, kBrightness), 0.02);
    float detail = bright / own;
    // Not much brighter or darker than the tissue is, or what is merely involved would outshine what matters.
    float level = mix(clamp(own / max(dot(ITEM_TINT, kBrightness), 0.01), 0.35, 1.4), 1.0, smoothstep(0.25, 0.85, ITEM_TINT_STRENGTH));
    vec3 tint = ITEM_TINT * (level * clamp(0.15 + 0.85 * detail, 0.32, 1.30));
    tint = mix(tint, vec3(0.72), 0.60 * smoothstep(1.5, 4.0, detail));
    float strength = ITEM_TINT_STRENGTH;
    // Its own hue would turn the role's into a third one.
    albedo = mix(albedo, vec3(bright), strength);
#ifdef PATTERN
    // As printed over the plate: lines or dots in the deeper colour.
    float mark = pattern_mark(ITEM_PATTERN, gl_FragCoord.xy - ITEM_PATTERN_ANCHOR, ITEM_PATTERN_PITCH);
    tint = mix(tint, 0.46 * tint, mark);
    strength = mix(strength, 0.95, mark);
#endif
    return mix(albedo, tint, strength) * (1.0 + 0.16 * ITEM_HOVERED);
}
