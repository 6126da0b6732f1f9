// `genu sequence`: a turn of the leg or an exercise as numbered pictures, and as one moving picture where an encoder is
// installed.
#include <algorithm>
#include <atomic>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <iostream>

#include "app/encoder.hpp"
#include "app/picture_set.hpp"

namespace genu {

namespace {

std::atomic<bool> g_cancelled = false;  // set by Ctrl-C: the picture in work is finished, the rest is left

/// Moves the state to each picture in turn.
class Course {
public:
    Course(const PictureSet& set, const Options& options) : library_(set.library), fps_(options.frames_per_second)
    {
        const Exercise* exercise = options.turn ? nullptr : library_.knowledge.find(set.state.view.exercise);
        lasts_s_ = exercise ? exercise->duration_s() : 0;
        count_ = lasts_s_ > 0 ? std::max(1, static_cast<int>(std::ceil(lasts_s_ * fps_))) : options.frames;
    }
    int count() const { return count_; }
    void go_to(AppState& state, int picture) const
    {
        constexpr double kTurn = 6.28318530717958648;
        if (lasts_s_ > 0) update(state, library_, {cmd::Scrub{picture / fps_}}, 0);
        else if (picture > 0) update(state, library_, {cmd::Orbit{kTurn / count_, 0}}, 0);
    }

private:
    const Library& library_;
    double fps_, lasts_s_ = 0;
    int count_ = 0;
};

}  // namespace

int run_sequence(const Options& options)
{
    // Told before anything is drawn: an hour's pictures without a film would be a bad surprise.
    if (!options.movie.empty()) {
        const Result<Done> can = can_encode(options.movie);
        if (!can) return report(can.problems()), kExitBadInput;
    }
    PictureSet set;
    if (const int code = prepare(options.picture, set)) return code;
    std::error_code error;
    fs::create_directories(options.output, error);
    if (error) {
        report({{options.output.string(), "", "the folder cannot be made: " + error.message(), "choose a folder that you may write to"}});
        return kExitBadInput;
    }
    std::signal(SIGINT, [](int) { g_cancelled = true; });
    const Course course(set, options);
    std::vector<fs::path> pictures;
    for (int i = 0; i < course.count() && !g_cancelled; ++i) {
        course.go_to(set.state, i);
        char name[16];
        std::snprintf(name, sizeof name, "%04d.png", i);
        pictures.push_back(options.output / name);
        if (const int code = save_picture(*set.studio, set.state, options.picture, pictures.back())) return code;
        std::cerr << "\r" << i + 1 << " / " << course.count() << std::flush;
    }
    std::cerr << "\n";
    if (g_cancelled) {
        std::cerr << "genu: stopped after " << pictures.size() << " of " << course.count() << " pictures\n";
        return kExitOther;
    }
    if (options.movie.empty()) return kExitDone;
    const Result<Done> made = encode(pictures, options.output, options.movie, options.frames_per_second);
    if (!made) return report(made.problems()), kExitBadInput;
    std::cout << options.movie.string() << "\n";
    return kExitDone;
}

}  // namespace genu
