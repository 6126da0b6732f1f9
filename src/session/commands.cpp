// The JSON form of commands. Each line of the table says how one command is written and read.
#include "session/commands.hpp"

#include <cmath>
#include <functional>
#include <map>

#include "base/suggest.hpp"

namespace genu {

const char* name_of(Panel panel)
{
    constexpr const char* names[] = {"explore", "explain", "learn", "motion"};
    return names[static_cast<std::size_t>(panel)];
}

const char* name_of(Style style)
{
    constexpr const char* names[] = {"atlas", "print", "safe"};
    return names[static_cast<std::size_t>(style)];
}

const char* name_of(FilmKind kind)
{
    constexpr const char* names[] = {"pictures", "webp", "gif", "mp4"};
    return names[static_cast<std::size_t>(kind)];
}

const char* name_of(Attachments shown)
{
    constexpr const char* names[] = {"none", "all", "selected"};
    return names[static_cast<std::size_t>(shown)];
}

const char* name_of(NoteKind kind)
{
    constexpr const char* names[] = {"pen", "arrow", "text"};
    return names[static_cast<std::size_t>(kind)];
}

const char* name_of(Tool tool)
{
    constexpr const char* names[] = {"none", "pen", "arrow", "text"};
    return names[static_cast<std::size_t>(tool)];
}

const char* name_of(ExploreStep step)
{
    constexpr const char* names[] = {"safety", "where", "questions", "result"};
    return names[static_cast<std::size_t>(step)];
}

namespace {

const std::vector<std::string> kNoteKinds = {"pen", "arrow", "text"};
const std::vector<std::string> kTools = {"none", "pen", "arrow", "text"};
const std::vector<std::string> kSteps = {"safety", "where", "questions", "result"};
const std::vector<std::string> kQuizzes = {"find_it", "name_it", "order", "loads", "points_away"};
const std::vector<std::string> kPanels = {"explore", "explain", "learn", "motion"};
const std::vector<std::string> kSections = {"none", "x", "y", "z"};
const std::vector<std::string> kStyles = {"atlas", "print", "safe"};
const std::vector<std::string> kFilmKinds = {"pictures", "webp", "gif", "mp4"};
const std::vector<std::string> kAttachments = {"none", "all", "selected"};

template <class IdType>
Json texts_of(const std::vector<IdType>& ids)
{
    Json list = Json::array();
    for (const IdType& id : ids) list.push_back(id.text());
    return list;
}

std::size_t one_of(const JsonView& at, const std::string& key, const std::vector<std::string>& names)
{
    const std::string name = at.text(key);
    for (std::size_t i = 0; i < names.size(); ++i) if (names[i] == name) return i;
    if (at.has(key)) at.at(key).complain("unknown " + key + " \"" + name + "\"", did_you_mean(name, names));
    return 0;
}

bool flag(const JsonView& at, const std::string& key = "on")
{
    at.at(key);
    return at.flag_or(key, false);
}

glm::vec3 point_of(const JsonView& at, const std::string& key)
{
    const std::vector<JsonView> v = at.at(key).items();
    if (v.size() != 3) {
        at.at(key).complain("must hold 3 numbers");
        return glm::vec3(0);
    }
    return glm::vec3(v[0].as_number(), v[1].as_number(), v[2].as_number()) * 1e-3f;
}

/// Millimetres to a hundredth: more would be noise in a saved view.
Json point_of(glm::vec3 m)
{
    const auto mm = [](float v) { return std::round(1e5 * static_cast<double>(v)) * 1e-2; };
    return Json::array({mm(m.x), mm(m.y), mm(m.z)});
}

glm::vec2 pair_of(const JsonView& at, const std::string& key)
{
    const std::vector<JsonView> v = at.at(key).items();
    if (v.size() != 2) {
        at.at(key).complain("must hold 2 numbers");
        return glm::vec2(0);
    }
    return {static_cast<float>(v[0].as_number()), static_cast<float>(v[1].as_number())};
}

glm::vec3 triple_of(const JsonView& at, const std::string& key)
{
    const std::vector<JsonView> v = at.at(key).items();
    if (v.size() != 3) {
        at.at(key).complain("must hold 3 numbers");
        return glm::vec3(0);
    }
    return {static_cast<float>(v[0].as_number()), static_cast<float>(v[1].as_number()), static_cast<float>(v[2].as_number())};
}

Json triple_of(glm::vec3 v) { return Json::array({v.x, v.y, v.z}); }

Json pair_of(glm::vec2 v) { return Json::array({v.x, v.y}); }

PictureWish picture_wish(const JsonView& at)
{
    PictureWish w;
    w.path = at.text_or("path", "");
    const auto side = [&](const char* key, int usual) {
        const double pixels = at.number_or(key, usual);
        if (pixels >= 16 && pixels <= kLargestPicture) return static_cast<int>(pixels);
        at.at(key).complain("must be 16 to " + std::to_string(kLargestPicture) + " pixels");
        return usual;
    };
    w.width = side("width", w.width);
    w.height = side("height", w.height);
    w.names = at.flag_or("names", true);
    w.legend = at.flag_or("legend", true);
    w.transparent = at.flag_or("transparent", false);
    if (at.has("style")) w.style = static_cast<Style>(one_of(at, "style", kStyles));
    return w;
}

Json picture_json(const char* name, const PictureWish& w)
{
    Json json{{"do", name}, {"path", w.path}, {"width", w.width}, {"height", w.height}, {"names", w.names}, {"legend", w.legend}, {"transparent", w.transparent}};
    if (w.style) json["style"] = name_of(*w.style);
    return json;
}

FilmWish film_wish(const JsonView& at)
{
    FilmWish f;
    f.picture = picture_wish(at);
    f.kind = static_cast<FilmKind>(one_of(at, "kind", kFilmKinds));
    f.exercise = at.flag_or("exercise", false);
    const auto within = [&](const char* key, double usual, double low, double high) {
        const double value = at.number_or(key, usual);
        if (value >= low && value <= high) return value;
        at.at(key).complain("is out of range");
        return usual;
    };
    f.seconds = within("seconds", f.seconds, 0.5, 120);
    f.frames_per_second = within("fps", f.frames_per_second, 1, 60);
    return f;
}

Json film_json(const FilmWish& f)
{
    Json json = picture_json("write_film", f.picture);
    json.update({{"kind", name_of(f.kind)}, {"exercise", f.exercise}, {"seconds", f.seconds}, {"fps", f.frames_per_second}});
    return json;
}

// Writing: one overload a command; the name of each is in kReaders below.
struct Writer {
    Json operator()(const cmd::Select& c) const { return {{"do", "select"}, {"id", c.id.text()}}; }
    Json operator()(const cmd::Hover& c) const { return {{"do", "hover"}, {"id", c.id.text()}}; }
    Json operator()(const cmd::Isolate& c) const { return {{"do", "isolate"}, {"ids", texts_of(c.ids)}}; }
    Json operator()(const cmd::Hide& c) const { return {{"do", "hide"}, {"ids", texts_of(c.ids)}}; }
    Json operator()(const cmd::Fade& c) const { return {{"do", "fade"}, {"ids", texts_of(c.ids)}}; }
    Json operator()(const cmd::ShowAll&) const { return {{"do", "show_all"}}; }
    Json operator()(const cmd::SetLayer& c) const { return {{"do", "set_layer"}, {"layer", c.layer}}; }
    Json operator()(const cmd::SetXray& c) const { return {{"do", "set_xray"}, {"on", c.on}}; }
    Json operator()(const cmd::SetStrain& c) const { return {{"do", "set_strain"}, {"on", c.on}}; }
    Json operator()(const cmd::SetLabels& c) const { return {{"do", "set_labels"}, {"on", c.on}}; }
    Json operator()(const cmd::SetSection& c) const
    {
        if (c.axis == Section::none) return {{"do", "no_section"}};
        return {{"do", "section"}, {"axis", kSections[static_cast<std::size_t>(c.axis)]}, {"mm", c.mm}};
    }
    Json operator()(const cmd::SetSectionPlane& c) const { return {{"do", "section_plane"}, {"normal", {c.normal.x, c.normal.y, c.normal.z}}, {"mm", c.mm}}; }
    Json operator()(const cmd::SetSectionPreset& c) const { return {{"do", "section_preset"}, {"name", c.name}}; }
    Json operator()(const cmd::Spare& c) const { return {{"do", "spare"}, {"ids", texts_of(c.ids)}}; }
    Json operator()(const cmd::SetStyle& c) const { return {{"do", "set_style"}, {"style", name_of(c.style)}}; }
    Json operator()(const cmd::SetAttachments& c) const { return {{"do", "set_attachments"}, {"show", name_of(c.shown)}}; }
    Json operator()(const cmd::SetTerritories& c) const { return {{"do", "set_territories"}, {"on", c.on}}; }
    Json operator()(const cmd::SetSide& c) const { return {{"do", "set_side"}, {"left", c.left}}; }
    Json operator()(const cmd::SetView& c) const { return {{"do", "set_view"}, {"name", c.name}}; }
    Json operator()(const cmd::TurnTo& c) const { return {{"do", "turn_to"}, {"yaw", c.yaw_rad}, {"pitch", c.pitch_rad}}; }
    Json operator()(const cmd::SetOrthographic& c) const { return {{"do", "set_orthographic"}, {"on", c.on}}; }
    Json operator()(const cmd::FitSelected&) const { return {{"do", "fit_selected"}}; }
    Json operator()(const cmd::Orbit& c) const { return {{"do", "orbit"}, {"yaw", c.yaw_rad}, {"pitch", c.pitch_rad}}; }
    Json operator()(const cmd::Pan& c) const { return {{"do", "pan"}, {"shift", pair_of(c.shift)}}; }
    Json operator()(const cmd::Zoom& c) const { return {{"do", "zoom"}, {"factor", c.factor}, {"cursor", pair_of(c.cursor_ndc)}}; }
    Json operator()(const cmd::BeginGesture& c) const { return {{"do", "begin_gesture"}, {"name", c.name}}; }
    Json operator()(const cmd::EndGesture&) const { return {{"do", "end_gesture"}}; }
    Json operator()(const cmd::ChooseCondition& c) const { return {{"do", "choose_condition"}, {"id", c.id.text()}}; }
    Json operator()(const cmd::CompareWith& c) const { return {{"do", "compare_with"}, {"id", c.id.text()}}; }
    Json operator()(const cmd::Tick& c) const { return {{"do", "tick"}, {"id", c.id.text()}, {"on", c.on}}; }
    Json operator()(const cmd::Deny& c) const { return {{"do", "deny"}, {"id", c.id.text()}, {"on", c.on}}; }
    Json operator()(const cmd::Skip& c) const { return {{"do", "skip"}, {"id", c.id.text()}, {"on", c.on}}; }
    Json operator()(const cmd::Paint& c) const { return {{"do", "paint"}, {"at_mm", point_of(c.rest_m)}, {"radius_mm", c.radius_mm}}; }
    Json operator()(const cmd::ClearSpots&) const { return {{"do", "clear_spots"}}; }
    Json operator()(const cmd::SetExploreStep& c) const { return {{"do", "set_explore_step"}, {"step", name_of(c.step)}}; }
    Json operator()(const cmd::SavePage&) const { return {{"do", "save_page"}}; }
    Json operator()(const cmd::ClearAnswers&) const { return {{"do", "clear_answers"}}; }
    Json operator()(const cmd::DangerRead& c) const { return {{"do", "danger_read"}, {"read", c.read}}; }
    Json operator()(const cmd::SetPose& c) const { return {{"do", "set_pose"}, {"joint", c.joint}, {"deg", c.deg}}; }
    Json operator()(const cmd::ResetPose&) const { return {{"do", "reset_pose"}}; }
    Json operator()(const cmd::ChooseExercise& c) const { return {{"do", "play_exercise"}, {"id", c.id.text()}}; }
    Json operator()(const cmd::MuscleOrNerve& c) const { return {{"do", "muscle_or_nerve"}, {"test", c.test}, {"move", c.move}}; }
    Json operator()(const cmd::SetPathology& c) const { return {{"do", "set_pathology"}, {"id", c.id.text()}, {"size", c.size}}; }
    Json operator()(const cmd::SetHandles& c) const { return {{"do", "set_handles"}, {"on", c.on}}; }
    Json operator()(const cmd::SetPlaying& c) const { return {{"do", "set_playing"}, {"on", c.on}}; }
    Json operator()(const cmd::Scrub& c) const { return {{"do", "scrub"}, {"t", c.t_s}}; }
    Json operator()(const cmd::SetSpeed& c) const { return {{"do", "set_speed"}, {"factor", c.factor}}; }
    Json operator()(const cmd::TraceStructure& c) const { return {{"do", "trace"}, {"id", c.id.text()}}; }
    Json operator()(const cmd::PlayAction& c) const { return {{"do", "play_action"}, {"id", c.id.text()}}; }
    Json operator()(const cmd::ShowMyth& c) const { return {{"do", "show_myth"}, {"id", c.id.text()}}; }
    Json operator()(const cmd::StartQuiz& c) const { return {{"do", "start_quiz"}, {"kind", kQuizzes[static_cast<std::size_t>(c.kind)]}, {"seed", c.seed}}; }
    Json operator()(const cmd::AnswerQuiz& c) const { return {{"do", "answer_quiz"}, {"choice", c.choice}}; }
    Json operator()(const cmd::NextQuestion&) const { return {{"do", "next_question"}}; }
    Json operator()(const cmd::LeaveQuiz&) const { return {{"do", "leave_quiz"}}; }
    Json operator()(const cmd::StartTour& c) const { return {{"do", "start_tour"}, {"id", c.id.text()}}; }
    Json operator()(const cmd::TourStep& c) const { return {{"do", "tour_step"}, {"step", c.step}}; }
    Json operator()(const cmd::SetPanel& c) const { return {{"do", "set_panel"}, {"panel", name_of(c.panel)}, {"open", c.open}}; }
    Json operator()(const cmd::SetWelcome& c) const { return {{"do", "set_welcome"}, {"on", c.on}}; }
    Json operator()(const cmd::SetSearch& c) const { return {{"do", "set_search"}, {"text", c.text}}; }
    Json operator()(const cmd::SetRegister& c) const { return {{"do", "set_register"}, {"clinical", c.clinical}}; }
    Json operator()(const cmd::SetLatin& c) const { return {{"do", "set_latin"}, {"on", c.on}, {"beside", c.beside}}; }
    Json operator()(const cmd::SetTheme& c) const { return {{"do", "set_theme"}, {"light", c.light}}; }
    Json operator()(const cmd::SetScale& c) const { return {{"do", "set_scale"}, {"factor", c.factor}}; }
    Json operator()(const cmd::SetReducedMotion& c) const { return {{"do", "set_reduced_motion"}, {"on", c.on}}; }
    Json operator()(const cmd::SetLanguage& c) const { return {{"do", "set_language"}, {"language", c.language}}; }
    Json operator()(const cmd::SetTool& c) const { return {{"do", "set_tool"}, {"tool", name_of(c.tool)}}; }
    Json operator()(const cmd::BeginNote& c) const { return {{"do", "begin_note"}, {"kind", name_of(c.kind)}, {"on", c.on.text()}, {"at", triple_of(c.at_m)}}; }
    Json operator()(const cmd::ExtendNote& c) const { return {{"do", "extend_note"}, {"on", c.on.text()}, {"at", triple_of(c.at_m)}}; }
    Json operator()(const cmd::WriteNote& c) const { return {{"do", "write_note"}, {"note", c.note}, {"text", c.text}}; }
    Json operator()(const cmd::EraseNote& c) const { return {{"do", "erase_note"}, {"note", c.note}}; }
    Json operator()(const cmd::ClearNotes&) const { return {{"do", "clear_notes"}}; }
    Json operator()(const cmd::SaveView& c) const { return {{"do", "save_view"}, {"name", c.name}, {"note", c.note}}; }
    Json operator()(const cmd::OpenView& c) const { return {{"do", "open_view"}, {"id", c.id}}; }
    Json operator()(const cmd::RenameView& c) const { return {{"do", "rename_view"}, {"id", c.id}, {"name", c.name}, {"note", c.note}}; }
    Json operator()(const cmd::DeleteView& c) const { return {{"do", "delete_view"}, {"id", c.id}}; }
    Json operator()(const cmd::OpenFile& c) const { return {{"do", "open_file"}, {"path", c.path}}; }
    Json operator()(const cmd::WriteHandout& c) const { return {{"do", "write_handout"}, {"path", c.path}}; }
    Json operator()(const cmd::WritePicture& c) const { return picture_json("write_picture", c.wish); }
    Json operator()(const cmd::WriteFilm& c) const { return film_json(c.wish); }
    Json operator()(const cmd::WriteText& c) const { return {{"do", "write_text"}, {"path", c.path}}; }
    Json operator()(const cmd::CopyText&) const { return {{"do", "copy_text"}}; }
    Json operator()(const cmd::Speak&) const { return {{"do", "speak"}}; }
    Json operator()(const cmd::CancelWork&) const { return {{"do", "cancel_work"}}; }
    Json operator()(const cmd::RestoreSession&) const { return {{"do", "restore_session"}}; }
    Json operator()(const cmd::Say& c) const { return {{"do", "say"}, {"message", c.message}}; }
    Json operator()(const cmd::Undo&) const { return {{"do", "undo"}}; }
    Json operator()(const cmd::Redo&) const { return {{"do", "redo"}}; }
    Json operator()(const cmd::Quit&) const { return {{"do", "quit"}}; }
};

using Reader = std::function<Command(const JsonView&)>;

const std::map<std::string, Reader>& readers()
{
    using V = const JsonView&;
    static const std::map<std::string, Reader> table = {
        {"select", [](V v) { return cmd::Select{StructureId(v.text("id"))}; }},
        {"hover", [](V v) { return cmd::Hover{StructureId(v.text("id"))}; }},
        {"isolate", [](V v) { return cmd::Isolate{read_ids<StructureId>(v, "ids")}; }},
        {"hide", [](V v) { return cmd::Hide{read_ids<StructureId>(v, "ids")}; }},
        {"fade", [](V v) { return cmd::Fade{read_ids<StructureId>(v, "ids")}; }},
        {"show_all", [](V) { return cmd::ShowAll{}; }},
        {"set_layer", [](V v) { return cmd::SetLayer{static_cast<int>(v.number("layer"))}; }},
        {"set_xray", [](V v) { return cmd::SetXray{flag(v)}; }},
        {"set_strain", [](V v) { return cmd::SetStrain{flag(v)}; }},
        {"set_labels", [](V v) { return cmd::SetLabels{flag(v)}; }},
        {"section", [](V v) { return cmd::SetSection{static_cast<Section>(one_of(v, "axis", kSections)), v.number("mm")}; }},
        {"no_section", [](V) { return cmd::SetSection{Section::none, 0}; }},
        {"section_plane", [](V v) { return cmd::SetSectionPlane{triple_of(v, "normal"), v.number("mm")}; }},
        {"section_preset", [](V v) { return cmd::SetSectionPreset{v.text("name")}; }},
        {"spare", [](V v) { return cmd::Spare{read_ids<StructureId>(v, "ids")}; }},
        {"set_style", [](V v) { return cmd::SetStyle{static_cast<Style>(one_of(v, "style", kStyles))}; }},
        {"set_attachments", [](V v) { return cmd::SetAttachments{static_cast<Attachments>(one_of(v, "show", kAttachments))}; }},
        {"set_territories", [](V v) { return cmd::SetTerritories{flag(v)}; }},
        {"set_side", [](V v) { return cmd::SetSide{flag(v, "left")}; }},
        {"set_view", [](V v) { return cmd::SetView{v.text("name")}; }},
        {"turn_to", [](V v) { return cmd::TurnTo{v.number("yaw"), v.number("pitch")}; }},
        {"set_orthographic", [](V v) { return cmd::SetOrthographic{flag(v)}; }},
        {"fit_selected", [](V) { return cmd::FitSelected{}; }},
        {"orbit", [](V v) { return cmd::Orbit{v.number("yaw"), v.number("pitch")}; }},
        {"pan", [](V v) { return cmd::Pan{pair_of(v, "shift")}; }},
        {"zoom", [](V v) { return cmd::Zoom{v.number("factor"), v.has("cursor") ? pair_of(v, "cursor") : glm::vec2(0)}; }},
        {"begin_gesture", [](V v) { return cmd::BeginGesture{v.text("name")}; }},
        {"end_gesture", [](V) { return cmd::EndGesture{}; }},
        {"choose_condition", [](V v) { return cmd::ChooseCondition{ConditionId(v.text("id"))}; }},
        {"compare_with", [](V v) { return cmd::CompareWith{ConditionId(v.text("id"))}; }},
        {"tick", [](V v) { return cmd::Tick{FindingId(v.text("id")), v.flag_or("on", true)}; }},
        {"deny", [](V v) { return cmd::Deny{FindingId(v.text("id")), v.flag_or("on", true)}; }},
        {"skip", [](V v) { return cmd::Skip{FindingId(v.text("id")), v.flag_or("on", true)}; }},
        {"paint", [](V v) { return cmd::Paint{point_of(v, "at_mm"), v.number("radius_mm")}; }},
        {"clear_spots", [](V) { return cmd::ClearSpots{}; }},
        {"set_explore_step", [](V v) { return cmd::SetExploreStep{static_cast<ExploreStep>(one_of(v, "step", kSteps))}; }},
        {"save_page", [](V) { return cmd::SavePage{}; }},
        {"clear_answers", [](V) { return cmd::ClearAnswers{}; }},
        {"danger_read", [](V v) { return cmd::DangerRead{flag(v, "read")}; }},
        {"set_pose", [](V v) { return cmd::SetPose{v.text("joint"), v.number("deg")}; }},
        {"reset_pose", [](V) { return cmd::ResetPose{}; }},
        {"play_exercise", [](V v) { return cmd::ChooseExercise{ExerciseId(v.text("id"))}; }},
        {"muscle_or_nerve", [](V v) { return cmd::MuscleOrNerve{v.text("test"), v.text_or("move", "")}; }},
        {"set_pathology", [](V v) { return cmd::SetPathology{StructureId(v.text("id")), v.number("size")}; }},
        {"set_handles", [](V v) { return cmd::SetHandles{flag(v)}; }},
        {"set_playing", [](V v) { return cmd::SetPlaying{flag(v)}; }},
        {"scrub", [](V v) { return cmd::Scrub{v.number("t")}; }},
        {"set_speed", [](V v) { return cmd::SetSpeed{v.number("factor")}; }},
        {"trace", [](V v) { return cmd::TraceStructure{StructureId(v.text("id"))}; }},
        {"play_action", [](V v) { return cmd::PlayAction{StructureId(v.text("id"))}; }},
        {"show_myth", [](V v) { return cmd::ShowMyth{MythId(v.text("id"))}; }},
        {"start_quiz", [](V v) { return cmd::StartQuiz{static_cast<QuizKind>(one_of(v, "kind", kQuizzes)), static_cast<std::uint32_t>(v.number("seed"))}; }},
        {"answer_quiz", [](V v) { return cmd::AnswerQuiz{static_cast<int>(v.number("choice"))}; }},
        {"next_question", [](V) { return cmd::NextQuestion{}; }},
        {"leave_quiz", [](V) { return cmd::LeaveQuiz{}; }},
        {"start_tour", [](V v) { return cmd::StartTour{TourId(v.text("id"))}; }},
        {"tour_step", [](V v) { return cmd::TourStep{static_cast<int>(v.number("step"))}; }},
        {"set_panel", [](V v) { return cmd::SetPanel{static_cast<Panel>(one_of(v, "panel", kPanels)), v.flag_or("open", true)}; }},
        {"set_welcome", [](V v) { return cmd::SetWelcome{flag(v)}; }},
        {"set_search", [](V v) { return cmd::SetSearch{v.text("text")}; }},
        {"set_register", [](V v) { return cmd::SetRegister{flag(v, "clinical")}; }},
        {"set_latin", [](V v) { return cmd::SetLatin{flag(v), v.flag_or("beside", false)}; }},
        {"set_theme", [](V v) { return cmd::SetTheme{flag(v, "light")}; }},
        {"set_scale", [](V v) { return cmd::SetScale{v.number("factor")}; }},
        {"set_reduced_motion", [](V v) { return cmd::SetReducedMotion{flag(v)}; }},
        {"set_language", [](V v) { return cmd::SetLanguage{v.text("language")}; }},
        {"set_tool", [](V v) { return cmd::SetTool{static_cast<Tool>(one_of(v, "tool", kTools))}; }},
        {"begin_note", [](V v) { return cmd::BeginNote{static_cast<NoteKind>(one_of(v, "kind", kNoteKinds)), StructureId(v.text_or("on", "")), triple_of(v, "at")}; }},
        {"extend_note", [](V v) { return cmd::ExtendNote{StructureId(v.text_or("on", "")), triple_of(v, "at")}; }},
        {"write_note", [](V v) { return cmd::WriteNote{static_cast<int>(v.number("note")), v.text("text")}; }},
        {"erase_note", [](V v) { return cmd::EraseNote{static_cast<int>(v.number("note"))}; }},
        {"clear_notes", [](V) { return cmd::ClearNotes{}; }},
        {"save_view", [](V v) { return cmd::SaveView{v.text("name"), v.text_or("note", "")}; }},
        {"open_view", [](V v) { return cmd::OpenView{v.text("id")}; }},
        {"rename_view", [](V v) { return cmd::RenameView{v.text("id"), v.text("name"), v.text_or("note", "")}; }},
        {"delete_view", [](V v) { return cmd::DeleteView{v.text("id")}; }},
        {"open_file", [](V v) { return cmd::OpenFile{v.text("path")}; }},
        {"write_handout", [](V v) { return cmd::WriteHandout{v.text_or("path", "")}; }},
        {"write_picture", [](V v) { return cmd::WritePicture{picture_wish(v)}; }},
        {"write_film", [](V v) { return cmd::WriteFilm{film_wish(v)}; }},
        {"write_text", [](V v) { return cmd::WriteText{v.text_or("path", "")}; }},
        {"copy_text", [](V) { return cmd::CopyText{}; }},
        {"speak", [](V) { return cmd::Speak{}; }},
        {"cancel_work", [](V) { return cmd::CancelWork{}; }},
        {"restore_session", [](V) { return cmd::RestoreSession{}; }},
        {"say", [](V v) { return cmd::Say{v.text("message")}; }},
        {"undo", [](V) { return cmd::Undo{}; }},
        {"redo", [](V) { return cmd::Redo{}; }},
        {"quit", [](V) { return cmd::Quit{}; }},
    };
    return table;
}

}  // namespace

Json to_json(const Command& command) { return std::visit(Writer{}, command); }

Result<Command> command_from_json(const Json& json, const std::string& file, const std::string& place)
{
    Problems problems;
    const JsonView view(json, file, place, problems);
    const std::string what = view.text("do");
    const auto found = readers().find(what);
    if (found == readers().end()) {
        std::vector<std::string> known;
        for (const auto& [name, reader] : readers()) known.push_back(name);
        if (problems.empty()) view.complain("unknown command \"" + what + "\"", did_you_mean(what, known));
        return problems;
    }
    Command command = found->second(view);
    if (!problems.empty()) return problems;
    return command;
}

Result<Commands> commands_from_json(const Json& json, const std::string& file)
{
    if (!json.is_array()) return Problem{file, "", "must be an array of commands", "for example [{\"do\": \"set_view\", \"name\": \"popliteal\"}]"};
    Commands commands;
    Problems problems;
    for (std::size_t i = 0; i < json.size(); ++i) {
        Result<Command> command = command_from_json(json[i], file, "/" + std::to_string(i));
        if (command) commands.push_back(std::move(command).value());
        else append(problems, command.problems());
    }
    if (!problems.empty()) return problems;
    return commands;
}

}  // namespace genu
