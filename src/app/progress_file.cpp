#include "app/progress_file.hpp"

#include <chrono>

#include "base/user_folders.hpp"
#include "ui/wording.hpp"

namespace genu {

int today()
{
    const auto now = std::chrono::time_point_cast<std::chrono::days>(std::chrono::system_clock::now());
    return static_cast<int>(now.time_since_epoch().count());
}

bool ProgressFile::exists() const
{
    std::error_code error;
    return !path_.empty() && fs::exists(path_, error);
}

void ProgressFile::read(AppState& state, const Texts& texts)
{
    state.today = today();
    if (!exists()) return;
    const Result<Json> json = read_json(path_);
    const Result<Progress> progress = json ? progress_from_json(*json, path_.string()) : Result<Progress>(json.problems());
    if (progress) {
        state.progress = written_ = *progress;
        is_written_ = true;
        return;
    }
    const fs::path aside = kept_aside(path_);
    gave_up_ = aside.empty();  // it could not be moved: then it is left alone and nothing is written
    state.message = filled(texts("quiz.file_broken"), {progress.problems().front().message, (gave_up_ ? path_ : aside).string()});
}

void ProgressFile::keep(AppState& state, const Texts& texts)
{
    const bool first = !is_written_ && !state.welcome;
    if (gave_up_ || path_.empty() || (state.progress == written_ && !first)) return;
    const Result<Done> done = write_user_file(path_, to_json(state.progress).dump(1) + "\n");
    if (!done) {
        gave_up_ = true;
        state.message = filled(texts("quiz.file_unwritable"), {done.problems().front().message});
        return;
    }
    written_ = state.progress;
    is_written_ = true;
}

}  // namespace genu
