#pragma once
// Building a few structures only, for whoever changes figures and wants to see what comes of them.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "builder/geometry.hpp"
#include "builder/spec.hpp"

namespace genu::builder {

/// What a build makes of one structure of the specification.
enum class Role {
    absent,     ///< too far away to matter
    neighbour,  ///< shaped, because it may claim space of what is wanted
    wanted,
};

/// A structure's box before it is shaped; a little too large.
Box rough_box(const StructureSpec& spec);

/// One role per structure. `names` are ids, or beginnings of ids that end in "*"; none: everything is wanted.
Result<std::vector<Role>> roles_for(const LegSpec& spec, const std::vector<std::string>& names);

/// What hangs on another structure's joints, and on whose.
using Follows = std::map<StructureId, StructureId>;

/// A mesh with its joints from an older model. Joints of a structure that it follows are counted from that one's first.
void carry_over(Model& model, const Model& older, const Mesh& mesh, const Follows& follows);

/// The older model's attachments and territories must count as this specification does.
Problems misfits(const LegSpec& spec, const Model& older);

}  // namespace genu::builder
