#include "session/section.hpp"

#include <algorithm>
#include <cmath>

#include "session/scene_math.hpp"
#include "session/update.hpp"

namespace genu {

namespace {

constexpr double kReachMm = 250, kReachAcrossMm = 100;
constexpr float kRing_m = 0.095f;          // round a thigh above the knee
constexpr float kOfPicture = 0.74f;        // of the half picture that the ring takes at most
constexpr float kFaceOn = 0.35f;           // below this share of its length the normal points at the eye
constexpr double kDegrees = 57.29577951308232;

float outer_side(const ViewState& view) { return view.left_side ? 1.0f : -1.0f; }

/// From the content's directions (x lateral) to the picture's space and back: the same flip.
glm::vec3 flipped(const ViewState& view, glm::vec3 v) { return v * glm::vec3(outer_side(view), 1, 1); }

glm::vec3 nearest_on(glm::vec3 a, glm::vec3 b, glm::vec3 p)
{
    const glm::vec3 way = b - a;
    const float t = glm::dot(p - a, way) / std::max(glm::dot(way, way), 1e-9f);
    return a + std::clamp(t, 0.0f, 1.0f) * way;
}

/// The posed limb as a line from hip over knee to ankle, in the picture's space.
std::array<glm::vec3, 3> limb(const AppState& state, const Library& library)
{
    using B = MotionBody;
    const Pose pose = current_pose(state, library);
    const RigidMotion root = root_motion(state, library, pose);
    const auto bodies = library.skeleton.bodies(pose);
    const glm::vec3 mirror(state.view.left_side ? -1.0f : 1.0f, 1, 1);
    const auto place = [&](B body, const glm::dvec3& rest) { return glm::vec3(root(bodies[static_cast<std::size_t>(body)](rest))) * mirror; };
    return {place(B::femur, library.skeleton.joint_centre_m(B::pelvis, B::femur)), place(B::femur, glm::dvec3(0)),
            place(B::tibia, library.skeleton.joint_centre_m(B::tibia, B::talus))};
}

/// The middle of the joint line in the pose, in the picture's space.
glm::vec3 joint_line(const AppState& state, const Library& library)
{
    const SectionPreset* preset = library.section("axial_joint_line");
    const glm::dvec3 rest(0, 1e-3 * (preset ? preset->mm : 0), 0);
    const Pose pose = current_pose(state, library);
    const glm::dvec3 there = library.skeleton.bodies(pose)[static_cast<std::size_t>(MotionBody::femur)](rest);
    return glm::vec3(root_motion(state, library, pose)(there)) * glm::vec3(state.view.left_side ? -1.0f : 1.0f, 1, 1);
}

bool is_in_picture(const Camera& camera, float aspect, glm::vec3 p)
{
    constexpr float kInside = 0.8f;
    const glm::vec3 at = project(camera, aspect, p);
    return at.z > 0 && std::abs(at.x) < kInside && std::abs(at.y) < kInside;
}

/// In heights of the half picture, so that both directions count alike.
glm::vec2 seen(const Camera& camera, float aspect, glm::vec3 p) { return glm::vec2(project(camera, aspect, p)) * glm::vec2(aspect, 1); }

/// Half a picture's height in metres, at a distance from the eye.
float half_height_at(const Camera& camera, float depth_m) { return (camera.orthographic ? camera.distance_m : depth_m) * std::tan(0.5f * camera.fov_y_rad); }

}  // namespace

double section_reach_mm(Section section) { return section == Section::x || section == Section::z ? kReachAcrossMm : kReachMm; }

std::optional<Cut> cut_of(const ViewState& view)
{
    // Axial: what lies below is kept. Sagittal: the inner part. Coronal: the part in front.
    switch (view.section) {
        case Section::y: return Cut{{0, 1, 0}, view.section_mm};
        case Section::x: return Cut{{1, 0, 0}, view.section_mm};
        case Section::z: return Cut{{0, 0, -1}, -view.section_mm};
        case Section::plane: return Cut{view.section_normal, view.section_mm};
        case Section::none: break;
    }
    return std::nullopt;
}

Command moved_section(const ViewState& view, double mm)
{
    const double reach = section_reach_mm(view.section);
    mm = std::clamp(mm, -reach, reach);
    if (view.section == Section::plane) return cmd::SetSectionPlane{view.section_normal, mm};
    return cmd::SetSection{view.section, view.section == Section::z ? -mm : mm};
}

Command tilted_section(const ViewState& view, glm::vec3 normal, glm::vec3 hinge_m)
{
    const Cut cut = cut_of(view).value_or(Cut{});
    const glm::vec3 on_plane = hinge_m - cut.normal * (glm::dot(cut.normal, hinge_m) - static_cast<float>(1e-3 * cut.mm));
    const double mm = std::clamp(1e3 * static_cast<double>(glm::dot(normal, on_plane)), -kReachMm, kReachMm);
    return cmd::SetSectionPlane{normal, mm};
}

SectionPlace section_place(const AppState& state, const Library& library)
{
    const std::optional<Cut> cut = cut_of(state.view);
    if (!cut) return {};
    const double mm = cut->mm - 1e3 * static_cast<double>(glm::dot(cut->normal, section_hinge_m(state, library)));
    const auto [hip, knee, ankle] = limb(state, library);
    constexpr float kUpright = 0.94f, kStraight = 0.9998f;  // cosines of 20 and 1 degree
    if (glm::normalize(hip - knee).y < kUpright) return {Section::plane, mm};
    for (int axis = 0; axis < 3; ++axis) {
        if (std::abs(cut->normal[axis]) < kStraight) continue;
        return {static_cast<Section>(static_cast<int>(Section::x) + axis), cut->normal[axis] < 0 ? -mm : mm};
    }
    return {Section::plane, mm};
}

glm::vec3 section_hinge_m(const AppState& state, const Library& library) { return flipped(state.view, joint_line(state, library)); }

glm::vec3 SectionHandle::ring_m(float angle_rad) const { return centre_m + radius_m * (std::cos(angle_rad) * across + std::sin(angle_rad) * along); }

std::optional<SectionHandle> section_handle(const AppState& state, const Library& library, const Camera& camera, float aspect)
{
    const std::optional<Cut> cut = cut_of(state.view);
    if (!cut) return std::nullopt;
    SectionHandle h;
    h.normal = flipped(state.view, cut->normal);
    const auto offset = static_cast<float>(1e-3 * cut->mm);
    const auto onto = [&](glm::vec3 p) { return p - h.normal * (glm::dot(h.normal, p) - offset); };
    // Round the limb where the plane passes the knee most closely; else in the middle of the picture.
    const auto [hip, knee, ankle] = limb(state, library);
    const glm::vec3 near_knee = onto(knee), on_thigh = nearest_on(hip, knee, near_knee), on_shank = nearest_on(knee, ankle, near_knee);
    h.centre_m = onto(glm::distance(on_thigh, near_knee) < glm::distance(on_shank, near_knee) ? on_thigh : on_shank);
    if (!is_in_picture(camera, aspect, h.centre_m)) h.centre_m = onto(camera.target_m);

    const glm::mat4 view = view_matrix(camera);
    const glm::vec3 right(view[0][0], view[1][0], view[2][0]), up(view[0][1], view[1][1], view[2][1]);
    // To the right in the picture; where the normal itself points there, below.
    const glm::vec3 wanted = right - 0.25f * up;
    h.across = glm::normalize(wanted - h.normal * glm::dot(h.normal, wanted));
    h.along = glm::cross(h.normal, h.across);
    const float depth = project(camera, aspect, h.centre_m).z;
    h.radius_m = std::min(kRing_m, kOfPicture * half_height_at(camera, depth) * std::min(aspect, 1.0f));
    if (state.view.section == Section::plane) h.arrow_m = 0.72f * h.radius_m;
    return h;
}

glm::vec2 pull_direction(const SectionHandle& h, const Camera& camera, float aspect)
{
    const float length = 0.05f;
    const float depth = project(camera, aspect, h.knob_m()).z;
    const glm::vec2 way = seen(camera, aspect, h.knob_m() + length * h.normal) - seen(camera, aspect, h.knob_m());
    if (glm::length(way) * half_height_at(camera, depth) < kFaceOn * length) return {0, 1};
    return glm::normalize(way);
}

double pulled_mm(const SectionHandle& h, const Camera& camera, float aspect, glm::vec2 from, glm::vec2 to)
{
    constexpr float kStep_m = 0.01f;
    const float depth = project(camera, aspect, h.knob_m()).z;
    const float whole = half_height_at(camera, depth);
    const glm::vec2 shift = (to - from) * glm::vec2(aspect, 1);
    const glm::vec2 way = (seen(camera, aspect, h.knob_m() + kStep_m * h.normal) - seen(camera, aspect, h.knob_m())) * (whole / kStep_m);
    // The knob stays under the pointer; where the normal points at the eye it goes as far as the pointer does.
    const double share = glm::length(way) < kFaceOn ? 1.0 : static_cast<double>(glm::length(way));
    return 1e3 * static_cast<double>(whole * glm::dot(shift, pull_direction(h, camera, aspect))) / share;
}

glm::vec3 tilted_towards(const SectionHandle& h, const Camera& camera, float aspect, glm::vec2 cursor_ndc)
{
    const glm::mat4 view = view_matrix(camera);
    const glm::vec3 right(view[0][0], view[1][0], view[2][0]), up(view[0][1], view[1][1], view[2][1]), to_eye = glm::cross(right, up);
    const float whole = half_height_at(camera, project(camera, aspect, h.centre_m).z);
    glm::vec2 off = (cursor_ndc * glm::vec2(aspect, 1) - seen(camera, aspect, h.centre_m)) * (whole / std::max(h.arrow_m, 1e-6f));
    // Beyond the ball's edge the arrow lies flat in the picture.
    if (glm::length(off) > 1) off = glm::normalize(off);
    const float deep = std::sqrt(std::max(0.0f, 1 - glm::dot(off, off))) * (glm::dot(h.normal, to_eye) < 0 ? -1.0f : 1.0f);
    return glm::normalize(off.x * right + off.y * up + deep * to_eye);
}

NormalAngles angles_of(glm::vec3 normal)
{
    const glm::dvec3 n = glm::normalize(glm::dvec3(normal));
    return {kDegrees * std::atan2(n.x, n.z), kDegrees * std::asin(std::clamp(n.y, -1.0, 1.0))};
}

glm::vec3 normal_of(NormalAngles a)
{
    const double turn = a.turn_deg / kDegrees, tilt = a.tilt_deg / kDegrees;
    return {static_cast<float>(std::sin(turn) * std::cos(tilt)), static_cast<float>(std::sin(tilt)), static_cast<float>(std::cos(turn) * std::cos(tilt))};
}

}  // namespace genu
