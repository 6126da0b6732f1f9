#pragma once
// Notes on the picture: held by the structures they were drawn on, so that they stay with them when the leg moves.
#include "session/app_state.hpp"
#include "session/library.hpp"
#include "scene/frame.hpp"

namespace genu {

/// x is negated for a left leg.
glm::vec3 mirror_of(const ViewState& view);

/// A point of the posed right leg as it is kept: by the nearest point of the structure's surface at rest, else as it is.
NotePoint anchored(const Library& library, const std::vector<SkinMatrix>& joints, const StructureId& on, glm::vec3 at_m);

/// Where the points of a note are in this picture (left legs mirrored).
std::vector<glm::vec3> posed_points(const Library& library, const Frame& frame, const Note& note);

}  // namespace genu
