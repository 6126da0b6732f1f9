#pragma once
// The person who does an exercise, as joints in space: proportions of an adult, moved by the same pose as the leg.
#include <array>
#include <string_view>

#include "motion/skeleton.hpp"
#include "session/library.hpp"
#include "session/stick_limbs.hpp"

namespace genu {

/// Shares of the standing height: source.drillis_contini_1966, as drawn in source.winter_2009.
namespace share_of_height {
inline constexpr float kHip = 0.530f, kShoulder = 0.818f, kChin = 0.870f;
inline constexpr float kUpperArm = 0.186f, kForearm = 0.146f, kHand = 0.108f, kFoot = 0.152f;
}  // namespace share_of_height

struct FigureArm {
    Limb bones;                  ///< shoulder, elbow, wrist
    glm::vec3 along{0, -1, 0};   ///< of the hand, from the wrist
    glm::vec3 across{1, 0, 0};   ///< of the palm, towards the thumb
    bool is_fist = false;
};

struct FigureLeg {
    Limb bones;                  ///< hip, knee, ankle
    glm::vec3 thigh_front{0, 0, 1}, shin_front{0, 0, 1};
    glm::vec3 foot_along{0, 0, 1}, foot_up{0, 1, 0};
};

/// Of somebody with this leg, standing.
struct FigureMeasures {
    glm::vec3 hip_m{0}, ankle_m{0}, toe_m{0};
    float middle_m = 0;          ///< where the midline is
    float sole_m = 0;            ///< height of the sole
    float height_m = 1.6f;       ///< of the whole person
    std::vector<std::pair<MotionBody, glm::vec3>> foot_points;  ///< under each bone of the foot, on the skin
};
FigureMeasures figure_measures(const Library& library);

/// The pose of the longest phase: hands and the other foot are where they are then.
Pose held_pose(const Exercise& exercise, const Skeleton& skeleton);
bool has_prop(const Exercise& exercise, std::string_view prop);

/// In the space of the exercise, of a right leg.
class FigureBody {
public:
    FigureBody(const FigureMeasures& of, const Skeleton& skeleton, const Exercise& exercise, const Pose& pose);

    float height_m() const { return of_.height_m; }
    float scale() const { return of_.height_m / 1.6f; }  ///< shapes are drawn for somebody of 1.6 m
    float ankle_height_m() const { return of_.ankle_m.y - of_.sole_m; }

    /// Across from the midline to the other side, up from the hips, forward of them; metres of somebody standing.
    glm::vec3 pelvis(float across, float up, float forward) const;
    glm::vec3 trunk(float across, float up, float forward) const;
    /// Up from the root of the neck and forward of it.
    glm::vec3 head(float up, float forward) const;
    float neck_root_m() const;
    glm::vec3 shoulder(float side) const;  ///< +1 the other one, -1 the one on the leg's side
    glm::vec3 ankle() const;
    glm::vec3 sole() const;
    glm::vec3 ball() const;  ///< under the joints of the toes
    glm::vec3 thigh(float share, float front_m) const;
    glm::vec3 shin(float share) const;  ///< on its skin in front, from the knee to the ankle
    FigureLeg other_leg() const;
    /// Lowest points of the drawn foot, of the other foot, and of knee and shin when they bear weight.
    float lowest_m(bool with_other, bool kneeling) const;

private:
    glm::vec3 moved(MotionBody body, glm::vec3 p) const;
    glm::vec3 other(MotionBody body, glm::vec3 p) const;
    glm::vec3 other_turned(MotionBody body, glm::vec3 d) const;

    const FigureMeasures& of_;
    const Skeleton& skeleton_;
    Pose pose_;
    RigidMotion root_;
    std::array<RigidMotion, kMotionBodies> bodies_, other_;
    float neck_rad_ = 0;
};

/// Where everything is at one moment, with what stays where it is throughout: ground, wall, hands on it, a planted foot.
struct FigureJoints {
    float height_m = 0;
    float ground_m = 0;       ///< height of the ground, or of the mat that the person lies on
    float wall_z_m = 0;
    float step_m = 0;         ///< how far the step's top lies above the ground
    bool is_lying = false;
    FigureLeg other_leg;
    std::array<FigureArm, 2> arms;  ///< the other side's, the leg's side
};
FigureJoints figure_joints(const FigureMeasures& of, const Skeleton& skeleton, const Exercise& exercise, const Pose& pose);

}  // namespace genu
