#pragma once
// Exercises as keyframes of every joint, for players that know nothing of anatomy.
#include "clinical/knowledge.hpp"
#include "scene/animation.hpp"
#include "session/shape.hpp"

namespace genu {

/// Keys are set where the exercise has them and, between, at least every five degrees of the quickest joint.
BakedClip bake_exercise(const Exercise& exercise, const Model& model, const Skeleton& skeleton, const Shape& shape);

/// All exercises that move; clips bear their ids.
Animation bake_exercises(const std::vector<Exercise>& exercises, const Model& model, const Skeleton& skeleton, const Shape& shape);

}  // namespace genu
