// The screen in words: to be read, copied, written to a file or spoken.
#include <sstream>

#include "session/describe.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"

namespace genu {

void draw_mirror_popup(PanelContext& ui)
{
    if (!begin_popup(ui, "mirror", ui.word("mirror.title"), ui.word("mirror.intro"), ui.memory.mirror_wanted, 620, 680)) return;
    if (button(ui, "copy", ui.word("mirror.copy"), {.look = ButtonLook::filled, .icon = icon::kCopy})) ui.emit(cmd::CopyText{});
    flow(ui, button_width(ui, ui.word("mirror.write"), icon::kFile));
    if (button(ui, "write", ui.word("mirror.write"), {.icon = icon::kFile})) ui.emit(cmd::WriteText{});
    flow(ui, button_width(ui, ui.word("mirror.speak"), icon::kSpeak));
    if (button(ui, "speak", ui.word("mirror.speak"), {.icon = icon::kSpeak, .enabled = ui.state.busy.empty()})) ui.emit(cmd::Speak{});
    if (!ui.state.busy.empty()) {
        flow(ui, button_width(ui, ui.word("word.cancel"), icon::kClose));
        if (button(ui, "cancel", ui.word("word.cancel"), {.icon = icon::kClose})) ui.emit(cmd::CancelWork{});
    }
    gap(ui, space::kInCard);
    std::istringstream lines(describe(ui.state, ui.library));
    for (std::string words; std::getline(lines, words);) {
        if (words.empty()) gap(ui, space::kInControl);
        else if (words.starts_with("- ")) bullet(ui, words.substr(2), "•");
        else text(ui, words, Type::strong);
    }
    end_popup(ui);
}

}  // namespace genu
