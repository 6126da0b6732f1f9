#pragma once
// Muscle or nerve: what has become longer since one joint alone has been moving.
#include "session/build_frame.hpp"

namespace genu {

/// The test in progress; null when there is none.
const TensionTest* tension_test(const AppState& state, const Library& library);
const TensionMove* tension_move(const AppState& state, const Library& library);

/// The compared structures with their change since only the chosen joint has been moving.
std::vector<LengthBar> tension_bars(const AppState& state, const Library& library);

/// What may have been pulled by this one joint. Changes below half a millimetre are none.
enum class TensionVerdict : std::uint8_t { not_moved, nothing, nerve_only, nerve_and_calf, nerve_and_hamstrings, muscle_only };
const char* name_of(TensionVerdict verdict);

struct TensionFinding {
    TensionVerdict verdict = TensionVerdict::not_moved;
    double moved_deg = 0;
    double nerve_mm = 0, hamstring_mm = 0, calf_mm = 0;  ///< of each group the greatest change
};
TensionFinding tension_finding(const AppState& state, const Library& library);

/// Colour of a change of length since the one joint has been moving: cividis as strain_colour(), but so that half a percent
/// can be told from none: the root of the change, full at 2 %.
glm::vec3 tension_colour(double strain);
/// The changes that the legend of the picture names, greatest first.
std::vector<double> tension_legend_steps();

/// From the outer and hind side, holding all that the test's moves reach.
Camera tension_camera(const AppState& state, const Library& library, const TensionTest& test);

}  // namespace genu
