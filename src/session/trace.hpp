#pragma once
// What belongs to a nerve, a vessel or a muscle: where it comes from, its branches, and what it supplies.
#include <vector>

#include "session/library.hpp"

namespace genu {

struct Trace {
    std::vector<StructureId> course;     ///< the structure and everything that branches from it
    std::vector<StructureId> supplied;   ///< muscles (and skin) that it works for
    std::vector<StructureId> origin;     ///< the trunks and roots that it comes from
};

/// Empty for what has neither branches nor supply, such as a bone.
Trace trace_of(const Library& library, const StructureId& id);

/// True where a trace would show more than the structure itself.
bool can_trace(const Library& library, const StructureId& id);

/// "S1" for nerve.root_s1; empty for everything else.
std::string root_name(const StructureId& id);

}  // namespace genu
