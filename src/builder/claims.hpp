#pragma once
// Who keeps the space that two structures want.
#include <vector>

#include "builder/solid.hpp"

namespace genu::builder {

struct Neighbours {
    std::vector<const Solid*> cutters;   ///< keep their space; this one gives way
    std::vector<const Solid*> sharers;   ///< meet this one half-way
    bool none() const { return cutters.empty() && sharers.empty(); }
};

/// `all` in the order of the specification.
Neighbours neighbours_of(const Solid& solid, const std::vector<Solid>& all);

/// The structure's distance with its neighbours' space taken away.
Field claimed_space(const Solid& solid, const Neighbours& neighbours);

/// For surfaces that never were on a grid: points that lie a little way inside a cutter are moved to its surface; ends
/// that reach deeper, as ligaments do in bone, fade into it.
void step_out_of(TriMesh& mesh, const std::vector<const Solid*>& cutters);

}  // namespace genu::builder
