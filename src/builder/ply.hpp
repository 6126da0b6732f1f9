#pragma once
#include "base/files.hpp"
#include "builder/geometry.hpp"

namespace genu::builder {

/// Reads the points and faces of a binary or text PLY file; polygons become fans, other properties are skipped.
Result<TriMesh> read_ply(const fs::path& path);

}  // namespace genu::builder
