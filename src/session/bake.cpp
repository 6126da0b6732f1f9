#include "session/bake.hpp"

#include <algorithm>
#include <cmath>

#include "session/exercise_root.hpp"
#include "session/joint_motion.hpp"
#include "session/scene_math.hpp"

namespace genu {

namespace {

constexpr double kDegreesPerKey = 5;

JointKey key_of(const JointMotion& m) { return {glm::vec3(m.place_m), glm::quat(m.turn * m.frame), glm::vec3(m.scale)}; }

/// Quaternions of neighbouring keys on the same side, so that every player goes the short way.
void keep_side(const JointKey& before, JointKey& key)
{
    if (glm::dot(before.turn, key.turn) < 0) key.turn = -key.turn;
}

double quickest_deg(const Exercise& exercise, double from_s, double to_s)
{
    const Pose a = exercise_pose(exercise, from_s), b = exercise_pose(exercise, to_s);
    double most = 0;
    for (std::size_t i = 0; i < a.deg.size(); ++i) most = std::max(most, std::abs(b.deg[i] - a.deg[i]));
    return most;
}

std::vector<double> key_times(const Exercise& exercise)
{
    std::vector<double> times = {exercise.keyframes.front().t_s};
    for (std::size_t i = 1; i < exercise.keyframes.size(); ++i) {
        const double from = exercise.keyframes[i - 1].t_s, to = exercise.keyframes[i].t_s;
        const double deg = quickest_deg(exercise, from, to);
        // Even steps of time: easing is at most half as fast again as the mean.
        const int steps = deg < 0.5 ? 1 : std::max(4, static_cast<int>(std::ceil(1.5 * deg / kDegreesPerKey)));
        for (int k = 1; k <= steps; ++k) if (to > from) times.push_back(from + (to - from) * k / steps);
    }
    return times;
}

}  // namespace

BakedClip bake_exercise(const Exercise& exercise, const Model& model, const Skeleton& skeleton, const Shape& shape)
{
    BakedClip clip;
    clip.name = exercise.id.text();
    for (const double t : key_times(exercise)) {
        const Pose pose = skeleton.clamped(exercise_pose(exercise, t));
        std::vector<JointKey> row;
        for (const JointMotion& m : shape.joints(model, skeleton, pose)) {
            JointKey key = key_of(m);
            if (!clip.joints.empty()) keep_side(clip.joints.back()[row.size()], key);
            row.push_back(key);
        }
        const RigidMotion root = exercise_root(skeleton, exercise, pose);
        JointKey root_key{glm::vec3(root.shift_m), glm::quat(root.rotation)};
        if (!clip.root.empty()) keep_side(clip.root.back(), root_key);
        clip.time_s.push_back(static_cast<float>(t - exercise.keyframes.front().t_s));
        clip.joints.push_back(std::move(row));
        clip.root.push_back(root_key);
    }
    return clip;
}

Animation bake_exercises(const std::vector<Exercise>& exercises, const Model& model, const Skeleton& skeleton, const Shape& shape)
{
    Animation animation;
    for (const JointMotion& m : shape.joints(model, skeleton, {})) animation.rest_turn.emplace_back(m.frame);
    for (const Exercise& exercise : exercises) {
        const bool moves = exercise.keyframes.size() > 1 && std::any_of(exercise.keyframes.begin(), exercise.keyframes.end(), [](const Keyframe& k) { return !k.pose_deg.empty(); });
        if (moves) animation.clips.push_back(bake_exercise(exercise, model, skeleton, shape));
    }
    return animation;
}

}  // namespace genu
