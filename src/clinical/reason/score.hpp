#pragma once
// How far the ticks point to one condition. The figures order the list and are never shown.
#include "clinical/reason/ticks.hpp"

namespace genu::reason {

// A perfect small picture (three findings of weight 3) reaches about 2; see docs/decisions/ranking.md.
inline constexpr double kFitsPartly = 0.95;
inline constexpr double kFitsWell = 1.6;
// One finding alone never makes more than something to keep in mind.
inline constexpr std::size_t kFewestToFit = 2;

struct Score {
    double raw_ticks = 0;      ///< weights of ticked findings less what speaks against, nothing else
    double value = 0;          ///< orders the conditions; 0 or less: not shown unless a rule lifts it
    std::size_t supporting = 0;
    double explained = 0;      ///< share of the ticks that point to it, 0…1
    /// 0…1, rising with `value` (faster near the top, so that what fits stands out), held below "fits partly" while
    /// fewer than two findings support it.
    double strength() const;
    Band band() const;
};

/// `excused`: findings that may not lower the score here, neither by speaking against it nor by placing the pain
/// elsewhere (used for a structure to which the same finding points by way of another condition).
Score score_of(const Condition& condition, const Knowledge& knowledge, const Ticks& ticks, const std::set<FindingId>& excused = {});

double strength_of(double value);
Band band_of(double strength);

std::vector<Reason> supporting(const Condition& condition, const Knowledge& knowledge, const Ticks& ticks);
std::vector<Reason> opposing(const Condition& condition, const Ticks& ticks);
std::vector<Reason> missing(const Condition& condition, const Ticks& ticks);

}  // namespace genu::reason
