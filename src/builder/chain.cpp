#include "builder/chain.hpp"

#include <algorithm>
#include <cmath>

#include "builder/curve.hpp"

namespace genu::builder {

namespace {

constexpr int kSteps = 400;

/// Where along the path a joint lies. A joint well beyond an end (the ankle below the end of a calf belly) lies beyond it:
/// the end does not move with what is on the other side.
double place_of(const std::vector<Vec3>& path, double length, const Vec3& joint)
{
    constexpr double kWellBeyond_mm = 60;
    const double past_end = glm::dot(joint - path.back(), glm::normalize(path.back() - path[path.size() - 2]));
    if (past_end > kWellBeyond_mm) return length + past_end;
    return nearest_on(path, joint).along;
}

}  // namespace

Chain::Chain(const ChainSpec& spec, std::vector<Vec3> path, const std::map<std::string, Vec3>& joint_centres)
    : count_(spec.joints), path_(std::move(path)), length_(length_of(path_)), start_(spec.start)
{
    std::vector<double> places;
    double least = 0;
    for (const Crossing& crossing : spec.crossings) {
        // In the order written: a path that passes a joint twice must not swap its crossings.
        const double place = std::max(least, place_of(path_, length_, joint_centres.at(crossing.joint)));
        places.push_back(place);
        least = place;
    }
    Body body = spec.start;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Crossing& crossing = spec.crossings[i];
        double before = std::min(crossing.before_mm, places[i]), after = places[i] > length_ ? crossing.after_mm : std::min(crossing.after_mm, length_ - places[i]);
        if (i > 0) {
            const double gap = places[i] - places[i - 1], wanted = spec.crossings[i - 1].after_mm + crossing.before_mm;
            if (wanted > gap && wanted > 0) before = std::min(before, gap * crossing.before_mm / wanted);
        }
        if (i + 1 < places.size()) {
            const double gap = places[i + 1] - places[i], wanted = crossing.after_mm + spec.crossings[i + 1].before_mm;
            if (wanted > gap && wanted > 0) after = std::min(after, gap * crossing.after_mm / wanted);
        }
        const bool forward = body == crossing.from;
        body = forward ? crossing.to : crossing.from;
        stretch_.push_back({crossing.from, crossing.to, forward, places[i] - before, std::max(places[i] + after, places[i] - before + 0.5)});
    }
    // Joints: as many on each crossing as on all the rest.
    number_.assign(kSteps + 1, 0.0);
    const double step = length_ / kSteps;
    for (int i = 1; i <= kSteps; ++i) {
        double density = step / length_;
        for (const Stretch& s : stretch_) {
            density += smoothstep((i * step - s.begin) / (s.end - s.begin)) - smoothstep(((i - 1) * step - s.begin) / (s.end - s.begin));
        }
        number_[static_cast<std::size_t>(i)] = number_[static_cast<std::size_t>(i - 1)] + density;
    }
    const double whole = number_.back();
    for (double& n : number_) n *= (count_ - 1) / whole;
}

Hold Chain::hold_at(double along_mm) const
{
    if (stretch_.empty()) return {start_, start_, 0};
    const Stretch* current = &stretch_.front();
    for (const Stretch& s : stretch_) if (along_mm >= s.begin) current = &s;
    const double passed = smoothstep((along_mm - current->begin) / (current->end - current->begin));
    return {current->from, current->to, current->forward ? passed : 1 - passed};
}

std::vector<PathJoint> Chain::joints() const
{
    std::vector<PathJoint> joints;
    std::size_t i = 1;
    for (int k = 0; k < count_; ++k) {
        while (i + 1 < number_.size() && number_[i] < k) ++i;
        const double span = number_[i] - number_[i - 1];
        const double t = span > 0 ? std::clamp((k - number_[i - 1]) / span, 0.0, 1.0) : 0.0;
        const double along = (static_cast<double>(i - 1) + t) * length_ / kSteps;
        joints.push_back({point_along(path_, along), hold_at(along)});
    }
    return joints;
}

Vec3 Chain::place_at(double along_mm) const
{
    // Straight on beyond the ends.
    const double inside = std::clamp(along_mm, 0.0, length_);
    if (inside == along_mm) return point_along(path_, along_mm);
    const Vec3 ahead = along_mm < 0 ? path_[1] - path_[0] : path_.back() - path_[path_.size() - 2];
    return point_along(path_, inside) + (along_mm - inside) * glm::normalize(ahead);
}

double Chain::nearest_along(const Vec3& p) const { return nearest_on(path_, p).along; }

double Chain::joint_number(double along_mm) const
{
    const double place = std::clamp(along_mm / length_, 0.0, 1.0) * kSteps;
    const auto i = std::min<std::size_t>(static_cast<std::size_t>(place), kSteps - 1);
    const double t = place - static_cast<double>(i);
    return number_[i] + t * (number_[i + 1] - number_[i]);
}

PointWeights Chain::weights_at(double along_mm) const
{
    const double u = joint_number(along_mm);
    const int i = std::clamp(static_cast<int>(u), 0, count_ - 2);
    const double t = std::clamp(u - i, 0.0, 1.0), t2 = t * t, t3 = t2 * t;
    const std::array<double, 4> basis = {(1 - 3 * t + 3 * t2 - t3) / 6, (4 - 6 * t2 + 3 * t3) / 6, (1 + 3 * t + 3 * t2 - 3 * t3) / 6, t3 / 6};
    // Weights of joints beyond the ends go to the end joints.
    std::array<double, 4> sum{0, 0, 0, 0};
    const int first = std::max(0, i - 1);
    for (int k = 0; k < 4; ++k) {
        const int joint = std::clamp(i - 1 + k, 0, count_ - 1);
        sum[static_cast<std::size_t>(joint - first)] += basis[static_cast<std::size_t>(k)];
    }
    PointWeights result;
    float total = 0;
    for (std::size_t k = 0; k < 4; ++k) {
        result.joint[k] = sum[k] > 0 ? static_cast<std::uint16_t>(first + static_cast<int>(k)) : std::uint16_t{0};
        result.weight[k] = static_cast<float>(sum[k]);
        total += result.weight[k];
    }
    for (float& w : result.weight) w /= total;
    return result;
}

}  // namespace genu::builder
