#pragma once
// Everything that can change while Genu runs, as one value: a copy of `ViewState` is an undo step.
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "clinical/assess.hpp"
#include "motion/pose.hpp"
#include "scene/camera.hpp"
#include "session/pain_spot.hpp"
#include "session/picture_wish.hpp"
#include "session/progress.hpp"
#include "session/quiz_state.hpp"

namespace genu {

enum class Section : std::uint8_t { none, x, y, z, plane };   ///< sagittal, axial, coronal, free
enum class Attachments : std::uint8_t { none, all, selected };  ///< painted origins and insertions: of whom
const char* name_of(Attachments shown);
enum class Panel : std::uint8_t { explore, explain, learn, motion };
const char* name_of(Panel panel);
enum class ExploreStep : std::uint8_t { safety, where, questions, result };  ///< in the order in which a patient is led
const char* name_of(ExploreStep step);

enum class NoteKind : std::uint8_t { pen, arrow, text };
const char* name_of(NoteKind kind);
enum class Tool : std::uint8_t { none, pen, arrow, text };  ///< what a drag in the picture does; none: turns the leg
const char* name_of(Tool tool);

/// A point of a note: on a structure it moves with it, else it stays where it is in space.
struct NotePoint {
    StructureId on;
    glm::vec3 at_m{0};   ///< of a right leg at rest where it lies on a structure, else in the right leg's space as it was posed
    bool operator==(const NotePoint&) const = default;
};

/// What somebody drew or wrote on the picture. An arrow has its tip last.
struct Note {
    NoteKind kind = NoteKind::pen;
    std::vector<NotePoint> points;
    std::string text;
    bool operator==(const Note&) const = default;
};

/// Muscle or nerve: a test in which one joint alone moves. `from`: the pose in which it began to, what lengths are compared with.
struct Tension {
    std::string test, move;              ///< empty: no test is on
    Pose from;
    bool is_on() const { return !test.empty(); }
    bool operator==(const Tension&) const = default;
};

/// What the picture shows and the reader has said: everything that undo brings back.
struct ViewState {
    Camera camera;
    std::set<StructureId> hidden;
    std::set<StructureId> faded;
    std::set<StructureId> isolated;      ///< empty: everything
    StructureId selected;
    int layer = 1;                       ///< layers below this number are peeled off (1: the skin is)
    bool xray = false;
    bool strain = false;                 ///< colours mean length change
    bool labels = false;
    Section section = Section::none;
    double section_mm = 0;
    glm::vec3 section_normal{0, 1, 0};   ///< of a free plane, towards what is taken away; x lateral, y up, z forward
    std::set<StructureId> spared;        ///< stay whole where the section cuts
    Style style = Style::atlas;
    Attachments attachments = Attachments::none;
    bool territories = false;            ///< the skin shows which nerve feels where
    bool left_side = false;
    ConditionId condition;               ///< chosen scene
    ConditionId compare_with;            ///< shown beside the condition, with the same camera
    Answers answers;
    std::set<FindingId> skipped;         ///< questions answered with "not sure": neither yes nor no
    std::vector<PainSpot> spots;         ///< where it hurts, painted on the skin
    std::set<FindingId> placed;          ///< ticked because a spot lies there, until the reader says otherwise
    bool danger_read = false;            ///< "I have read this" below an emergency banner
    Pose pose;                           ///< set by sliders and scenes; an exercise overrides it while chosen
    ExerciseId exercise;
    StructureId action;                  ///< the muscle whose action is played; none with an exercise
    MythId myth;                         ///< shown on the leg
    StructureId traced;                  ///< lit with its course and all it supplies
    Tension tension;
    std::map<StructureId, double> pathology;  ///< shapes of disease that are shown, with their size (mm; ml for an effusion)
    bool handles = true;                 ///< rings to drag at the joints, while the Motion panel is open
    TourId tour;
    int tour_step = 0;
    std::vector<Note> notes;
    std::set<std::string> deleted_views; ///< saved views taken off the shelf: undo puts them back
    std::optional<QuizState> quiz;
    bool operator==(const ViewState&) const = default;
};

/// Runs with the clock or the pointer; not undone.
struct Playback {
    double t_s = 0;
    double speed = 1;
    bool playing = false;
    bool operator==(const Playback&) const = default;
};

/// How the program looks to this reader; kept between sessions, not undone.
struct Settings {
    bool clinical_register = false;
    bool latin = false;
    bool latin_beside = false;  ///< the Latin name under the everyday one, not in its place
    bool light_theme = false;
    bool reduced_motion = false;
    double ui_scale = 1;                 ///< 1 … 2.5
    std::string language = "en";
    bool operator==(const Settings&) const = default;
};

/// A view kept by name. Its id is its file's name without the ending.
struct SavedView {
    std::string id, name, note;
    ViewState view;
    bool operator==(const SavedView&) const = default;
};

/// Something that lies outside of the state: the program does it after the step and says what came of it.
struct Errand {
    enum class Kind : std::uint8_t { open_file, write_handout, write_text, write_picture, write_film, copy_text, speak, cancel };
    Kind kind = Kind::copy_text;
    std::string text;   ///< a path, or what to speak; may be empty
    FilmWish film;      ///< of write_film; of write_picture its picture
    bool operator==(const Errand&) const = default;
};

/// Where the session before this one ended.
struct LastSession {
    ViewState view;
    Panel panel = Panel::explain;
    bool operator==(const LastSession&) const = default;
};

struct Flight {  ///< a camera move that eases towards `to`
    Camera from, to;
    double t_s = 0;
    bool operator==(const Flight&) const = default;
};

struct AppState {
    ViewState view;
    Playback playback;
    Settings settings;
    Panel panel = Panel::explain;
    bool panel_open = true;
    ExploreStep explore_step = ExploreStep::safety;
    bool welcome = false;                ///< the three doors lie over the window
    bool page_wanted = false;            ///< the app writes the page for the appointment and takes this back
    std::string search;
    StructureId hovered;
    std::optional<Flight> flight;
    Assessment assessment;               ///< of view.answers; kept by update()
    std::optional<LastSession> last_session;  ///< to go back to on demand
    std::vector<SavedView> saved_views;       ///< with the deleted ones, until the program ends
    Tool tool = Tool::none;
    std::vector<Errand> errands;
    std::string busy;                    ///< long work that goes on outside, as a sentence; empty: none
    double busy_share = -1;              ///< how far it has come, 0 … 1; below 0: not known
    SystemMeans around;
    std::vector<Beneath> beneath;        ///< of view.spots; kept by update()
    Progress progress;                   ///< of the quiz; kept between sessions by the app
    int today = 0;                       ///< days since 1970-01-01, set by the app
    std::string message;                 ///< one line to the reader (an error, "saved …"); empty: none
    double picture_aspect = 1.6;         ///< width / height of the picture, for fitting
    std::vector<ViewState> undo, redo;
    std::string gesture;                 ///< name of the drag in progress: its steps are one undo step
    std::optional<ViewState> gesture_start;
    bool quit = false;
};

/// The skin is whole and takes paint: "where does it hurt?" is open.
inline bool is_painting(const AppState& state)
{
    return state.panel_open && state.panel == Panel::explore && state.explore_step == ExploreStep::where;
}

/// A ring at a joint is being dragged in the picture: the picture keeps still under the pointer.
inline bool is_handle_drag(const AppState& state) { return state.gesture.starts_with("handle."); }

/// A question waits for its answer: names that would give it away are not shown.
inline bool question_is_open(const AppState& state) { return state.view.quiz && !state.view.quiz->is_answered(); }

}  // namespace genu
