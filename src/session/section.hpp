#pragma once
// The section plane: what a view cuts, where its handle lies in the picture, how a drag of the pointer moves and tilts it.
#include <optional>

#include "session/commands.hpp"
#include "session/library.hpp"

namespace genu {

/// A plane in the right leg's frame. `normal` points towards what is taken away; x lateral, y up, z forward; mm along it.
struct Cut {
    glm::vec3 normal{0, 1, 0};
    double mm = 0;
    bool operator==(const Cut&) const = default;
};

/// Steepest tilt of a free section: beyond it "turn" has no meaning.
inline constexpr double kSteepestDeg = 89.9;

/// Whatever kind of section a view has; none where it cuts nothing.
std::optional<Cut> cut_of(const ViewState& view);

/// The same kind of section at another place along its normal: never farther out than the leg reaches.
Command moved_section(const ViewState& view, double mm_along_normal);
/// A free plane with another direction, through the point of the old one that lies nearest to `hinge` (metres, x lateral).
Command tilted_section(const ViewState& view, glm::vec3 normal, glm::vec3 hinge_m);
double section_reach_mm(Section section);

/// Where a section lies, seen from the knee of the pose shown: above the joint line (y), to the outer side of the knee's
/// middle (x), in front of the hinge of the knee (z); of a slanting one, or where the thigh does not stand upright, along the
/// normal from the middle of the joint line (plane).
struct SectionPlace { Section along = Section::none; double mm = 0; };
SectionPlace section_place(const AppState& state, const Library& library);

/// Round this point (x lateral) a free plane is tilted by figures: the middle of the joint line.
glm::vec3 section_hinge_m(const AppState& state, const Library& library);

/// The handle, in the picture's space (a left leg is mirrored): a ring on the plane round the limb, a knob on the ring that
/// moves the plane, and an arrow from the middle along the normal whose tip tilts a free plane.
struct SectionHandle {
    glm::vec3 centre_m{0}, normal{0, 1, 0};
    glm::vec3 across{1, 0, 0}, along{0, 0, 1};  ///< in the plane; the knob lies at `across`
    float radius_m = 0;
    float arrow_m = 0;                          ///< length; 0: nothing tilts
    glm::vec3 knob_m() const { return centre_m + radius_m * across; }
    glm::vec3 tip_m() const { return centre_m + arrow_m * normal; }
    glm::vec3 ring_m(float angle_rad) const;
};
std::optional<SectionHandle> section_handle(const AppState& state, const Library& library, const Camera& camera, float aspect);

/// How far a drag of the knob over the picture moves the plane along its normal. A plane seen face on follows the pointer's
/// way up and down. Places in the picture as in project().
double pulled_mm(const SectionHandle& handle, const Camera& camera, float aspect, glm::vec2 from_ndc, glm::vec2 to_ndc);
/// The direction in the picture in which the plane moves away along its normal, of length 1, y up.
glm::vec2 pull_direction(const SectionHandle& handle, const Camera& camera, float aspect);

/// The direction of the arrow whose tip is seen nearest to a point of the picture, on the side of the ball that it is on now.
glm::vec3 tilted_towards(const SectionHandle& handle, const Camera& camera, float aspect, glm::vec2 cursor_ndc);

/// Turn about the upright axis and height of a normal, in degrees; and back.
struct NormalAngles { double turn_deg = 0, tilt_deg = 0; };
NormalAngles angles_of(glm::vec3 normal);
glm::vec3 normal_of(NormalAngles angles);

}  // namespace genu
