// Saved views: keep this one, open, rename or take away another.
#include <algorithm>

#include "ui/imgui_compat.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr float kPictureWidth = 120, kPictureHeight = 75;

/// What the view is about, where nobody gave it a name.
std::string first_name(const PanelContext& ui)
{
    const ViewState& view = ui.state.view;
    if (!view.condition.is_none()) return condition_name(ui, view.condition);
    if (!view.selected.is_none()) return structure_name(ui, view.selected);
    return ui.word("shelf.first_name");
}

void save_this(PanelContext& ui)
{
    UiMemory& m = ui.memory;
    const Card card(ui, 12);
    text(ui, ui.word("shelf.save_title"), Type::strong);
    gap(ui, space::kHalf);
    const InputEdit name = input(ui, "name", filled(ui.word("shelf.name"), {first_name(ui)}), m.view_name, ui.width(), false, icon::kNone);
    gap(ui, space::kInControl);
    const InputEdit note = input(ui, "note", ui.word("shelf.note"), m.view_note, ui.width(), false, icon::kNone);
    gap(ui, space::kInControl);
    const bool pressed = button(ui, "save", ui.word("shelf.save"), {.look = ButtonLook::filled, .icon = icon::kSave});
    if (!pressed && !name.entered && !note.entered) return;
    ui.emit(cmd::SaveView{m.view_name.empty() ? first_name(ui) : m.view_name, m.view_note});
    m.view_name.clear();
    m.view_note.clear();
}

void picture(PanelContext& ui, const SavedView& saved)
{
    const ImVec2 low = ImGui::GetCursorScreenPos(), high{low.x + ui.pt(kPictureWidth), low.y + ui.pt(kPictureHeight)};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, high, ui.colours.sunk, ui.pt(4), compat::kRound);
    const auto* pictures = ui.input ? ui.input->view_pictures : nullptr;
    const auto found = pictures ? pictures->find(saved.id) : std::map<std::string, UiPicture>::const_iterator{};
    if (pictures && found != pictures->end() && found->second.texture != 0) {
        list.AddImageRounded((ImTextureID)found->second.texture, low, high, {0, 0}, {1, 1}, IM_COL32_WHITE, ui.pt(4), compat::kRound);
    }
    list.AddRect(low, high, ui.colours.hairline, ui.pt(4), compat::kRound);
}

void rename(PanelContext& ui, const SavedView& saved)
{
    UiMemory& m = ui.memory;
    const InputEdit name = input(ui, "new_name", ui.word("shelf.new_name"), m.view_name, ui.width(), false, icon::kNone);
    gap(ui, space::kHalf);
    const InputEdit note = input(ui, "new_note", ui.word("shelf.note"), m.view_note, ui.width(), false, icon::kNone);
    gap(ui, space::kHalf);
    if (button(ui, "keep", ui.word("shelf.keep"), {.look = ButtonLook::filled}) || name.entered || note.entered) {
        ui.emit(cmd::RenameView{saved.id, m.view_name, m.view_note});
        m.renaming.clear();
        m.view_name.clear();
        m.view_note.clear();
    }
}

void one_view(PanelContext& ui, const SavedView& saved)
{
    UiMemory& m = ui.memory;
    ImGui::PushID(saved.id.c_str());
    const float top = ImGui::GetCursorPosY(), beside = ui.pt(kPictureWidth + 12);
    picture(ui, saved);
    ImGui::Indent(beside);
    if (m.renaming == saved.id) {
        rename(ui, saved);
    } else {
        text(ui, saved.name, Type::strong);
        if (!saved.note.empty()) text(ui, saved.note, Type::label, Ink::quiet);
        gap(ui, space::kHalf);
        if (button(ui, "open", ui.word("shelf.open"), {.icon = icon::kEye})) {
            ui.emit(cmd::OpenView{saved.id});
            ImGui::CloseCurrentPopup();
        }
        flow(ui, button_width(ui, ui.word("shelf.rename"), icon::kPencil));
        if (button(ui, "rename", ui.word("shelf.rename"), {.icon = icon::kPencil})) {
            m.renaming = saved.id;
            m.view_name = saved.name;
            m.view_note = saved.note;
        }
        flow(ui, button_width(ui, ui.word("shelf.delete"), icon::kTrash));
        if (button(ui, "delete", ui.word("shelf.delete"), {.icon = icon::kTrash, .hint = ui.word("shelf.delete_hint")})) ui.emit(cmd::DeleteView{saved.id});
    }
    ImGui::Unindent(beside);
    ImGui::SetCursorPosY(std::max(ImGui::GetCursorPosY(), top + ui.pt(kPictureHeight + 12)));
    ImGui::Dummy({1, 0});
    ImGui::PopID();
}

}  // namespace

void draw_shelf_popup(PanelContext& ui)
{
    if (!begin_popup(ui, "shelf", ui.word("shelf.title"), ui.word("shelf.intro"), ui.memory.shelf_wanted, 560, 640)) return;
    if (ui.memory.renaming.empty()) {
        save_this(ui);
        gap(ui, space::kInCard);
    }
    int shown = 0;
    const auto& deleted = ui.state.view.deleted_views;
    if (ui.state.last_session && row(ui, "last", ui.word("shelf.last_session"), {.icon = icon::kReset, .note = ui.word("shelf.last_session_note")})) {
        ui.emit(cmd::RestoreSession{});
        ImGui::CloseCurrentPopup();
    }
    for (const SavedView& saved : ui.state.saved_views) {
        if (deleted.contains(saved.id)) continue;
        ++shown;
        one_view(ui, saved);
    }
    if (shown == 0) text(ui, ui.word("shelf.empty"), Type::body, Ink::quiet);
    if (!deleted.empty()) {
        gap(ui, space::kInControl);
        text(ui, filled(ui.word("shelf.deleted"), {std::to_string(deleted.size())}), Type::label, Ink::quiet);
        gap(ui, space::kHalf);
        if (button(ui, "undelete", ui.word("top.undo"), {.icon = icon::kUndo})) ui.emit(cmd::Undo{});
    }
    end_popup(ui);
}

}  // namespace genu
