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

using Row = std::vector<JointKey>;

/// How far the joints lie half-way between two keys from where a player puts them: all but the worst fiftieth.
float gap_m(const Row& before, const Row& middle, const Row& after)
{
    std::vector<float> gaps;
    for (std::size_t j = 0; j < middle.size(); ++j) gaps.push_back(glm::distance(middle[j].place_m, 0.5f * (before[j].place_m + after[j].place_m)));
    const auto most = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() * 49 / 50);
    if (most == gaps.end()) return 0;
    std::nth_element(gaps.begin(), most, gaps.end());
    return *most;
}

class Baker {
public:
    Baker(const Exercise& exercise, const Model& model, const Skeleton& skeleton, const Shape& shape) : exercise_(exercise), model_(model), skeleton_(skeleton), shape_(shape) {}

    BakedClip bake()
    {
        const std::vector<double> times = key_times(exercise_);
        Row row = row_at(times.front());
        add(times.front(), row);
        for (std::size_t i = 1; i < times.size(); ++i) {
            const Row next = row_at(times[i]);
            between(times[i - 1], row, times[i], next, kHalvings);
            add(times[i], next);
            row = next;
        }
        return std::move(clip_);
    }

private:
    static constexpr int kHalvings = 2;
    static constexpr float kGap_m = 0.0012f;

    Row row_at(double t) const
    {
        Row row;
        for (const JointMotion& m : shape_.joints(model_, skeleton_, pose_at(t))) row.push_back(key_of(m));
        return row;
    }
    Pose pose_at(double t) const { return skeleton_.clamped(exercise_pose(exercise_, t)); }

    /// More keys where the way between two is not straight: where it bends fastest, and where a string meets a bone.
    void between(double from, const Row& before, double to, const Row& after, int halvings)
    {
        if (halvings == 0) return;
        const double middle = 0.5 * (from + to);
        const Row row = row_at(middle);
        if (gap_m(before, row, after) < kGap_m) return;
        between(from, before, middle, row, halvings - 1);
        add(middle, row);
        between(middle, row, to, after, halvings - 1);
    }

    void add(double t, Row row)
    {
        if (!clip_.joints.empty()) for (std::size_t j = 0; j < row.size(); ++j) keep_side(clip_.joints.back()[j], row[j]);
        const RigidMotion root = exercise_root(skeleton_, exercise_, pose_at(t));
        JointKey root_key{glm::vec3(root.shift_m), glm::quat(root.rotation)};
        if (!clip_.root.empty()) keep_side(clip_.root.back(), root_key);
        clip_.time_s.push_back(static_cast<float>(t - exercise_.keyframes.front().t_s));
        clip_.joints.push_back(std::move(row));
        clip_.root.push_back(root_key);
    }

    const Exercise& exercise_;
    const Model& model_;
    const Skeleton& skeleton_;
    const Shape& shape_;
    BakedClip clip_;
};

}  // namespace

BakedClip bake_exercise(const Exercise& exercise, const Model& model, const Skeleton& skeleton, const Shape& shape)
{
    BakedClip clip = Baker(exercise, model, skeleton, shape).bake();
    clip.name = exercise.id.text();
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
