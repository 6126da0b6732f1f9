#pragma once
// Motion of one joint of the model from rest to pose, in the form an animation needs.
#include "motion/pose.hpp"
#include "scene/frame.hpp"

namespace genu {

/// Turned, scaled along the axes of its rest frame (y runs along the structure) and put in its place.
struct JointMotion {
    glm::dvec3 place_m{0};
    glm::dquat turn{1, 0, 0, 0};
    glm::dquat frame{1, 0, 0, 0};
    glm::dvec3 scale{1};

    glm::dmat3 linear() const
    {
        const glm::dmat3 f = glm::mat3_cast(frame);
        return glm::mat3_cast(turn) * f * glm::dmat3(glm::dvec3(scale.x, 0, 0), glm::dvec3(0, scale.y, 0), glm::dvec3(0, 0, scale.z)) * glm::transpose(f);
    }
};

SkinMatrix skin_matrix(const JointMotion& motion, const glm::vec3& rest_m, const RigidMotion& root);

}  // namespace genu
