#include <algorithm>

#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

struct RailItem { Panel panel; const char* key; const char* sign; };
constexpr RailItem kItems[] = {{Panel::explore, "explore", icon::kExplore}, {Panel::explain, "explain", icon::kExplain},
                               {Panel::learn, "learn", icon::kLearn}, {Panel::motion, "motion", icon::kMotion}};

bool rail_button(PanelContext& ui, const char* id, const std::string& word, const std::string& hint, const char* sign, bool active, ImVec2 size)
{
    const ImVec2 low = ImGui::GetCursorScreenPos(), high{low.x + size.x, low.y + size.y};
    const bool clicked = pressable(id, size);
    const bool hovered = ImGui::IsItemHovered();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float in = ui.pt(4), round = ui.pt(space::kCorner);
    if (active) list.AddRectFilled({low.x + in, low.y + in}, {high.x - in, high.y - in}, ui.colours.accent_soft, round);
    else if (hovered) list.AddRectFilled({low.x + in, low.y + in}, {high.x - in, high.y - in}, ui.colours.raised, round);
    const ImU32 ink = active ? ui.colours.accent : hovered ? ui.colours.text : ui.colours.quiet;
    const std::string shown = shortened(ui, word, Type::label, size.x - ui.pt(4));
    const ImVec2 words = word_size(ui, shown, Type::label);
    // On a low window there is room for the word only.
    const bool with_sign = ui.fonts.has_icons && size.y >= ui.pt(48);
    if (with_sign) {
        const ImVec2 s = word_size(ui, sign, Type::body);
        draw_words(ui, list, {low.x + 0.5f * (size.x - s.x), low.y + 0.5f * size.y - s.y}, sign, Type::body, ink);
    }
    draw_words(ui, list, {low.x + 0.5f * (size.x - words.x), low.y + 0.5f * size.y + (with_sign ? ui.pt(4) : -0.5f * words.y)}, shown, Type::label, ink);
    focus_ring(ui, {low.x + in, low.y + in}, {high.x - in, high.y - in});
    ui.record("button", word, low, high);
    tooltip(ui, id, hint);
    return clicked;
}

void draw_language(PanelContext& ui)
{
    const std::vector<std::string>& languages = ui.library.languages;
    if (languages.size() < 2) return;
    std::vector<std::string> names;
    int chosen = 0;
    for (std::size_t i = 0; i < languages.size(); ++i) {
        names.push_back(ui.word("language.", languages[i]));
        if (languages[i] == ui.state.settings.language) chosen = static_cast<int>(i);
    }
    gap(ui, space::kInControl);
    text(ui, ui.word("settings.language"));
    gap(ui, space::kHalf);
    if (segmented(ui, "language", names, chosen)) ui.emit(cmd::SetLanguage{languages[static_cast<std::size_t>(chosen)]});
    const std::string& note = ui.word("translation.note");
    if (!note.empty()) text(ui, note, Type::label);
}

}  // namespace

void draw_rail(PanelContext& ui, const Layout& layout)
{
    const RectPt& rect = layout.rail;
    if (!begin_region(ui, "rail", rect, ui.colours.rail, false)) return;
    const ImVec2 size{std::max(1.0f, ui.pt(rect.width)), std::max(1.0f, ui.pt(std::min(64.0f, rect.height / 7)))};
    if (rail_button(ui, "home", ui.word("rail.home"), ui.word("rail.home_hint"), icon::kHome, false, size)) ui.emit(cmd::SetWelcome{true});
    for (const RailItem& item : kItems) {
        const bool shown = ui.state.panel_open && !layout.panel_folded && ui.state.panel == item.panel;
        if (!rail_button(ui, item.key, ui.word("rail.", item.key), ui.word("rail.", std::string(item.key) + "_hint"), item.sign, shown, size)) continue;
        ui.memory.card_before_panel = shown;
        ui.emit(cmd::SetPanel{item.panel, !shown});
    }
    if (layout.card_folded && rail_button(ui, "details", ui.word("rail.details"), ui.word("rail.details_hint"), icon::kDetails, false, size)) {
        ui.memory.card_before_panel = true;
    }
    ImGui::SetCursorPosY(std::max(ImGui::GetCursorPosY(), ui.pt(rect.height) - size.y));
    if (rail_button(ui, "settings", ui.word("rail.settings"), ui.word("rail.settings_hint"), icon::kSettings, false, size)) ui.memory.settings_wanted = true;
    const ImVec2 low = ImGui::GetWindowPos();
    ImGui::GetWindowDrawList()->AddRectFilled({low.x + ui.pt(rect.width) - 1, low.y}, {low.x + ui.pt(rect.width), low.y + ui.pt(rect.height)}, ui.colours.hairline);
    end_region(ui);
}

void draw_settings_popup(PanelContext& ui)
{
    if (ui.memory.settings_wanted) ImGui::OpenPopup("settings");
    ui.memory.settings_wanted = false;
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({std::min(ui.pt(80), display.x), std::max(0.0f, display.y - ui.pt(8))}, ImGuiCond_Always, {0, 1});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.pt(16), ui.pt(12)});
    if (ImGui::BeginPopup("settings")) {
        ui.panel = "settings";
        ui.inset = 0;
        const Settings& s = ui.state.settings;
        ImGui::Dummy({std::min(ui.pt(300), std::max(1.0f, display.x - ui.pt(120))), 1});
        text(ui, ui.word("settings.title"), Type::title);
        gap(ui, space::kInControl);
        if (toggle(ui, "light", ui.word("settings.light"), s.light_theme)) ui.emit(cmd::SetTheme{!s.light_theme});
        if (toggle(ui, "latin", ui.word("settings.latin"), s.latin)) ui.emit(cmd::SetLatin{!s.latin, false});
        if (s.latin && toggle(ui, "latin_beside", ui.word("settings.latin_beside"), s.latin_beside)) ui.emit(cmd::SetLatin{true, !s.latin_beside});
        if (toggle(ui, "motion", ui.word("settings.reduced_motion"), s.reduced_motion)) ui.emit(cmd::SetReducedMotion{!s.reduced_motion});
        draw_language(ui);
        gap(ui, space::kInControl);
        text(ui, ui.word("settings.scale") + ": " + filled(ui.word("settings.scale_value"), {figure(100 * s.ui_scale)}));
        gap(ui, space::kHalf);
        // Steps, not a slider: the whole window changes size under the pointer.
        if (button(ui, "smaller", ui.word("settings.smaller"), {.icon = icon::kMinus, .enabled = s.ui_scale > 1})) ui.emit(cmd::SetScale{std::max(1.0, s.ui_scale - 0.25)});
        ImGui::SameLine();
        if (button(ui, "larger", ui.word("settings.larger"), {.icon = icon::kPlus, .enabled = s.ui_scale < 2.5})) ui.emit(cmd::SetScale{std::min(2.5, s.ui_scale + 0.25)});
        ImGui::EndPopup();
        ui.panel.clear();
    }
    ImGui::PopStyleVar();
}

}  // namespace genu
