#pragma once
// All strings of a leg, trunks before branches.
#include "motion/chain.hpp"

namespace genu {

class ChainSet {
public:
    struct Entry { StructureId id; std::vector<ChainNode> nodes; bool keeps_volume = false; };
    ChainSet() = default;
    ChainSet(std::vector<Entry> entries, ChainRules rules);

    std::size_t size() const { return chains_.size(); }
    const Chain& chain(std::size_t i) const { return chains_[i]; }
    /// One row of motions for each entry, in the order given.
    void solve(const Skeleton& skeleton, const Pose& pose, std::vector<std::vector<NodeMotion>>& out) const;

private:
    struct Tie { int parent = -1; double number = 0; glm::dvec3 rest_m{0}; };
    Tie tie(const ChainEnd& end, const glm::dvec3& rest, const std::map<StructureId, int>& number_of) const;
    glm::dvec3 follow(const Tie& tie, const std::vector<std::vector<NodeMotion>>& solved) const;

    ChainRules rules_;
    std::vector<Chain> chains_;
    std::vector<Tie> start_, end_;
    /// A neighbour that is to be kept off, and how near each node may come, as a share of both half thicknesses.
    struct KeptOff { std::size_t other = 0; std::vector<double> share; };
    std::vector<KeptOff> kept_off(const Chain& chain, const std::map<StructureId, int>& number_of) const;
    std::vector<std::vector<KeptOff>> kept_off_;
    std::vector<std::size_t> order_;
};

}  // namespace genu
