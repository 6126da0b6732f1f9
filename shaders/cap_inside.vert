// A closed surface drawn in by the thickness of its outer layer: what lies inside that layer is counted with it, see
// src/render/section_caps.cpp.
#include "place.glsl"

uniform vec4 u_layer;  // metres everywhere, more where it is tendon, more along the shaft of a long bone
uniform vec4 u_shaft;  // dot(xyz, place) + w: 0 at the bone's one end, 1 at the other

layout(location = 0) in vec3 a_position;
layout(location = 1) in vec3 a_normal;
layout(location = 4) in vec2 a_surface;

out vec3 v_position;

void main()
{
    vec3 place = in_picture(a_position);
    float along = dot(u_shaft.xyz, place) + u_shaft.w;
    float shaft = smoothstep(0.10, 0.28, along) * (1.0 - smoothstep(0.72, 0.90, along));
    float layer = u_layer.x + u_layer.y * smoothstep(0.35, 0.65, a_surface.x) + u_layer.z * shaft;
    v_position = place - layer * normalize(in_picture(a_normal));
    gl_Position = u_view_projection * vec4(v_position, 1.0);
}
