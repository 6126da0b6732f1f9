#include "app/errands.hpp"

#include "session/describe.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

/// A speech program of the system with what it needs to read its input; empty: there is none.
std::vector<std::string> speech_command(const std::string& language)
{
    if (const fs::path p = find_program("spd-say"); !p.empty()) return {p, "--wait", "-l", language, "-e"};
    for (const char* name : {"espeak-ng", "espeak"}) {
        if (const fs::path p = find_program(name); !p.empty()) return {p, "--stdin", "-v", language};
    }
    return {};
}

std::string short_name(const std::string& id) { return id.substr(id.find('.') + 1); }

}  // namespace

Errands::Outcome Errands::run(AppState& state, const Library& library)
{
    Outcome outcome;
    std::vector<Errand> errands;
    std::swap(errands, state.errands);
    for (const Errand& e : errands) {
        switch (e.kind) {
            case Errand::Kind::open_file: open_file(e.text, state, library, outcome); break;
            case Errand::Kind::write_handout: write_handout(e.text, state, library); break;
            case Errand::Kind::write_text: write_text(e.text, state, library); break;
            case Errand::Kind::write_picture:
            case Errand::Kind::write_film: write_picture(e, state, library); break;
            case Errand::Kind::copy_text:
                outcome.clipboard = describe(state, library);
                state.message = library.texts("mirror.copied");
                break;
            case Errand::Kind::speak: speak(state, library); break;
            case Errand::Kind::cancel:
                if (handout_.running()) state.message = library.texts("handout.cancelled");
                if (picture_.running()) state.message = library.texts("picture.cancelled");
                handout_.end();
                picture_.cancel();
                voice_.end();
                state.busy.clear();
                state.busy_share = -1;
                break;
        }
    }
    notice_ends(state, library);
    return outcome;
}

void Errands::open_file(const std::string& path, AppState& state, const Library& library, Outcome& outcome)
{
    Result<Opened> opened = open_path(path, library);
    if (!opened) {
        state.message = library.texts("error.not_opened") + ": " + to_text(opened.problems());
        return;
    }
    outcome.commands = std::move(opened->commands);
    outcome.views = std::move(opened->views);
    outcome.model = std::move(opened->model);
}

// The page is made by the same program without a window: this one goes on meanwhile.
void Errands::write_handout(const std::string& path, AppState& state, const Library& library)
{
    const Condition* condition = library.knowledge.find(state.view.condition);
    if (!condition || handout_.running()) return;
    show_page_ = path.empty();
    page_ = path.empty() ? folders_.data / "handouts" / (short_name(condition->id.text()) + ".html") : fs::path(path);
    std::error_code error;
    fs::create_directories(page_.parent_path(), error);
    std::vector<std::string> arguments = {fs::read_symlink("/proc/self/exe", error).string(), "handout", "--condition", condition->id.text(),
                                          "-o", page_.string(), "--side", state.view.left_side ? "left" : "right", "--language", state.settings.language};
    if (!model_.empty()) arguments.insert(arguments.end(), {"--model", model_.string()});
    handout_.start(arguments);
    state.message.clear();
    state.busy = filled(library.texts("handout.working"), {condition->name});
}

void Errands::write_picture(const Errand& errand, AppState& state, const Library& library)
{
    if (picture_.running()) return;
    const Result<Done> started = picture_.start(errand, state, model_);
    if (!started) {
        state.message = library.texts("picture.failed") + " " + to_text(started.problems().front());
        return;
    }
    state.message.clear();
    state.busy = library.texts(picture_.is_film() ? "film.working" : "picture.working");
    state.busy_share = -1;
}

void Errands::write_text(const std::string& path, AppState& state, const Library& library)
{
    const fs::path file = path.empty() ? folders_.data / "screen.txt" : fs::path(path);
    const Result<Done> written = write_user_file(file, describe(state, library));
    state.message = written ? filled(library.texts("mirror.written"), {file.string()}) : to_text(written.problems());
}

void Errands::speak(AppState& state, const Library& library)
{
    const std::vector<std::string> command = speech_command(state.settings.language);
    if (command.empty()) {
        state.message = library.texts("mirror.no_voice");
        return;
    }
    const std::string words = describe(state, library);
    voice_.start(command, words);
    state.busy = library.texts("mirror.speaking");
}

void Errands::notice_picture(AppState& state, const Library& library)
{
    if (!picture_.running()) return;
    state.busy_share = picture_.share();
    const std::optional<Result<Done>> end = picture_.ended();
    if (!end) return;
    state.busy.clear();
    state.busy_share = -1;
    state.message = *end ? filled(library.texts("picture.written"), {picture_.path().string()}) : library.texts("picture.failed") + " " + end->problems().front().message;
}

void Errands::notice_ends(AppState& state, const Library& library)
{
    notice_picture(state, library);
    if (voice_.ended() && !handout_.running() && !picture_.running()) state.busy.clear();
    const std::optional<int> code = handout_.ended();
    if (!code) return;
    state.busy.clear();
    if (*code != 0) {
        state.message = filled(library.texts("handout.failed"), {page_.string()});
        return;
    }
    state.message = filled(library.texts("handout.written"), {page_.string()});
    // Shown by whatever the reader opens pages with: it is there to be printed.
    if (const fs::path opener = find_program("xdg-open"); show_page_ && !opener.empty()) voice_.start({opener.string(), page_.string()});
}

}  // namespace genu
