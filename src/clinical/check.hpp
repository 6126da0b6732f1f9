#pragma once
// Rules on content that reading it cannot see: is every finding used, can every warning fire, can a reader read it.
#include "clinical/knowledge.hpp"

namespace genu {

struct ContentReport {
    Problems problems;  ///< must be mended
    Problems notes;     ///< worth knowing: a structure without a shape, a grade near the limit
};

// Plain texts aim at a reading age of about 12, Flesch–Kincaid grade 7. The formula is rough and counts every medical
// word we cannot avoid as hard, so a record as a whole may reach 9, and a short one, where a single long word moves the
// grade by one or two, a little more.
inline constexpr double kHighestGrade = 9.0;
inline constexpr double kGradeTolerance = 0.5;
inline constexpr double kShortTextTolerance = 3.0;
inline constexpr int kShortTextWords = 60;

/// `model_ids`: the structures that have a shape; empty when no model was read (nothing is then said about shapes).
ContentReport check_content(const Knowledge& knowledge, const Catalogue& catalogue, const std::vector<StructureId>& model_ids);

}  // namespace genu
