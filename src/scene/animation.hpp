#pragma once
// Motions to be written beside a model, so that any glTF player shows them.
#include <string>
#include <vector>

#include <glm/gtc/quaternion.hpp>

namespace genu {

struct JointKey {
    glm::vec3 place_m{0};
    glm::quat turn{1, 0, 0, 0};
    glm::vec3 scale{1};  ///< along the joint's own axes
};

struct BakedClip {
    std::string name;
    std::vector<float> time_s;
    std::vector<std::vector<JointKey>> joints;  ///< by time, then by joint of the model: in the leg's own frame
    std::vector<JointKey> root;                 ///< by time: where the whole leg stands
};

struct Animation {
    std::vector<glm::quat> rest_turn;  ///< by joint: turns y to the direction along which it lengthens
    std::vector<BakedClip> clips;
};

}  // namespace genu
