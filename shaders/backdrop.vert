// Flat shapes behind the leg: already in the picture's place.
layout(location = 0) in vec2 a_place;
layout(location = 1) in vec3 a_colour;

flat out vec3 v_colour;

void main()
{
    v_colour = a_colour;
    gl_Position = vec4(a_place, 0.0, 1.0);
}
