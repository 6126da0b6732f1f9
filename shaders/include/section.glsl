// What lies beyond the section plane is not there: not to be seen, not to be picked, and it casts no shadow.
#ifdef SECTION
uniform vec4 u_section;
void cut_away(vec3 position)
{
    if (dot(u_section.xyz, position) > u_section.w) discard;
}
#else
void cut_away(vec3 position) {}
#endif
