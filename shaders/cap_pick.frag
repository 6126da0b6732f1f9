// A cut surface belongs to its structure.
uniform int u_id;

in vec3 v_position;
layout(location = 0) out uvec4 o_hit;

void main()
{
    o_hit = uvec4(uint(u_id), floatBitsToUint(v_position.x), floatBitsToUint(v_position.y), floatBitsToUint(v_position.z));
}
