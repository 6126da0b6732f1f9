#include <algorithm>
#include <cmath>

#include "session/update.hpp"
#include "ui/length_strip.hpp"
#include "ui/motion_parts.hpp"
#include "ui/panels.hpp"
#include "ui/pathology_card.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr const char* kExerciseKinds[] = {"stretch", "nerve", "mobility", "strength", "test"};

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
    for (const TensionTest& test : ui.library.tension.tests) {
        if (test.exercise != exercise.id) continue;
        if (button(ui, test.id.c_str(), ui.word("tension.open"), {.icon = icon::kNerve, .hint = ui.word("tension.note")})) ui.emit(cmd::MuscleOrNerve{test.id, {}});
        gap(ui, space::kInControl);
    }
    draw_evidence(ui, exercise.evidence);
    gap(ui, space::kHalf);
    draw_review_note(ui, exercise.review);
    if (fold(ui, "about_sources", ui.word("card.tab.sources"), std::to_string(exercise.sources.size()))) draw_sources(ui, exercise.sources);
}

void exercises(PanelContext& ui)
{
    if (ui.state.assessment.hides_exercises) return bullet(ui, ui.word("exercises.not_now"), icon::kWarning, Ink::accent);
    if (ui.library.knowledge.exercises.empty()) return text(ui, ui.word("motion.nothing"), Type::body, Ink::quiet);
    for (const char* kind : kExerciseKinds) {
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

}  // namespace

void draw_motion_panel(PanelContext& ui, const RectPt& rect)
{
    if (!begin_region(ui, "motion", rect, ui.colours.panel, false)) return;
    begin_panel_body(ui, ui.word("motion.title"), ui.word("motion.intro"));
    if (toggle(ui, "strain", ui.word("motion.strain"), ui.state.view.strain, ui.word("motion.strain_hint"))) ui.emit(cmd::SetStrain{!ui.state.view.strain});
    gap(ui, space::kInControl);
    draw_tension_card(ui);
    if (ui.state.view.condition.is_none()) draw_pathology_card(ui);
    gap(ui, space::kInControl);
    segmented(ui, "part", {ui.word("motion.exercises"), ui.word("motion.joints"), ui.word("motion.plot")}, ui.memory.motion_part);
    gap(ui, space::kInControl);
    const bool tension = ui.state.view.tension.is_on();
    const bool in_timeline = !ui.state.view.exercise.is_none() && ui.memory.strip_in_timeline;
    if (!tension && !in_timeline && fold(ui, "lengthens", ui.word("timeline.lengthens"))) draw_length_strip(ui, 1);
    if (ui.memory.motion_part == 0) exercises(ui);
    else if (ui.memory.motion_part == 1) draw_joints(ui);
    else draw_plot(ui);
    end_panel_body(ui);
    end_region(ui);
}

}  // namespace genu
