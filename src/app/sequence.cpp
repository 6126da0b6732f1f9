// `genu sequence`: a turn of the leg or an exercise as numbered pictures, and as one moving picture where an encoder is
// installed.
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <iostream>

#include "app/picture_set.hpp"

extern char** environ;

namespace genu {

namespace {

std::atomic<bool> g_cancelled = false;  // set by Ctrl-C: the picture in work is finished, the rest is left

std::string number_text(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    return text;
}

/// Runs a program found on the path and waits. 127: there is none of that name.
int run_program(const std::vector<std::string>& words)
{
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    pid_t child = 0;
    if (posix_spawnp(&child, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0) return 127;
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

Result<Done> encode(const std::vector<fs::path>& pictures, const fs::path& folder, const fs::path& movie, double frames_per_second)
{
    const std::string kind = movie.extension().string();
    std::vector<std::string> words;
    if (kind == ".webp") {
        words = {"img2webp", "-loop", "0", "-lossy", "-q", "80", "-d", std::to_string(std::lround(1000 / frames_per_second))};
        for (const fs::path& picture : pictures) words.push_back(picture.string());
        words.insert(words.end(), {"-o", movie.string()});
    } else if (kind == ".mp4" || kind == ".gif") {
        words = {"ffmpeg", "-y", "-loglevel", "error", "-framerate", number_text(frames_per_second), "-i", (folder / "%04d.png").string()};
        // Sides must be even, and old players know only this way to store colour.
        if (kind == ".mp4") words.insert(words.end(), {"-vf", "crop=trunc(iw/2)*2:trunc(ih/2)*2", "-pix_fmt", "yuv420p", "-crf", "18"});
        words.push_back(movie.string());
    } else {
        return Problem{movie.string(), "--movie", "is no kind of moving picture that can be made", "name a file that ends in .webp, .mp4 or .gif"};
    }
    const int code = run_program(words);
    if (code == 127) {
        return Problem{movie.string(), "--movie", words.front() + " is not installed; the single pictures are in " + folder.string(),
                       kind == ".webp" ? "on Debian and Ubuntu: webp" : "on Debian and Ubuntu: ffmpeg"};
    }
    if (code != 0) return Problem{movie.string(), "--movie", words.front() + " stopped with exit code " + std::to_string(code), ""};
    return Done{};
}

/// Moves the state to each picture in turn.
class Course {
public:
    Course(const PictureSet& set, const Options& options) : library_(set.library), fps_(options.frames_per_second)
    {
        const Exercise* exercise = library_.knowledge.find(set.state.view.exercise);
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
