// What is kept from one start to the next comes back as it was, whatever was done before.
#include "session/build_frame.hpp"
#include "session/compare.hpp"
#include "session/describe.hpp"
#include "session/keep.hpp"
#include "session/notes.hpp"
#include "session/scene_math.hpp"
#include "session/update.hpp"
#include "session/view_json.hpp"
#include "unit/command_samples.hpp"
#include "unit/small_leg.hpp"

using namespace genu;
using small::give;
using small::library;
using small::start;

namespace {

const ConditionId kCyst("condition.popliteal_cyst"), kClot("condition.dvt");

}  // namespace

TEST_CASE("whatever a command does to the view survives its text")
{
    for (const small::Sample& sample : small::samples()) {
        DYNAMIC_SECTION(to_json(sample.command).at("do").get<std::string>())
        {
            AppState state = start();
            give(state, sample.before);
            give(state, {sample.command});
            state.view.deleted_views.clear();  // of this run of the program only
            state.view.quiz.reset();           // a question that is open ends with the program
            const Result<Json> json = parse_json(to_json(state.view).dump(), "view.json");
            REQUIRE(json.ok());
            const Result<ViewState> back = view_from_json(*json, library(), "view.json");
            REQUIRE(back.ok());
            CHECK(*back == state.view);
        }
    }
}

TEST_CASE("a view of another version opens: what is missing is as at first, what is unknown is left out")
{
    const Result<ViewState> view = view_from_json(Json::parse(R"({"layer": 5, "hidden": ["muscle.soleus", "muscle.of_tomorrow"], "later": 1, "condition": "condition.unheard_of"})"), library(), "old.json");
    REQUIRE(view.ok());
    CHECK(view->layer == 5);
    CHECK(view->hidden == std::set<StructureId>{StructureId("muscle.soleus")});
    CHECK(view->condition.is_none());
}

TEST_CASE("a view with words where figures belong is refused with its place")
{
    const Result<ViewState> view = view_from_json(Json::parse(R"({"camera": {"target_m": ["a", 0, 0]}})"), library(), "bad.json");
    REQUIRE_FALSE(view.ok());
    CHECK_THAT(to_text(view.problems()), ContainsSubstring("bad.json") && ContainsSubstring("/camera/target_m"));
}

TEST_CASE("settings come back, with figures in their range and a language that there is")
{
    Settings s;
    s.light_theme = s.latin = s.latin_beside = s.reduced_motion = s.clinical_register = true;
    s.ui_scale = 1.75;
    s.language = "es";
    CHECK(*settings_from_json(to_json(s), Settings{}, {"en", "es"}, "settings.json") == s);
    const Result<Settings> wild = settings_from_json(Json::parse(R"({"ui_scale": 40, "language": "tlh"})"), Settings{}, {"en", "es"}, "settings.json");
    REQUIRE(wild.ok());
    CHECK(wild->ui_scale == 2.5);
    CHECK(wild->language == "en");
}

TEST_CASE("the last session is offered, and going back to it is one step of undo")
{
    AppState before = start();
    CHECK_FALSE(has_last_session(before));
    give(before, {cmd::Tick{FindingId("symptom.g_lung"), true}, cmd::SetPanel{Panel::explore, true}});
    const Result<LastSession> kept = session_from_json(to_json(session_of(before)), library(), "session.json");
    REQUIRE(kept.ok());

    AppState state = start();
    state.last_session = *kept;
    CHECK(has_last_session(state));
    const ViewState fresh = state.view;
    give(state, {cmd::RestoreSession{}});
    CHECK(state.view == before.view);
    CHECK(state.panel == Panel::explore);
    // The warning comes back with the answers.
    CHECK(state.assessment.most_urgent() == before.assessment.most_urgent());
    give(state, {cmd::Undo{}});
    CHECK(state.view == fresh);
}

TEST_CASE("a saved view keeps what was shown, under a name that every file system takes")
{
    AppState state = start();
    give(state, {cmd::ChooseCondition{kCyst}, cmd::SaveView{"Cyst: knee straight / inner side", "for Tuesday"}, cmd::SaveView{"Cyst: knee straight / inner side", ""}, cmd::SaveView{"¿…?", ""}});
    REQUIRE(state.saved_views.size() == 3);
    CHECK(state.saved_views[0].id == "cyst_knee_straight_inner_side");
    CHECK(state.saved_views[1].id == "cyst_knee_straight_inner_side_2");
    CHECK(state.saved_views[2].id == "view");
    give(state, {cmd::ChooseCondition{}, cmd::SetLayer{9}, cmd::OpenView{"cyst_knee_straight_inner_side"}});
    CHECK(state.view.condition == kCyst);
    CHECK(state.view == state.saved_views[0].view);
}

TEST_CASE("a deleted view comes back with undo, and undoing other steps never takes a saved view away")
{
    AppState state = start();
    give(state, {cmd::SetXray{true}, cmd::SaveView{"Mine", ""}, cmd::DeleteView{"mine"}});
    CHECK(state.view.deleted_views.contains("mine"));
    give(state, {cmd::Undo{}});
    CHECK(state.view.deleted_views.empty());
    give(state, {cmd::Undo{}});
    CHECK_FALSE(state.view.xray);
    CHECK(state.saved_views.size() == 1);
}

TEST_CASE("a note on a structure goes with it when the leg moves; one beside the leg stays")
{
    AppState state = start();
    const StructureId tibia("bone.tibia");
    give(state, {cmd::BeginNote{NoteKind::arrow, {}, {0.1f, 0, 0}}, cmd::ExtendNote{tibia, {0.01f, -0.19f, 0.01f}}});
    REQUIRE(state.view.notes.size() == 1);
    const auto where = [&] { return posed_points(library(), build_frame(state, library()), state.view.notes[0]); };
    const auto standing = where();
    CHECK(glm::distance(standing[1], glm::vec3(0.01f, -0.19f, 0.01f)) < 0.002f);
    give(state, {cmd::SetPose{"knee_flexion", 90}});
    const auto bent = where();
    CHECK(glm::distance(bent[0], standing[0]) < 1e-6f);
    CHECK(glm::distance(bent[1], standing[1]) > 0.1f);
    give(state, {cmd::SetSide{true}});
    CHECK(where()[1].x == Approx(-bent[1].x));
}

TEST_CASE("all of a line drawn by hand is one step back")
{
    AppState state = start();
    give(state, {cmd::BeginGesture{"note"}, cmd::BeginNote{NoteKind::pen, {}, {0, 0, 0}}, cmd::ExtendNote{{}, {0.01f, 0, 0}}, cmd::ExtendNote{{}, {0.02f, 0, 0}}, cmd::EndGesture{}});
    REQUIRE(state.view.notes.size() == 1);
    CHECK(state.view.notes[0].points.size() == 3);
    give(state, {cmd::Undo{}});
    CHECK(state.view.notes.empty());
}

TEST_CASE("a comparison says what points to one and not to the other, what points to both, and takes it from the records")
{
    for (const char* other : {"condition.dvt", "condition.popliteal_aneurysm", "condition.meniscus_posterior_horn"}) {
        const Condition& a = *library().knowledge.find(kCyst);
        const Condition& b = *library().knowledge.find(ConditionId(other));
        const Comparison c = compare_conditions(a, b);
        CHECK(c.for_a.size() + c.alike.size() == a.findings.size());
        CHECK(c.for_b.size() + c.alike.size() == b.findings.size());
        CHECK(c.both.size() + c.only_a.size() == a.structures.size());
        CHECK_FALSE(c.for_a.empty());
        CHECK_FALSE(c.for_b.empty());
        // Turned round, it says the same.
        CHECK(compare_conditions(b, a).alike.size() == c.alike.size());
    }
}

TEST_CASE("what the other record speaks against is said first")
{
    int seen = 0;
    for (const Condition& a : library().knowledge.conditions) {
        for (const Condition& b : library().knowledge.conditions) {
            bool before = true;
            for (const Distinction& d : compare_conditions(a, b).for_a) {
                CHECK((before || !d.against_other));
                before = d.against_other;
                seen += d.against_other;
                if (d.against_other) CHECK_FALSE(d.why_not.empty());
            }
        }
    }
    CHECK(seen > 20);
}

TEST_CASE("two conditions side by side are two pictures with one camera and one pose")
{
    AppState state = start();
    give(state, {cmd::ChooseCondition{kCyst}, cmd::CompareWith{kClot}});
    const Frame left = build_frame(state, library()), right = build_frame(other_half(state, library()), library());
    CHECK(left.camera == right.camera);
    CHECK(left.joints == right.joints);
    CHECK_FALSE(left.items == right.items);
    give(state, {cmd::Orbit{0.4, 0}});
    CHECK(build_frame(state, library()).camera == build_frame(other_half(state, library()), library()).camera);
    give(state, {cmd::CompareWith{}});
    CHECK(state.view.condition == kCyst);
    CHECK(state.view.compare_with.is_none());
}

TEST_CASE("comparing without a condition, or with the same one, is one picture")
{
    AppState state = start();
    give(state, {cmd::CompareWith{kClot}});
    CHECK(state.view.condition == kClot);
    give(state, {cmd::CompareWith{kClot}});
    CHECK_FALSE(comparison_of(state, library()).has_value());
}

TEST_CASE("the screen in words says what the picture shows and what follows from the answers")
{
    AppState state = start();
    give(state, {cmd::SetView{"medial"}, cmd::ChooseCondition{kCyst}, cmd::Select{StructureId("nerve.tibial")}, cmd::BeginNote{NoteKind::text, StructureId("muscle.soleus"), {0, -0.2f, -0.04f}}, cmd::WriteNote{0, "tight here"}});
    const std::string words = describe(state, library());
    const Condition& cyst = *library().knowledge.find(kCyst);
    CHECK_THAT(words, ContainsSubstring(cyst.name) && ContainsSubstring(cyst.text("summary", false)));
    CHECK_THAT(words, ContainsSubstring("tight here") && ContainsSubstring(library().catalogue.name(StructureId("muscle.soleus"))));
    CHECK_THAT(words, ContainsSubstring(library().catalogue.find(StructureId("nerve.tibial"))->plain));
    CHECK_THAT(words, ContainsSubstring(library().texts("app.disclaimer")));

    give(state, {cmd::Tick{FindingId("symptom.g_lung"), true}});
    const std::string warned = describe(state, library());
    REQUIRE_FALSE(state.assessment.red_flags.empty());
    CHECK(warned.find(library().texts("describe.warnings")) < warned.find(library().texts("describe.picture")));
    CHECK_THAT(warned, ContainsSubstring(state.assessment.red_flags.front().who));
    // Nothing is ranked below an emergency before its words were read.
    CHECK(warned.find(library().texts("describe.talk_about")) == std::string::npos);
}
