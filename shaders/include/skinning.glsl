// A vertex lies between its joints' motions. Joint matrices are rows of an affine motion, three texels each.
uniform sampler2D t_joints;
uniform int u_influences;

const int kJointsPerRow = 256;  // must match src/render/gpu_model.cpp

struct Motion { vec4 x, y, z; };

Motion skin_motion(uvec4 joints, vec4 weights)
{
    Motion sum = Motion(vec4(0.0), vec4(0.0), vec4(0.0));
    float total = 0.0;
    for (int i = 0; i < 4; ++i) {
        if (i >= u_influences) break;
        int joint = int(joints[i]);
        ivec2 texel = ivec2(3 * (joint % kJointsPerRow), joint / kJointsPerRow);
        sum.x += weights[i] * texelFetch(t_joints, texel, 0);
        sum.y += weights[i] * texelFetch(t_joints, texel + ivec2(1, 0), 0);
        sum.z += weights[i] * texelFetch(t_joints, texel + ivec2(2, 0), 0);
        total += weights[i];
    }
    float scale = total > 0.0 ? 1.0 / total : 1.0;
    return Motion(scale * sum.x, scale * sum.y, scale * sum.z);
}

vec3 moved_point(Motion m, vec3 p) { return vec3(dot(m.x, vec4(p, 1.0)), dot(m.y, vec4(p, 1.0)), dot(m.z, vec4(p, 1.0))); }
vec3 moved_direction(Motion m, vec3 d) { return vec3(dot(m.x.xyz, d), dot(m.y.xyz, d), dot(m.z.xyz, d)); }

// A normal turns with the cofactors, because a muscle that shortens also thickens.
vec3 moved_normal(Motion m, vec3 n)
{
    return vec3(dot(cross(m.y.xyz, m.z.xyz), n), dot(cross(m.z.xyz, m.x.xyz), n), dot(cross(m.x.xyz, m.y.xyz), n));
}
