// genu --describe: the picture in words. Needs no OpenGL.
#include <iostream>

#include "app/picture.hpp"
#include "app/text.hpp"
#include "app/text_library.hpp"
#include "session/describe.hpp"

namespace genu {

int run_describe(const Options& options)
{
    const Result<Library> library = load_content_and_model(options.picture);
    if (!library) return fail(library.problems());
    const Result<Commands> commands = commands_from(options.picture, *library);
    if (!commands) return fail(commands.problems());
    AppState state = initial_state(*library);
    state.settings.reduced_motion = true;
    update(state, *library, *commands, 0);
    std::cout << describe(state, *library);
    return kExitDone;
}

}  // namespace genu
