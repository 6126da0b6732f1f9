// What commands do to the state, and that all of it can be taken back.
#include "session/build_frame.hpp"
#include "session/scene_math.hpp"
#include "session/update.hpp"
#include "unit/command_samples.hpp"
#include "unit/small_leg.hpp"

using namespace genu;
using small::give;
using small::library;
using small::start;

namespace {

const std::set<std::string> kNotTakenBack = {"hover", "begin_gesture", "end_gesture", "set_playing", "scrub", "set_speed", "set_panel", "set_explore_step", "save_page", "set_welcome", "set_search", "set_register",
                                             "set_latin", "set_theme", "set_scale", "set_reduced_motion", "set_language", "restore_session",
                                             "set_tool", "save_view", "rename_view", "open_file", "write_handout", "write_text", "write_picture", "write_film", "copy_text", "speak", "cancel_work", "say", "undo", "redo", "quit"};

}  // namespace

TEST_CASE("every command that changes the view is taken back by undo and brought again by redo")
{
    for (const small::Sample& sample : small::samples()) {
        const std::string name = to_json(sample.command).at("do");
        if (kNotTakenBack.contains(name)) continue;
        DYNAMIC_SECTION(name)
        {
            AppState state = start();
            give(state, sample.before);
            const ViewState before = state.view;
            give(state, {sample.command});
            const ViewState after = state.view;
            REQUIRE_FALSE(after == before);
            give(state, {cmd::Undo{}});
            CHECK(state.view == before);
            give(state, {cmd::Redo{}});
            CHECK(state.view == after);
        }
    }
}

TEST_CASE("commands about the program leave the view and its history alone")
{
    for (const small::Sample& sample : small::samples()) {
        const std::string name = to_json(sample.command).at("do");
        if (!kNotTakenBack.contains(name)) continue;
        DYNAMIC_SECTION(name)
        {
            AppState state = start();
            const ViewState before = state.view;
            give(state, {sample.command});
            CHECK(state.view == before);
            CHECK(state.undo.empty());
        }
    }
}

TEST_CASE("a command that changes nothing is no undo step")
{
    AppState state = start();
    give(state, {cmd::SetXray{false}, cmd::SetLayer{state.view.layer}, cmd::Select{}});
    CHECK(state.undo.empty());
}

TEST_CASE("a new step after undo forgets what could be redone")
{
    AppState state = start();
    give(state, {cmd::SetXray{true}, cmd::Undo{}, cmd::SetLabels{true}});
    CHECK(state.redo.empty());
    give(state, {cmd::Redo{}});
    CHECK_FALSE(state.view.xray);
}

TEST_CASE("a drag of many small turns is one undo step")
{
    AppState state = start();
    const ViewState before = state.view;
    give(state, {cmd::BeginGesture{"orbit"}});
    for (int i = 0; i < 20; ++i) give(state, {cmd::Orbit{0.02, 0.01}});
    give(state, {cmd::EndGesture{}});
    CHECK(state.undo.size() == 1);
    give(state, {cmd::Undo{}});
    CHECK(state.view == before);
}

TEST_CASE("a drag that goes nowhere is no undo step")
{
    AppState state = start();
    give(state, {cmd::BeginGesture{"orbit"}, cmd::EndGesture{}});
    CHECK(state.undo.empty());
}

TEST_CASE("undo with nothing to take back does nothing")
{
    AppState state = start();
    const ViewState before = state.view;
    give(state, {cmd::Undo{}, cmd::Redo{}});
    CHECK(state.view == before);
}

TEST_CASE("isolating the same structures again shows everything")
{
    AppState state = start();
    const StructureId soleus("muscle.soleus"), popliteus("muscle.popliteus");
    give(state, {cmd::Isolate{{soleus, popliteus}}});
    CHECK(state.view.isolated == std::set<StructureId>{soleus, popliteus});
    give(state, {cmd::Isolate{{popliteus, soleus}}});
    CHECK(state.view.isolated.empty());
}

TEST_CASE("hiding twice shows again")
{
    AppState state = start();
    const StructureId soleus("muscle.soleus");
    give(state, {cmd::Hide{{soleus}}});
    CHECK(state.view.hidden.contains(soleus));
    give(state, {cmd::Hide{{soleus}}});
    CHECK(state.view.hidden.empty());
}

TEST_CASE("ids that do not exist leave the view alone and say so")
{
    const Command wrong[] = {cmd::Select{StructureId("muscle.soleuss")}, cmd::Isolate{{StructureId("muscle.none")}}, cmd::Hide{{StructureId("x")}}, cmd::Fade{{StructureId("x")}},
                             cmd::ChooseCondition{ConditionId("condition.none")}, cmd::Tick{FindingId("symptom.none"), true}, cmd::Deny{FindingId("symptom.none"), true},
                             cmd::SetPose{"knee", 10}, cmd::SetView{"from_mars"}, cmd::ChooseExercise{ExerciseId("exercise.none")}};
    for (const Command& command : wrong) {
        DYNAMIC_SECTION(to_json(command).dump())
        {
            AppState state = start();
            const ViewState before = state.view;
            give(state, {command});
            CHECK(state.view == before);
            CHECK_FALSE(state.message.empty());
            CHECK(state.undo.empty());
        }
    }
}

TEST_CASE("an unknown structure is answered with the one that was meant")
{
    AppState state = start();
    give(state, {cmd::Select{StructureId("muscle.soleuss")}});
    CHECK_THAT(state.message, ContainsSubstring("muscle.soleus\""));
}

TEST_CASE("numbers out of range are brought into it")
{
    AppState state = start();
    give(state, {cmd::SetLayer{99}, cmd::SetScale{50}, cmd::SetPose{"knee_flexion", 500}, cmd::Zoom{-1, {0, 0}}});
    CHECK(state.view.layer == kLayerCount - 1);
    CHECK(state.settings.ui_scale == 2.5);
    CHECK(state.view.pose[JointAxis::knee_flexion] == library().skeleton.range(JointAxis::knee_flexion).high_deg);
}

TEST_CASE("choosing a condition poses the leg and aims the camera as its record says")
{
    for (const Condition& condition : library().knowledge.conditions) {
        DYNAMIC_SECTION(condition.id.text())
        {
            AppState state = start();
            give(state, {cmd::SetPose{"ankle_dorsiflexion", 20}, cmd::Hide{{StructureId("bone.femur")}}, cmd::ChooseCondition{condition.id}});
            CHECK(state.view.condition == condition.id);
            CHECK(state.view.hidden.empty());
            const Result<Pose> pose = pose_from_names(condition.pose_deg, "");
            REQUIRE(pose.ok());
            CHECK(state.view.pose == library().skeleton.clamped(*pose));
            const StandardView* view = library().view(condition.view);
            REQUIRE(view);
            // From the view's side; nearer where what the scene is about is small. With the thigh raised the camera goes with the knee.
            const Camera standard = view_camera(*view, state.picture_aspect);
            CHECK(state.view.camera.yaw_rad == standard.yaw_rad);
            if (state.view.pose[JointAxis::hip_flexion] < 30) CHECK(state.view.camera.distance_m <= standard.distance_m);
        }
    }
}

TEST_CASE("an emergency stops the exercise that plays and lets none be started")
{
    AppState state = start();
    const ExerciseId wall("exercise.gastroc_wall");
    give(state, {cmd::ChooseExercise{wall}});
    REQUIRE(state.playback.playing);
    give(state, {cmd::Tick{FindingId("symptom.g_lung"), true}});
    CHECK(state.assessment.most_urgent() == Urgency::emergency_now);
    CHECK(state.view.exercise.is_none());
    CHECK_FALSE(state.playback.playing);
    give(state, {cmd::ChooseExercise{wall}});
    CHECK(state.view.exercise.is_none());
    CHECK_FALSE(state.message.empty());
}

TEST_CASE("the banner must be read again after the emergency was taken back and came again")
{
    AppState state = start();
    const FindingId lung("symptom.g_lung");
    give(state, {cmd::Tick{lung, true}, cmd::DangerRead{true}, cmd::Tick{lung, false}, cmd::Tick{lung, true}});
    CHECK_FALSE(state.view.danger_read);
}

TEST_CASE("ticking takes back a no, and a no takes back a tick")
{
    AppState state = start();
    const FindingId lump("symptom.lump_soft");
    give(state, {cmd::Deny{lump, true}, cmd::Tick{lump, true}});
    CHECK(state.view.answers.ticked.contains(lump));
    CHECK(state.view.answers.denied.empty());
    give(state, {cmd::Deny{lump, true}});
    CHECK(state.view.answers.ticked.empty());
}

TEST_CASE("undo of a tick brings the assessment back too")
{
    AppState state = start();
    give(state, {cmd::Tick{FindingId("symptom.loc_post_med"), true}, cmd::Tick{FindingId("symptom.g_lung"), true}, cmd::Undo{}});
    CHECK(state.assessment.red_flags.empty());
}

TEST_CASE("an exercise plays with the clock, comes round, and can be held at a moment")
{
    AppState state = start();
    const ExerciseId wall("exercise.gastroc_wall");
    const double duration = library().knowledge.find(wall)->duration_s();
    REQUIRE(duration > 1);
    give(state, {cmd::ChooseExercise{wall}});
    update(state, library(), {}, 0.5);
    CHECK(state.playback.t_s == Approx(0.5));
    update(state, library(), {cmd::SetSpeed{2}}, 0.25);
    CHECK(state.playback.t_s == Approx(1.0));
    update(state, library(), {}, duration / 2);
    CHECK(state.playback.t_s == Approx(1.0));
    update(state, library(), {cmd::SetPlaying{false}, cmd::Scrub{duration + 5}}, 3);
    CHECK(state.playback.t_s == duration);
    CHECK_FALSE(is_moving(state));
}

TEST_CASE("taking hold of a joint goes on from the pose the exercise shows")
{
    AppState state = start();
    give(state, {cmd::ChooseExercise{ExerciseId("exercise.heel_slide")}, cmd::SetPlaying{false}, cmd::Scrub{5}});
    const Pose shown = current_pose(state, library());
    REQUIRE(shown[JointAxis::hip_flexion] > 20);
    give(state, {cmd::SetPose{"ankle_dorsiflexion", 12}});
    CHECK(state.view.exercise.is_none());
    CHECK(state.view.pose[JointAxis::hip_flexion] == shown[JointAxis::hip_flexion]);
    CHECK(state.view.pose[JointAxis::ankle_dorsiflexion] == 12);
}

TEST_CASE("leaving an exercise goes back to the pose before")
{
    AppState state = start();
    give(state, {cmd::SetPose{"knee_flexion", 30}, cmd::ChooseExercise{ExerciseId("exercise.gastroc_wall")}, cmd::ChooseExercise{}});
    CHECK(current_pose(state, library())[JointAxis::knee_flexion] == 30);
}

TEST_CASE("a step of a tour is the same picture whether one walks or jumps to it")
{
    for (const Tour& tour : library().knowledge.tours) {
        for (int step = 0; step < static_cast<int>(tour.steps.size()); ++step) {
            DYNAMIC_SECTION(tour.id.text() << " " << step)
            {
                AppState walked = start(), jumped = start(), returned = start();
                give(walked, {cmd::StartTour{tour.id}});
                for (int i = 1; i <= step; ++i) give(walked, {cmd::TourStep{i}});
                give(jumped, {cmd::StartTour{tour.id}, cmd::TourStep{step}});
                give(returned, {cmd::StartTour{tour.id}, cmd::TourStep{static_cast<int>(tour.steps.size()) - 1}, cmd::TourStep{step}});
                CHECK(walked.view == jumped.view);
                CHECK(returned.view == jumped.view);
                CHECK(build_frame(returned, library()) == build_frame(jumped, library()));
            }
        }
    }
}

TEST_CASE("a tour does not depend on what was shown before it")
{
    for (const Tour& tour : library().knowledge.tours) {
        AppState fresh = start(), used = start();
        give(used, {cmd::SetXray{true}, cmd::SetLayer{7}, cmd::SetPose{"knee_flexion", 90}, cmd::SetLabels{true}, cmd::SetStrain{true}, cmd::Select{StructureId("muscle.soleus")},
                    cmd::SetSection{Section::y, 0}});
        for (AppState* state : {&fresh, &used}) give(*state, {cmd::StartTour{tour.id}});
        INFO(tour.id.text());
        CHECK(build_frame(used, library()) == build_frame(fresh, library()));
    }
}

TEST_CASE("the camera flies to a view and rests there")
{
    AppState state = initial_state(library());
    const Camera from = state.view.camera;
    update(state, library(), {cmd::SetView{"medial"}}, 0);
    CHECK(is_moving(state));
    CHECK(current_camera(state) == from);
    update(state, library(), {}, kFlightSeconds / 2);
    CHECK_FALSE(current_camera(state) == from);
    update(state, library(), {}, kFlightSeconds);
    CHECK_FALSE(is_moving(state));
    CHECK(current_camera(state) == view_camera(*library().view("medial"), state.picture_aspect));
}

TEST_CASE("the line about the selection always says something")
{
    AppState state = start();
    CHECK_FALSE(selected_line(state, library()).empty());
    give(state, {cmd::Select{StructureId("muscle.popliteus")}});
    CHECK_THAT(selected_line(state, library()), ContainsSubstring("opliteus"));
}
