#pragma once
#include "clinical/knowledge.hpp"
#include "motion/skeleton.hpp"

namespace genu {

/// Where the whole leg stands in an exercise: lying, or turned about the part that is planted.
RigidMotion exercise_root(const Skeleton& skeleton, const Exercise& exercise, const Pose& pose);

}  // namespace genu
