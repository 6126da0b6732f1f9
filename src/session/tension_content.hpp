#pragma once
// Tests that tell muscle from nerve by moving one joint only. assets/muscle_or_nerve.json.
#include <string>
#include <vector>

#include "anatomy/catalogue.hpp"
#include "motion/pose.hpp"

namespace genu {

/// The one joint that moves, within the range that is usual in the test.
struct TensionMove { std::string id; JointAxis joint = JointAxis::ankle_dorsiflexion; double low_deg = 0, high_deg = 0; };

struct TensionTest {
    std::string id, name, how;
    ExerciseId exercise;          ///< the same test as an animation
    std::string posture;          ///< as exercises have it
    Pose start;
    std::vector<TensionMove> moves;
    float yaw_deg = 0, pitch_deg = 0;

    const TensionMove* find(const std::string& move) const;
};

enum class TensionGroup : std::uint8_t { nerve, hamstring, calf };
struct TensionCompared { StructureId id; TensionGroup group = TensionGroup::nerve; };

struct TensionTests {
    std::vector<TensionTest> tests;
    std::vector<TensionCompared> compared;   ///< in the order to show
    std::vector<StructureId> shown, veiled;  ///< the picture: these, these see-through, and the bones
    TwoRegisters why, limits;
    std::vector<SourceId> sources;

    const TensionTest* find(const std::string& test) const;
    static Result<TensionTests> load(const fs::path& assets, const std::string& language, const Catalogue& catalogue);
};

}  // namespace genu
