#pragma once
// What is painted on surfaces: where muscles and ligaments hold to bones, and which nerve feels for which skin.
#include <array>
#include <cstdint>
#include <vector>

#include "builder/part.hpp"
#include "builder/solid.hpp"

namespace genu::builder {

using Paint = std::vector<std::array<std::uint8_t, 4>>;  ///< one per point; see Mesh::attachment

/// For each wanted solid, in order; empty for what has no attachments. Owners are counted as in the specification. An area that
/// turns out empty is noted on its owner.
std::vector<Paint> paint_attachments(const LegSpec& leg, std::vector<Solid>& solids, const std::vector<Role>& roles);

/// For a skin.
Paint paint_territories(const LegSpec& leg, const Solid& skin);

}  // namespace genu::builder
