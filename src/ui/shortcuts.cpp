#include <array>

#include "ui/imgui_compat.hpp"
#include "ui/panels.hpp"

namespace genu {

namespace {

using compat::Key;

const char* panel_region(Panel panel) { return name_of(panel); }

/// F6 walks round the parts of the window that are there.
void next_part(PanelContext& ui)
{
    std::vector<std::string> parts = {"top", "rail"};
    if (ui.memory.panel_visible) parts.push_back(panel_region(ui.state.panel));
    if (!ui.state.view.selected.is_none() || !ui.state.view.condition.is_none()) parts.push_back("card");
    if (!ui.state.view.exercise.is_none()) parts.push_back("timeline");
    parts.push_back("picture");
    ui.memory.focus_index = (ui.memory.focus_index + 1) % static_cast<int>(parts.size());
    ui.memory.focus_panel = parts[static_cast<std::size_t>(ui.memory.focus_index)];
    if (ui.memory.focus_panel != "picture") return;
    compat::give_keyboard_to_picture();
    ui.memory.focus_panel.clear();
}

/// Leaves one thing at a time, the innermost first.
void escape(PanelContext& ui)
{
    const ViewState& view = ui.state.view;
    if (ui.memory.search_open || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) return;
    if (ui.state.tool != Tool::none) ui.emit(cmd::SetTool{Tool::none});
    else if (!ui.state.busy.empty()) ui.emit(cmd::CancelWork{});
    else if (!ui.state.message.empty()) ui.emit(cmd::Say{""});
    else if (view.quiz) ui.emit(cmd::LeaveQuiz{});
    else if (!view.selected.is_none()) ui.emit(cmd::Select{});
    else if (!view.tour.is_none()) ui.emit(cmd::StartTour{});
    else if (!view.action.is_none()) ui.emit(cmd::PlayAction{});
    else if (!view.traced.is_none()) ui.emit(cmd::TraceStructure{});
    else if (!view.myth.is_none()) ui.emit(cmd::ShowMyth{});
    else if (!view.exercise.is_none()) ui.emit(cmd::ChooseExercise{});
    else if (!view.compare_with.is_none()) ui.emit(cmd::CompareWith{});
    else if (!view.condition.is_none()) ui.emit(cmd::ChooseCondition{});
}

void view_keys(PanelContext& ui)
{
    static constexpr std::array keys = {Key::one, Key::two, Key::three, Key::four, Key::five, Key::six};
    static constexpr std::array names = {"posterior", "anterior", "medial", "lateral", "popliteal", "superior"};
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (compat::pressed(keys[i]) && ui.library.view(names[i])) ui.emit(cmd::SetView{names[i]});
    }
}

constexpr double kTurnPerPressRad = 0.0873;  // 5 degrees
constexpr float kShiftPerPress = 0.03f;

/// Arrows turn the picture, with Shift they move it, while no panel has the keyboard. One press, however long, is one undo step.
void picture_keys(PanelContext& ui)
{
    const bool any = compat::held(Key::left) || compat::held(Key::right) || compat::held(Key::up) || compat::held(Key::down);
    if (!any || !compat::picture_has_keyboard()) {
        if (ui.memory.keys_turn) ui.emit(cmd::EndGesture{});
        ui.memory.keys_turn = false;
        return;
    }
    const auto pressed = [](Key key) { return compat::pressed(key, true) ? 1 : 0; };
    const int across = pressed(Key::right) - pressed(Key::left), up = pressed(Key::up) - pressed(Key::down);
    if (across == 0 && up == 0) return;
    if (!ui.memory.keys_turn) ui.emit(cmd::BeginGesture{"keys"});
    ui.memory.keys_turn = true;
    if (ImGui::GetIO().KeyShift) ui.emit(cmd::Pan{kShiftPerPress * glm::vec2(static_cast<float>(across), static_cast<float>(up))});
    else ui.emit(cmd::Orbit{-across * kTurnPerPressRad, -up * kTurnPerPressRad});
}

void structure_keys(PanelContext& ui)
{
    const StructureId& selected = ui.state.view.selected;
    if (selected.is_none()) return;
    if (compat::pressed(Key::f)) ui.emit(cmd::FitSelected{});
    if (compat::pressed(Key::h)) ui.emit(cmd::Hide{{selected}});
    if (compat::pressed(Key::i)) ui.emit(cmd::Isolate{{selected}});
}

void control_keys(PanelContext& ui)
{
    if (compat::pressed(Key::z, true)) ui.emit(ImGui::GetIO().KeyShift ? Command(cmd::Redo{}) : Command(cmd::Undo{}));
    if (compat::pressed(Key::y, true)) ui.emit(cmd::Redo{});
    if (compat::pressed(Key::f) || compat::pressed(Key::k)) ui.memory.search_wants_focus = true;
    if (compat::pressed(Key::s)) ui.memory.shelf_wanted = true;
}

constexpr double kNearer = 0.87;

/// Signs that lie on different keys in different countries are read as text.
void typed_signs(PanelContext& ui)
{
    for (const ImWchar c : ImGui::GetIO().InputQueueCharacters) {
        if (c == '?') open_help(ui);
        if (c == '/') ui.memory.search_wants_focus = true;
        if (c == '+') ui.emit(cmd::Zoom{kNearer, {0, 0}});
        if (c == '-') ui.emit(cmd::Zoom{1 / kNearer, {0, 0}});
    }
}

}  // namespace

void handle_shortcuts(PanelContext& ui)
{
    const ImGuiIO& io = ImGui::GetIO();
    if (compat::pressed(Key::f6)) next_part(ui);
    if (compat::pressed(Key::f1)) open_help(ui);
    if (io.WantTextInput) return;
    if (io.KeyCtrl) return control_keys(ui);
    if (io.KeyAlt) return;
    if (compat::pressed(Key::escape)) escape(ui);
    typed_signs(ui);
    view_keys(ui);
    picture_keys(ui);
    structure_keys(ui);
    if (compat::pressed(Key::x)) ui.emit(cmd::SetXray{!ui.state.view.xray});
    if (compat::pressed(Key::n)) ui.emit(cmd::SetTool{ui.state.tool == Tool::none ? Tool::pen : Tool::none});
    if (compat::pressed(Key::p)) ui.memory.picture_wanted = true;
    if (compat::pressed(Key::t)) ui.memory.mirror_wanted = true;
    if (compat::pressed(Key::l)) ui.emit(cmd::SetLabels{!ui.state.view.labels});
    // Inside a panel that the keyboard is in, Space presses what has the ring.
    if (compat::pressed(Key::space) && !io.NavVisible && !ui.state.view.exercise.is_none()) ui.emit(cmd::SetPlaying{!ui.state.playback.playing});
}

}  // namespace genu
