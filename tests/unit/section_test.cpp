// The section plane's handle: where it lies, how a drag moves and tilts it, how its place reads.
#include "session/section.hpp"
#include "session/update.hpp"
#include "support/catch.hpp"
#include "unit/small_leg.hpp"

using namespace genu;
using small::library;
using small::state_after;

namespace {

constexpr float kAspect = 1.6f;

double mm_of(const AppState& state) { return cut_of(state.view)->mm; }

}  // namespace

TEST_CASE("the place of a section is read from the joint line and not from the model's origin")
{
    // The axial preset is the joint line itself.
    const AppState at = state_after({cmd::SetSectionPreset{"axial_joint_line"}});
    CHECK(section_place(at, library()).along == Section::y);
    CHECK(section_place(at, library()).mm == Approx(0).margin(0.01));
    const double joint_line_mm = library().section("axial_joint_line")->mm;
    CHECK(section_place(state_after({cmd::SetSection{Section::y, joint_line_mm + 12}}), library()).mm == Approx(12).margin(0.01));
    const SectionPlace behind = section_place(state_after({cmd::SetSection{Section::z, -8}}), library());
    CHECK(behind.along == Section::z);
    CHECK(behind.mm == Approx(-8).margin(0.01));
    // The same side of the knee on either leg.
    for (const bool left : {false, true}) {
        const SectionPlace outer = section_place(state_after({cmd::SetSide{left}, cmd::SetSection{Section::x, 24}}), library());
        CHECK(outer.along == Section::x);
        CHECK(outer.mm == Approx(24).margin(0.01));
    }
}

TEST_CASE("a slanting section, and one through a lying leg, is told by its distance")
{
    CHECK(section_place(state_after({cmd::SetSectionPlane{{0, 1, 1}, 10}}), library()).along == Section::plane);
    AppState lying = state_after({cmd::SetSection{Section::y, 0}});
    update(lying, library(), {cmd::SetPose{"hip_flexion", 90}}, 0);
    CHECK(section_place(lying, library()).along == Section::plane);
}

TEST_CASE("the knob lies on the plane in the picture, whatever the view, the cut and the side")
{
    const std::string view = GENERATE("posterior", "lateral", "medial", "popliteal", "superior", "whole");
    const bool left = GENERATE(false, true);
    for (const Commands& cut : {Commands{cmd::SetSection{Section::x, 20}}, Commands{cmd::SetSection{Section::y, -60}}, Commands{cmd::SetSection{Section::z, 5}},
                                Commands{cmd::SetSectionPlane{{0.4f, 0.8f, -0.3f}, 15}}}) {
        AppState state = state_after({cmd::SetSide{left}, cmd::SetView{view}});
        update(state, library(), cut, 0);
        const auto handle = section_handle(state, library(), state.view.camera, kAspect);
        REQUIRE(handle);
        const glm::vec3 outer(left ? 1.0f : -1.0f, 1, 1);
        const Cut plane = *cut_of(state.view);
        CHECK(glm::dot(handle->normal, plane.normal * outer) == Approx(1).margin(1e-5));
        for (const float angle : {0.0f, 1.0f, 3.0f}) CHECK(1e3 * static_cast<double>(glm::dot(handle->normal, handle->ring_m(angle))) == Approx(plane.mm).margin(0.01));
        const glm::vec3 seen = project(state.view.camera, kAspect, handle->knob_m());
        INFO(view << " " << to_json(cut.front()).dump());
        CHECK(std::abs(seen.x) < 0.99f);
        CHECK(std::abs(seen.y) < 0.99f);
    }
}

TEST_CASE("a plane drawn by its knob stays under the pointer")
{
    AppState state = state_after({cmd::SetView{"posterior"}, cmd::SetSection{Section::y, 10}});
    const Camera camera = state.view.camera;
    const auto handle = section_handle(state, library(), camera, kAspect);
    REQUIRE(handle);
    const glm::vec2 from(project(camera, kAspect, handle->knob_m()));
    const glm::vec2 to = from + glm::vec2(0.03f, 0.2f);
    update(state, library(), {moved_section(state.view, mm_of(state) + pulled_mm(*handle, camera, kAspect, from, to))}, 0);
    CHECK(mm_of(state) > 10);
    const glm::vec2 now(project(camera, kAspect, section_handle(state, library(), camera, kAspect)->knob_m()));
    CHECK(now.y == Approx(to.y).margin(0.02));
}

TEST_CASE("a plane seen face on comes nearer when it is drawn up, and goes when it is drawn down")
{
    const AppState state = state_after({cmd::SetView{"lateral"}, cmd::SetSection{Section::x, 0}});
    const auto handle = section_handle(state, library(), state.view.camera, kAspect);
    REQUIRE(handle);
    CHECK(pull_direction(*handle, state.view.camera, kAspect) == glm::vec2(0, 1));
    CHECK(pulled_mm(*handle, state.view.camera, kAspect, {0, 0}, {0, 0.1f}) > 1);
    CHECK(pulled_mm(*handle, state.view.camera, kAspect, {0, 0}, {0, -0.1f}) < -1);
}

TEST_CASE("a section moves no farther than the leg, and a coronal one keeps its sign")
{
    AppState state = state_after({cmd::SetSection{Section::z, 5}});
    CHECK(cut_of(state.view)->normal.z == -1);
    update(state, library(), {moved_section(state.view, cut_of(state.view)->mm + 3)}, 0);
    CHECK(state.view.section_mm == Approx(2));  // along its normal, which points back
    update(state, library(), {moved_section(state.view, 1e6)}, 0);
    CHECK(state.view.section_mm == Approx(-section_reach_mm(Section::z)));
    CHECK(std::holds_alternative<cmd::SetSectionPlane>(moved_section(state_after({cmd::SetSectionPlane{{0, 1, 1}, 0}}).view, 4)));
}

TEST_CASE("the tip of the arrow goes to the pointer, and the plane turns round the middle of the handle")
{
    const bool left = GENERATE(false, true);
    AppState state = state_after({cmd::SetSide{left}, cmd::SetView{"posterior"}, cmd::SetSectionPlane{{0.2f, 0.5f, -0.8f}, 6}});
    const Camera camera = state.view.camera;
    const auto handle = section_handle(state, library(), camera, kAspect);
    REQUIRE(handle);
    REQUIRE(handle->arrow_m > 0);
    const glm::vec2 to = glm::vec2(project(camera, kAspect, handle->tip_m())) + glm::vec2(0.05f, -0.06f);
    const glm::vec3 outer(left ? 1.0f : -1.0f, 1, 1);
    update(state, library(), {tilted_section(state.view, tilted_towards(*handle, camera, kAspect, to) * outer, handle->centre_m * outer)}, 0);
    const Cut cut = *cut_of(state.view);
    CHECK(1e3 * static_cast<double>(glm::dot(cut.normal, handle->centre_m * outer)) == Approx(cut.mm).margin(0.01));
    const glm::vec2 tip(project(camera, kAspect, handle->centre_m + handle->arrow_m * cut.normal * outer));
    // The ball is drawn without perspective: a hundredth of the picture.
    CHECK(glm::distance(tip, to) < 0.01f);
}

TEST_CASE("turn and tilt give the normal back")
{
    const double turn = GENERATE(-170.0, -30.0, 0.0, 85.0), tilt = GENERATE(-80.0, 0.0, 35.0);
    const NormalAngles a = angles_of(normal_of({turn, tilt}));
    CHECK(a.turn_deg == Approx(turn).margin(0.01));
    CHECK(a.tilt_deg == Approx(tilt).margin(0.01));
}
