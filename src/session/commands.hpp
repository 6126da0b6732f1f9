#pragma once
// Everything a user can do. Mouse, keyboard, command line, scripts, tours and tests all use these.
#include <string>
#include <variant>
#include <vector>

#include "base/json.hpp"
#include "session/app_state.hpp"

namespace genu {
namespace cmd {

struct Select { StructureId id; };                   ///< none: select nothing
struct Hover { StructureId id; };
struct Isolate { std::vector<StructureId> ids; };    ///< again with the same ids: back to everything
struct Hide { std::vector<StructureId> ids; };
struct Fade { std::vector<StructureId> ids; };       ///< toggles
struct ShowAll {};                                   ///< nothing hidden, faded, isolated; no condition, section, x-ray
struct SetLayer { int layer; };
struct SetXray { bool on; };
struct SetStrain { bool on; };
struct SetLabels { bool on; };
struct SetSection { Section axis; double mm; };      ///< mm along the axis in the leg's frame (x lateral, y up, z forward)
struct SetSectionPlane { glm::vec3 normal; double mm; };  ///< any plane; x lateral, y up, z forward; what lies beyond is taken away
struct SetSectionPreset { std::string name; };       ///< a cut from assets/views/sections.json, with its view
struct Spare { std::vector<StructureId> ids; };      ///< toggles: stays whole where the section cuts
struct SetStyle { Style style; };
struct SetAttachments { Attachments shown; };
struct SetTerritories { bool on; };
struct SetSide { bool left; };
struct SetView { std::string name; };                ///< flies to a standard view
struct TurnTo { double yaw_rad, pitch_rad; };        ///< flies round the middle to look from there
struct SetOrthographic { bool on; };
struct FitSelected {};
struct Orbit { double yaw_rad, pitch_rad; };
struct Pan { glm::vec2 shift; };
struct Zoom { double factor; glm::vec2 cursor_ndc; };
struct BeginGesture { std::string name; };           ///< what follows until EndGesture is one undo step
struct EndGesture {};
struct ChooseCondition { ConditionId id; };          ///< none: leaves the scene
struct CompareWith { ConditionId id; };              ///< none: one picture again
struct Tick { FindingId id; bool on; };
struct Deny { FindingId id; bool on; };              ///< "no" to a question
struct Skip { FindingId id; bool on; };              ///< "not sure"
struct ClearAnswers {};
struct Paint { glm::vec3 rest_m; double radius_mm; };  ///< it hurts here: a place on the skin of the leg at rest
struct ClearSpots {};
struct SetExploreStep { ExploreStep step; };
struct SavePage {};                                  ///< the page for the appointment, into the documents folder
struct DangerRead { bool read; };
struct SetPose { std::string joint; double deg; };
struct ResetPose {};
struct ChooseExercise { ExerciseId id; };            ///< none: stops and goes back to the pose before
struct MuscleOrNerve { std::string test, move; };    ///< only this joint moves from here on; the same again: back to the start; none: leaves it
struct SetPathology { StructureId id; double size; }; ///< shows it at this size; 0: gone
struct SetHandles { bool on; };                      ///< rings to drag at the joints
struct SetPlaying { bool on; };
struct Scrub { double t_s; };
struct SetSpeed { double factor; };
struct TraceStructure { StructureId id; };           ///< none, or the same again: nothing is traced
struct PlayAction { StructureId id; };               ///< a muscle moves its joints; none: stops
struct ShowMyth { MythId id; };                      ///< what is said wrongly, as the leg shows it; none: leaves it
struct StartQuiz { QuizKind kind; std::uint32_t seed; };
struct AnswerQuiz { int choice; };                   ///< counted from 0; an order takes one after the other
struct NextQuestion {};
struct LeaveQuiz {};
struct StartTour { TourId id; };                     ///< none: leaves it
struct TourStep { int step; };
struct SetPanel { Panel panel; bool open; };
struct SetWelcome { bool on; };                      ///< the three doors
struct SetSearch { std::string text; };
struct SetRegister { bool clinical; };
struct SetLatin { bool on; bool beside = false; };  ///< `beside`: under the everyday name, not in its place
struct SetTheme { bool light; };
struct SetScale { double factor; };
struct SetReducedMotion { bool on; };
struct SetLanguage { std::string language; };       ///< "en", "es", …: one of Library::languages
struct SetTool { Tool tool; };
struct BeginNote { NoteKind kind; StructureId on; glm::vec3 at_m; };  ///< in the picture's space: a left leg is mirrored
struct ExtendNote { StructureId on; glm::vec3 at_m; };                ///< the last note goes on to here; an arrow's tip moves
struct WriteNote { int note; std::string text; };
struct EraseNote { int note; };
struct ClearNotes {};
struct SaveView { std::string name, note; };
struct OpenView { std::string id; };
struct RenameView { std::string id, name, note; };
struct DeleteView { std::string id; };
struct OpenFile { std::string path; };               ///< a saved view, a script, a model, a folder of these
struct WriteHandout { std::string path; };           ///< of the condition shown; empty: among the reader's own files
struct WritePicture { PictureWish wish; };           ///< of what is shown, without the panels
struct WriteFilm { FilmWish wish; };
struct WriteText { std::string path; };              ///< what is on the screen, in words
struct CopyText {};
struct Speak {};
struct CancelWork {};                                ///< of what takes long
struct RestoreSession {};                            ///< back to where the last session ended
struct Say { std::string message; };
struct Undo {};
struct Redo {};
struct Quit {};

}  // namespace cmd

using Command = std::variant<cmd::Select, cmd::Hover, cmd::Isolate, cmd::Hide, cmd::Fade, cmd::ShowAll, cmd::SetLayer, cmd::SetXray,
    cmd::SetStrain, cmd::SetLabels, cmd::SetSection, cmd::SetSectionPlane, cmd::SetSectionPreset, cmd::Spare, cmd::SetStyle, cmd::SetAttachments,
    cmd::SetTerritories, cmd::SetSide, cmd::SetView, cmd::TurnTo, cmd::SetOrthographic, cmd::FitSelected, cmd::Orbit, cmd::Pan, cmd::Zoom,
    cmd::BeginGesture, cmd::EndGesture, cmd::ChooseCondition, cmd::CompareWith, cmd::Tick, cmd::Deny, cmd::Skip, cmd::ClearAnswers,
    cmd::Paint, cmd::ClearSpots, cmd::SetExploreStep, cmd::SavePage, cmd::DangerRead,
    cmd::SetPose, cmd::ResetPose, cmd::ChooseExercise, cmd::MuscleOrNerve, cmd::SetPathology, cmd::SetHandles, cmd::SetPlaying, cmd::Scrub, cmd::SetSpeed,
    cmd::TraceStructure, cmd::PlayAction, cmd::ShowMyth, cmd::StartQuiz, cmd::AnswerQuiz, cmd::NextQuestion, cmd::LeaveQuiz, cmd::StartTour, cmd::TourStep,
    cmd::SetPanel, cmd::SetWelcome, cmd::SetSearch, cmd::SetRegister, cmd::SetLatin, cmd::SetTheme, cmd::SetScale, cmd::SetReducedMotion, cmd::SetLanguage,
    cmd::SetTool, cmd::BeginNote, cmd::ExtendNote, cmd::WriteNote, cmd::EraseNote, cmd::ClearNotes,
    cmd::SaveView, cmd::OpenView, cmd::RenameView, cmd::DeleteView, cmd::OpenFile, cmd::WriteHandout, cmd::WritePicture, cmd::WriteFilm, cmd::WriteText, cmd::CopyText, cmd::Speak, cmd::CancelWork,
    cmd::RestoreSession, cmd::Say,
    cmd::Undo, cmd::Redo, cmd::Quit>;

using Commands = std::vector<Command>;

/// {"do": "choose_condition", "id": "condition.popliteal_cyst"}; docs/commands.md lists them all.
Json to_json(const Command& command);
Result<Command> command_from_json(const Json& json, const std::string& file, const std::string& place);
/// A script is an array of commands; every wrong one is reported.
Result<Commands> commands_from_json(const Json& json, const std::string& file);

}  // namespace genu
