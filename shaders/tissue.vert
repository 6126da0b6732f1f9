// A surface with all that its shading needs.
#include "place.glsl"
#include "territory.glsl"

layout(location = 0) in vec3 a_position;
layout(location = 1) in vec3 a_normal;
layout(location = 2) in vec3 a_fibre;
layout(location = 3) in vec3 a_grain;
layout(location = 4) in vec2 a_surface;
#ifdef PAINT
layout(location = 5) in vec4 a_paint;
#endif

out vec3 v_position;
out vec3 v_normal;
out vec3 v_fibre;
out vec3 v_grain;
out vec2 v_surface;
#ifdef PAINT
out vec2 v_paint;
flat out vec2 v_owner;
#endif
invariant gl_Position;

void main()
{
    v_position = in_picture(a_position);
    v_normal = in_picture(a_normal);
    v_fibre = in_picture(a_fibre);
    v_grain = a_grain;
    v_surface = a_surface;
#ifdef PAINT
    v_paint = a_paint.rg;
    v_owner = a_paint.ba * 255.0;
    v_territory = territory(a_paint);
#endif
    gl_Position = u_view_projection * vec4(v_position, 1.0);
}
