#pragma once
// Draws what the window shows into a file, beside the window: the same program without a window, given the view as a saved view.
#include "app/child_process.hpp"
#include "base/result.hpp"
#include "session/app_state.hpp"

namespace genu {

class PictureWork {
public:
    ~PictureWork() { cancel(); }
    PictureWork() = default;
    PictureWork(const PictureWork&) = delete;
    PictureWork& operator=(const PictureWork&) = delete;

    /// What can be seen to fail is a Problem at once: the folder, a missing encoder. `model`: empty for the built leg.
    Result<Done> start(const Errand& errand, const AppState& state, const fs::path& model);
    bool running() const { return child_.running(); }
    bool is_film() const { return film_; }
    const fs::path& path() const { return path_; }
    /// 0 … 1; below 0 before anything is known.
    double share();
    /// Once, when it has ended by itself: nothing went wrong, or what the program said.
    std::optional<Result<Done>> ended();
    /// Nothing of the file stays.
    void cancel();

private:
    Result<Done> choose_path(const Errand& errand, const AppState& state);
    void clean();

    ChildProcess child_;
    bool film_ = false;
    fs::path path_, work_;
};

/// The camera of a picture of another shape: what was seen from side to side stays in it.
Camera reframed(Camera camera, double from_aspect, double to_aspect);

}  // namespace genu
