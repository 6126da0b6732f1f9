// Behind a cut face the leg fades into the background: a foot below a slice through the knee is no part of that slice.
// As in src/render/draw_list.cpp.
uniform vec4 u_beyond;          // the section plane, or what is never beyond
uniform vec4 u_backdrop[2];     // the background's colour at the bottom and at the top, display-ready; alpha 0: none
uniform vec4 u_backdrop_span;   // where this picture begins and ends in the background, its height in pixels, how much fades

const float kFadeBegins_m = 0.004;
const float kFadeEnds_m = 0.040;

float faded_at(vec3 place) { return u_backdrop_span.w * smoothstep(kFadeBegins_m, kFadeEnds_m, u_beyond.w - dot(u_beyond.xyz, place)); }

vec4 faded_into_backdrop(vec4 colour, float faded, float pixel_y)
{
    vec4 back = mix(u_backdrop[0], u_backdrop[1], mix(u_backdrop_span.x, u_backdrop_span.y, pixel_y / u_backdrop_span.z));
    return mix(colour, back, faded);
}
