// `genu bench`: what a reader waits for, measured on this machine. Compare as ratios within one run.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <iostream>

#include "app/picture.hpp"
#include "session/scene_math.hpp"

namespace genu {

namespace {

double now_s() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

double peak_memory_mb()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Of all threads: what another program takes from the processor meanwhile is not in it.
double processor_s()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

struct Timing { double median_ms = 0, p95_ms = 0, longest_ms = 0, processor_ms = 0; };

Timing timing_of(std::vector<double> seconds, double processor_s)
{
    std::sort(seconds.begin(), seconds.end());
    const auto at = [&](double share) { return 1e3 * seconds[static_cast<std::size_t>(share * static_cast<double>(seconds.size() - 1))]; };
    return {at(0.5), at(0.95), at(1), 1e3 * processor_s / static_cast<double>(seconds.size())};
}

Json json_of(const Timing& t) { return {{"median", t.median_ms}, {"p95", t.p95_ms}, {"longest", t.longest_ms}, {"processor", t.processor_ms}}; }

/// The scenes of the benchmark, as commands from the first picture.
std::vector<std::pair<std::string, Commands>> scenes(const Library& library)
{
    std::vector<std::pair<std::string, Commands>> list = {
        {"default", {}},
        {"skin", {cmd::SetLayer{0}}},
        {"xray", {cmd::SetXray{true}}},
        {"section", {cmd::SetSection{Section::y, 0}}},
    };
    if (!library.knowledge.conditions.empty()) list.push_back({"condition", {cmd::ChooseCondition{ConditionId("condition.popliteal_cyst")}}});
    if (library.knowledge.find(ExerciseId("exercise.gastroc_wall"))) list.push_back({"stretch", {cmd::ChooseExercise{ExerciseId("exercise.gastroc_wall")}}});
    return list;
}

Timing measure(Studio& studio, const Library& library, AppState state, glm::ivec2 size, int frames, bool full = false)
{
    std::vector<double> seconds;
    const double turn = 2 * 3.14159265358979 / frames;
    double processor = 0;
    for (int i = 0; i < frames + 2; ++i) {
        if (i == 2) processor = processor_s();
        update(state, library, {cmd::Orbit{turn, 0}}, 1.0 / 30);
        const double s = studio.seconds_to_draw(state, size, full);
        if (i >= 2) seconds.push_back(s);  // the first frames upload and warm up
    }
    return timing_of(std::move(seconds), processor_s() - processor);
}

double pose_solve_us(const Library& library)
{
    constexpr int kRounds = 200;
    Pose pose;
    double guard = 0;
    const double start = now_s();
    for (int i = 0; i < kRounds; ++i) {
        pose[JointAxis::knee_flexion] = 140.0 * i / kRounds;
        guard += joint_matrices(library, pose, {}).empty() ? 0 : 1;
        for (const PathRecord& path : library.paths) guard += path_length_m(library.skeleton, path, pose);
    }
    const double us = 1e6 * (now_s() - start) / kRounds;
    return guard > 0 ? us : 0;
}

}  // namespace

int run_bench(const PictureOptions& options, int frames, bool json)
{
    const double start = now_s();
    const Result<ProgramFiles> files = ProgramFiles::find();
    if (!files) return report(files.problems()), kExitBadInput;
    const fs::path model = options.model.empty() ? files->model : options.model;
    const Result<Library> library = Library::load(*files, model, options.language);
    if (!library) return report(library.problems()), kExitBadInput;
    const double loaded = now_s();
    Result<std::unique_ptr<Studio>> studio = Studio::create(*library, *files, options.scale);
    if (!studio) return report(studio.problems()), kExitNoOpenGl;
    AppState first = initial_state(*library);
    first.settings.reduced_motion = true;
    (*studio)->seconds_to_draw(first, options.size);
    const double drawn = now_s();

    std::size_t triangles = 0;
    for (const Mesh& mesh : library->model.meshes) triangles += mesh.indices.size() / 3;
    Json out = {{"gl", (*studio)->gl()}, {"size", {options.size.x, options.size.y}}, {"frames", frames}, {"triangles", triangles},
                {"joints", library->model.joints.size()}, {"load_ms", 1e3 * (loaded - start)}, {"first_frame_ms", 1e3 * (drawn - start)}};
    for (const auto& [name, commands] : scenes(*library)) {
        AppState state = first;
        update(state, *library, commands, 0);
        const Timing t = measure(**studio, *library, state, options.size, frames);
        out["frame_ms"][name] = json_of(t);
    }
    const Timing full = measure(**studio, *library, first, options.size, std::max(4, frames / 4), true);
    out["frame_ms"]["in_full"] = json_of(full);
    std::vector<double> picks;
    for (int i = 0; i < 10; ++i) picks.push_back((*studio)->seconds_to_pick(first, options.size));
    out["pick_ms"] = timing_of(picks, 0).median_ms;
    out["pose_solve_us"] = pose_solve_us(*library);
    out["peak_memory_mb"] = peak_memory_mb();

    if (json) {
        std::cout << out.dump(1) << "\n";
        return kExitDone;
    }
    std::printf("%s, %dx%d, %zu triangles, %zu joints\n", out["gl"].get<std::string>().c_str(), options.size.x, options.size.y, triangles, library->model.joints.size());
    std::printf("load          %8.1f ms\nfirst picture %8.1f ms\n", out["load_ms"].get<double>(), out["first_frame_ms"].get<double>());
    for (const auto& [name, t] : out["frame_ms"].items()) {
        std::printf("frame %-10s median %7.1f ms   p95 %7.1f ms   longest %7.1f ms   processor %7.1f ms\n", name.c_str(), t["median"].get<double>(),
                    t["p95"].get<double>(), t["longest"].get<double>(), t["processor"].get<double>());
    }
    std::printf("pick          %8.1f ms\npose solve    %8.1f us\npeak memory   %8.0f MB\n", out["pick_ms"].get<double>(), out["pose_solve_us"].get<double>(), out["peak_memory_mb"].get<double>());
    return kExitDone;
}

}  // namespace genu
