// The real window: GLFW, the panels, the leg, and the pointer in the picture.
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <optional>
#include <utility>
#include <vector>

#include "app/errands.hpp"
#include "app/answers_page.hpp"
#include "app/desktop_folders.hpp"
#include "base/heap.hpp"
#include "app/imgui_session.hpp"
#include "app/keeper.hpp"
#include "app/label_aim.hpp"
#include "app/pace.hpp"
#include "app/picture.hpp"
#include "app/pointer.hpp"
#include "app/shelf.hpp"
#include "app/progress_file.hpp"
#include "app/system_wishes.hpp"
#include "app/ui_log.hpp"
#include "app/view_pictures.hpp"
#include "app/waiting.hpp"
#include "render/gl_context.hpp"
#include "render/gl_wait.hpp"
#include "render/renderer.hpp"
#include "scene/gltf.hpp"
#include "session/build_frame.hpp"
#include "session/compare.hpp"
#include "session/skin_points.hpp"
#include "ui/imgui_compat.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr double kFirstNearer = 0.68;    // the first picture, compared with the view from behind

/// Nothing was asked for on the command line, so the first page may greet.
bool is_plain_start(const PictureOptions& o)
{
    return o.condition.empty() && o.exercise.empty() && o.symptoms.empty() && o.select.empty() && o.script.empty() && o.open.empty() && o.view.empty() && o.isolate.empty();
}

std::string date_words()
{
    const std::time_t now = std::time(nullptr);
    char words[16];
    std::strftime(words, sizeof words, "%Y-%m-%d", std::localtime(&now));
    return words;
}

double seconds_now() { return glfwGetTime(); }

/// One picture of the leg: drawn while it changes, and look by look sharper when it rests.
struct LegPicture {
    OffscreenTarget target{{16, 16}};
    std::optional<Frame> drawn;
    LabelAim aim;
    Refinement refinement;
    bool sharp = false;
    double changed_at_s = 0;
    bool is_refining() const { return !sharp && refinement.looks() > 0; }
};

/// Where a pixel of the picture meets the plane through the camera's target that faces the eye.
glm::vec3 on_target_plane(const Camera& camera, const PixelRect& r, glm::ivec2 pixel)
{
    const glm::mat4 view = view_matrix(camera);
    const glm::vec3 right(view[0][0], view[1][0], view[2][0]), up(view[0][1], view[1][1], view[2][1]);
    const float unit = 2 * camera.distance_m * std::tan(0.5f * camera.fov_y_rad) / static_cast<float>(std::max(r.height, 1));
    const auto off = [](int at, int low, int size) { return static_cast<float>(at - low) - 0.5f * static_cast<float>(size); };
    return camera.target_m + right * (unit * off(pixel.x, r.x, r.width)) - up * (unit * off(pixel.y, r.y, r.height));
}

class Window {
public:
    Window(GLFWwindow* handle, Library library, Renderer renderer, const PictureOptions& options, ProgramFiles files, Keeper keeper, const Settings& settings)
        : handle_(handle), library_(std::move(library)), renderer_(std::move(renderer)), imgui_(pixel_scale(options.scale)), scale_(options.scale), files_(std::move(files)), keeper_(std::move(keeper)),
          shelf_(UserFolders::find(options.settings).data.empty() ? fs::path{} : UserFolders::find(options.settings).data / "views"), errands_(UserFolders::find(options.settings), options.model),
          progress_(UserFolders::find(options.settings).data / "learning.json")
    {
        state_ = initial_state(library_);
        state_.settings = settings;
        state_.around = {pictures_folder().string(), !find_program("img2webp").empty() || !find_program("ffmpeg").empty(), !find_program("ffmpeg").empty()};
        state_.last_session = keeper_.session(library_);
        Problems problems;
        state_.saved_views = shelf_.load(library_, problems);
        if (!problems.empty()) state_.message = to_text(problems);
        state_.welcome = !progress_.exists() && is_plain_start(options);
        if (state_.last_session && !state_.welcome && is_plain_start(options) && state_.message.empty()) state_.message = library_.texts("keep.offer");
        progress_.read(state_, library_.texts);
        glfwSetWindowUserPointer(handle_, this);
        glfwSetScrollCallback(handle_, [](GLFWwindow* w, double, double dy) { static_cast<Window*>(glfwGetWindowUserPointer(w))->pointer_.scrolled += dy; });
        glfwSetKeyCallback(handle_, [](GLFWwindow* w, int key, int, int action, int) {
            if (key >= 0 && action == GLFW_PRESS) static_cast<Window*>(glfwGetWindowUserPointer(w))->pressed_keys_.push_back(key);
        });
        glfwSetDropCallback(handle_, [](GLFWwindow* w, int count, const char** paths) {
            auto& dropped = static_cast<Window*>(glfwGetWindowUserPointer(w))->dropped_;
            for (int i = 0; i < count; ++i) dropped.push_back(cmd::OpenFile{paths[i]});
        });
        glfwSetWindowRefreshCallback(handle_, [](GLFWwindow* w) { static_cast<Window*>(glfwGetWindowUserPointer(w))->lively_ = kFramesAfterInput; });
        ImGui_ImplGlfw_InitForOpenGL(handle_, true);  // chains to the callbacks above
    }
    ~Window() { ImGui_ImplGlfw_Shutdown(); }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    int run(const Commands& first)
    {
        step(first, 0);  // lays out once, so that standard views are aimed for the real picture
        // Begins at the hollow of the knee, with as much of thigh and calf as it takes to know where one is.
        update(state_, library_, {cmd::SetView{"posterior"}}, 1);
        update(state_, library_, {cmd::Zoom{kFirstNearer, {0, 0}}}, 0);
        update(state_, library_, first, 1);
        state_.undo.clear();
        state_.redo.clear();
        double last = seconds_now();
        while (!glfwWindowShouldClose(handle_) && !state_.quit) {
            wait_for_something();
            const double now = seconds_now();
            step({}, std::min(now - last, 0.1));
            keep();
            run_errands();
            last = now;
        }
        keeper_.write_now(state_);
        return kExitDone;
    }

private:
    double pixel_scale(double option_scale) const
    {
        float x = 1, y = 1;
        glfwGetWindowContentScale(handle_, &x, &y);
        return option_scale * static_cast<double>(std::max(x, y));
    }

    // An idle window sleeps in the window system until something happens.
    void wait_for_something()
    {
        const bool is_sharp = first_.sharp && (!comparing() || second_.sharp);
        const bool is_refining = first_.is_refining() || (comparing() && second_.is_refining());
        const Waiting wait = waiting({is_moving(state_), lively_ > 0, is_sharp, is_refining, errands_.works(), keeper_.waits()});
        if (wait.kind == Waiting::Kind::not_at_all) {
            if (!is_moving(state_)) lively_ = std::max(0, lively_ - 1);
            return glfwPollEvents();
        }
        const double before = seconds_now();
        if (wait.kind == Waiting::Kind::a_while) glfwWaitEventsTimeout(wait.seconds);
        else glfwWaitEvents();
        // Until the picture is sharp only what happened meanwhile keeps the window awake.
        if (is_sharp || seconds_now() - before < wait.seconds) lively_ = kFramesAfterInput;
    }

    // What the state asks for outside of it; a model that was dropped here replaces the leg.
    void run_errands()
    {
        Errands::Outcome outcome = errands_.run(state_, library_);
        if (!outcome.clipboard.empty()) glfwSetClipboardString(handle_, outcome.clipboard.c_str());
        if (!outcome.model.empty()) open_model(outcome.model);
        bool first = true;
        for (SavedView& view : outcome.views) {
            const std::string id = put_on_shelf(std::move(view));
            if (first) outcome.commands.push_back(cmd::OpenView{id});
            first = false;
        }
        if (!outcome.commands.empty()) {
            update(state_, library_, outcome.commands, 0);
            lively_ = kFramesAfterInput;
        }
        Problems problems;
        const auto picture = [&]() -> std::optional<Image> { return first_.drawn ? std::optional<Image>(first_.target.read()) : std::nullopt; };
        if (shelf_.follow(state_, picture, problems)) lively_ = kFramesAfterInput;
        if (!problems.empty()) state_.message = to_text(problems.front());
        pictures_.follow(shelf_, state_.saved_views);
        if (errands_.works() != worked_) lively_ = kFramesAfterInput;
        worked_ = errands_.works();
    }

    /// The id under which it stands there: that of the same view, or a free one.
    std::string put_on_shelf(SavedView view)
    {
        const std::string word = view.id;
        for (int i = 2;; ++i) {
            const auto there = std::find_if(state_.saved_views.begin(), state_.saved_views.end(), [&](const SavedView& v) { return v.id == view.id; });
            if (there == state_.saved_views.end()) break;
            if (*there == view) return view.id;
            view.id = word + "_" + std::to_string(i);
        }
        state_.saved_views.push_back(view);
        return view.id;
    }

    void open_model(const fs::path& path)
    {
        Result<Model> model = read_gltf(path);
        if (!model) {
            state_.message = library_.texts("error.not_opened") + ": " + to_text(model.problems());
            return;
        }
        Result<Renderer> renderer = Renderer::create(*model, files_.shaders);
        if (!renderer) {
            state_.message = to_text(renderer.problems());
            return;
        }
        library_.take_model(std::move(model).value());
        renderer_ = std::move(renderer).value();
        first_.drawn.reset();
        second_.drawn.reset();
        lively_ = kFramesAfterInput;
    }

    // Settings and the session go to their files; what goes wrong there is said and is no reason to stop.
    void keep()
    {
        keeper_.watch(state_, seconds_now());
        const std::string words = keeper_.take_words(library_.texts);
        if (words.empty()) return;
        state_.message = words;
        lively_ = kFramesAfterInput;
    }

    void step(const Commands& first, double dt_s)
    {
        try {
            frame_step(first, dt_s);
            good_ = state_.view;
        } catch (const std::exception& error) {
            // Back to the last picture that worked; the reader keeps everything else.
            state_.view = good_;
            state_.message = library_.texts("error.step") + " (" + error.what() + ")";
            if (++failures_ > 3) throw;
        }
    }

    void frame_step(const Commands& first, double dt_s)
    {
        glm::ivec2 size;
        glfwGetFramebufferSize(handle_, &size.x, &size.y);
        if (size.x <= 0 || size.y <= 0) return;  // minimised: nothing to draw, nothing lost
        const double scale = pixel_scale(scale_) * state_.settings.ui_scale;
        imgui_.set_scale(scale, state_.settings.light_theme);
        for (const int key : held_keys_) compat::hold_key(key, glfwGetKey(handle_, key) == GLFW_PRESS);
        for (const int key : pressed_keys_) compat::hold_key(key, true);
        held_keys_ = std::exchange(pressed_keys_, {});
        if (!held_keys_.empty()) lively_ = kFramesAfterInput;
        imgui_.new_window_frame();
        Frame frame, second;
        build_frames(frame, second);
        UiOutput out = imgui_.ui().draw(state_, library_, frame, {size.x, size.y, scale, comparing() ? &second : nullptr, &pictures_.all()});
        imgui_.end_frame();

        if (out.picture_px.height > 0) state_.picture_aspect = static_cast<double>(out.picture_px.width) / out.picture_px.height;
        Commands commands = first;
        commands.insert(commands.end(), dropped_.begin(), dropped_.end());
        dropped_.clear();
        commands.insert(commands.end(), out.commands.begin(), out.commands.end());
        read_pointer(size);
        if (is_painting(state_)) pointer_.skin = [&](glm::ivec2 pixel) { return skin_place(frame, out, pixel); };
        else pointer_.skin = nullptr;
        const Commands pointed = pointer_.commands(out, [&](glm::ivec2 pixel) { return hit(half_at(out, pixel, frame, second), out, pixel).id; },
                                                   [&](glm::ivec2 pixel) { return hit(half_at(out, pixel, frame, second), out, pixel); });
        commands.insert(commands.end(), pointed.begin(), pointed.end());
        update(state_, library_, commands, dt_s);
        if (!commands.empty()) lively_ = kFramesAfterInput;
        pointer_.skin = nullptr;  // it looks into this frame
        follow_language();
        if (std::exchange(state_.page_wanted, false)) write_page();
        progress_.keep(state_, library_.texts);

        // Panels may have changed the view just now: the picture shows it in this very frame.
        if (!commands.empty() || is_moving(state_)) {
            build_frames(frame, second);
        }
        draw_leg(first_, frame, out.picture_px, false);
        first_.target.blit_to_default(out.picture_px, size.y);
        if (comparing() && out.second_px.width > 0) {
            draw_leg(second_, second, out.second_px, true);
            second_.target.blit_to_default(out.second_px, size.y);
        }
        imgui_.paint();
        glfwSwapBuffers(handle_);
        log_.write(state_, out);
    }

    // Words are content: another language is another library round the same model.
    void follow_language()
    {
        if (state_.settings.language == library_.texts.language()) return;
        const Result<ProgramFiles> files = ProgramFiles::find();
        const Result<Done> spoken = files ? library_.speak(*files, state_.settings.language) : Result<Done>(files.problems());
        if (spoken) return;
        state_.message = to_text(spoken.problems());
        state_.settings.language = library_.texts.language();
    }

    void read_pointer(glm::ivec2 size)
    {
        glm::ivec2 window(1);
        glfwGetWindowSize(handle_, &window.x, &window.y);
        double x = 0, y = 0;
        glfwGetCursorPos(handle_, &x, &y);
        const glm::dvec2 ratio(static_cast<double>(size.x) / std::max(window.x, 1), static_cast<double>(size.y) / std::max(window.y, 1));
        pointer_.position_px = glm::dvec2(x, y) * ratio;
        const auto down = [&](int button) { return glfwGetMouseButton(handle_, button) == GLFW_PRESS; };
        const auto key = [&](int k) { return glfwGetKey(handle_, k) == GLFW_PRESS; };
        pointer_.left = down(GLFW_MOUSE_BUTTON_LEFT);
        pointer_.right = down(GLFW_MOUSE_BUTTON_RIGHT) || down(GLFW_MOUSE_BUTTON_MIDDLE);
        pointer_.shift = key(GLFW_KEY_LEFT_SHIFT) || key(GLFW_KEY_RIGHT_SHIFT);
        pointer_.now_s = seconds_now();
        pointer_.tool = state_.tool;
    }

    bool comparing() const { return !state_.view.compare_with.is_none(); }

    void build_frames(Frame& frame, Frame& second)
    {
        frame = build_frame(state_, library_);
        first_.aim.apply(frame);
        if (!comparing()) return;
        second = build_frame(other_half(state_, library_), library_);
        second_.aim.apply(second);
    }

    const Frame& half_at(const UiOutput& out, glm::ivec2 pixel, const Frame& frame, const Frame& second) const
    {
        return comparing() && &part_at(out, pixel.x, pixel.y) == &out.second_px ? second : frame;
    }

    Pointer::Aimed hit(const Frame& frame, const UiOutput& out, glm::ivec2 pixel)
    {
        const PixelRect& r = part_at(out, pixel.x, pixel.y);
        const auto hit = renderer_.pick(frame, pixel - glm::ivec2(r.x, r.y), {r.width, r.height});
        if (hit) return {hit->id, hit->point_m};
        return {StructureId::none(), on_target_plane(frame.camera, r, pixel)};
    }

    /// Where the skin at rest is under a pixel.
    std::optional<glm::vec3> skin_place(const Frame& frame, const UiOutput& out, glm::ivec2 pixel)
    {
        const PixelRect& r = out.picture_px;
        const auto hit = renderer_.pick(frame, pixel - glm::ivec2(r.x, r.y), {r.width, r.height});
        if (!hit || hit->id != StructureId("region.skin")) return std::nullopt;
        return skin_point_at_rest(library_, frame.joints, hit->point_m * glm::vec3(frame.mirrored ? -1.0f : 1.0f, 1, 1));
    }

    /// The painted leg as it was seen, drawn for paper.
    HandoutPicture page_picture()
    {
        AppState state = state_;
        state.panel = Panel::explore;
        state.panel_open = true;
        state.explore_step = ExploreStep::where;
        state.settings.light_theme = true;
        constexpr glm::ivec2 size{800, 900};
        OffscreenTarget target(size);
        renderer_.set_quality(Quality::still());
        Frame frame = build_frame(state, library_);
        frame.labels.clear();
        renderer_.draw(frame, target);
        return {png_bytes(target.read()), {}};
    }

    void write_page()
    {
        const std::string date = date_words();
        const Result<std::string> css = read_text(library_.assets / "handout" / "page.css");
        const fs::path path = free_page_name(documents_folder(), date);
        const Result<Done> done = css ? write_whole(path, answers_page(state_, library_, page_picture(), *css, date)) : Result<Done>(css.problems());
        state_.message = done ? filled(library_.texts("explore.page_saved"), {path.string()}) : filled(library_.texts("explore.page_failed"), {done.problems().front().message});
        lively_ = kFramesAfterInput;
    }

    void draw_leg(LegPicture& leg, Frame frame, const PixelRect& rect, bool is_second)
    {
        const glm::ivec2 size(std::max(rect.width, 1), std::max(rect.height, 1));
        frame.labels.clear();  // drawn by the panels, not here
        const bool changed = !(leg.drawn && *leg.drawn == frame) || leg.target.size() != size;
        leg.target.resize(size);
        if (!changed) return refine(leg, frame, is_second);
        leg.changed_at_s = seconds_now();
        leg.sharp = false;
        leg.refinement.restart();
        renderer_.set_quality(pace_.moving());
        const double began_s = seconds_now();
        renderer_.draw(frame, leg.target);
        wait_for_gl();
        pace_.took(seconds_now() - began_s);
        leg.drawn = frame;
    }

    // One look for each step, so that whatever happens meanwhile is not kept waiting.
    void refine(LegPicture& leg, const Frame& frame, bool is_second)
    {
        if (leg.sharp) return;
        if (leg.refinement.looks() == 0) {
            if (seconds_now() - leg.changed_at_s < kSettleSeconds) return;
            look_for_labels(leg, leg.target.size(), is_second);
        }
        renderer_.refine(frame, leg.target, leg.refinement);
        wait_for_gl();
        leg.sharp = leg.refinement.is_done();
    }

    // Only at rest: while the leg turns, labels stay on the points they had.
    void look_for_labels(LegPicture& leg, glm::ivec2 size, bool is_second)
    {
        const Frame all = build_frame(is_second ? other_half(state_, library_) : state_, library_);
        if (all.labels.empty()) return;
        leg.aim.look(renderer_, all, static_cast<float>(size.x) / static_cast<float>(size.y));
        lively_ = kFramesAfterInput;
    }

    GLFWwindow* handle_;
    Library library_;
    Renderer renderer_;
    ImGuiSession imgui_;
    double scale_;
    ProgramFiles files_;
    Keeper keeper_;
    Shelf shelf_;
    Errands errands_;
    ViewPictures pictures_;
    ProgressFile progress_;
    AppState state_;
    ViewState good_;
    Pointer pointer_;
    Pace pace_;
    LegPicture first_, second_;
    Commands dropped_;                           // files dragged onto the window since the last frame
    bool worked_ = false;
    int lively_ = kFramesAfterInput;
    std::vector<int> pressed_keys_, held_keys_;  // since the last frame, and those shown to the panels in it
    int failures_ = 0;
    UiLog log_;
};

/// GLFW from start to end of the program.
struct GlfwLibrary {
    bool ok = glfwInit() == GLFW_TRUE;
    ~GlfwLibrary() { if (ok) glfwTerminate(); }
};

GLFWwindow* open_window(glm::ivec2 size)
{
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    GLFWwindow* window = glfwCreateWindow(size.x, size.y, "Genu", nullptr, nullptr);
    if (window) return window;
    glfwWindowHint(GLFW_CLIENT_API, GLFW_OPENGL_ES_API);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
    return glfwCreateWindow(size.x, size.y, "Genu", nullptr, nullptr);
}

std::vector<std::string> languages_of(const ProgramFiles& files)
{
    std::vector<std::string> languages;
    for (const fs::path& file : files_below(files.assets / "text", ".json")) {
        if (file.parent_path() == files.assets / "text") languages.push_back(file.stem().string());
    }
    return languages;
}

/// Before anything was chosen, the words are in the system's language where there is one of it, and still and light where
/// the desktop was told so.
Settings first_settings(const ProgramFiles& files, bool asks_system)
{
    Settings settings;
    const SystemWishes wishes = asks_system ? system_wishes() : SystemWishes{};
    settings.reduced_motion = wishes.reduced_motion.value_or(settings.reduced_motion);
    settings.light_theme = wishes.light_theme.value_or(settings.light_theme);
    const std::vector<std::string> languages = languages_of(files);
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (!value || !*value) continue;
        const std::string language = std::string(value).substr(0, 2);
        if (std::find(languages.begin(), languages.end(), language) != languages.end()) settings.language = language;
        break;
    }
    return settings;
}

int tour_instead(const PictureOptions& options)
{
    std::cerr << "genu: there is no display to open a window on.\n"
                 "  Drawing the guided tour to PNG files in ./genu-tour instead; single pictures: genu --screenshot out.png\n";
    return run_tour("genu-tour", options);
}

}  // namespace

int run_window(const PictureOptions& options)
{
    glfwSetErrorCallback([](int, const char*) {});  // said below, in words that help
    GlfwLibrary glfw;
    if (!glfw.ok) return tour_instead(options);

    Result<ProgramFiles> files = ProgramFiles::find();
    if (!files) return report(files.problems()), kExitBadInput;
    const fs::path model = options.model.empty() ? files->model : options.model;
    if (model.empty()) {
        report({{"leg.glb", "", "the leg has not been built", "run ./run once, or: genu-build leg -o leg.glb and set GENU_MODEL"}});
        return kExitBadInput;
    }
    Keeper keeper(UserFolders::find(options.settings));
    Settings settings = first_settings(*files, !keeper.has_settings());
    settings = keeper.settings(settings, languages_of(*files));
    if (options.language_given) settings.language = options.language;
    Result<Library> library = Library::load(*files, model, settings.language);
    if (!library) return report(library.problems()), kExitBadInput;
    const Result<Commands> commands = commands_from(options, *library);
    if (!commands) return report(commands.problems()), kExitBadInput;

    GLFWwindow* handle = open_window(options.size);
    if (!handle) {
        report({{"window", "", "no window with OpenGL 3.3 or OpenGL ES 3.0 could be opened", "install a graphics driver (Debian: libgl1-mesa-dri), or draw without a window: genu --screenshot out.png"}});
        return kExitNoOpenGl;
    }
    glfwMakeContextCurrent(handle);
    glfwSwapInterval(1);
    const Result<Done> loaded = load_gl(&glfwGetProcAddress);
    if (!loaded) return report(loaded.problems()), kExitNoOpenGl;
    Result<Renderer> renderer = Renderer::create(library->model, files->shaders);
    if (!renderer) return report(renderer.problems()), kExitNoOpenGl;
    int code = kExitDone;
    give_back_freed_memory();
    {
        Window window(handle, std::move(library).value(), std::move(renderer).value(), options, *files, std::move(keeper), settings);
        Commands first = *commands;
        if (!options.open.empty()) first.insert(first.begin(), cmd::OpenFile{options.open.string()});
        code = window.run(first);
    }
    glfwDestroyWindow(handle);
    return code;
}

}  // namespace genu
