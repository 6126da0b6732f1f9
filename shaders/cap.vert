// The section plane itself, as one large square; the stencil says where it passes through flesh.
uniform mat4 u_view_projection;
uniform vec3 u_centre;
uniform vec3 u_side_a;
uniform vec3 u_side_b;

out vec3 v_position;
invariant gl_Position;  // all passes over a cut face must agree about its depth

void main()
{
    vec2 corner = vec2((gl_VertexID & 1) == 0 ? -1.0 : 1.0, gl_VertexID < 2 ? -1.0 : 1.0);
    v_position = u_centre + corner.x * u_side_a + corner.y * u_side_b;
    gl_Position = u_view_projection * vec4(v_position, 1.0);
}
