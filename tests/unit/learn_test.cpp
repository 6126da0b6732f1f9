// Traces, actions, the quiz and what it keeps.
#include <algorithm>

#include "session/build_frame.hpp"
#include "session/clear_side.hpp"
#include "session/muscle_action.hpp"
#include "session/quiz.hpp"
#include "session/trace.hpp"
#include "session/update.hpp"
#include "unit/small_leg.hpp"

using namespace genu;
using small::give;
using small::library;
using small::start;

namespace {

bool has(const std::vector<StructureId>& ids, const char* id) { return std::find(ids.begin(), ids.end(), StructureId(id)) != ids.end(); }

}  // namespace

TEST_CASE("a nerve's trace holds its branches, the muscles of all of them, and the trunks it comes from")
{
    const Trace trace = trace_of(library(), StructureId("nerve.common_fibular"));
    CHECK(has(trace.course, "nerve.common_fibular"));
    CHECK(has(trace.course, "nerve.deep_fibular"));
    CHECK(has(trace.course, "nerve.superficial_fibular"));
    CHECK(has(trace.supplied, "muscle.tibialis_anterior"));
    CHECK(has(trace.supplied, "muscle.fibularis_longus"));
    CHECK_FALSE(has(trace.supplied, "muscle.soleus"));
    CHECK(has(trace.origin, "nerve.sciatic"));
    CHECK(has(trace.origin, "nerve.root_l5"));
}

TEST_CASE("a muscle's trace is its nerve and, of that nerve's roots, those that its own record names")
{
    const Trace trace = trace_of(library(), StructureId("muscle.popliteus"));
    CHECK(has(trace.course, "nerve.tibial"));
    CHECK(has(trace.origin, "nerve.root_l5"));
    CHECK_FALSE(has(trace.origin, "nerve.root_s3"));
}

TEST_CASE("a root drives only muscles that name it")
{
    const Trace trace = trace_of(library(), StructureId("nerve.root_s2"));
    CHECK(has(trace.supplied, "muscle.soleus"));                       // S1, S2
    CHECK_FALSE(has(trace.supplied, "muscle.tibialis_anterior"));      // L4, L5
}

TEST_CASE("an artery's trace holds its branches")
{
    const Trace trace = trace_of(library(), StructureId("artery.popliteal"));
    CHECK(has(trace.course, "artery.fibular"));
    CHECK(has(trace.origin, "artery.femoral"));
    CHECK_FALSE(can_trace(library(), StructureId("bone.femur")));
}

TEST_CASE("a muscle's action comes from its lever: flexors bend the knee, extensors straighten it, soleus pushes the foot down")
{
    const auto first = [](const char* id) {
        const std::vector<ActionStep> steps = muscle_action(library(), StructureId(id));
        REQUIRE_FALSE(steps.empty());
        return steps.front();
    };
    const auto on = [](const char* id, JointAxis joint) {
        for (const ActionStep& step : muscle_action(library(), StructureId(id))) if (step.joint == joint) return step.moment_arm_m;
        return 0.0;
    };
    CHECK(on("muscle.semimembranosus", JointAxis::knee_flexion) > 0);
    CHECK(on("muscle.rectus_femoris", JointAxis::knee_flexion) < 0);
    CHECK(first("muscle.soleus").joint == JointAxis::ankle_dorsiflexion);
    CHECK(first("muscle.soleus").moment_arm_m < 0);
    CHECK(on("muscle.gastrocnemius_medial_head", JointAxis::knee_flexion) > 0);
    // A straight knee is already extended: the way of an extensor begins bent.
    const auto steps = muscle_action(library(), StructureId("muscle.vastus_medialis"));
    REQUIRE_FALSE(steps.empty());
    CHECK(steps.front().from_deg > 20);
    CHECK(steps.front().to_deg == 0);
}

TEST_CASE("playing an action moves the leg with the clock and ends standing")
{
    AppState state = start();
    give(state, {cmd::PlayAction{StructureId("muscle.semimembranosus")}});
    CHECK(is_moving(state));
    update(state, library(), {}, 2);
    CHECK_FALSE(current_pose(state, library()) == Pose{});
    give(state, {cmd::PlayAction{}});
    CHECK(current_pose(state, library()) == Pose{});
    CHECK_FALSE(is_moving(state));
}

TEST_CASE("the same seed asks the same questions, another seed others")
{
    const auto run = [](std::uint32_t seed) {
        AppState state = start();
        give(state, {cmd::StartQuiz{QuizKind::points_away, seed}});
        std::vector<std::string> asked;
        for (int i = 0; i < 5; ++i) {
            REQUIRE(state.view.quiz);
            asked.push_back(state.view.quiz->item + "/" + std::to_string(state.view.quiz->right.front()));
            give(state, {cmd::AnswerQuiz{0}, cmd::NextQuestion{}});
        }
        return asked;
    };
    CHECK(run(11) == run(11));
    CHECK(run(11) != run(12));
}

TEST_CASE("every question of every kind has its right answer among choices that read differently, and a reason")
{
    for (const QuizKind kind : {QuizKind::name_it, QuizKind::loads, QuizKind::points_away}) {
        QuizState quiz;
        quiz.kind = kind;
        const std::size_t count = quiz_items(library(), kind).size();
        REQUIRE(count >= 5);
        for (std::size_t i = 0; i < count; ++i) {
            quiz.number = static_cast<int>(i);
            REQUIRE(next_question(quiz, library(), Progress{}, 0));
            INFO(quiz.key());
            REQUIRE(quiz.right.size() == 1);
            REQUIRE(static_cast<std::size_t>(quiz.right.front()) < quiz.choices.size());
            CHECK(quiz.choices.size() >= 2);
            CHECK(quiz.choices.size() <= 4);
            std::set<std::string> words;
            for (std::size_t c = 0; c < quiz.choices.size(); ++c) words.insert(choice_words(library(), quiz, c, false));
            CHECK(words.size() == quiz.choices.size());
            CHECK_FALSE(quiz_reason(library(), quiz, false).empty());
        }
    }
}

TEST_CASE("what points away is a finding that the condition's record lists against it")
{
    QuizState quiz;
    quiz.kind = QuizKind::points_away;
    for (quiz.number = 0; quiz.number < 10; ++quiz.number) {
        REQUIRE(next_question(quiz, library(), Progress{}, 0));
        const Condition* c = library().knowledge.find(ConditionId(quiz.item));
        REQUIRE(c);
        for (std::size_t i = 0; i < quiz.choices.size(); ++i) {
            const bool against = std::any_of(c->against.begin(), c->against.end(), [&](const AgainstFinding& f) { return f.id.text() == quiz.choices[i]; });
            CHECK(against == (static_cast<int>(i) == quiz.right.front()));
        }
    }
}

TEST_CASE("a right answer goes a box up and comes back later, a wrong one goes back to the first box")
{
    Progress progress;
    progress.note("name_it/bone.femur", true, 100);
    CHECK(progress.items["name_it/bone.femur"].box == 2);
    CHECK(progress.due(100) == 0);
    CHECK(progress.due(101) == 1);
    for (int i = 0; i < 9; ++i) progress.note("name_it/bone.femur", true, 100);
    CHECK(progress.items["name_it/bone.femur"].box == kLastBox);
    progress.note("name_it/bone.femur", false, 100);
    CHECK(progress.items["name_it/bone.femur"].box == 1);
    CHECK(progress.due(100) == 1);
    CHECK(progress.items["name_it/bone.femur"].wrong == 1);
}

TEST_CASE("what is due is asked before what is new, and what is not due comes last")
{
    Progress progress;
    const std::vector<std::string> items = quiz_items(library(), QuizKind::points_away);
    REQUIRE(items.size() > 3);
    progress.note("points_away/" + items[1], true, 100);    // due on day 101
    progress.note("points_away/" + items[2], false, 100);   // due at once
    QuizState quiz;
    quiz.kind = QuizKind::points_away;
    std::vector<std::string> asked;
    for (std::size_t i = 0; i < items.size(); ++i) {
        quiz.number = static_cast<int>(i);
        REQUIRE(next_question(quiz, library(), progress, 100));
        asked.push_back(quiz.item);
    }
    CHECK(asked.front() == items[2]);
    CHECK(asked.back() == items[1]);
}

TEST_CASE("progress is read as it was written, and a wrong file is refused with its place")
{
    Progress progress;
    progress.note("name_it/bone.femur", true, 20000);
    progress.note("order/depth:30", false, 20000);
    const Result<Progress> again = progress_from_json(to_json(progress), "learning.json");
    REQUIRE(again.ok());
    CHECK(*again == progress);
    const Result<Progress> wrong = progress_from_json(Json{{"version", 1}, {"items", {{"a", {{"box", 9}, {"due_day", 0}, {"right", 0}, {"wrong", 0}}}}}}, "learning.json");
    REQUIRE_FALSE(wrong.ok());
    CHECK(wrong.problems().front().file == "learning.json");
    CHECK_FALSE(progress_from_json(Json{{"version", 2}, {"items", Json::object()}}, "learning.json").ok());
}

TEST_CASE("an answer is noted once, and while a question is open a click on the leg does not select")
{
    AppState state = start();
    give(state, {cmd::StartQuiz{QuizKind::name_it, 3}});
    REQUIRE(state.view.quiz);
    give(state, {cmd::Select{StructureId("bone.femur")}});
    CHECK(state.view.selected.is_none());
    give(state, {cmd::AnswerQuiz{state.view.quiz->right.front()}});
    CHECK(state.view.quiz->is_right());
    CHECK(state.progress.items.size() == 1);
    give(state, {cmd::AnswerQuiz{0}});
    CHECK(state.progress.items.begin()->second.right + state.progress.items.begin()->second.wrong == 1);
}

TEST_CASE("find it is answered by a click on the structure")
{
    AppState state = start();
    give(state, {cmd::StartQuiz{QuizKind::find_it, 5}});
    REQUIRE(state.view.quiz);
    give(state, {cmd::Select{StructureId(state.view.quiz->item)}});
    CHECK(state.view.quiz->is_answered());
    CHECK(state.view.quiz->is_right());
}

TEST_CASE("what is to be named is lit, its neighbours are see-through, and it is seen from a side where no bone hides it")
{
    AppState state = start();
    give(state, {cmd::StartQuiz{QuizKind::name_it, 3}});
    REQUIRE(state.view.quiz);
    const Frame frame = build_frame(state, library());
    for (const DrawItem& item : frame.items) {
        const StructureId& id = library().model.meshes[item.mesh].id;
        const bool asked = id.text() == state.view.quiz->item;
        INFO(id.text());
        if (asked) CHECK_FALSE(item.xray);
        else if (id.kind() == "muscle") CHECK(item.xray);
    }
    // The kneecap lies in front of the femur of this little leg: from behind it would be hidden, from its own side it is not.
    const float from_front = clearest_yaw(library(), StructureId("bone.patella"), 0);
    CHECK(std::abs(from_front) < 0.01f);
    CHECK(clearest_yaw(library(), StructureId("no.such_structure"), 1.0f) == 1.0f);

    Library behind = library();
    behind.model.meshes = {small::tetrahedron("nerve.tibial", {0, 0, -0.04f}, Body::femur), small::tetrahedron("bone.femur", {0, 0, 0}, Body::femur)};
    for (glm::vec3& p : behind.model.meshes[1].position_m) p *= glm::vec3(3, 3, 0.5f);
    const float clear = clearest_yaw(behind, StructureId("nerve.tibial"), 0);
    CHECK(std::cos(clear) < 0.9f);  // not from in front, where the bone hides it
}
