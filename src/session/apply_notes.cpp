#include "session/apply.hpp"
#include "session/notes.hpp"
#include "session/scene_math.hpp"
#include "session/update.hpp"

namespace genu {

namespace {

constexpr std::size_t kMostNotes = 200, kMostPoints = 2000;

NotePoint point_of(const AppState& state, const Library& library, const StructureId& on, glm::vec3 at_m)
{
    const Pose pose = current_pose(state, library);
    return anchored(library, joint_matrices(library, pose, root_motion(state, library, pose)), on, at_m * mirror_of(state.view));
}

Note* note_of(ViewState& view, int index)
{
    return index >= 0 && static_cast<std::size_t>(index) < view.notes.size() ? &view.notes[static_cast<std::size_t>(index)] : nullptr;
}

}  // namespace

void Apply::operator()(const cmd::SetTool& c) { state.tool = c.tool; }

void Apply::operator()(const cmd::BeginNote& c)
{
    if (view.notes.size() >= kMostNotes) {
        state.message = library.texts("notes.too_many");
        return;
    }
    view.notes.push_back({c.kind, {point_of(state, library, c.on, c.at_m)}, ""});
}

void Apply::operator()(const cmd::ExtendNote& c)
{
    if (view.notes.empty() || view.notes.back().kind == NoteKind::text) return;
    Note& note = view.notes.back();
    const NotePoint point = point_of(state, library, c.on, c.at_m);
    if (note.kind == NoteKind::arrow && note.points.size() == 2) note.points.back() = point;
    else if (note.points.size() < kMostPoints) note.points.push_back(point);
}

void Apply::operator()(const cmd::WriteNote& c)
{
    if (Note* note = note_of(view, c.note)) note->text = c.text;
}

void Apply::operator()(const cmd::EraseNote& c)
{
    if (note_of(view, c.note)) view.notes.erase(view.notes.begin() + c.note);
}

void Apply::operator()(const cmd::ClearNotes&) { view.notes.clear(); }

}  // namespace genu
