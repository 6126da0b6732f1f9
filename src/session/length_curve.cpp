#include "session/length_curve.hpp"

namespace genu {

CurvePoint curve_point(const Skeleton& skeleton, const PathRecord& path, const Pose& pose, JointAxis joint, double deg)
{
    constexpr double kStepDeg = 0.5;
    constexpr double kStepRad = 2 * kStepDeg * 3.14159265358979323846 / 180;
    const auto length_at = [&](double angle_deg) {
        Pose there = pose;
        there[joint] = angle_deg;
        return 1e3 * path_length_m(skeleton, path, there);
    };
    return {deg, length_at(deg), -(length_at(deg + kStepDeg) - length_at(deg - kStepDeg)) / kStepRad};
}

std::vector<CurvePoint> length_curve(const Skeleton& skeleton, const PathRecord& path, const Pose& pose, JointAxis joint, int points)
{
    const JointRange& range = skeleton.range(joint);
    std::vector<CurvePoint> curve;
    for (int i = 0; i < points; ++i) {
        const double deg = range.low_deg + (range.high_deg - range.low_deg) * i / (points - 1);
        curve.push_back(curve_point(skeleton, path, pose, joint, deg));
    }
    return curve;
}

}  // namespace genu
