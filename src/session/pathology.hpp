#pragma once
// Shapes of disease in the pose shown now: how large, how firm, of what colour.
#include "session/app_state.hpp"
#include "session/library.hpp"

namespace genu {

/// 1 tense … 0 soft in this pose; none for what does not change with the pose.
std::optional<double> firmness(const PathologyShape& shape, const Pose& pose);
const char* firmness_name(double firmness);   ///< "tense", "firm" or "soft"

/// Grows the shown shapes from the size in the model to theirs: each joint of their own chains is stretched about its place
/// before it is moved, so that they still follow the pose.
void apply_pathology(const ViewState& view, const Library& library, const Pose& pose, std::vector<SkinMatrix>& joints);

/// Its own colour; that of a cyst goes from soft to tense.
Material pathology_material(const Library& library, const PathologyShape& shape, const Pose& pose);

/// "Popliteal cyst, 40 mm, tense"
std::string pathology_words(const Library& library, const PathologyShape& shape, double size, const Pose& pose);

/// True when this structure holds or hides a shown shape and must be looked through.
bool hides_pathology(const ViewState& view, const Library& library, const StructureId& id);

}  // namespace genu
