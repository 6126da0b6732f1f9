#include "session/apply.hpp"

#include <algorithm>

#include "session/scene_math.hpp"
#include "session/update.hpp"

namespace genu {

namespace {

/// The card with the step's words lies over the lower part of the picture: what is shown stands above it.
Camera above_card(const Camera& camera, double aspect)
{
    constexpr float kSmaller = 1.2f, kHigher = 0.1f;  // of the picture's height
    return panned(zoomed(camera, kSmaller, {0, 0}, static_cast<float>(aspect)), {0, kHigher});
}

}  // namespace

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
    const Camera from = current_camera(state);
    for (int i = 0; i <= step_number; ++i) {
        const Result<Commands> commands = commands_from_json(tour->steps[static_cast<std::size_t>(i)].commands, id.text());
        if (!commands) {
            state.message = to_text(commands.problems());
            continue;
        }
        for (const Command& command : *commands) {
            const bool nested = std::holds_alternative<cmd::StartTour>(command) || std::holds_alternative<cmd::TourStep>(command);
            // What turns or moves the camera starts where the step before it ends, not on the way there.
            state.flight.reset();
            if (!nested) std::visit(*this, command);
        }
    }
    const Camera to = above_card(view.camera, state.picture_aspect);
    state.flight.reset();
    view.camera = from;
    fly_to(to);
    view.tour = id;
    view.tour_step = step_number;
}

}  // namespace genu
