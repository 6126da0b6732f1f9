#include "session/apply.hpp"

#include "session/scene_camera.hpp"
#include "session/scene_math.hpp"

namespace genu {

namespace {

Pose pose_of(const std::map<std::string, double>& deg_by_name, const Library& library)
{
    const Result<Pose> pose = pose_from_names(deg_by_name, "");
    return pose ? library.skeleton.clamped(*pose) : Pose{};
}

void answer(Apply& apply, std::set<FindingId>& into, std::set<FindingId>& out_of, const FindingId& id, bool on)
{
    if (!apply.library.knowledge.find(id)) {
        apply.state.message = apply.library.texts("error.unknown_finding") + " \"" + id.text() + "\"";
        return;
    }
    // Said by hand, it is no longer only what the painted spot suggested.
    apply.view.placed.erase(id);
    apply.view.skipped.erase(id);
    if (on) {
        into.insert(id);
        out_of.erase(id);
    } else {
        into.erase(id);
    }
    // Answers are about the reader, a scene is about a condition: the picture shows one of them at a time.
    apply.view.condition = apply.view.compare_with = ConditionId::none();
    apply.view.pathology.clear();
    apply.assess_again();
}

}  // namespace

void Apply::assess_again()
{
    state.assessment = assess(library.knowledge, view.answers);
    if (state.assessment.most_urgent() != Urgency::emergency_now) view.danger_read = false;
    if (!state.assessment.hides_exercises) return;
    // A fired emergency or same-day rule takes the exercises away, also the one that is playing.
    view.exercise = ExerciseId::none();
    view.action = StructureId::none();
    view.tension = {};
    state.playback.playing = false;
}

void Apply::operator()(const cmd::ChooseCondition& c)
{
    const Condition* condition = library.knowledge.find(c.id);
    if (!condition && !c.id.is_none()) {
        state.message = library.texts("error.unknown_condition") + " \"" + c.id.text() + "\"";
        return;
    }
    leave_quiz();
    show_everything();
    view.condition = c.id;
    view.exercise = ExerciseId::none();
    view.action = StructureId::none();
    view.strain = false;
    view.selected = StructureId::none();
    state.playback = {};
    if (!condition) return;
    view.pose = pose_of(condition->pose_deg, library);
    for (const PathologyScene& scene : library.pathology.scenes) if (scene.condition == c.id) view.pathology[scene.shape] = scene.size;
    fly_to(condition_camera(state, library, *condition, state.picture_aspect));
}

void Apply::operator()(const cmd::CompareWith& c)
{
    if (!library.knowledge.find(c.id) && !c.id.is_none()) {
        state.message = library.texts("error.unknown_condition") + " \"" + c.id.text() + "\"";
        return;
    }
    const Condition* condition = library.knowledge.find(view.condition);
    if (!condition && !c.id.is_none()) return (*this)(cmd::ChooseCondition{c.id});
    const bool was_comparing = !view.compare_with.is_none();
    view.compare_with = c.id == view.condition ? ConditionId::none() : c.id;
    if (view.compare_with.is_none() == !was_comparing || !condition) return;
    // The picture is half as wide from now on, or whole again.
    const double aspect = state.picture_aspect * (was_comparing ? 2 : 0.5);
    fly_to(condition_camera(state, library, *condition, aspect));
}

void Apply::operator()(const cmd::Tick& c) { answer(*this, view.answers.ticked, view.answers.denied, c.id, c.on); }
void Apply::operator()(const cmd::Deny& c) { answer(*this, view.answers.denied, view.answers.ticked, c.id, c.on); }
void Apply::operator()(const cmd::ClearAnswers&)
{
    view.answers = {};
    view.skipped.clear();
    view.placed.clear();
    view.spots.clear();
    state.beneath.clear();
    assess_again();
}
void Apply::operator()(const cmd::DangerRead& c) { view.danger_read = c.read; }

}  // namespace genu
