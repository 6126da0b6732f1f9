// What is painted on a surface: origins and insertions on bone, territories of nerves on skin.
#ifdef PAINT
in vec2 v_paint;
flat in vec2 v_owner;
in vec4 v_territory;
uniform vec3 u_paint[12];        // origin and insertion, or the territories' colours
uniform int u_paint_count;      // territories; 0: origins and insertions
uniform float u_paint_owner;    // only this one's; negative: everyone's

float shown_of(float owner) { return u_paint_owner < 0.0 || abs(owner - u_paint_owner) < 0.5 ? 1.0 : 0.0; }

float territory_wash() { return u_paint_count > 0 ? 0.72 * smoothstep(0.15, 0.65, v_territory.a) : 0.0; }

// On glassy skin a territory is seen as a veil of its colour.
float with_territory(float cover) { return max(cover, 0.62 * territory_wash()); }

// A wash of colour with a firm edge, as on an atlas plate; the bone shows through.
vec3 painted(vec3 albedo)
{
    if (u_paint_count > 0) {
        vec3 colour = v_territory.rgb / max(v_territory.a, 1e-3);
        return mix(albedo, colour * (0.45 + 0.55 * albedo / max(ITEM_COLOUR, vec3(0.05))), territory_wash());
    }
    vec2 near = v_paint * vec2(shown_of(v_owner.x), shown_of(v_owner.y));
    vec2 wash = smoothstep(vec2(0.45), vec2(0.60), near);
    vec2 rim = smoothstep(vec2(0.30), vec2(0.48), near) * (1.0 - smoothstep(vec2(0.55), vec2(0.75), near));
    vec3 shade = 0.55 + 0.45 * albedo / max(ITEM_COLOUR, vec3(0.05));
    albedo = mix(albedo, u_paint[0] * shade, 0.70 * wash.x);
    albedo = mix(albedo, u_paint[1] * shade, 0.70 * wash.y);
    return albedo * (1.0 - 0.45 * max(rim.x, rim.y));
}
#endif
