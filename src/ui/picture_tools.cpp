// How the picture is drawn: style, what is painted, perspective.
#include "ui/panels.hpp"
#include "ui/widgets.hpp"

namespace genu {

namespace {

template <class Choose>
void choice(PanelContext& ui, const char* id, const std::string& heading, const std::vector<std::string>& words, int chosen, Choose choose)
{
    text(ui, heading);
    gap(ui, space::kHalf);
    if (segmented(ui, id, words, chosen)) choose(chosen);
    gap(ui, space::kInControl);
}

}  // namespace

void draw_picture_tools(PanelContext& ui)
{
    if (!fold(ui, "drawing", ui.word("learn.drawing"))) return;
    const ViewState& view = ui.state.view;
    choice(ui, "style", ui.word("learn.style"), {ui.word("style.atlas"), ui.word("style.print"), ui.word("style.safe")}, static_cast<int>(view.style),
           [&](int chosen) { ui.emit(cmd::SetStyle{static_cast<Style>(chosen)}); });
    choice(ui, "attachments", ui.word("learn.attachments"), {ui.word("attachments.none"), ui.word("attachments.selected"), ui.word("attachments.all")},
           view.attachments == Attachments::none ? 0 : view.attachments == Attachments::selected ? 1 : 2, [&](int chosen) {
               ui.emit(cmd::SetAttachments{chosen == 0 ? Attachments::none : chosen == 1 ? Attachments::selected : Attachments::all});
           });
    if (toggle(ui, "territories", ui.word("learn.territories"), view.territories)) ui.emit(cmd::SetTerritories{!view.territories});
    if (toggle(ui, "orthographic", ui.word("learn.orthographic"), view.camera.orthographic)) ui.emit(cmd::SetOrthographic{!view.camera.orthographic});
}

}  // namespace genu
