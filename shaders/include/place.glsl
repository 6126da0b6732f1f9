// From the model's space to the picture's (a left leg is the right one with x negated), and to the screen.
uniform mat4 u_view_projection;
uniform float u_mirror;

vec3 in_picture(vec3 v) { return vec3(u_mirror * v.x, v.yz); }
