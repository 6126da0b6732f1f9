#include <algorithm>
#include <cstdio>
#include <iostream>

#include "app/open_file.hpp"
#include "app/picture_set.hpp"
#include "session/build_frame.hpp"

namespace genu {

namespace {

int start(const PictureOptions& options, PictureSet& set, double aspect)
{
    set.state = initial_state(set.library);
    set.state.settings.reduced_motion = true;  // a still picture has no flights
    set.state.picture_aspect = aspect;
    const Result<Commands> commands = commands_from(options, set.library);
    if (!commands) return report(commands.problems()), kExitBadInput;
    update(set.state, set.library, {cmd::SetView{"posterior"}}, 0);
    if (!options.open.empty()) {
        const Result<Opened> opened = open_path(options.open, set.library);
        if (!opened) return report(opened.problems()), kExitBadInput;
        if (opened->views.empty()) return report({{options.open.string(), "", "is no saved view", "a saved view is a file that Genu keeps in its folder of views; a script is run by --script"}}), kExitBadInput;
        set.state.saved_views = opened->views;
        update(set.state, set.library, {cmd::OpenView{opened->views.front().id}}, 0);
    }
    update(set.state, set.library, *commands, 0);
    set.state.undo.clear();
    if (!set.state.view.compare_with.is_none()) set.state.picture_aspect *= 0.5;
    return kExitDone;
}

}  // namespace

int prepare(const PictureOptions& options, PictureSet& set)
{
    Result<ProgramFiles> files = ProgramFiles::find();
    if (!files) return report(files.problems()), kExitBadInput;
    set.files = *files;
    const fs::path model = options.model.empty() ? set.files.model : options.model;
    if (model.empty()) {
        report({{"leg.glb", "", "the leg has not been built", "run ./run once, or: genu-build leg -o leg.glb and set GENU_MODEL"}});
        return kExitBadInput;
    }
    Result<Library> library = Library::load(set.files, model, options.language);
    if (!library) return report(library.problems()), kExitBadInput;
    set.library = std::move(library).value();
    if (const int code = start(options, set, static_cast<double>(options.size.x) / options.size.y)) return code;
    Result<std::unique_ptr<Studio>> studio = Studio::create(set.library, set.files, options.scale, !options.screenshot.empty());
    if (!studio) return report(studio.problems()), kExitNoOpenGl;
    set.studio = std::move(studio).value();
    set.studio->set_extras({options.names, options.legend, options.transparent, !options.screenshot.empty()});
    if (!options.panel) return kExitDone;
    // Panels take their part of the canvas; the camera is aimed for what is left.
    const PixelRect rect = set.studio->picture_rect(set.state, options.size);
    const double halves = set.state.view.compare_with.is_none() ? 1 : 2;
    return start(options, set, halves * std::max(rect.width, 1) / std::max(rect.height, 1));
}

int save_picture(Studio& studio, const AppState& state, const PictureOptions& options, const fs::path& path)
{
    Result<Image> image = studio.draw(state, options.size, options.panel);
    if (!image) return report(image.problems()), kExitOther;
    const Result<Done> written = write_png(path, *image);
    if (!written) return report(written.problems()), kExitBadInput;
    return kExitDone;
}

int run_screenshot(const PictureOptions& options)
{
    PictureSet set;
    if (const int code = prepare(options, set)) return code;
    return save_picture(*set.studio, set.state, options, options.screenshot);
}

int run_tour(const fs::path& folder, const PictureOptions& options)
{
    PictureSet set;
    if (const int code = prepare(options, set)) return code;
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        report({{folder.string(), "", "the folder cannot be made: " + error.message(), "choose a folder that you may write to"}});
        return kExitBadInput;
    }
    PictureOptions with_panels = options;
    with_panels.panel = true;
    for (const Tour& tour : set.library.knowledge.tours) {
        for (std::size_t step = 0; step < tour.steps.size(); ++step) {
            const Commands here = {cmd::StartTour{tour.id}, cmd::TourStep{static_cast<int>(step)}};
            update(set.state, set.library, here, 0);
            // What opens beside the picture is known only now: aimed again for what is left of it.
            const PixelRect rect = set.studio->picture_rect(set.state, with_panels.size);
            set.state.picture_aspect = static_cast<double>(std::max(rect.width, 1)) / std::max(rect.height, 1);
            update(set.state, set.library, here, 0);
            char name[24];
            std::snprintf(name, sizeof name, "%02zu", step + 1);
            const fs::path path = folder / (tour.id.text().substr(tour.id.text().find('.') + 1) + "_" + name + ".png");
            if (const int code = save_picture(*set.studio, set.state, with_panels, path)) return code;
            std::cout << path.string() << "  " << tour.steps[step].title << std::endl;
        }
    }
    return kExitDone;
}

}  // namespace genu
