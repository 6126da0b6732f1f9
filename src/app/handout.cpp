// genu handout: one page about a condition, with a picture where one can be drawn.
#include <iostream>

#include "app/handout_page.hpp"
#include "app/picture.hpp"
#include "app/text.hpp"
#include "app/text_library.hpp"

namespace genu {

namespace {

constexpr glm::ivec2 kPictureSize{1100, 800};

Result<HandoutPicture> draw(const Library& library, const ProgramFiles& files, const PictureOptions& options)
{
    AppState state = initial_state(library);
    state.settings.reduced_motion = true;
    state.picture_aspect = static_cast<double>(kPictureSize.x) / kPictureSize.y;
    PictureOptions wanted;
    wanted.condition = options.condition;
    wanted.side = options.side;
    wanted.light = true;  // for paper
    const Result<Commands> commands = commands_from(wanted, library);
    if (!commands) return commands.problems();
    update(state, library, *commands, 0);
    Result<std::unique_ptr<Studio>> studio = Studio::create(library, files, 1);
    if (!studio) return studio.problems();
    const Result<Image> image = (*studio)->draw(state, kPictureSize, false);
    if (!image) return image.problems();
    return HandoutPicture{png_bytes(*image), build_legend(state, library)};
}

// A page without a picture still helps: what is missing is said on standard error and on the page.
HandoutPicture picture_if_possible(const Library& library, const ProgramFiles& files, const PictureOptions& options)
{
    if (library.model.meshes.empty()) {
        std::cerr << "genu: " << library.texts("handout.no_model_note") << '\n';
        return {};
    }
    Result<HandoutPicture> picture = draw(library, files, options);
    if (picture) return std::move(picture).value();
    report(picture.problems());
    std::cerr << "genu: " << library.texts("handout.no_picture_note") << '\n';
    return {};
}

}  // namespace

int run_handout(const Options& options)
{
    const Result<ProgramFiles> files = ProgramFiles::find();
    if (!files) return fail(files.problems());
    const Result<Library> library = load_content_and_model(options.picture);
    if (!library) return fail(library.problems());
    const Condition* condition = library->knowledge.find(ConditionId(options.what));
    if (!condition) return fail({unknown_id(*library, options.what, "--condition", "condition")});
    const Result<std::string> css = read_text(files->assets / "handout" / "page.css");
    if (!css) return fail(css.problems());
    const std::string page = handout_page(*library, *condition, picture_if_possible(*library, *files, options.picture), *css);
    const Result<Done> written = write_whole(options.output, page);
    if (!written) return fail(written.problems());
    std::cout << options.output.string() << '\n';
    return kExitDone;
}

}  // namespace genu
