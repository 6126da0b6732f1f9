// genu handout: one page about a condition, with a picture where one can be drawn.
#include <iostream>

#include "app/handout_page.hpp"
#include "app/handout_pdf.hpp"
#include "app/picture.hpp"
#include "app/text.hpp"
#include "app/text_library.hpp"

namespace genu {

namespace {

constexpr glm::ivec2 kPictureSize{1100, 800}, kExerciseSize{460, 420};

/// The moment that is held longest.
double held_at(const Exercise& exercise)
{
    double best = 0, longest = -1;
    for (std::size_t i = 0; i + 1 < exercise.keyframes.size(); ++i) {
        const Keyframe& a = exercise.keyframes[i];
        const Keyframe& b = exercise.keyframes[i + 1];
        const bool still = a.pose_deg == b.pose_deg && i > 0;
        const double span = b.t_s - a.t_s + (still ? 1000 : 0);
        if (span > longest) longest = span, best = still ? 0.5 * (a.t_s + b.t_s) : b.t_s;
    }
    return best;
}

// An exercise that cannot be drawn keeps its words.
void draw_exercises(const Library& library, Studio& studio, bool left_side, const std::string& condition_id, HandoutPicture& picture)
{
    const Condition* condition = library.knowledge.find(ConditionId(condition_id));
    if (!condition) return;
    for (const ExerciseId& id : condition->exercises_indicated) {
        const Exercise* exercise = library.knowledge.find(id);
        if (!exercise || exercise->clinician_only || exercise->keyframes.empty()) continue;
        AppState state = initial_state(library);
        state.settings.reduced_motion = state.settings.light_theme = true;
        state.picture_aspect = static_cast<double>(kExerciseSize.x) / kExerciseSize.y;
        update(state, library, {cmd::SetSide{left_side}, cmd::SetLayer{0}, cmd::ChooseExercise{id}, cmd::SetPlaying{false}, cmd::Scrub{held_at(*exercise)}, cmd::SetStrain{false}}, 0);
        if (Result<Image> image = studio.draw_leg_only(state, kExerciseSize)) picture.exercises[id] = png_bytes(*image);
    }
}

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
    HandoutPicture picture{png_bytes(*image), build_legend(state, library), {}};
    draw_exercises(library, **studio, state.view.left_side, wanted.condition, picture);
    return picture;
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
    if (options.output.extension() == ".pdf") {
        const Result<Done> printed = print_pdf(page, options.output);
        if (!printed) return fail(printed.problems());
        std::cout << options.output.string() << '\n';
        return kExitDone;
    }
    const Result<Done> written = write_whole(options.output, page);
    if (!written) return fail(written.problems());
    std::cout << options.output.string() << '\n';
    return kExitDone;
}

}  // namespace genu
