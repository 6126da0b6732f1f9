#include "builder/rings.hpp"

#include <algorithm>
#include <cmath>

#include "builder/curve.hpp"

namespace genu::builder {

namespace {

constexpr double kDenserBehind = 0.4;


int count_at(const std::vector<std::array<double, 2>>& counts, double height_mm)
{
    int count = 1;
    for (const auto& row : counts) if (height_mm <= row[0]) count = static_cast<int>(row[1]);
    return count;
}

double apart(double a, double b)
{
    const double d = std::abs(a - b);
    return std::min(d, 1 - d);
}

}  // namespace

Rings::Rings(const Chain& chain, const std::vector<std::array<double, 2>>& counts, const std::vector<Vec3>& points, const std::vector<double>& along) : chain_(chain)
{
    std::vector<RingPlace> place;
    for (std::size_t v = 0; v < points.size(); ++v) place.push_back(place_of(along[v], points[v]));
    const std::vector<PathJoint> sections = chain.joints();
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const auto count = static_cast<std::size_t>(std::max(1, count_at(counts, sections[i].place.y)));
        first_.push_back(joints_.size());
        for (std::size_t k = 0; k < count; ++k) {
            PathJoint joint = sections[i];
            double least = 1e30;
            // On the surface: where it is cut off, at the nearest edge.
            for (std::size_t v = 0; v < points.size() && count > 1; ++v) {
                const double off = std::hypot(place[v].number - static_cast<double>(i), static_cast<double>(count) * apart(place[v].round, static_cast<double>(k) / static_cast<double>(count)));
                if (off >= least) continue;
                least = off;
                joint.place = points[v];
            }
            joints_.push_back(joint);
            seats_.push_back({i, k, count});
        }
    }
    first_.push_back(joints_.size());
}

RingPlace Rings::place_of(double along_mm, const Vec3& p) const
{
    constexpr double kStep_mm = 2;
    const Vec3 centre = chain_.place_at(along_mm), ahead = glm::normalize(chain_.place_at(along_mm + kStep_mm) - chain_.place_at(along_mm - kStep_mm));
    const Vec3 back = Vec3(0, 0, 1) - ahead.z * ahead, side = glm::cross(ahead, back);
    const double angle = std::atan2(-glm::dot(p - centre, side), glm::dot(p - centre, back));
    const double even = angle / kTurn + kDenserBehind / kTurn * std::sin(angle);
    return {chain_.number_at(along_mm), even < 0 ? even + 1 : even};
}

PointWeights Rings::weights_at(double along_mm, const Vec3& p) const
{
    const RingPlace place = place_of(along_mm, p);
    const std::size_t sections = first_.size() - 1;
    const auto i = static_cast<std::size_t>(std::clamp(place.number, 0.0, static_cast<double>(sections - 2)));
    const double t = smoothstep(std::clamp(place.number - static_cast<double>(i), 0.0, 1.0));
    PointWeights result;
    result.weight = {0, 0, 0, 0};
    std::size_t slot = 0;
    for (const std::size_t section : {i, i + 1}) {
        const double whole = section == i ? 1 - t : t;
        const std::size_t count = first_[section + 1] - first_[section];
        const double at = place.round * static_cast<double>(count);
        const auto k = static_cast<std::size_t>(at);
        const double f = count > 1 ? smoothstep(at - static_cast<double>(k)) : 0;
        for (const auto& [seat, share] : {std::pair{k, 1 - f}, std::pair{k + 1, f}}) {
            const double w = whole * share;
            if (w > 0) result.joint[slot] = static_cast<std::uint16_t>(first_[section] + seat % count), result.weight[slot] = static_cast<float>(w);
            ++slot;
        }
    }
    float total = 0;
    for (const float w : result.weight) total += w;
    for (float& w : result.weight) w /= total;
    return result;
}

}  // namespace genu::builder
