// How much blood shines through skin, from the model: 0 not told, then pale … rosy.
vec3 blushed_skin(vec3 albedo, float blood)
{
    vec3 pale = vec3(1.02, 1.035, 1.05), rosy = vec3(1.02, 0.86, 0.84);
    return albedo * mix(vec3(1.0), mix(pale, rosy, blood), step(0.004, blood));
}
