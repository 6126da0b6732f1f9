// The command line: what the options are called. What stands behind them is read in option_values.cpp.
#include "app/options.hpp"

#include <algorithm>
#include <iostream>

#include <CLI/CLI.hpp>

#include "app/option_values.hpp"
#include "app/picture.hpp"
#include "base/suggest.hpp"

namespace genu {

namespace {

constexpr const char* kAbout = "Genu: a 3D atlas of the knee and leg that explains pain behind the knee. It explains; it does not diagnose.";
constexpr const char* kExamples = R"(Examples:
  genu                                                    open the window
  genu --condition popliteal_cyst --view popliteal        start with a condition
  genu --screenshot knee.png --size 1600x1000 --layer 4 --labels
  genu --screenshot stretch.png --exercise exercise.gastroc_wall --time 6 --strain
  genu assess --symptoms loc_post_med,lump_soft,ag_extend
  genu pose --pose knee_flexion=90,ankle_dorsiflexion=10 --json
  genu show muscle.popliteus
  genu handout --condition popliteal_cyst -o cyst.html

Lists are separated by commas. Exit codes: 0 done, 2 something wrong with what was given,
3 no usable OpenGL, 1 anything else.)";

const std::vector<std::string> kKinds = {"structures", "conditions", "symptoms", "red-flags", "exercises", "myths", "rarer-causes", "views", "tours", "joints"};

/// The arguments as they were typed.
struct Typed {
    std::string positional, model, screenshot, size, scale, condition, compare, exercise, time, view, layer, section, select, side, script, open, theme, words, language, settings, style, cut, attachments, movie, frames_per_second, sizes;
    std::vector<std::string> symptoms, pose, isolate, hide, denied;
    std::string what, assets, output, frames;
    bool xray = false, labels = false, panel = false, strain = false, transparent = false, describe = false, json = false, accept_translations = false;
    bool bare = false, no_names = false, no_legend = false, turn = false, territories = false, orthographic = false;
};

class CommandLine {
public:
    CommandLine();
    ParsedOptions parse(int argc, const char* const* argv);

private:
    void add_picture_options();
    void add_text_commands();
    void add_work_commands();
    CLI::App* command(Options::Task task, const char* name, const char* about);
    void text(CLI::App& app, const char* name, std::string& into, const char* type, const char* about) { app.add_option(name, into, about)->type_name(type); }
    // One list for each time the option is given, so that what follows is not swallowed.
    void list(CLI::App& app, const char* name, std::vector<std::string>& into, const char* type, const char* about)
    {
        app.add_option(name, into, about)->type_name(type)->expected(1)->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
    void language(CLI::App& app) { text(app, "--language", typed_.language, "CODE", "language of the texts (en)"); }
    void words(CLI::App& app) { text(app, "--register", typed_.words, "plain|clinical", "everyday words, or terms and figures for professionals"); }
    void json(CLI::App& app) { app.add_flag("--json", typed_.json, "write JSON"); }
    void model(CLI::App& app) { text(app, "--model", typed_.model, "FILE.glb", "another model than the built leg"); }

    ParsedOptions failed(const Problems& problems) { return report(problems), ParsedOptions{std::nullopt, kExitBadInput}; }
    ParsedOptions unexpected();
    bool complain_of_command(OptionReader& reader, const std::string& word);
    std::vector<std::string> known_options(const CLI::App& app) const;
    Options read(OptionReader& reader);
    void read_picture(OptionReader& reader, PictureOptions& picture);
    void require(OptionReader& reader, const Options& options);

    CLI::App app_{kAbout, "genu"};
    Typed typed_;
    std::vector<std::pair<CLI::App*, Options::Task>> commands_;
};

CommandLine::CommandLine()
{
    app_.set_help_flag("-h,--help", "this page; genu COMMAND --help for a command");
    app_.set_version_flag("--version", std::string("genu ") + GENU_VERSION);
    app_.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    app_.footer(kExamples);
    app_.require_subcommand(0, 1);
    add_picture_options();
    add_text_commands();
    add_work_commands();
}

void CommandLine::add_picture_options()
{
    text(app_, "MODEL", typed_.positional, "FILE.glb", "a model to open instead of the built leg");
    model(app_);
    text(app_, "--screenshot", typed_.screenshot, "OUT.png", "draw one picture into a file, without a window");
    text(app_, "--size", typed_.size, "WxH", "pixels of the picture or window (1280x720)");
    text(app_, "--scale", typed_.scale, "S", "size of text and buttons, 0.5 to 8 (1)");
    text(app_, "--condition", typed_.condition, "ID", "show a condition");
    text(app_, "--compare", typed_.compare, "ID", "show another condition beside it, with the same camera");
    list(app_, "--symptoms", typed_.symptoms, "ID,ID", "tick findings");
    text(app_, "--exercise", typed_.exercise, "ID", "show a stretch or exercise");
    text(app_, "--time", typed_.time, "SECONDS", "moment of the exercise (0)");
    list(app_, "--pose", typed_.pose, "JOINT=DEG", "bend joints: knee_flexion=30,hip_flexion=10");
    text(app_, "--view", typed_.view, "NAME", "posterior anterior medial lateral popliteal superior whole");
    list(app_, "--isolate", typed_.isolate, "ID,ID", "show only these structures");
    list(app_, "--hide", typed_.hide, "ID,ID", "hide these structures");
    text(app_, "--layer", typed_.layer, "N", "outermost layer shown: 0 skin to 9 bones");
    app_.add_flag("--xray", typed_.xray, "see through everything but bone, nerves and vessels");
    text(app_, "--section", typed_.section, "AXIS=MM", "cut at x, y or z, in millimetres from the middle of the knee");
    text(app_, "--select", typed_.select, "ID", "select a structure");
    app_.add_flag("--labels", typed_.labels, "write names at structures");
    app_.add_flag("--panel", typed_.panel, "draw the panels into the picture too");
    app_.add_flag("--strain", typed_.strain, "colour by how much each structure lengthens");
    text(app_, "--side", typed_.side, "left|right", "which leg (right)");
    text(app_, "--script", typed_.script, "FILE.json", "commands to run first (docs/commands.md)");
    text(app_, "--open", typed_.open, "FILE.json", "begin with a saved view");
    text(app_, "--theme", typed_.theme, "light|dark", "colours of the program (dark)");
    text(app_, "--settings", typed_.settings, "DIR", "keep settings, session and views in this folder");
    text(app_, "--style", typed_.style, "NAME", "atlas, print (white with outlines) or safe (told apart without colour vision)");
    text(app_, "--cut", typed_.cut, "NAME", "a section from assets/views/sections.json: axial_joint_line, axial_fossa, …");
    text(app_, "--attachments", typed_.attachments, "all|selected", "paint origins red and insertions blue on the bones");
    app_.add_flag("--territories", typed_.territories, "show on the skin which nerve feels where");
    app_.add_flag("--orthographic", typed_.orthographic, "no perspective");
    app_.add_flag("--describe", typed_.describe, "say in words what the picture shows");
    app_.add_flag("--transparent", typed_.transparent, "no background in the picture");
    app_.add_flag("--bare", typed_.bare, "no names, legend or scale in the picture");
    app_.add_flag("--no-names", typed_.no_names, "no names or notes in the picture");
    app_.add_flag("--no-legend", typed_.no_legend, "no legend, scale or directions in the picture");
    words(app_);
    language(app_);
}

CLI::App* CommandLine::command(Options::Task task, const char* name, const char* about)
{
    CLI::App* app = app_.add_subcommand(name, about);
    commands_.emplace_back(app, task);
    return app;
}

void CommandLine::add_text_commands()
{
    CLI::App& list_command = *command(Options::Task::list, "list", "what there is: structures, conditions, symptoms, …");
    text(list_command, "KIND", typed_.what, "", "structures conditions symptoms red-flags exercises myths rarer-causes views tours joints");
    CLI::App& show = *command(Options::Task::show, "show", "everything known about one item");
    text(show, "ID", typed_.what, "", "its id, for example muscle.popliteus");
    CLI::App& assess = *command(Options::Task::assess, "assess", "structures and conditions to talk about, with reasons; red flags first");
    list(assess, "--symptoms", typed_.symptoms, "ID,ID", "findings that are there (genu list symptoms)");
    list(assess, "--denied", typed_.denied, "ID,ID", "questions answered with no");
    CLI::App& pose = *command(Options::Task::pose, "pose", "length, strain and moment arms of every path in a pose");
    list(pose, "--pose", typed_.pose, "JOINT=DEG", "knee_flexion=30,hip_flexion=10 (genu list joints)");
    for (CLI::App* app : {&list_command, &show}) model(*app);
    words(assess);
    for (CLI::App* app : {&list_command, &show, &assess, &pose}) {
        json(*app);
        language(*app);
    }
}

void CommandLine::add_work_commands()
{
    CLI::App& check = *command(Options::Task::check, "check", "all problems in content and model; exit code 2 if there are any");
    text(check, "--assets", typed_.assets, "DIR", "the content folder to check");
    check.add_flag("--accept-translations", typed_.accept_translations, "note that the texts of --language fit the English of today");
    model(check);
    json(check);
    language(check);
    CLI::App& bench = *command(Options::Task::bench, "bench", "how fast it is on this machine");
    text(bench, "--size", typed_.size, "WxH", "pixels of the picture (1280x720)");
    text(bench, "--frames", typed_.frames, "N", "frames for each scene (60)");
    text(bench, "--sizes", typed_.sizes, "1,4,16", "also with every triangle of the model made into 4 or 16 (1); 16 takes gigabytes");
    model(bench);
    json(bench);
    CLI::App& handout = *command(Options::Task::handout, "handout", "one page about a condition to take home");
    text(handout, "--condition", typed_.condition, "ID", "the condition (genu list conditions)");
    text(handout, "-o,--output", typed_.output, "FILE.html", "the page to write; FILE.pdf where a program is installed that makes one");
    text(handout, "--side", typed_.side, "left|right", "which leg the picture shows (right)");
    model(handout);
    language(handout);
    CLI::App& sequence = *command(Options::Task::sequence, "sequence", "a turn of the leg, or an exercise, as numbered PNG files; options of the picture go before the word");
    text(sequence, "-o,--output", typed_.output, "DIR", "the folder to write into (genu-sequence)");
    sequence.add_flag("--turn", typed_.turn, "turn the leg even where an exercise is shown");
    text(sequence, "--frames", typed_.frames, "N", "pictures of one turn (60); an exercise has as many as it lasts");
    text(sequence, "--fps", typed_.frames_per_second, "N", "pictures for each second (24)");
    text(sequence, "--movie", typed_.movie, "FILE", "also one moving picture: .webp (needs img2webp), .mp4 or .gif (need ffmpeg)");
    CLI::App& tour = *command(Options::Task::tour, "tour", "the guided tours as PNG files");
    text(tour, "-o,--output", typed_.output, "DIR", "the folder to write into (genu-tour)");
    text(tour, "--size", typed_.size, "WxH", "pixels of each picture (1280x720)");
    text(tour, "--scale", typed_.scale, "S", "size of text and buttons, 0.5 to 8 (1)");
    text(tour, "--theme", typed_.theme, "light|dark", "colours (dark)");
    words(tour);
    model(tour);
    language(tour);
}

std::vector<std::string> CommandLine::known_options(const CLI::App& app) const
{
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
        for (const std::string& name : option->get_snames()) names.push_back("-" + name);
    }
    return names;
}

// A first word that is neither a command nor looks like a file is a misspelt command.
bool CommandLine::complain_of_command(OptionReader& reader, const std::string& word)
{
    std::error_code error;
    const fs::path path(word);
    if (word.empty() || path.has_extension() || path.has_parent_path() || fs::exists(path, error)) return false;
    std::vector<std::string> names;
    for (const auto& [app, task] : commands_) names.push_back(app->get_name());
    const std::string suggestion = did_you_mean(word, names);
    reader.complain("", "unknown command \"" + word + "\"", suggestion.empty() ? "commands: " + joined_words(names) + "; or a model file that ends in .glb" : suggestion);
    return true;
}

ParsedOptions CommandLine::unexpected()
{
    OptionReader reader;
    const std::vector<CLI::App*> chosen = app_.get_subcommands();
    const CLI::App& where = chosen.empty() ? app_ : *chosen.front();
    if (chosen.empty() && complain_of_command(reader, typed_.positional)) return failed(reader.problems());
    for (const std::string& word : app_.remaining(true)) {
        const std::string name = word.substr(0, word.find('='));
        if (!word.starts_with('-')) reader.complain("", "nothing to do with \"" + word + "\"", "put quotes round a name that holds spaces, and commas between the entries of a list");
        else {
            const std::string suggestion = did_you_mean(name, known_options(where));
            reader.complain(chosen.empty() ? "" : "genu " + where.get_name(), "unknown option \"" + name + "\"",
                            suggestion.empty() ? "genu " + (chosen.empty() ? "" : where.get_name() + " ") + "--help lists the options" : suggestion);
        }
    }
    return failed(reader.problems());
}

void CommandLine::read_picture(OptionReader& reader, PictureOptions& picture)
{
    if (!typed_.positional.empty() && !complain_of_command(reader, typed_.positional)) picture.model = typed_.positional;
    if (!typed_.model.empty()) picture.model = typed_.model;
    picture.screenshot = typed_.screenshot;
    if (!typed_.size.empty()) picture.size = reader.size("--size", typed_.size);
    if (!typed_.scale.empty()) picture.scale = reader.number("--scale", typed_.scale, 0.5, 8);
    picture.condition = with_prefix(typed_.condition, "condition.");
    picture.compare = with_prefix(typed_.compare, "condition.");
    if (!picture.compare.empty() && picture.condition.empty()) reader.complain("--compare", "has nothing to be compared with", "name the first condition: --condition popliteal_cyst --compare dvt");
    picture.exercise = with_prefix(typed_.exercise, "exercise.");
    picture.view = typed_.view;
    picture.select = typed_.select;
    if (!typed_.side.empty()) picture.side = reader.one_of("--side", typed_.side, {"right", "left"});
    picture.symptoms = reader.list("--symptoms", typed_.symptoms, "symptom.");
    picture.isolate = reader.list("--isolate", typed_.isolate);
    picture.hide = reader.list("--hide", typed_.hide);
    if (!typed_.time.empty()) picture.time_s = reader.number("--time", typed_.time, 0, 3600);
    picture.pose_deg = reader.pose("--pose", typed_.pose);
    if (!typed_.layer.empty()) picture.layer = reader.whole_number("--layer", typed_.layer, 0, 9);
    if (!typed_.section.empty()) picture.section = reader.section("--section", typed_.section);
    picture.xray = typed_.xray;
    picture.labels = typed_.labels;
    picture.panel = typed_.panel;
    picture.strain = typed_.strain;
    picture.transparent = typed_.transparent;
    picture.names = !typed_.bare && !typed_.no_names;
    picture.legend = !typed_.bare && !typed_.no_legend;
    if (!typed_.style.empty()) picture.style = reader.one_of("--style", typed_.style, {"atlas", "print", "safe"});
    picture.cut = typed_.cut;
    if (!typed_.attachments.empty()) picture.attachments = reader.one_of("--attachments", typed_.attachments, {"none", "all", "selected"});
    picture.territories = typed_.territories;
    picture.orthographic = typed_.orthographic;
    picture.describe = typed_.describe;
    if (!typed_.theme.empty()) picture.light = reader.one_of("--theme", typed_.theme, {"dark", "light"}) == "light";
    if (!typed_.words.empty()) picture.clinical = reader.one_of("--register", typed_.words, {"plain", "clinical"}) == "clinical";
    if (!typed_.language.empty()) picture.language = typed_.language, picture.language_given = true;
    picture.script = typed_.script;
    picture.open = typed_.open;
    picture.settings = typed_.settings;
}

/// In growing order, so that the memory of each can be told.
std::vector<int> read_sizes(OptionReader& reader, const std::string& typed)
{
    std::vector<int> sizes;
    for (const std::string& word : reader.list("--sizes", {typed})) {
        if (word == "1" || word == "4" || word == "16") sizes.push_back(std::stoi(word));
        else reader.complain("--sizes", "a model \"" + word + "\" times as fine is not made", "any of 1, 4 and 16, with commas between");
    }
    std::sort(sizes.begin(), sizes.end());
    sizes.erase(std::unique(sizes.begin(), sizes.end()), sizes.end());
    return sizes;
}

Options CommandLine::read(OptionReader& reader)
{
    Options options;
    for (const auto& [app, task] : commands_) if (app->parsed()) options.task = task;
    read_picture(reader, options.picture);
    options.symptoms = options.picture.symptoms;
    options.denied = reader.list("--denied", typed_.denied, "symptom.");
    options.pose_deg = options.picture.pose_deg;
    options.what = options.task == Options::Task::handout ? options.picture.condition : typed_.what;
    options.assets = typed_.assets;
    options.output = typed_.output;
    options.accept_translations = typed_.accept_translations;
    if (!typed_.frames.empty()) options.frames = reader.whole_number("--frames", typed_.frames, 1, 10000);
    if (!typed_.frames_per_second.empty()) options.frames_per_second = reader.number("--fps", typed_.frames_per_second, 1, 120);
    if (!typed_.sizes.empty()) options.sizes = read_sizes(reader, typed_.sizes);
    options.movie = typed_.movie;
    options.turn = typed_.turn;
    options.json = typed_.json;
    require(reader, options);
    if (options.task == Options::Task::tour && options.output.empty()) options.output = "genu-tour";
    if (options.task == Options::Task::sequence && options.output.empty()) options.output = "genu-sequence";
    return options;
}

void CommandLine::require(OptionReader& reader, const Options& options)
{
    switch (options.task) {
        case Options::Task::list:
            if (options.what.empty()) reader.complain("genu list", "does not say what to list", "one of: " + joined_words(kKinds));
            else reader.one_of("genu list", options.what, kKinds);
            break;
        case Options::Task::show:
            if (options.what.empty()) reader.complain("genu show", "does not say what to show", "give an id, for example: genu show muscle.popliteus (genu list names them)");
            break;
        case Options::Task::assess:
            if (typed_.symptoms.empty()) reader.complain("genu assess", "--symptoms is missing", "for example: genu assess --symptoms loc_post_med,lump_soft (genu list symptoms)");
            break;
        case Options::Task::handout:
            if (options.what.empty()) reader.complain("genu handout", "--condition is missing", "for example: --condition popliteal_cyst (genu list conditions)");
            if (options.output.empty()) reader.complain("genu handout", "-o is missing", "name the page to write, for example: -o handout.html");
            break;
        case Options::Task::check:
            if (options.accept_translations && (options.picture.language.empty() || options.picture.language == "en")) reader.complain("genu check", "--accept-translations does not say of which language", "for example: genu check --language es --accept-translations");
            break;
        default: break;
    }
}

ParsedOptions CommandLine::parse(int argc, const char* const* argv)
{
    try {
        app_.parse(argc, argv);
    } catch (const CLI::ExtrasError&) {
        return unexpected();
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return {std::nullopt, app_.exit(error)};
        return failed({{"command line", "", error.what(), "genu --help lists every option"}});
    }
    OptionReader reader;
    Options options = read(reader);
    if (!reader.problems().empty()) return failed(reader.problems());
    return {options, kExitDone};
}

}  // namespace

ParsedOptions parse_options(int argc, const char* const* argv) { return CommandLine().parse(argc, argv); }

}  // namespace genu
