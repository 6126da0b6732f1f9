#pragma once
// A soft structure's own joints along its path, and how much each point of it follows which.
#include <array>
#include <map>
#include <string>
#include <vector>

#include "builder/spec.hpp"

namespace genu::builder {

/// Where on the body a place of the path hangs.
struct Hold { Body from = Body::pelvis, to = Body::pelvis; double share = 0; };

struct PathJoint { Vec3 place{0}; Hold hold; };

struct PointWeights {
    std::array<std::uint16_t, 4> joint{0, 0, 0, 0};  ///< along the chain
    std::array<float, 4> weight{1, 0, 0, 0};
};

class Chain {
public:
    Chain(const ChainSpec& spec, std::vector<Vec3> path, const std::map<std::string, Vec3>& joint_centres);

    Hold hold_at(double along_mm) const;
    /// Denser where the path crosses a joint: evenly spaced joints bend 1.7 times as badly.
    std::vector<PathJoint> joints() const;
    /// Cubic B-spline weights; sum 1.
    PointWeights weights_at(double along_mm) const;
    double along(const Vec3& p) const { return nearest_along(p); }
    /// Which joint stands here; between joints a part of one.
    double number_at(double along_mm) const { return joint_number(along_mm); }
    Vec3 place_at(double along_mm) const;

private:
    struct Stretch { Body from, to; bool forward; double begin, end; };
    double nearest_along(const Vec3& p) const;
    double joint_number(double along_mm) const;

    int count_;
    std::vector<Vec3> path_;
    double length_;
    Body start_;
    std::vector<Stretch> stretch_;
    std::vector<double> number_;  // joint number at equal steps along the path
};

}  // namespace genu::builder
