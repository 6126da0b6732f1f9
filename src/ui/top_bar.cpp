#include <algorithm>
#include <functional>

#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr float kBetween = 8, kShortestSearch = 200, kLongestSearch = 420, kTop = 6;

struct BarItem {
    float width = 0;     ///< ImGui coordinates
    int importance = 0;  ///< the least important go into the "More" menu first
    std::function<void()> draw;
    bool shown = true;
};

/// A button with a list below it. `list` draws the rows.
void menu_button(PanelContext& ui, const char* id, const std::string& word, const char* sign, const std::string& hint, const std::function<void()>& list)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string panel = ui.panel;
    if (button(ui, (std::string(id) + "_button").c_str(), word, {.look = ButtonLook::ghost, .icon = sign, .hint = hint})) ImGui::OpenPopup(id);
    ImGui::SetNextWindowPos({at.x, at.y + ui.pt(38)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.pt(16), ui.pt(8)});
    if (ImGui::BeginPopup(id)) {
        ui.panel = id;
        const float inset = ui.inset;
        ui.inset = 0;
        ImGui::Dummy({ui.pt(180), 1});
        list();
        ImGui::EndPopup();
        ui.inset = inset;
        ui.panel = panel;
    }
    ImGui::PopStyleVar();
}

void views_button(PanelContext& ui)
{
    menu_button(ui, "views", ui.word("top.views"), icon::kViews, ui.word("top.views_hint"), [&ui] {
        for (const StandardView& view : ui.library.views) {
            if (!row(ui, view.name.c_str(), ui.word("view.", view.name))) continue;
            ui.emit(cmd::SetView{view.name});
            ImGui::CloseCurrentPopup();
        }
        if (ui.library.sections.empty()) return;
        gap(ui, space::kHalf);
        hairline(ui);
        gap(ui, space::kInControl);
        text(ui, ui.word("learn.sections"), Type::label, Ink::quiet);
        for (const SectionPreset& preset : ui.library.sections) {
            if (!row(ui, preset.view.name.c_str(), ui.word("section.", preset.view.name), {.selected = is_section_preset(ui.state.view, preset)})) continue;
            ui.emit(cmd::SetSectionPreset{preset.view.name});
            ImGui::CloseCurrentPopup();
        }
        if (ui.state.view.section != Section::none && row(ui, "no_section", ui.word("section.off"))) {
            ui.emit(cmd::SetSection{Section::none, 0});
            ImGui::CloseCurrentPopup();
        }
    });
}

void language_button(PanelContext& ui)
{
    menu_button(ui, "languages", ui.word("language.", ui.state.settings.language), icon::kLanguage, ui.word("top.language_hint"), [&ui] {
        for (const std::string& language : ui.library.languages) {
            RowStyle style;
            style.selected = language == ui.state.settings.language;
            if (!row(ui, language.c_str(), ui.word("language.", language), style)) continue;
            ui.emit(cmd::SetLanguage{language});
            ImGui::CloseCurrentPopup();
        }
    });
}

void two_way(PanelContext& ui, const char* id, const std::string& first, const std::string& second, bool second_is_on, float width,
             const std::string& hint, const std::function<void(bool)>& choose)
{
    int chosen = second_is_on ? 1 : 0;
    if (segmented(ui, id, {first, second}, chosen, width, hint)) choose(chosen == 1);
}

float pair_width(const PanelContext& ui, const std::string& a, const std::string& b)
{
    return 2 * (std::max(word_size(ui, a, Type::label).x, word_size(ui, b, Type::label).x) + ui.pt(22));
}

std::vector<BarItem> bar_items(PanelContext& ui)
{
    const AppState& s = ui.state;
    const auto simple = [&](const char* id, const std::string& word, const char* sign, int importance, bool enabled, const std::string& hint, std::function<void()> act) {
        return BarItem{button_width(ui, word, sign), importance, [=, &ui] {
            if (button(ui, id, word, {.look = ButtonLook::ghost, .icon = sign, .enabled = enabled, .hint = hint})) act();
        }};
    };
    std::vector<BarItem> items;
    items.push_back(simple("undo", ui.word("top.undo"), icon::kUndo, 9, !s.undo.empty(), ui.word("top.undo_hint"), [&ui] { ui.emit(cmd::Undo{}); }));
    items.push_back(simple("redo", ui.word("top.redo"), icon::kRedo, 7, !s.redo.empty(), ui.word("top.redo_hint"), [&ui] { ui.emit(cmd::Redo{}); }));
    items.push_back({button_width(ui, ui.word("top.views"), icon::kViews), 6, [&ui] { views_button(ui); }});
    items.push_back(simple("shelf", ui.word("top.shelf"), icon::kSave, 6, true, ui.word("top.shelf_hint"), [&ui] { ui.memory.shelf_wanted = true; }));
    items.push_back(simple("picture", ui.word("top.picture"), icon::kCamera, 6, true, ui.word("top.picture_hint"), [&ui] { ui.memory.picture_wanted = true; }));
    const Tool tool = s.tool;
    items.push_back(simple("notes", ui.word("top.notes"), icon::kPencil, 6, true, ui.word("top.notes_hint"), [&ui, tool] { ui.emit(cmd::SetTool{tool == Tool::none ? Tool::pen : Tool::none}); }));
    const float side = pair_width(ui, ui.word("top.side_left"), ui.word("top.side_right"));
    items.push_back({side, 5, [&ui, side] {
        two_way(ui, "side", ui.word("top.side_left"), ui.word("top.side_right"), !ui.state.view.left_side, side, ui.word("top.side_hint"),
                [&ui](bool right) { ui.emit(cmd::SetSide{!right}); });
    }});
    const float reg = pair_width(ui, ui.word("top.register_plain"), ui.word("top.register_clinical"));
    items.push_back({reg, 8, [&ui, reg] {
        two_way(ui, "register", ui.word("top.register_plain"), ui.word("top.register_clinical"), ui.clinical(), reg, ui.word("top.register_hint"),
                [&ui](bool clinical) { ui.emit(cmd::SetRegister{clinical}); });
    }});
    const bool light = s.settings.light_theme;
    items.push_back(simple("theme", ui.word(light ? "top.theme_dark" : "top.theme_light"), light ? icon::kMoon : icon::kSun, 3, true,
                           ui.word("top.theme_hint"), [&ui, light] { ui.emit(cmd::SetTheme{!light}); }));
    if (ui.library.languages.size() > 1) {
        items.push_back({button_width(ui, ui.word("language.", s.settings.language), icon::kLanguage), 2, [&ui] { language_button(ui); }});
    }
    items.push_back(simple("help", ui.word("top.help"), icon::kHelp, 4, true, ui.word("top.help_hint"), [&ui] { open_help(ui); }));
    return items;
}

/// Marks what must go into the "More" menu; returns the width that the rest takes.
float choose_shown(std::vector<BarItem>& items, float room, float more_width, float between)
{
    const auto sum = [&] {
        float width = 0;
        for (const BarItem& item : items) width += item.shown ? item.width + between : 0;
        return width;
    };
    float extra = 0;
    while (sum() + extra > room) {
        BarItem* least = nullptr;
        for (BarItem& item : items) {
            if (item.shown && (!least || item.importance < least->importance)) least = &item;
        }
        if (!least) break;
        least->shown = false;
        extra = more_width + between;
    }
    return sum() + extra;
}

void more_menu(PanelContext& ui, std::vector<BarItem>& items)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float wide = button_width(ui, ui.word("top.more"), icon::kMore);
    if (button(ui, "more_button", ui.word("top.more"), {.look = ButtonLook::ghost, .icon = icon::kMore, .hint = ui.word("top.more_hint")})) ImGui::OpenPopup("more");
    ImGui::SetNextWindowPos({at.x + wide, at.y + ui.pt(38)}, ImGuiCond_Always, {1, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.pt(8), ui.pt(8)});
    if (ImGui::BeginPopup("more")) {
        ui.panel = "more";
        for (BarItem& item : items) {
            if (item.shown) continue;
            item.draw();
            ui.panel = "more";
            gap(ui, space::kHalf);
        }
        ImGui::EndPopup();
        ui.panel = "top";
    }
    ImGui::PopStyleVar();
}

void search_field(PanelContext& ui, float width)
{
    UiMemory& m = ui.memory;
    if (m.search_text != ui.state.search && !m.search_open) m.search_text = ui.state.search;
    const InputEdit edit = input(ui, "search", ui.word("top.search_hint"), m.search_text, width, m.search_wants_focus);
    m.search_wants_focus = false;
    if (edit.changed) {
        m.search_row = 0;
        m.search_open = true;
        ui.emit(cmd::SetSearch{m.search_text});
    }
    if (edit.active) m.search_open = true;
    m.search_entered = edit.entered;
    m.search_active = edit.active;
}

}  // namespace

void draw_top_bar(PanelContext& ui, const RectPt& rect)
{
    if (!begin_region(ui, "top", rect, ui.colours.rail, false)) return;
    const float between = ui.pt(kBetween), pad = ui.pt(kBetween);
    std::vector<BarItem> items = bar_items(ui);
    const float total = ui.pt(rect.width) - 2 * pad;
    const float menu = button_width(ui, ui.word("top.menu"), icon::kMenu);
    const float more = button_width(ui, ui.word("top.more"), icon::kMore);
    const float taken = choose_shown(items, total - menu - between - ui.pt(kShortestSearch), more, between);
    const float search_width = std::clamp(total - menu - between - taken, ui.pt(60), ui.pt(kLongestSearch));

    ImGui::SetCursorPos({pad, std::max(0.0f, 0.5f * ui.pt(rect.height) - ui.pt(16))});
    if (button(ui, "menu", ui.word("top.menu"), {.look = ButtonLook::ghost, .icon = icon::kMenu, .hint = ui.word("top.menu_hint")})) {
        ui.memory.card_before_panel = ui.memory.panel_visible;
        ui.emit(cmd::SetPanel{ui.state.panel, !ui.memory.panel_visible});
    }
    ImGui::SameLine(0, between);
    const RectPt field{(ImGui::GetCursorScreenPos().x) / ui.unit, rect.y + kTop, search_width / ui.unit, space::kControl};
    search_field(ui, search_width);
    // The tools stand at the right; what is free lies between them and the search.
    ImGui::SameLine(0, 0);
    ImGui::SetCursorPosX(std::max(ImGui::GetCursorPosX() + between, pad + total - taken + between));
    bool first = true;
    for (BarItem& item : items) {
        if (!item.shown) continue;
        if (!first) ImGui::SameLine(0, between);
        first = false;
        ImGui::BeginGroup();
        item.draw();
        ImGui::EndGroup();
    }
    if (std::any_of(items.begin(), items.end(), [](const BarItem& i) { return !i.shown; })) {
        if (!first) ImGui::SameLine(0, between);
        more_menu(ui, items);
    }
    const ImVec2 low = ImGui::GetWindowPos();
    ImGui::GetWindowDrawList()->AddRectFilled({low.x, low.y + ui.pt(rect.height) - 1}, {low.x + ui.pt(rect.width), low.y + ui.pt(rect.height)}, ui.colours.hairline);
    end_region(ui);
    draw_search_results(ui, field);
}

}  // namespace genu
