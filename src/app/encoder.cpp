#include "app/encoder.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>

#include "app/child_process.hpp"
#include "app/option_values.hpp"

extern char** environ;

namespace genu {

namespace {

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

bool has(const char* program) { return !find_program(program).empty(); }

std::vector<std::string> img2webp(const std::vector<fs::path>& pictures, const fs::path& out, double frames_per_second)
{
    std::vector<std::string> words = {"img2webp", "-loop", "0", "-lossy", "-q", "80", "-d", std::to_string(std::lround(1000 / frames_per_second))};
    for (const fs::path& picture : pictures) words.push_back(picture.string());
    words.insert(words.end(), {"-o", out.string()});
    return words;
}

std::vector<std::string> ffmpeg(const fs::path& folder, const fs::path& out, double frames_per_second)
{
    std::vector<std::string> words = {"ffmpeg", "-y", "-nostdin", "-loglevel", "error", "-framerate", short_number(frames_per_second), "-i", (folder / "%04d.png").string()};
    const std::string kind = out.extension().string();
    // Sides must be even, and old players know only this way to store colour.
    if (kind == ".mp4") words.insert(words.end(), {"-vf", "crop=trunc(iw/2)*2:trunc(ih/2)*2", "-pix_fmt", "yuv420p", "-crf", "18", "-movflags", "+faststart"});
    // 256 colours chosen from these pictures; the usual ones would make bands of the background.
    if (kind == ".gif") words.insert(words.end(), {"-vf", "split[a][b];[a]palettegen=stats_mode=diff[p];[b][p]paletteuse=dither=bayer:bayer_scale=4"});
    if (kind == ".webp") words.insert(words.end(), {"-loop", "0", "-quality", "80"});
    words.push_back(out.string());
    return words;
}

}  // namespace

Result<Done> can_encode(const fs::path& movie)
{
    const std::string kind = movie.extension().string();
    if (kind != ".webp" && kind != ".mp4" && kind != ".gif") {
        return Problem{movie.string(), "--movie", "is no kind of moving picture that can be made", "name a file that ends in .webp, .mp4 or .gif"};
    }
    const bool webp = kind == ".webp";
    if (!has("ffmpeg") && !(webp && has("img2webp"))) {
        return Problem{movie.string(), "--movie", std::string(webp ? "img2webp" : "ffmpeg") + " is not installed", webp ? "on Debian and Ubuntu: webp" : "on Debian and Ubuntu: ffmpeg"};
    }
    std::error_code error;
    const fs::path folder = movie.has_parent_path() ? movie.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, error) || access(folder.c_str(), W_OK) != 0) return Problem{folder.string(), "--movie", "the folder cannot be written to", "choose a folder that you may write to"};
    return Done{};
}

Result<Done> encode(const std::vector<fs::path>& pictures, const fs::path& folder, const fs::path& movie, double frames_per_second)
{
    // Beside the pictures first: what is broken off leaves no half film where the reader looks for it.
    const fs::path part = folder / ("film" + movie.extension().string());
    const bool by_webp = movie.extension() == ".webp" && has("img2webp");
    const std::vector<std::string> words = by_webp ? img2webp(pictures, part, frames_per_second) : ffmpeg(folder, part, frames_per_second);
    const int code = run_program(words);
    std::error_code error;
    if (code != 0) {
        fs::remove(part, error);
        return Problem{movie.string(), "--movie", words.front() + " stopped with exit code " + std::to_string(code), ""};
    }
    fs::rename(part, movie, error);
    if (!error) return Done{};
    const bool copied = fs::copy_file(part, movie, fs::copy_options::overwrite_existing, error);
    const Problem problem{movie.string(), "--movie", "cannot be written: " + error.message(), "choose a folder that you may write to"};
    fs::remove(part, error);
    if (copied) return Done{};
    return problem;
}

}  // namespace genu
