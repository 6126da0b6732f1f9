#include <algorithm>
#include <cmath>

#include "session/update.hpp"
#include "ui/length_strip.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr const char* kKinds[] = {"stretch", "nerve", "mobility", "strength", "test"};

void exercise_row(PanelContext& ui, const Exercise& exercise)
{
    RowStyle style;
    style.icon = exercise.keyframes.empty() ? icon::kInfo : icon::kPlay;
    style.selected = ui.state.view.exercise == exercise.id;
    std::vector<std::string> notes;
    if (!exercise.posture.empty()) notes.push_back(ui.word("motion.posture.", exercise.posture));
    if (!exercise.bias.empty()) notes.push_back(ui.word("motion.bias.", exercise.bias));
    if (exercise.keyframes.empty()) notes.push_back(ui.word("exercises.card_only"));
    if (exercise.clinician_only) notes.push_back(ui.word("exercises.clinician"));
    style.note = joined(notes, " · ");
    if (row(ui, exercise.id.text().c_str(), exercise.name, style)) ui.emit(cmd::ChooseExercise{style.selected ? ExerciseId{} : exercise.id});
}

void about(PanelContext& ui, const Exercise& exercise)
{
    const Card card(ui, 12);
    text(ui, exercise.text.in(ui.clinical()));
    gap(ui, space::kInControl);
    const auto part = [&](const char* key, const std::string& words) {
        if (words.empty()) return;
        text(ui, ui.word(key), Type::label, Ink::quiet);
        text(ui, words, Type::label);
        gap(ui, space::kHalf);
    };
    if (!ui.state.assessment.exercises_without_dose) part("motion.dose", exercise.dose);
    else bullet(ui, ui.word("explore.no_dose"), icon::kWarning, Ink::accent, Type::label);
    part("motion.self_check", exercise.self_check);
    part("motion.contraindications", joined(exercise.contraindications, "; "));
    draw_evidence(ui, exercise.evidence);
    gap(ui, space::kHalf);
    draw_review_note(ui, exercise.review);
    if (fold(ui, "about_sources", ui.word("card.tab.sources"), std::to_string(exercise.sources.size()))) draw_sources(ui, exercise.sources);
}

void exercises(PanelContext& ui)
{
    if (ui.state.assessment.hides_exercises) return bullet(ui, ui.word("exercises.not_now"), icon::kWarning, Ink::accent);
    if (ui.library.knowledge.exercises.empty()) return text(ui, ui.word("motion.nothing"), Type::body, Ink::quiet);
    for (const char* kind : kKinds) {
        bool first = true;
        for (const Exercise& exercise : ui.library.knowledge.exercises) {
            if (exercise.kind != kind) continue;
            if (first) gap(ui, space::kInControl);
            if (first) text(ui, ui.word("kind.", kind), Type::label, Ink::quiet);
            first = false;
            exercise_row(ui, exercise);
            if (ui.state.view.exercise == exercise.id) about(ui, exercise);
        }
    }
}

void joints(PanelContext& ui)
{
    if (!ui.state.view.exercise.is_none()) text(ui, ui.word("motion.take_over_note"), Type::label, Ink::quiet);
    const Pose pose = current_pose(ui.state, ui.library);
    for (int i = 0; i < kJointAxisCount; ++i) {
        const auto axis = static_cast<JointAxis>(i);
        const JointRange& range = ui.library.skeleton.range(axis);
        double deg = pose[axis];
        gap(ui, space::kInControl);
        const SliderEdit edit = slider(ui, name_of(axis), joint_words(ui, name_of(axis)), figure(deg) + "°", deg, range.low_deg, range.high_deg);
        if (edit.began) ui.emit(cmd::BeginGesture{std::string("pose.") + name_of(axis)});
        if (edit.changed) ui.emit(cmd::SetPose{name_of(axis), std::round(deg)});
        if (edit.ended) ui.emit(cmd::EndGesture{});
    }
    gap(ui, 12);
    if (button(ui, "reset", ui.word("motion.reset"), {.icon = icon::kReset, .hint = ui.word("motion.reset_hint")})) ui.emit(cmd::ResetPose{});
}

}  // namespace

void draw_motion_panel(PanelContext& ui, const RectPt& rect)
{
    if (!begin_region(ui, "motion", rect, ui.colours.panel, false)) return;
    begin_panel_body(ui, ui.word("motion.title"), ui.word("motion.intro"));
    if (toggle(ui, "strain", ui.word("motion.strain"), ui.state.view.strain, ui.word("motion.strain_hint"))) ui.emit(cmd::SetStrain{!ui.state.view.strain});
    gap(ui, space::kInControl);
    int chosen = ui.memory.motion_shows_joints ? 1 : 0;
    if (segmented(ui, "part", {ui.word("motion.exercises"), ui.word("motion.joints")}, chosen)) ui.memory.motion_shows_joints = chosen == 1;
    gap(ui, space::kInControl);
    const bool in_timeline = !ui.state.view.exercise.is_none() && ui.memory.strip_in_timeline;
    if (!in_timeline && fold(ui, "lengthens", ui.word("timeline.lengthens"))) draw_length_strip(ui, 1);
    if (!ui.memory.motion_shows_joints) {
        exercises(ui);
    } else {
        joints(ui);
    }
    end_panel_body(ui);
    end_region(ui);
}

}  // namespace genu
