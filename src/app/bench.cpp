// `genu bench`: what a reader waits for, measured on this machine. Compare as ratios within one run.
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <optional>
#include <thread>

#include "app/finer_model.hpp"
#include "app/picture.hpp"
#include "app/waiting.hpp"
#include "session/build_frame.hpp"
#include "session/joint_motion.hpp"
#include "session/scene_math.hpp"
#include "session/shape.hpp"

namespace genu {

namespace {

double now_s() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

double peak_memory_mb()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// In memory now; 0 where the system does not tell.
double memory_mb()
{
    std::ifstream file("/proc/self/statm");
    long pages = 0, resident = 0;
    if (!(file >> pages >> resident)) return 0;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
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

const ExerciseId kStretch("exercise.gastroc_wall");

/// The scenes of the benchmark, as commands from the first picture. The leg turns in all of them.
std::vector<std::pair<std::string, Commands>> scenes(const Library& library)
{
    std::vector<std::pair<std::string, Commands>> list = {
        {"default", {}},
        {"skin", {cmd::SetLayer{0}}},
        {"xray", {cmd::SetXray{true}}},
        {"section", {cmd::SetSection{Section::y, 0}}},
    };
    if (!library.knowledge.conditions.empty()) list.push_back({"condition", {cmd::ChooseCondition{ConditionId("condition.popliteal_cyst")}}});
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

/// A picture at rest, look by look, from several sides: the first look, each of the others, and all of them.
void measure_rest(Json& frame_ms, Studio& studio, const Library& library, AppState state, glm::ivec2 size, int frames)
{
    std::vector<double> first, next, all;
    double first_processor = 0, next_processor = 0;
    for (int i = 0; i < frames + 1; ++i) {
        update(state, library, {cmd::Orbit{2 * 3.14159265358979 / frames, 0}}, 1.0 / 30);
        (void)studio.seconds_to_draw(state, size);  // it comes to rest from turning
        const double start = processor_s();
        const double first_s = studio.seconds_to_look(state, size);
        const double after_first = processor_s();
        double sum = first_s;
        std::vector<double> others;
        while (const double s = studio.seconds_to_look(state, size)) others.push_back(s);
        for (const double s : others) sum += s;
        if (i == 0) continue;
        first_processor += after_first - start;
        next_processor += processor_s() - after_first;
        first.push_back(first_s);
        next.insert(next.end(), others.begin(), others.end());
        all.push_back(sum);
    }
    frame_ms["first_look"] = json_of(timing_of(std::move(first), first_processor));
    frame_ms["next_look"] = json_of(timing_of(std::move(next), next_processor));
    frame_ms["all_looks"] = json_of(timing_of(std::move(all), first_processor + next_processor));
}

/// A stretch as it plays: the camera rests, the pose is another one in every frame, to and fro through the way into the stretch.
Json measure_stretch(Studio& studio, const Library& library, AppState state, glm::ivec2 size, int frames)
{
    const Exercise* exercise = library.knowledge.find(kStretch);
    if (!exercise || exercise->keyframes.size() < 2) return {};
    update(state, library, {cmd::ChooseExercise{kStretch}, cmd::SetPlaying{false}}, 1);
    const double from = exercise->keyframes[0].t_s, to = exercise->keyframes[1].t_s;
    std::vector<double> seconds;
    std::optional<Pose> last;
    double processor = 0;
    int poses = 0;
    for (int i = 0; i < frames + 2; ++i) {
        if (i == 2) processor = processor_s();
        // An irrational step: no pose comes twice.
        const double way = std::fmod(0.0618034 * (i + 1), 2.0);
        update(state, library, {cmd::Scrub{from + (way < 1 ? way : 2 - way) * (to - from)}}, 1.0 / 30);
        const double s = studio.seconds_to_draw(state, size);
        if (i < 2) continue;
        seconds.push_back(s);
        const Pose pose = current_pose(state, library);
        if (!last || !(*last == pose)) ++poses;
        last = pose;
    }
    Json json = json_of(timing_of(std::move(seconds), processor_s() - processor));
    json["poses"] = poses;
    return json;
}

/// Processor time for each part of a pose that is new: joints with the shapes on them, matrices, courses; and all data of a frame.
/// Against the processor time of a frame, so that other work on the machine is in neither.
Json measure_pose(const Library& library, const AppState& first, double frame_ms)
{
    constexpr int kRounds = 120;
    if (!library.shape) return {};
    AppState state = first;
    update(state, library, {cmd::ChooseExercise{kStretch}, cmd::SetPlaying{false}}, 1);
    const Exercise* exercise = library.knowledge.find(kStretch);
    double solve = 0, matrices = 0, paths = 0, frames = 0, guard = 0;
    for (int i = 0; i < kRounds; ++i) {
        const double t = static_cast<double>(i) / kRounds;
        Pose pose;
        pose[JointAxis::hip_flexion] = -15 + 105 * t;
        pose[JointAxis::knee_flexion] = 120 * (1 - t);
        pose[JointAxis::ankle_dorsiflexion] = -30 + 55 * t;
        const double begin = processor_s();
        const std::vector<JointMotion> joints = library.shape->joints(library.model, library.skeleton, pose);
        const double solved = processor_s();
        for (std::size_t j = 0; j < joints.size(); ++j) guard += static_cast<double>(skin_matrix(joints[j], library.model.joints[j].rest_m, {})[0][0]);
        const double placed = processor_s();
        for (const PathRecord& path : library.paths) guard += path_state(library.skeleton, path, pose, false).length_m;
        const double measured = processor_s();
        if (exercise) update(state, library, {cmd::Scrub{2 * t}}, 0);
        const double before = processor_s();
        guard += static_cast<double>(build_frame(state, library).joints.size());
        frames += processor_s() - before;
        solve += solved - begin;
        matrices += placed - solved;
        paths += measured - placed;
    }
    const auto us = [&](double seconds) { return guard != 0 ? 1e6 * seconds / kRounds : 0; };
    const double all = us(solve + matrices + paths);
    return {{"solve_us", us(solve)}, {"matrices_us", us(matrices)}, {"paths_us", us(paths)}, {"all_us", all},
            {"share_of_frame", frame_ms > 0 ? 1e-3 * all / frame_ms : 0}, {"frame_data_us", us(frames)}};
}

/// Nothing happens for a while: the window's own steps and its own rule for how long to sleep between them (waiting.hpp).
Json measure_idle(Studio& studio, const AppState& state, glm::ivec2 size)
{
    constexpr double kSeconds = 2;
    int lively = kFramesAfterInput, steps = 0, drawn = 0;
    Studio::Step last;
    const auto step = [&] {
        last = studio.step(state, size);
        ++steps;
        drawn += last.draws ? 1 : 0;
    };
    const auto wait_is_over = [&](double until) {
        const Waiting wait = waiting({is_moving(state), lively > 0, last.is_sharp, last.is_refining, false, false});
        if (wait.kind == Waiting::Kind::until_something_happens) {
            std::this_thread::sleep_for(std::chrono::duration<double>(std::max(0.0, until - now_s())));  // nothing does
            return false;
        }
        if (wait.kind == Waiting::Kind::not_at_all) lively = std::max(0, lively - 1);
        else std::this_thread::sleep_for(std::chrono::duration<double>(wait.seconds));
        return true;
    };
    while (lively > 0 || !last.is_sharp) {  // it comes to rest
        (void)wait_is_over(now_s());
        step();
    }
    const int before_steps = steps, before_drawn = drawn;
    const double start = now_s(), processor = processor_s();
    while (now_s() < start + kSeconds && wait_is_over(start + kSeconds)) step();
    const double idle_s = processor_s() - processor;
    const int idle_steps = steps - before_steps, idle_drawn = drawn - before_drawn;
    const double step_start = processor_s();
    constexpr int kSteps = 10;
    for (int i = 0; i < kSteps; ++i) step();
    return {{"seconds", kSeconds}, {"processor_ms", 1e3 * idle_s}, {"steps", idle_steps}, {"drawn", idle_drawn}, {"step_processor_ms", 1e3 * (processor_s() - step_start) / kSteps}};
}

std::size_t triangles_of(const Model& model)
{
    std::size_t triangles = 0;
    for (const Mesh& mesh : model.meshes) triangles += mesh.indices.size() / 3;
    return triangles;
}

/// Everything that is asked of a model of one size.
Json measure_all(Studio& studio, const Library& library, const AppState& first, glm::ivec2 size, int frames)
{
    Json out;
    for (const auto& [name, commands] : scenes(library)) {
        AppState state = first;
        update(state, library, commands, 0);
        out["frame_ms"][name] = json_of(measure(studio, library, state, size, frames));
    }
    const Json stretch = measure_stretch(studio, library, first, size, frames);
    if (!stretch.empty()) out["frame_ms"]["stretch"] = stretch;
    out["frame_ms"]["in_full"] = json_of(measure(studio, library, first, size, std::max(4, frames / 4), true));
    measure_rest(out["frame_ms"], studio, library, first, size, std::max(4, frames / 4));
    std::vector<double> picks;
    for (int i = 0; i < 10; ++i) picks.push_back(studio.seconds_to_pick(first, size));
    out["pick_ms"] = timing_of(picks, 0).median_ms;
    out["pose"] = measure_pose(library, first, out["frame_ms"]["default"]["processor"].get<double>());
    out["idle"] = measure_idle(studio, first, size);
    out["memory_mb"] = memory_mb();
    out["peak_memory_mb"] = peak_memory_mb();
    return out;
}

void print(const Json& out)
{
    const auto number = [](const Json& json, const char* key) { return json.at(key).get<double>(); };
    std::printf("model x%d, %zu triangles, first picture %.1f ms\n", out.at("times").get<int>(), out.at("triangles").get<std::size_t>(), number(out, "first_frame_ms"));
    for (const auto& [name, t] : out.at("frame_ms").items()) {
        std::printf("frame %-10s median %7.1f ms   p95 %7.1f ms   longest %7.1f ms   processor %7.1f ms\n", name.c_str(), number(t, "median"), number(t, "p95"), number(t, "longest"), number(t, "processor"));
    }
    std::printf("pick          %8.1f ms\n", number(out, "pick_ms"));
    if (const Json& pose = out.at("pose"); !pose.empty()) {
        std::printf("pose          %8.0f us   (shapes %.0f, matrices %.0f, courses %.0f): 1/%.0f of a default frame; all data of a frame %.0f us\n", number(pose, "all_us"), number(pose, "solve_us"), number(pose, "matrices_us"),
                    number(pose, "paths_us"), 1 / std::max(number(pose, "share_of_frame"), 1e-9), number(pose, "frame_data_us"));
    }
    const Json& idle = out.at("idle");
    std::printf("idle          %8.1f ms of processor in %.0f s (%d steps; one step without a change %.1f ms)\n", number(idle, "processor_ms"), number(idle, "seconds"), idle.at("steps").get<int>(), number(idle, "step_processor_ms"));
    std::printf("memory        %8.0f MB   peak so far %.0f MB\n", number(out, "memory_mb"), number(out, "peak_memory_mb"));
}

}  // namespace

int run_bench(const PictureOptions& options, const BenchOptions& bench, bool json)
{
    const double start = now_s();
    const Result<ProgramFiles> files = ProgramFiles::find();
    if (!files) return report(files.problems()), kExitBadInput;
    const fs::path model = options.model.empty() ? files->model : options.model;
    Result<Library> library = Library::load(*files, model, options.language);
    if (!library) return report(library.problems()), kExitBadInput;
    const double loaded = now_s();

    Json out = {{"size", {options.size.x, options.size.y}}, {"frames", bench.frames}, {"joints", library->model.joints.size()}, {"load_ms", 1e3 * (loaded - start)}};
    int times = 1;
    for (const int wanted : bench.sizes) {
        for (; times < wanted; times *= 4) library->take_model(made_finer(library->model));
        const double prepared = now_s();
        Result<std::unique_ptr<Studio>> studio = Studio::create(*library, *files, options.scale);
        if (!studio) return report(studio.problems()), kExitNoOpenGl;
        AppState first = initial_state(*library);
        first.settings.reduced_motion = true;
        (*studio)->seconds_to_draw(first, options.size);
        // A finer model is not read from a file: its reading counts as the model's own.
        const double first_ms = 1e3 * (now_s() - prepared + loaded - start);
        Json one = measure_all(**studio, *library, first, options.size, bench.frames);
        one["times"] = times;
        one["triangles"] = triangles_of(library->model);
        one["first_frame_ms"] = first_ms;
        if (!out.contains("gl")) {
            out["gl"] = (*studio)->gl();
            // The figures of the first size are also where they have always been.
            for (const auto& [key, value] : one.items()) out[key] = value;
        }
        out["sizes"].push_back(one);
    }
    if (json) {
        std::cout << out.dump(1) << "\n";
        return kExitDone;
    }
    std::printf("%s, %dx%d, %zu joints\nload          %8.1f ms\n", out["gl"].get<std::string>().c_str(), options.size.x, options.size.y, library->model.joints.size(), out["load_ms"].get<double>());
    for (const Json& one : out["sizes"]) print(one);
    return kExitDone;
}

}  // namespace genu
