#include "session/apply.hpp"

#include <algorithm>
#include <cmath>

#include "session/clear_side.hpp"
#include "session/follow.hpp"
#include "session/muscle_action.hpp"
#include "session/quiz.hpp"
#include "session/scene_math.hpp"
#include "session/trace.hpp"

namespace genu {

namespace {

constexpr float kAxisForwardM = 0.02f;   // the middle of the leg lies this far in front of the condyles' centres
constexpr float kNearestM = 0.45f, kFarthestM = 3;

std::vector<StructureId> all_of(const Trace& trace)
{
    std::vector<StructureId> ids = trace.course;
    ids.insert(ids.end(), trace.supplied.begin(), trace.supplied.end());
    ids.insert(ids.end(), trace.origin.begin(), trace.origin.end());
    return ids;
}

/// Holds all of these, seen from the side on which `main` lies; from behind when it lies in the middle.
Camera camera_for(const Apply& apply, const StructureId& main, const std::vector<StructureId>& ids, float air)
{
    const auto joints = joint_matrices(apply.library, apply.view.pose, root_motion(apply.state, apply.library, apply.view.pose));
    std::vector<StructureId> shown;
    for (const StructureId& id : ids) if (apply.library.has_shape(id)) shown.push_back(id);
    const bool left = apply.view.left_side;
    const Bounds bounds = shown.empty() ? Bounds{} : shown_bounds(posed_bounds(apply.library, joints, shown), left);
    Camera camera = current_camera(apply.state);
    if (bounds.empty()) return camera;
    const Bounds own = apply.library.has_shape(main) ? shown_bounds(posed_bounds(apply.library, joints, {main}), left) : bounds;
    const glm::vec3 middle = own.centre();
    const glm::vec2 out(middle.x, middle.z - kAxisForwardM);
    camera.yaw_rad = glm::length(out) > 0.012f ? std::atan2(out.x, out.y) : 3.14159265f;
    camera.pitch_rad = 0.05f;
    camera = fitted(camera, bounds, static_cast<float>(apply.state.picture_aspect));
    camera.distance_m = std::clamp(camera.distance_m * air, kNearestM, kFarthestM);
    return camera;
}

/// Peels the leg as far as needed to see what is asked about, and aims there.
void show_question(Apply& apply)
{
    QuizState& quiz = *apply.view.quiz;
    apply.show_everything();
    ViewState& view = apply.view;
    view.exercise = ExerciseId::none();
    view.action = view.selected = StructureId::none();
    view.strain = view.labels = false;
    view.pose = {};
    std::vector<StructureId> ids;
    if (quiz.kind == QuizKind::find_it) for (const std::string& id : quiz.choices) ids.emplace_back(id);
    else ids = quiz_structures(apply.library, quiz);
    // So deep that all of them can be seen; what lies further out is taken off.
    int layer = 3;
    for (const StructureId& id : ids) if (const Structure* s = apply.library.catalogue.find(id)) layer = std::max(layer, s->layer);
    view.layer = quiz.kind == QuizKind::order ? 3 : layer;
    if (quiz.kind == QuizKind::order) {
        if (const StandardView* fossa = apply.library.view("popliteal")) apply.fly_to(standard_camera(apply.state, apply.library, *fossa, apply.state.picture_aspect, Keep::in_sight));
    } else {
        Camera camera = camera_for(apply, StructureId(quiz.item), ids, quiz.kind == QuizKind::find_it ? 1.1f : 1.5f);
        if (quiz.kind == QuizKind::name_it) {
            const float mirror = view.left_side ? -1.0f : 1.0f;
            camera.yaw_rad = mirror * clearest_yaw(apply.library, StructureId(quiz.item), mirror * camera.yaw_rad);
        }
        apply.fly_to(camera);
    }
}

bool ask(Apply& apply)
{
    QuizState& quiz = *apply.view.quiz;
    if (next_question(quiz, apply.library, apply.state.progress, apply.state.today)) {
        show_question(apply);
        return true;
    }
    apply.state.message = apply.library.texts("quiz.nothing");
    apply.view.quiz.reset();
    return false;
}

}  // namespace

void Apply::operator()(const cmd::TraceStructure& c)
{
    if (!known(c.id)) return;
    if (c.id.is_none() || c.id == view.traced) {
        view.traced = StructureId::none();
        return;
    }
    const Trace trace = trace_of(library, c.id);
    if (trace.course.empty() && trace.supplied.empty()) {
        state.message = library.texts("learn.no_trace");
        return;
    }
    leave_quiz();
    show_everything();
    view.strain = false;
    view.traced = view.selected = c.id;
    fly_to(camera_for(*this, c.id, all_of(trace), 1.0f));
}

void Apply::operator()(const cmd::PlayAction& c)
{
    if (!known(c.id)) return;
    if (!c.id.is_none() && muscle_action(library, c.id).empty()) {
        state.message = library.texts("learn.no_action");
        return;
    }
    view.tension = {};
    view.action = c.id;
    view.exercise = ExerciseId::none();
    state.playback = {0, 1, !c.id.is_none()};
    if (c.id.is_none()) return;
    view.pose = {};
    // Bending is seen from the side.
    const StandardView* side = library.view("lateral");
    if (side) fly_to(standard_camera(state, library, *side, state.picture_aspect, Keep::in_sight));
}

void Apply::operator()(const cmd::ShowMyth& c)
{
    const Myth* myth = library.knowledge.find(c.id);
    if (!myth && !c.id.is_none()) {
        state.message = library.texts("error.unknown_myth") + " \"" + c.id.text() + "\"";
        return;
    }
    leave_quiz();
    show_everything();
    view.myth = c.id;
    view.selected = StructureId::none();
    view.exercise = ExerciseId::none();
    view.action = StructureId::none();
    view.strain = false;
    if (!myth) return;
    const Result<Pose> pose = pose_from_names(myth->pose_deg, "");
    view.pose = pose ? library.skeleton.clamped(*pose) : Pose{};
    if (const StandardView* standard = library.view(myth->view)) fly_to(standard_camera(state, library, *standard, state.picture_aspect, Keep::in_sight));
}

void Apply::operator()(const cmd::StartQuiz& c)
{
    view.quiz = QuizState{};
    view.quiz->kind = c.kind;
    view.quiz->seed = c.seed;
    view.tour = TourId::none();
    ask(*this);
}

void Apply::operator()(const cmd::AnswerQuiz& c)
{
    if (!question_is_open(state)) return;
    QuizState& quiz = *view.quiz;
    if (c.choice >= static_cast<int>(quiz.choices.size()) || std::find(quiz.given.begin(), quiz.given.end(), c.choice) != quiz.given.end()) return;
    quiz.given.push_back(c.choice);
    if (!quiz.is_answered()) return;
    quiz.answered_count += 1;
    quiz.right_count += quiz.is_right() ? 1 : 0;
    state.progress.note(quiz.key(), quiz.is_right(), state.today);
}

void Apply::operator()(const cmd::NextQuestion&)
{
    if (!view.quiz) return;
    view.quiz->number += 1;
    ask(*this);
}

void Apply::operator()(const cmd::LeaveQuiz&) { leave_quiz(); }
void Apply::leave_quiz() { view.quiz.reset(); }

}  // namespace genu
