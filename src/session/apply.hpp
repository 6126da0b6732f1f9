#pragma once
// What each command does to the state: one overload a command, the bodies by idea in apply_*.cpp. Used by update() alone.
#include "session/commands.hpp"
#include "session/library.hpp"

namespace genu {

struct Apply {
    AppState& state;
    const Library& library;
    ViewState& view = state.view;

    // apply_view.cpp: what is looked at
    void operator()(const cmd::Select& c);
    void operator()(const cmd::Hover& c);
    void operator()(const cmd::Isolate& c);
    void operator()(const cmd::Hide& c);
    void operator()(const cmd::Fade& c);
    void operator()(const cmd::ShowAll& c);
    void operator()(const cmd::SetLayer& c);
    void operator()(const cmd::SetXray& c);
    void operator()(const cmd::SetStrain& c);
    void operator()(const cmd::SetLabels& c);
    void operator()(const cmd::SetSection& c);
    void operator()(const cmd::SetSectionPlane& c);
    void operator()(const cmd::SetSectionPreset& c);
    void operator()(const cmd::Spare& c);
    void operator()(const cmd::SetStyle& c);
    void operator()(const cmd::SetAttachments& c);
    void operator()(const cmd::SetTerritories& c);
    void operator()(const cmd::SetSide& c);

    // apply_camera.cpp
    void operator()(const cmd::SetView& c);
    void operator()(const cmd::TurnTo& c);
    void operator()(const cmd::SetOrthographic& c);
    void operator()(const cmd::FitSelected& c);
    void operator()(const cmd::Orbit& c);
    void operator()(const cmd::Pan& c);
    void operator()(const cmd::Zoom& c);

    // apply_condition.cpp: conditions and answers
    void operator()(const cmd::ChooseCondition& c);
    void operator()(const cmd::CompareWith& c);
    void operator()(const cmd::Tick& c);
    void operator()(const cmd::Deny& c);
    void operator()(const cmd::ClearAnswers& c);
    void operator()(const cmd::DangerRead& c);

    // apply_explore.cpp: where it hurts, and "not sure"
    void operator()(const cmd::Skip& c);
    void operator()(const cmd::Paint& c);
    void operator()(const cmd::ClearSpots& c);
    void operator()(const cmd::SetExploreStep& c);
    void operator()(const cmd::SavePage& c);

    // apply_learn.cpp: traces, actions, the quiz
    void operator()(const cmd::TraceStructure& c);
    void operator()(const cmd::PlayAction& c);
    void operator()(const cmd::ShowMyth& c);
    void operator()(const cmd::StartQuiz& c);
    void operator()(const cmd::AnswerQuiz& c);
    void operator()(const cmd::NextQuestion& c);
    void operator()(const cmd::LeaveQuiz& c);

    // apply_motion.cpp
    void operator()(const cmd::SetPose& c);
    void operator()(const cmd::ResetPose& c);
    void operator()(const cmd::ChooseExercise& c);
    void operator()(const cmd::SetPlaying& c);
    void operator()(const cmd::Scrub& c);
    void operator()(const cmd::SetSpeed& c);
    void operator()(const cmd::SetHandles& c);

    // apply_teaching.cpp: muscle or nerve, shapes of disease
    void operator()(const cmd::MuscleOrNerve& c);
    void operator()(const cmd::SetPathology& c);

    // apply_tour.cpp
    void operator()(const cmd::StartTour& c);
    void operator()(const cmd::TourStep& c);

    // apply_notes.cpp: on the picture
    void operator()(const cmd::SetTool& c);
    void operator()(const cmd::BeginNote& c);
    void operator()(const cmd::ExtendNote& c);
    void operator()(const cmd::WriteNote& c);
    void operator()(const cmd::EraseNote& c);
    void operator()(const cmd::ClearNotes& c);

    // apply_shelf.cpp: saved views, and what goes into files
    void operator()(const cmd::SaveView& c);
    void operator()(const cmd::OpenView& c);
    void operator()(const cmd::RenameView& c);
    void operator()(const cmd::DeleteView& c);
    void operator()(const cmd::OpenFile& c);
    void operator()(const cmd::WriteHandout& c);
    void operator()(const cmd::WritePicture& c);
    void operator()(const cmd::WriteFilm& c);
    void operator()(const cmd::WriteText& c);
    void operator()(const cmd::CopyText& c);
    void operator()(const cmd::Speak& c);
    void operator()(const cmd::CancelWork& c);

    // apply_program.cpp: settings, panels, undo
    void operator()(const cmd::SetPanel& c);
    void operator()(const cmd::SetWelcome& c);
    void operator()(const cmd::SetSearch& c);
    void operator()(const cmd::SetRegister& c);
    void operator()(const cmd::SetLatin& c);
    void operator()(const cmd::SetTheme& c);
    void operator()(const cmd::SetScale& c);
    void operator()(const cmd::SetReducedMotion& c);
    void operator()(const cmd::SetLanguage& c);
    void operator()(const cmd::RestoreSession& c);
    void operator()(const cmd::Say& c);
    void operator()(const cmd::Undo& c);
    void operator()(const cmd::Redo& c);
    void operator()(const cmd::Quit& c);

    // update.cpp: gestures are handled round the others
    void operator()(const cmd::BeginGesture&) {}
    void operator()(const cmd::EndGesture&) {}

    // Shared by several of them.
    bool known(const StructureId& id);  ///< else says so
    bool known(const std::vector<StructureId>& ids);
    void fly_to(const Camera& to);      ///< eases there, or is there at once with reduced motion
    void keep_in_picture(const ViewState& before);  ///< after the pose changed: what was seen then is seen now
    void show_everything();
    void assess_again();
    void feel_again();                  ///< after the painted spots changed: what lies beneath, which places are meant
    void leave_quiz();
};

}  // namespace genu
