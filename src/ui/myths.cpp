// What is often said, and what the leg shows. A press poses the leg, lights what is meant, and says what is right.
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

std::vector<std::string> names_of(const PanelContext& ui, const Myth& myth)
{
    std::vector<std::string> names;
    for (const StructureId& id : myth.structures) names.push_back(structure_name(ui, id));
    return names;
}

void answer(PanelContext& ui, const Myth& myth)
{
    const Card card(ui, 12);
    chip(ui, ui.word("myth.", myth.verdict), Ink::accent);
    gap(ui, space::kInControl);
    text(ui, myth.right.in(ui.clinical()));
    if (!myth.structures.empty()) {
        gap(ui, space::kInControl);
        text(ui, filled(ui.word("learn.myth_lit"), {joined(names_of(ui, myth))}), Type::label, Ink::quiet);
    }
    gap(ui, space::kInControl);
    if (button(ui, "leave", ui.word("learn.myth_leave"), {.icon = icon::kClose})) ui.emit(cmd::ShowMyth{});
    gap(ui, space::kInControl);
    if (fold(ui, ("sources." + myth.id.text()).c_str(), ui.word("sources.title"), std::to_string(myth.sources.size()))) draw_sources(ui, myth.sources);
    draw_review_note(ui, myth.review);
}

}  // namespace

void draw_myths(PanelContext& ui)
{
    text(ui, ui.word("learn.myths"), Type::strong);
    text(ui, ui.word("learn.myths_hint"), Type::label, Ink::quiet);
    gap(ui, space::kInControl);
    for (const Myth& myth : ui.library.knowledge.myths) {
        ImGui::PushID(myth.id.text().c_str());
        const bool shown = ui.state.view.myth == myth.id;
        RowStyle style;
        style.icon = shown ? icon::kDown : icon::kRight;
        style.selected = shown;
        if (row(ui, "claim", "“" + myth.claim + "”", style)) ui.emit(cmd::ShowMyth{shown ? MythId::none() : myth.id});
        if (shown) answer(ui, myth);
        ImGui::PopID();
        gap(ui, space::kHalf);
    }
}

}  // namespace genu
