// Rest to pose, captured by transform feedback; every pass draws the result.
#include "skinning.glsl"

layout(location = 0) in vec3 a_position;
layout(location = 1) in vec3 a_normal;
layout(location = 2) in vec3 a_fibre;
layout(location = 3) in uvec4 a_joints;
layout(location = 4) in vec4 a_weights;

out vec3 v_position;
out vec3 v_normal;
out vec3 v_fibre;

vec3 unit_or_zero(vec3 v)
{
    float length_squared = dot(v, v);
    return length_squared > 0.0 ? v * inversesqrt(length_squared) : v;
}

void main()
{
    Motion motion = skin_motion(a_joints, a_weights);
    v_position = moved_point(motion, a_position);
    v_normal = unit_or_zero(moved_normal(motion, a_normal));
    v_fibre = unit_or_zero(moved_direction(motion, a_fibre));
    gl_Position = vec4(v_position, 1.0);
}
