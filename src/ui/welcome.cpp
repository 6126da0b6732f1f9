// The first page: three doors, a short tour, and the way back to where the reader was. Beside it stands the leg.
#include <algorithm>

#include "session/keep.hpp"
#include "ui/imgui_compat.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

struct Door { Panel panel; const char* key; const char* sign; compat::Key shortcut; };
constexpr Door kDoors[] = {{Panel::explore, "explore", icon::kExplore, compat::Key::one}, {Panel::explain, "explain", icon::kExplain, compat::Key::two},
                           {Panel::learn, "learn", icon::kLearn, compat::Key::three}};
constexpr const char* kShortTour = "tour.sixty_seconds";
constexpr float kDoorPad = 18, kLowPage = 620, kColumn = 620;

void go_through(PanelContext& ui, Panel panel)
{
    ui.emit(cmd::SetWelcome{false});
    ui.emit(cmd::SetPanel{panel, true});
    if (panel == Panel::explore) ui.emit(cmd::SetExploreStep{ExploreStep::safety});
}

/// A large surface with a sign, a word in the largest letters, and one line below it.
bool door(PanelContext& ui, const Door& d, int number, Type type)
{
    const std::string& word = ui.word("welcome.", d.key);
    const std::string& line_words = ui.word("welcome.", std::string(d.key) + "_line");
    const float pad = ui.pt(kDoorPad), sign_width = ui.fonts.has_icons ? ui.pt(56) : 0, width = ui.width();
    const float words_width = std::max(1.0f, width - 2 * pad - sign_width - ui.pt(24));
    const float title = text_height(ui, word, type, words_width), line_height = text_height(ui, line_words, Type::body, words_width);
    const ImVec2 low = ImGui::GetCursorScreenPos(), size{width, title + line_height + 2 * pad};
    const bool pressed = pressable(d.key, size);
    if (number == 1 && ImGui::IsWindowAppearing()) ImGui::SetItemDefaultFocus();
    const bool hovered = ImGui::IsItemHovered();
    const ImVec2 high{low.x + size.x, low.y + size.y};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float round = ui.pt(12);
    list.AddRectFilled(low, high, hovered ? ui.colours.raised : ui.colours.card, round, compat::kRound);
    list.AddRect(low, high, hovered ? ui.colours.accent : ui.colours.hairline, round, compat::kRound, std::max(1.0f, ui.pt(1.2f)));
    const Type sign_type = type == Type::door ? Type::door : Type::body;  // the fonts that hold signs
    if (sign_width > 0) draw_words(ui, list, {low.x + pad, low.y + pad + 0.5f * (title - word_size(ui, d.sign, sign_type).y)}, d.sign, sign_type, ui.colours.accent);
    draw_words(ui, list, {low.x + pad + sign_width, low.y + pad}, word, type, ui.colours.text, words_width);
    draw_words(ui, list, {low.x + pad + sign_width, low.y + pad + title}, line_words, Type::body, ui.colours.quiet, words_width);
    const std::string key = std::to_string(number);
    draw_words(ui, list, {high.x - pad - word_size(ui, key, Type::label).x, low.y + pad}, key, Type::label, ui.colours.quiet);
    focus_ring(ui, low, high);
    ui.record("button", word, low, high);
    return pressed;
}

void doors(PanelContext& ui, Type type)
{
    int number = 0;
    for (const Door& d : kDoors) {
        const bool by_key = !ImGui::GetIO().WantTextInput && compat::pressed(d.shortcut);
        number += 1;
        if (door(ui, d, number, type) || by_key) go_through(ui, d.panel);
        gap(ui, 12);
    }
}

void ways_beside(PanelContext& ui)
{
    if (has_last_session(ui.state)) {
        if (button(ui, "go_on", ui.word("welcome.go_on"), {.icon = icon::kReset, .height_pt = 40})) {
            ui.emit(cmd::SetWelcome{false});
            ui.emit(cmd::RestoreSession{});
        }
        flow(ui, button_width(ui, ui.word("welcome.tour"), icon::kPlay));
    }
    if (const Tour* tour = ui.library.knowledge.find(TourId(kShortTour))) {
        if (button(ui, "tour", ui.word("welcome.tour"), {.icon = icon::kPlay, .height_pt = 40})) {
            ui.emit(cmd::SetWelcome{false});
            ui.emit(cmd::StartTour{tour->id});
        }
        flow(ui, button_width(ui, ui.word("welcome.look"), icon::kEye));
    }
    if (button(ui, "look", ui.word("welcome.look"), {.look = ButtonLook::ghost, .icon = icon::kEye, .height_pt = 40, .hint = ui.word("welcome.look_hint")})) ui.emit(cmd::SetWelcome{false});
}

void languages(PanelContext& ui)
{
    if (ui.library.languages.size() < 2) return;
    std::vector<std::string> names;
    int chosen = 0;
    for (std::size_t i = 0; i < ui.library.languages.size(); ++i) {
        names.push_back(ui.word("language.", ui.library.languages[i]));
        if (ui.library.languages[i] == ui.state.settings.language) chosen = static_cast<int>(i);
    }
    if (segmented(ui, "language", names, chosen, std::min(ui.width(), ui.pt(360)))) ui.emit(cmd::SetLanguage{ui.library.languages[static_cast<std::size_t>(chosen)]});
}

}  // namespace

void draw_welcome(PanelContext& ui, const RectPt& rect)
{
    if (!begin_region(ui, "welcome", rect, ui.colours.panel, true)) return;
    const bool low = rect.height < kLowPage;
    const float pad = std::min(40.0f, 0.06f * rect.width);
    const float spare = std::max(0.0f, 0.5f * (rect.width - kColumn - 2 * pad));
    ImGui::Indent(ui.pt(pad + spare));
    ui.inset = ui.pt(pad + spare);
    gap(ui, low ? 16 : std::max(32.0f, 0.5f * (rect.height - 640)));
    text(ui, ui.word("welcome.title"), low ? Type::title : Type::door);
    gap(ui, 4);
    text(ui, ui.word("welcome.intro"), Type::body, Ink::quiet);
    gap(ui, low ? 12 : space::kGroup);
    doors(ui, low ? Type::title : Type::door);
    gap(ui, space::kInControl);
    ways_beside(ui);
    gap(ui, low ? 12 : space::kGroup);
    languages(ui);
    gap(ui, space::kInControl);
    text(ui, ui.word("welcome.private") + " " + ui.word("app.disclaimer"), Type::label, Ink::quiet);
    gap(ui, space::kInCard);
    if (!ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup) && compat::pressed(compat::Key::escape)) ui.emit(cmd::SetWelcome{false});
    end_region(ui);
}

}  // namespace genu
