#include <algorithm>

#include "session/apply.hpp"
#include "session/tension.hpp"

namespace genu {

void Apply::operator()(const cmd::MuscleOrNerve& c)
{
    if (c.test.empty()) {
        if (!view.tension.is_on()) return;
        const ViewState before = view;
        view.tension = {};
        view.pose = {};
        keep_in_picture(before);
        view.strain = false;
        return;
    }
    const TensionTest* test = library.tension.find(c.test);
    const TensionMove* move = !test ? nullptr : c.move.empty() ? &test->moves.front() : test->find(c.move);
    if (!move) {
        state.message = library.texts("error.unknown_tension") + " \"" + c.test + " " + c.move + "\"";
        return;
    }
    if (state.assessment.hides_exercises) {
        state.message = library.texts("error.exercises_hidden");
        return;
    }
    const bool same_test = view.tension.test == test->id, same_move = same_test && view.tension.move == move->id;
    if (!same_test) {
        show_everything();
        view.exercise = ExerciseId::none();
        view.action = StructureId::none();
        view.selected = StructureId::none();
        state.playback = {};
        view.strain = true;
    }
    if (!same_test || same_move) view.pose = library.skeleton.clamped(test->start);
    view.tension = {test->id, move->id, view.pose};
    if (!same_test) fly_to(tension_camera(state, library, *test));
}

void Apply::operator()(const cmd::SetPathology& c)
{
    const PathologyShape* shape = library.pathology.find(c.id);
    if (!shape) {
        state.message = library.texts("error.no_pathology") + " \"" + c.id.text() + "\"";
        return;
    }
    if (c.size > 0) view.pathology[c.id] = std::clamp(c.size, shape->low, shape->high);
    else view.pathology.erase(c.id);
}

}  // namespace genu
