// Spots that the reader painted on the skin: a soft stain with a drawn edge, so that it does not live by colour alone.
uniform vec4 u_spots[24];   // place and radius; as many as kMostSkinSpots
uniform vec3 u_spot_colour;

vec3 spotted(vec3 albedo, vec3 place)
{
    int count = int(ITEM_SPOTS + 0.5);
    float inside = -1.0;    // in metres, of the union of all spots
    for (int i = 0; i < 24; ++i) {
        if (i >= count) break;
        inside = max(inside, u_spots[i].w - distance(place, u_spots[i].xyz));
    }
    if (count == 0) return albedo;
    float stain = smoothstep(-0.0015, 0.004, inside);
    float edge = smoothstep(-0.0014, -0.0004, inside) * (1.0 - smoothstep(0.0004, 0.0014, inside));
    // Hatched across, as a hand would.
    float hatch = 0.5 + 0.5 * sin(1500.0 * (place.y + 0.6 * place.x + 0.6 * place.z));
    vec3 colour = mix(albedo, u_spot_colour, stain * (0.62 + 0.20 * hatch));
    return mix(colour, 0.35 * u_spot_colour, edge);
}
