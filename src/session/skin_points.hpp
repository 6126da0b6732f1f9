#pragma once
// Places on the skin, between the leg at rest and the leg as it is posed, and what lies below them.
#include <set>
#include <vector>

#include "session/library.hpp"
#include "session/pain_spot.hpp"

namespace genu {

/// The place at rest of a point seen on the posed skin (in the model's space, not mirrored).
glm::vec3 skin_point_at_rest(const Library& library, const std::vector<SkinMatrix>& joints, glm::vec3 posed_m);
/// Where a place of the skin at rest is in the pose.
glm::vec3 skin_point_posed(const Library& library, const std::vector<SkinMatrix>& joints, glm::vec3 rest_m);

/// What a needle of the spot's width would meet, nearest to the skin first; computed on the model.
std::vector<Beneath> structures_beneath(const Library& library, const std::vector<PainSpot>& spots);

/// Findings of place whose region holds one of the spots. assets/pain_regions.json.
std::set<FindingId> places_of(const Library& library, const std::vector<PainSpot>& spots);

}  // namespace genu
