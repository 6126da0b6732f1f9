#include "session/apply.hpp"

#include <algorithm>

#include "session/update.hpp"

namespace genu {

void Apply::operator()(const cmd::StartTour& c)
{
    const Tour* tour = library.knowledge.find(c.id);
    view.tour = tour ? c.id : TourId::none();
    view.tour_step = 0;
    if (!tour) return;
    leave_quiz();
    show_everything();
    view.pose = {};
    (*this)(cmd::TourStep{0});
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
    show_everything();
    view.exercise = ExerciseId::none();
    view.action = StructureId::none();
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

}  // namespace genu
