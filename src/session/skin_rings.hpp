#pragma once
// The skin as the motion sees it: sections along the limb, each with joints round it (assets/leg/skin_region.json, "around").
#include <array>
#include <vector>

#include "motion/skeleton.hpp"
#include "scene/model.hpp"
#include "session/joint_motion.hpp"

namespace genu {

/// x to the inner side, y along the limb, z towards the back.
struct RingAxes { glm::dvec3 centre_m{0}, x{1, 0, 0}, y{0, 1, 0}, z{0, 0, 1}; };

class SkinRings {
public:
    static constexpr std::size_t kBins = 32;  ///< round a section, for its outline at rest
    struct Ring {
        std::size_t first = 0, count = 1;
        RingAxes rest;
        std::array<double, kBins> radius_m{};
    };

    SkinRings(const Model& model, const Mesh& skin);
    std::size_t size() const { return rings_.size(); }
    const Ring& ring(std::size_t i) const { return rings_[i]; }
    std::size_t ring_of(std::size_t joint) const { return ring_of_[joint - first_]; }
    std::size_t first_joint() const { return first_; }
    std::size_t joint_count() const { return ring_of_.size(); }

    /// The rings as their joints have carried them.
    std::vector<RingAxes> posed(const Model& model, const std::vector<JointMotion>& joints) const;

    /// Where a point lies: between which sections, where round, and how far below the skin's outline at rest.
    struct Seat { std::size_t ring = 0; double t = 0, round = 0, below_m = 0; bool is_held = false; };
    /// Only sections near `about` are asked; where several hold it, as in a crease, the one that holds it best.
    Seat seat(const std::vector<RingAxes>& axes, const glm::dvec3& p, std::size_t about) const;

    /// Neighbours of a joint: along the limb at the same place round, and round its section; a mix of two joints each.
    struct Mix { std::size_t a = 0, b = 0; double f = 0; };
    Mix at(std::size_t ring, double round) const;
    double round_of(std::size_t joint) const;

private:
    void fill_outlines(const Mesh& skin);
    double radius_at(const Ring& ring, double angle) const;

    std::size_t first_ = 0;
    std::vector<Ring> rings_;
    std::vector<std::size_t> ring_of_;
};

}  // namespace genu
