#pragma once
// Skin has joints not only along its line but round it, so that it can bulge and crease behind the knee without its front.
#include <vector>

#include "builder/chain.hpp"

namespace genu::builder {

/// A point of a surface as a chain sees it: how far along, and where round (0 at the back, rising to the outer side, below 1).
/// There are more places round on the back than in front.
struct RingPlace { double number = 0, round = 0; };

class Rings {
public:
    /// `along`: by point of the mesh, in millimetres along the chain.
    Rings(const Chain& chain, const std::vector<std::array<double, 2>>& counts, const std::vector<Vec3>& points, const std::vector<double>& along);

    /// Section by section; in a section from the back to the outer side.
    const std::vector<PathJoint>& joints() const { return joints_; }
    /// Section and place within it of a joint; a section of one joint has no places.
    struct Seat { std::size_t section, place, count; };
    const std::vector<Seat>& seats() const { return seats_; }
    /// Of the two nearest sections the two nearest joints each; sum 1. Smooth, and at a joint its own alone.
    PointWeights weights_at(double along_mm, const Vec3& p) const;

private:
    RingPlace place_of(double along_mm, const Vec3& p) const;

    const Chain& chain_;
    std::vector<PathJoint> joints_;
    std::vector<Seat> seats_;
    std::vector<std::size_t> first_;  ///< joint of each section
};

}  // namespace genu::builder
