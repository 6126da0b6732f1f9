#pragma once
// One command of every kind, with what must be done first for it to change the view.
#include "session/commands.hpp"

namespace genu::small {

struct Sample { Commands before; Command command; };

inline std::vector<Sample> samples()
{
    const StructureId soleus("muscle.soleus"), femur("bone.femur");
    const FindingId lump("symptom.lump_soft"), lung("symptom.g_lung");
    const Commands touring = {cmd::StartTour{TourId("tour.popliteal_fossa")}};
    const Commands asked = {cmd::StartQuiz{QuizKind::name_it, 7}};
    return {
        {{}, cmd::Select{soleus}}, {{}, cmd::Hover{soleus}}, {{}, cmd::Isolate{{soleus, femur}}}, {{}, cmd::Hide{{soleus}}}, {{}, cmd::Fade{{soleus}}},
        {{cmd::Hide{{soleus}}}, cmd::ShowAll{}}, {{}, cmd::SetLayer{5}}, {{}, cmd::SetXray{true}}, {{}, cmd::SetStrain{true}}, {{}, cmd::SetLabels{true}},
        {{}, cmd::SetSection{Section::y, -12.5}}, {{}, cmd::SetSectionPlane{{0.5f, 0.5f, 0.25f}, 10}}, {{}, cmd::SetSectionPreset{"axial_fossa"}},
        {{}, cmd::Spare{{soleus}}}, {{}, cmd::SetStyle{Style::print}}, {{}, cmd::SetAttachments{Attachments::all}}, {{}, cmd::SetTerritories{true}}, {{}, cmd::SetSide{true}},
        {{}, cmd::TurnTo{0.5, 0.25}}, {{}, cmd::SetOrthographic{true}}, {{}, cmd::SetView{"medial"}}, {{cmd::Select{soleus}}, cmd::FitSelected{}},
        {{}, cmd::Orbit{0.5, 0.25}}, {{}, cmd::Pan{{0.25f, -0.5f}}}, {{}, cmd::Zoom{0.5, {0.25f, 0.5f}}}, {{}, cmd::BeginGesture{"orbit"}}, {{}, cmd::EndGesture{}},
        {{}, cmd::ChooseCondition{ConditionId("condition.popliteal_cyst")}}, {{cmd::ChooseCondition{ConditionId("condition.popliteal_cyst")}}, cmd::CompareWith{ConditionId("condition.dvt")}}, {{}, cmd::Tick{lump, true}}, {{}, cmd::Deny{lung, true}},
        {{}, cmd::Skip{lung, true}}, {{}, cmd::Paint{{0.01f, 0.02f, -0.06f}, 14}}, {{cmd::Paint{{0.01f, 0.02f, -0.06f}, 14}}, cmd::ClearSpots{}},
        {{}, cmd::SetExploreStep{ExploreStep::where}}, {{}, cmd::SavePage{}}, {{}, cmd::TraceStructure{StructureId("nerve.tibial")}},
        {{}, cmd::PlayAction{StructureId("muscle.semimembranosus")}}, {{}, cmd::ShowMyth{MythId("myth.calf_joins_knee")}},
        {{}, cmd::StartQuiz{QuizKind::name_it, 7}}, {asked, cmd::AnswerQuiz{1}}, {asked, cmd::NextQuestion{}}, {asked, cmd::LeaveQuiz{}}, {{}, cmd::SetWelcome{true}},
        {{cmd::Tick{lump, true}}, cmd::ClearAnswers{}}, {{cmd::Tick{lung, true}}, cmd::DangerRead{true}}, {{}, cmd::SetPose{"knee_flexion", 45}},
        {{cmd::SetPose{"knee_flexion", 45}}, cmd::ResetPose{}}, {{}, cmd::ChooseExercise{ExerciseId("exercise.gastroc_wall")}},
        {{}, cmd::MuscleOrNerve{"straight_leg_raise", "neck"}}, {{}, cmd::SetPathology{StructureId("pathology.popliteal_cyst"), 35}}, {{}, cmd::SetHandles{false}},
        {{}, cmd::SetPlaying{true}}, {{}, cmd::Scrub{2.5}}, {{}, cmd::SetSpeed{0.5}}, {{}, cmd::StartTour{TourId("tour.popliteal_fossa")}}, {touring, cmd::TourStep{2}},
        {{}, cmd::SetPanel{Panel::motion, true}}, {{}, cmd::SetSearch{"baker"}}, {{}, cmd::SetRegister{true}}, {{}, cmd::SetLatin{true}}, {{}, cmd::SetTheme{true}},
        {{}, cmd::SetScale{1.5}}, {{}, cmd::SetReducedMotion{true}}, {{}, cmd::SetLanguage{"en"}}, {{}, cmd::SetTool{Tool::arrow}}, {{}, cmd::BeginNote{NoteKind::pen, soleus, {0, -0.2f, -0.05f}}},
        {{cmd::BeginNote{NoteKind::arrow, {}, {0, 0, 0}}}, cmd::ExtendNote{{}, {0, 0.1f, 0}}}, {{cmd::BeginNote{NoteKind::text, {}, {0, 0, 0}}}, cmd::WriteNote{0, "here"}},
        {{cmd::BeginNote{NoteKind::text, {}, {0, 0, 0}}}, cmd::EraseNote{0}}, {{cmd::BeginNote{NoteKind::text, {}, {0, 0, 0}}}, cmd::ClearNotes{}},
        {{}, cmd::SaveView{"For the tutorial", "inner side"}}, {{cmd::SaveView{"Soleus", ""}, cmd::Hide{{soleus}}}, cmd::OpenView{"soleus"}},
        {{}, cmd::RenameView{"soleus", "Calf", ""}}, {{cmd::SaveView{"Soleus", ""}}, cmd::DeleteView{"soleus"}}, {{}, cmd::OpenFile{"view.json"}},
        {{}, cmd::WriteHandout{"page.html"}}, {{}, cmd::WritePicture{{"cyst.png", 3840, 2160, true, false, true, Style::print}}}, {{}, cmd::WriteFilm{{{"turn.mp4", 1280, 720, true, true, false, Style::atlas}, FilmKind::mp4, true, 8, 12}}}, {{}, cmd::WriteText{"screen.txt"}}, {{}, cmd::CopyText{}}, {{}, cmd::Speak{}}, {{}, cmd::CancelWork{}}, {{}, cmd::RestoreSession{}}, {{}, cmd::Say{"saved"}}, {{}, cmd::Undo{}}, {{}, cmd::Redo{}}, {{}, cmd::Quit{}}};
}

}  // namespace genu::small
