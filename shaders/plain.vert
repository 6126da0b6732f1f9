// Only the place of a surface: for depth, masks, shadows and picking.
#include "place.glsl"

layout(location = 0) in vec3 a_position;

out vec3 v_position;
invariant gl_Position;

void main()
{
    v_position = in_picture(a_position);
    gl_Position = u_view_projection * vec4(v_position, 1.0);
}
