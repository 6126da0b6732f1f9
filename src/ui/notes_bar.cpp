#include <algorithm>

#include "ui/imgui_compat.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr float kBarWidth = 620;

void tool_button(PanelContext& ui, Tool tool, const char* sign, bool first = false)
{
    const std::string& word = ui.word("notes.", name_of(tool));
    if (!first) flow(ui, button_width(ui, word, sign));
    if (button(ui, name_of(tool), word, {.look = ButtonLook::outline, .icon = sign, .active = ui.state.tool == tool, .hint = ui.word("notes.hint.", name_of(tool))})) ui.emit(cmd::SetTool{tool});
}

/// The words of the note that was made last; a new one asks for them at once.
void words_field(PanelContext& ui, bool is_new)
{
    UiMemory& m = ui.memory;
    const std::vector<Note>& notes = ui.state.view.notes;
    if (m.note_index < 0 || static_cast<std::size_t>(m.note_index) >= notes.size()) return;
    gap(ui, space::kHalf);
    const InputEdit edit = input(ui, "note_words", filled(ui.word("notes.words"), {std::to_string(m.note_index + 1)}), m.note_text, ui.width(), is_new, icon::kNone);
    if (edit.entered || (edit.changed && m.note_text.empty())) ui.emit(cmd::WriteNote{m.note_index, m.note_text});
    else if (edit.changed) {
        // All letters of one note are one step back.
        if (ui.state.gesture != "write") ui.emit(cmd::BeginGesture{"write"});
        ui.emit(cmd::WriteNote{m.note_index, m.note_text});
    }
    if (!edit.active && ui.state.gesture == "write") ui.emit(cmd::EndGesture{});
}

/// Notices a note that was just made.
bool follow_notes(PanelContext& ui)
{
    UiMemory& m = ui.memory;
    const int last = static_cast<int>(ui.state.view.notes.size()) - 1;
    if (m.note_index == last) return false;
    const bool is_new = last > m.note_index && m.note_index >= -1 && ui.state.gesture.empty();
    if (!ui.state.gesture.empty()) return false;
    m.note_index = last;
    m.note_text = last >= 0 ? ui.state.view.notes.back().text : std::string{};
    return is_new && last >= 0 && ui.state.view.notes.back().kind == NoteKind::text;
}

}  // namespace

void draw_notes_bar(PanelContext& ui, const RectPt& picture)
{
    if (ui.state.tool == Tool::none) {
        ui.memory.note_index = static_cast<int>(ui.state.view.notes.size()) - 1;
        ui.memory.note_text = ui.state.view.notes.empty() ? std::string{} : ui.state.view.notes.back().text;
        return;
    }
    const bool is_new = follow_notes(ui);
    const bool has_notes = !ui.state.view.notes.empty();
    const float width = std::min(kBarWidth, picture.width - 16), height = (width < kBarWidth ? 92.0f : 52.0f) + (has_notes ? 40.0f : 0.0f);
    if (width < 120 || picture.height < height + 60) return;
    const RectPt rect{picture.x + 0.5f * (picture.width - width), picture.bottom() - height - 52, width, height};
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.pt(space::kCorner));
    if (begin_region(ui, "notes", rect, ui.colours.card, true)) {
        gap(ui, 10);
        ImGui::Indent(ui.pt(10));
        ui.inset = ui.pt(10);
        tool_button(ui, Tool::pen, icon::kPencil, true);
        tool_button(ui, Tool::arrow, icon::kArrow);
        tool_button(ui, Tool::text, icon::kTextNote);
        flow(ui, button_width(ui, ui.word("notes.erase"), icon::kUndo), 16);
        if (button(ui, "erase", ui.word("notes.erase"), {.icon = icon::kUndo, .enabled = has_notes})) ui.emit(cmd::EraseNote{static_cast<int>(ui.state.view.notes.size()) - 1});
        flow(ui, button_width(ui, ui.word("notes.clear"), icon::kTrash));
        if (button(ui, "clear", ui.word("notes.clear"), {.icon = icon::kTrash, .enabled = has_notes})) ui.emit(cmd::ClearNotes{});
        flow(ui, button_width(ui, ui.word("notes.done"), icon::kCheck), 16);
        if (button(ui, "done", ui.word("notes.done"), {.look = ButtonLook::filled, .icon = icon::kCheck})) ui.emit(cmd::SetTool{Tool::none});
        words_field(ui, is_new);
        end_region(ui);
    }
    ImGui::PopStyleVar();
}

}  // namespace genu
