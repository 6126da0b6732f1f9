#include <algorithm>

#include "ui/imgui_compat.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr const char* kMouse[] = {"help.mouse.orbit", "help.mouse.pan", "help.mouse.zoom", "help.mouse.pick", "help.mouse.knob"};
constexpr const char* kKeys[] = {"help.key.search", "help.key.undo", "help.key.redo", "help.key.views", "help.key.fit", "help.key.hide",
                                 "help.key.isolate", "help.key.xray", "help.key.labels", "help.key.notes", "help.key.picture", "help.key.views_shelf", "help.key.text", "help.key.space", "help.key.escape",
                                 "help.key.tab", "help.key.panels", "help.key.turn", "help.key.zoom", "help.key.help"};

/// "Ctrl+Z  undo": the key, two spaces, what it does; the second column lines up.
void key_line(PanelContext& ui, const std::string& words)
{
    const std::size_t gap_at = words.find("  ");
    if (gap_at == std::string::npos) return text(ui, words, Type::label);
    const float column = ui.pt(104), width = ui.width();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::string act = words.substr(gap_at + 2);
    const float height = text_height(ui, act, Type::label, width - column);
    draw_words(ui, list, at, words.substr(0, gap_at), Type::label, ui.colours.accent, column);
    draw_words(ui, list, {at.x + column, at.y}, act, Type::label, ui.colours.text, width - column);
    ImGui::Dummy({width, height + ui.pt(4)});
    ui.record("text", words, at, {at.x + width, at.y + height});
}

template <std::size_t N>
void list_of(PanelContext& ui, const char* heading, const char* const (&keys)[N])
{
    text(ui, ui.word(heading), Type::strong);
    gap(ui, space::kHalf);
    for (const char* key : keys) key_line(ui, ui.word(key));
    gap(ui, space::kInCard);
}

}  // namespace

void open_help(PanelContext& ui) { ui.memory.help_wanted = true; }

void draw_help_popup(PanelContext& ui)
{
    constexpr float kWidth = 520, kHeight = 640;
    const float width = std::min(ui.pt(kWidth), ImGui::GetIO().DisplaySize.x);
    const float buttons = button_width(ui, ui.word("about.title"), icon::kInfo) + button_width(ui, ui.word("mirror.title"), icon::kTextNote) + button_width(ui, ui.word("word.close"), icon::kClose);
    const float foot_pt = buttons + ui.pt(2 * space::kInCard + 2 * space::kInControl) <= width ? 52 : 92;
    if (!begin_popup(ui, "help", ui.word("help.title"), ui.word("app.disclaimer_long"), ui.memory.help_wanted, kWidth, kHeight, foot_pt)) return;
    list_of(ui, "help.mouse", kMouse);
    list_of(ui, "help.keys", kKeys);
    text(ui, ui.word("help.about"), Type::strong);
    text(ui, ui.word("help.about_text"), Type::label);
    draw_review_note(ui, "not_reviewed");
    end_panel_body(ui);
    gap(ui, space::kInControl);
    // The ways on stand below the scrolled part, in sight at once.
    ImGui::Indent(ui.pt(space::kInCard));
    if (button(ui, "about", ui.word("about.title"), {.icon = icon::kInfo})) {
        ui.memory.about_wanted = true;
        ImGui::CloseCurrentPopup();
    }
    flow(ui, button_width(ui, ui.word("mirror.title"), icon::kTextNote));
    if (button(ui, "mirror", ui.word("mirror.title"), {.icon = icon::kTextNote})) {
        ui.memory.mirror_wanted = true;
        ImGui::CloseCurrentPopup();
    }
    flow(ui, button_width(ui, ui.word("word.close"), icon::kClose));
    const bool escaped = compat::pressed(compat::Key::escape);
    if (button(ui, "close", ui.word("word.close"), {.icon = icon::kClose}) || escaped) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
    ui.panel.clear();
}

}  // namespace genu
