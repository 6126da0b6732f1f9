#include "session/update.hpp"

#include <algorithm>
#include <cmath>

#include "base/suggest.hpp"
#include "session/scene_math.hpp"

namespace genu {

namespace {

constexpr std::size_t kMostUndoSteps = 200;

void fly_to(AppState& state, const Camera& to)
{
    const Camera from = current_camera(state);
    state.view.camera = to;
    if (state.settings.reduced_motion || from == to) state.flight.reset();
    else state.flight = Flight{from, to, 0};
}

void move_camera(AppState& state, const Camera& to)
{
    state.flight.reset();
    state.view.camera = to;
}

void toggle(std::set<StructureId>& set, const std::vector<StructureId>& ids)
{
    const bool all_in = std::all_of(ids.begin(), ids.end(), [&](const StructureId& id) { return set.contains(id); });
    for (const StructureId& id : ids) {
        if (all_in) set.erase(id);
        else set.insert(id);
    }
}

bool known(AppState& state, const Library& library, const StructureId& id)
{
    if (id.is_none() || library.catalogue.find(id) || library.model.find(id)) return true;
    const std::string hint = did_you_mean(id.text(), library.catalogue.ids());
    state.message = library.texts("error.unknown_structure") + " \"" + id.text() + "\"" + (hint.empty() ? "" : " – " + hint);
    return false;
}

bool known(AppState& state, const Library& library, const std::vector<StructureId>& ids)
{
    return std::all_of(ids.begin(), ids.end(), [&](const StructureId& id) { return known(state, library, id); });
}

void show_everything(ViewState& view)
{
    view.hidden.clear();
    view.faded.clear();
    view.isolated.clear();
    view.condition = ConditionId::none();
    view.section = Section::none;
    view.xray = false;
}

void assess_again(AppState& state, const Library& library)
{
    state.assessment = assess(library.knowledge, state.view.answers);
    if (state.assessment.most_urgent() != Urgency::emergency_now) state.view.danger_read = false;
    if (!state.assessment.hides_exercises) return;
    // A fired emergency or same-day rule takes the exercises away, also the one that is playing.
    state.view.exercise = ExerciseId::none();
    state.playback.playing = false;
}

Pose pose_of(const std::map<std::string, double>& deg_by_name, const Library& library)
{
    const Result<Pose> pose = pose_from_names(deg_by_name, "");
    return pose ? library.skeleton.clamped(*pose) : Pose{};
}

// Aims at the whole course of an exercise, so that nothing leaves the picture while it plays.
Camera exercise_camera(const AppState& state, const Library& library, const Exercise& exercise)
{
    Bounds bounds;
    for (const Keyframe& k : exercise.keyframes) {
        const Pose pose = exercise_pose(exercise, k.t_s);
        bounds.add(posed_bounds(library, joint_matrices(library, pose, root_motion(state, library, pose)), {}));
    }
    Camera camera = state.view.camera;
    camera.yaw_rad = static_cast<float>(-100 * 3.14159265358979323846 / 180);  // the outer side, a little from behind
    camera.pitch_rad = 0.08f;
    Camera fit = fitted(camera, bounds, static_cast<float>(state.picture_aspect));
    fit.distance_m *= 0.9f;  // the sphere round the leg is wider than the leg
    return fit;
}

struct Apply {
    AppState& state;
    const Library& library;
    ViewState& view = state.view;

    void operator()(const cmd::Select& c) { if (known(state, library, c.id)) view.selected = c.id; }
    void operator()(const cmd::Hover& c) { state.hovered = c.id; }
    void operator()(const cmd::Isolate& c)
    {
        if (!known(state, library, c.ids)) return;
        const std::set<StructureId> ids(c.ids.begin(), c.ids.end());
        view.isolated = view.isolated == ids ? std::set<StructureId>{} : ids;
    }
    void operator()(const cmd::Hide& c) { if (known(state, library, c.ids)) toggle(view.hidden, c.ids); }
    void operator()(const cmd::Fade& c) { if (known(state, library, c.ids)) toggle(view.faded, c.ids); }
    void operator()(const cmd::ShowAll&) { show_everything(view); }
    void operator()(const cmd::SetLayer& c) { view.layer = std::clamp(c.layer, 0, kLayerCount - 1); }
    void operator()(const cmd::SetXray& c) { view.xray = c.on; }
    void operator()(const cmd::SetStrain& c) { view.strain = c.on; }
    void operator()(const cmd::SetLabels& c) { view.labels = c.on; }
    void operator()(const cmd::SetSection& c) { view.section = c.axis; view.section_mm = c.mm; }
    void operator()(const cmd::SetSide& c) { view.left_side = c.left; }
    void operator()(const cmd::SetView& c)
    {
        if (const StandardView* standard = library.view(c.name)) return fly_to(state, view_camera(*standard, state.picture_aspect, view.section == Section::y));
        state.message = library.texts("error.unknown_view") + " \"" + c.name + "\" – " + did_you_mean(c.name, library.view_names());
    }
    void operator()(const cmd::FitSelected&)
    {
        if (view.selected.is_none()) return;
        const Pose pose = current_pose(state, library);
        const auto joints = joint_matrices(library, pose, root_motion(state, library, pose));
        const Bounds bounds = posed_bounds(library, joints, {view.selected});
        if (!bounds.empty()) fly_to(state, fitted(view.camera, bounds, static_cast<float>(state.picture_aspect)));
    }
    void operator()(const cmd::Orbit& c) { move_camera(state, orbited(current_camera(state), static_cast<float>(c.yaw_rad), static_cast<float>(c.pitch_rad))); }
    void operator()(const cmd::Pan& c) { move_camera(state, panned(current_camera(state), c.shift)); }
    void operator()(const cmd::Zoom& c)
    {
        if (!(c.factor > 0)) return;
        move_camera(state, zoomed(current_camera(state), static_cast<float>(c.factor), c.cursor_ndc, static_cast<float>(state.picture_aspect)));
    }
    void operator()(const cmd::BeginGesture&) {}
    void operator()(const cmd::EndGesture&) {}
    void operator()(const cmd::ChooseCondition& c)
    {
        const Condition* condition = library.knowledge.find(c.id);
        if (!condition && !c.id.is_none()) {
            state.message = library.texts("error.unknown_condition") + " \"" + c.id.text() + "\"";
            return;
        }
        show_everything(view);
        view.condition = c.id;
        view.exercise = ExerciseId::none();
        view.strain = false;
        view.selected = StructureId::none();
        state.playback = {};
        if (!condition) return;
        view.pose = pose_of(condition->pose_deg, library);
        if (const StandardView* standard = library.view(condition->view)) fly_to(state, view_camera(*standard, state.picture_aspect));
    }
    void operator()(const cmd::Tick& c) { answer(view.answers.ticked, view.answers.denied, c.id, c.on); }
    void operator()(const cmd::Deny& c) { answer(view.answers.denied, view.answers.ticked, c.id, c.on); }
    void operator()(const cmd::ClearAnswers&) { view.answers = {}; assess_again(state, library); }
    void operator()(const cmd::DangerRead& c) { view.danger_read = c.read; }
    void operator()(const cmd::SetPose& c)
    {
        const auto axis = joint_axis_from_name(c.joint);
        if (!axis) {
            state.message = library.texts("error.unknown_joint") + " \"" + c.joint + "\" – " + did_you_mean(c.joint, joint_axis_names());
            return;
        }
        // Taking hold of a joint while an exercise plays goes on from the pose that is shown.
        if (!view.exercise.is_none()) view.pose = current_pose(state, library);
        view.exercise = ExerciseId::none();
        state.playback.playing = false;
        view.pose[*axis] = c.deg;
        view.pose = library.skeleton.clamped(view.pose);
    }
    void operator()(const cmd::ResetPose&) { view.pose = {}; view.exercise = ExerciseId::none(); state.playback = {}; }
    void operator()(const cmd::ChooseExercise& c)
    {
        const Exercise* exercise = library.knowledge.find(c.id);
        if (!exercise && !c.id.is_none()) {
            state.message = library.texts("error.unknown_exercise") + " \"" + c.id.text() + "\"";
            return;
        }
        if (exercise && state.assessment.hides_exercises) {
            state.message = library.texts("error.exercises_hidden");
            return;
        }
        view.exercise = c.id;
        state.playback = {0, 1, exercise && !exercise->keyframes.empty()};
        if (!exercise || exercise->keyframes.empty()) return;
        view.strain = true;
        fly_to(state, exercise_camera(state, library, *exercise));
    }
    void operator()(const cmd::SetPlaying& c)
    {
        state.playback.playing = c.on && !view.exercise.is_none();
        const Exercise* exercise = library.knowledge.find(view.exercise);
        if (exercise && state.playback.t_s >= exercise->duration_s()) state.playback.t_s = 0;
    }
    void operator()(const cmd::Scrub& c)
    {
        const Exercise* exercise = library.knowledge.find(view.exercise);
        state.playback.t_s = exercise ? std::clamp(c.t_s, 0.0, exercise->duration_s()) : 0;
    }
    void operator()(const cmd::SetSpeed& c) { state.playback.speed = std::clamp(c.factor, 0.1, 4.0); }
    void operator()(const cmd::StartTour& c)
    {
        const Tour* tour = library.knowledge.find(c.id);
        view.tour = tour ? c.id : TourId::none();
        view.tour_step = 0;
        if (!tour) return;
        show_everything(view);
        view.pose = {};
        (*this)(cmd::TourStep{0});
    }
    void operator()(const cmd::TourStep& c);
    void operator()(const cmd::SetPanel& c) { state.panel = c.panel; state.panel_open = c.open; }
    void operator()(const cmd::SetSearch& c) { state.search = c.text; }
    void operator()(const cmd::SetRegister& c) { state.settings.clinical_register = c.clinical; }
    void operator()(const cmd::SetLatin& c) { state.settings.latin = c.on; }
    void operator()(const cmd::SetTheme& c) { state.settings.light_theme = c.light; }
    void operator()(const cmd::SetScale& c) { state.settings.ui_scale = std::clamp(c.factor, 0.75, 2.5); }
    void operator()(const cmd::SetReducedMotion& c) { state.settings.reduced_motion = c.on; }
    void operator()(const cmd::SetLanguage& c)
    {
        const auto& known = library.languages;
        if (std::find(known.begin(), known.end(), c.language) != known.end()) state.settings.language = c.language;
        else state.message = library.texts("error.unknown_language") + " \"" + c.language + "\"";
    }
    void operator()(const cmd::Say& c) { state.message = c.message; }
    void operator()(const cmd::Undo&) { step(state.undo, state.redo); }
    void operator()(const cmd::Redo&) { step(state.redo, state.undo); }
    void operator()(const cmd::Quit&) { state.quit = true; }

    void answer(std::set<FindingId>& into, std::set<FindingId>& out_of, const FindingId& id, bool on)
    {
        if (!library.knowledge.find(id)) {
            state.message = library.texts("error.unknown_finding") + " \"" + id.text() + "\"";
            return;
        }
        if (on) {
            into.insert(id);
            out_of.erase(id);
        } else {
            into.erase(id);
        }
        // Answers are about the reader, a scene is about a condition: the picture shows one of them at a time.
        view.condition = ConditionId::none();
        assess_again(state, library);
    }

    void step(std::vector<ViewState>& from, std::vector<ViewState>& to)
    {
        if (from.empty()) return;
        to.push_back(view);
        const Camera camera = current_camera(state);
        view = from.back();
        from.pop_back();
        const Camera target = view.camera;
        view.camera = camera;
        fly_to(state, target);
        assess_again(state, library);
        if (view.exercise.is_none()) state.playback = {};
    }
};

template <class T, class... Others>
constexpr bool is_one_of = (std::is_same_v<T, Others> || ...);

// Commands that change what undo brings back.
bool is_undoable(const Command& command)
{
    return std::visit([](const auto& c) {
        using T = std::decay_t<decltype(c)>;
        return !is_one_of<T, cmd::Hover, cmd::BeginGesture, cmd::EndGesture, cmd::SetPlaying, cmd::Scrub, cmd::SetSpeed, cmd::SetPanel,
                          cmd::SetSearch, cmd::SetRegister, cmd::SetLatin, cmd::SetTheme, cmd::SetScale, cmd::SetReducedMotion, cmd::SetLanguage, cmd::Say,
                          cmd::Undo, cmd::Redo, cmd::Quit>;
    }, command);
}

void remember(AppState& state, const ViewState& before)
{
    if (before == state.view) return;
    state.undo.push_back(before);
    if (state.undo.size() > kMostUndoSteps) state.undo.erase(state.undo.begin());
    state.redo.clear();
}

void apply(AppState& state, const Library& library, const Command& command)
{
    if (const auto* begin = std::get_if<cmd::BeginGesture>(&command)) {
        state.gesture = begin->name;
        state.gesture_start = state.view;
        return;
    }
    if (std::holds_alternative<cmd::EndGesture>(command)) {
        if (state.gesture_start) remember(state, *state.gesture_start);
        state.gesture_start.reset();
        state.gesture.clear();
        return;
    }
    const ViewState before = state.view;
    std::visit(Apply{state, library}, command);
    if (is_undoable(command) && !state.gesture_start) remember(state, before);
}

// A step is shown by replaying the tour up to it, so that going back shows the same picture as going forward.
void Apply::operator()(const cmd::TourStep& c)
{
    const Tour* tour = library.knowledge.find(view.tour);
    if (!tour || tour->steps.empty()) return;
    const int last = static_cast<int>(tour->steps.size()) - 1;
    view.tour_step = std::clamp(c.step, 0, last);
    const TourId id = view.tour;
    const int step_number = view.tour_step;
    show_everything(view);
    view.exercise = ExerciseId::none();
    view.pose = {};
    view.layer = initial_state(library).view.layer;
    view.selected = StructureId::none();
    view.strain = view.labels = false;
    for (int i = 0; i <= step_number; ++i) {
        const Result<Commands> commands = commands_from_json(tour->steps[static_cast<std::size_t>(i)].commands, id.text());
        if (!commands) {
            state.message = to_text(commands.problems());
            continue;
        }
        for (const Command& command : *commands) {
            const bool nested = std::holds_alternative<cmd::StartTour>(command) || std::holds_alternative<cmd::TourStep>(command);
            if (!nested) std::visit(*this, command);
        }
    }
    view.tour = id;
    view.tour_step = step_number;
}

void pass_time(AppState& state, const Library& library, double dt_s)
{
    if (state.flight) {
        state.flight->t_s += dt_s;
        if (state.flight->t_s >= kFlightSeconds) state.flight.reset();
    }
    if (!state.playback.playing) return;
    const Exercise* exercise = library.knowledge.find(state.view.exercise);
    if (!exercise || exercise->duration_s() <= 0) {
        state.playback.playing = false;
        return;
    }
    state.playback.t_s = std::fmod(state.playback.t_s + dt_s * state.playback.speed, exercise->duration_s());
}

}  // namespace

AppState initial_state(const Library& library)
{
    AppState state;
    state.view.layer = 3;
    state.settings.language = library.texts.language();
    if (const StandardView* view = library.view("posterior")) state.view.camera = view_camera(*view, state.picture_aspect);
    return state;
}

void update(AppState& state, const Library& library, const Commands& commands, double dt_s)
{
    for (const Command& command : commands) apply(state, library, command);
    pass_time(state, library, dt_s);
}

bool is_moving(const AppState& state) { return state.flight.has_value() || state.playback.playing; }

Pose current_pose(const AppState& state, const Library& library)
{
    const Exercise* exercise = state.view.exercise.is_none() ? nullptr : library.knowledge.find(state.view.exercise);
    if (!exercise || exercise->keyframes.empty()) return state.view.pose;
    return library.skeleton.clamped(exercise_pose(*exercise, state.playback.t_s));
}

}  // namespace genu
