#pragma once
// How the model's soft structures follow a pose: strings for muscles, tendons, nerves and vessels, and a skin that holds them.
#include <memory>

#include "motion/skeleton.hpp"
#include "scene/model.hpp"

namespace genu {

class ChainSet;
class SkinCover;
class VolumeKeeper;
struct ChainRules;
struct JointMotion;

class Shape {
public:
    Shape() = default;
    Shape(const Model& model, const ChainRules& rules);

    /// One per joint of the model; joints without a string follow their share of the angle.
    std::vector<JointMotion> joints(const Model& model, const Skeleton& skeleton, const Pose& pose) const;

private:
    struct Place { int chain = -1; std::size_t node = 0; };
    std::shared_ptr<const ChainSet> set_;
    std::shared_ptr<const SkinCover> skin_;
    std::shared_ptr<const std::vector<VolumeKeeper>> volumes_;
    std::vector<Place> place_;         ///< by joint of the model
    std::vector<glm::dquat> frame_;    ///< at rest, by joint
};

}  // namespace genu
