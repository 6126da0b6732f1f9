#pragma once
// The command line as plain data (names fixed by the design; scripts and checks use them).
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <glm/vec2.hpp>

#include "base/files.hpp"

namespace genu {

/// Exit codes: done, anything else, bad input, no usable OpenGL.
inline constexpr int kExitDone = 0;
inline constexpr int kExitOther = 1;
inline constexpr int kExitBadInput = 2;
inline constexpr int kExitNoOpenGl = 3;

/// What a picture or the window starts with.
struct PictureOptions {
    fs::path screenshot;                 ///< empty: open the window
    glm::ivec2 size{1280, 720};
    double scale = 1;
    std::string condition, compare, exercise, view, select, side = "right";
    std::vector<std::string> symptoms, isolate, hide;
    double time_s = 0;
    std::map<std::string, double> pose_deg;
    std::optional<int> layer;
    std::optional<std::pair<char, double>> section;  ///< axis x, y or z and millimetres
    bool xray = false, labels = false, panel = false, strain = false;
    bool transparent = false, names = true, legend = true, describe = false;
    std::string style, cut, attachments;  ///< empty: as they are
    bool territories = false, orthographic = false;
    std::optional<bool> light, clinical; ///< not given: the reader's settings, else dark and plain
    std::string language = "en";
    bool language_given = false;
    fs::path model;                      ///< empty: the built leg
    fs::path script;
    fs::path open;                       ///< a saved view to begin with
    fs::path settings;                   ///< one folder for all of the reader's files; empty: the standard places
};

/// What `genu bench` measures.
struct BenchOptions {
    int frames = 60;
    std::vector<int> sizes{1};           ///< of the model, in its own number of triangles: 1, 4, 16
};

struct Options {
    enum class Task { picture, list, show, assess, pose, check, bench, handout, tour, sequence } task = Task::picture;
    PictureOptions picture;
    std::string what;                    ///< list: the kind; show: the id; handout: the condition
    std::vector<std::string> symptoms;   ///< assess
    std::vector<std::string> denied;     ///< assess: questions answered with "no"
    std::map<std::string, double> pose_deg;
    fs::path assets, output;             ///< check --assets; handout -o, tour -o
    bool accept_translations = false;    ///< check: the translations are up to date
    int frames = 60;
    double frames_per_second = 24;       ///< sequence
    fs::path movie;                      ///< sequence: one file of all its pictures
    bool turn = false;                   ///< sequence: the leg turns, whatever exercise is shown
    std::vector<int> sizes{1};           ///< bench
    bool json = false;
};

/// Parses the arguments. Help and version are answered here (exit code set, no options).
struct ParsedOptions { std::optional<Options> options; int exit_code = kExitDone; };
ParsedOptions parse_options(int argc, const char* const* argv);

}  // namespace genu
