#include "app/check_model.hpp"
#include "session/update.hpp"

namespace genu {

namespace {

class SceneCheck {
public:
    explicit SceneCheck(const Library& library) : library_(library) {}

    // Each step is really walked; a command that cannot be followed leaves a message.
    void tour(const Tour& tour)
    {
        AppState state = initial_state(library_);
        update(state, library_, {cmd::StartTour{tour.id}}, 0);
        for (std::size_t i = 0; i < tour.steps.size(); ++i) {
            const std::string place = "step " + std::to_string(i + 1);
            const Result<Commands> commands = commands_from_json(tour.steps[i].commands, tour.id.text() + ": " + place);
            if (!commands) {
                append(problems_, commands.problems());
                continue;
            }
            for (const Command& command : *commands) {
                state.message.clear();
                update(state, library_, {command}, 0);
                if (!state.message.empty()) problems_.push_back({tour.id.text(), place, state.message, ""});
            }
        }
    }

    Problems take() { return std::move(problems_); }

private:
    const Library& library_;
    Problems problems_;
};

}  // namespace

Problems check_scenes(const Library& library)
{
    SceneCheck check(library);
    for (const Tour& t : library.knowledge.tours) check.tour(t);
    return check.take();
}

}  // namespace genu
