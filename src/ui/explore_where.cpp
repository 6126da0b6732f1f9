// "Where does it hurt?": paint on the skin, or name the place; what lies beneath, nearest to the skin first.
#include <algorithm>
#include <cmath>

#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr std::size_t kFirstBeneath = 8;

void how_to(PanelContext& ui)
{
    const Card card(ui);
    text(ui, ui.word("explore.where_title"), Type::strong);
    bullet(ui, ui.word("explore.where_paint"), icon::kBrush, Ink::accent);
    bullet(ui, ui.word("explore.where_turn"), icon::kReset, Ink::quiet, Type::label);
    gap(ui, space::kInControl);
    for (const char* side : {"posterior", "anterior", "medial", "lateral"}) {
        if (!ui.library.view(side)) continue;
        const std::string& word = ui.word("view.", side);
        if (side != std::string("posterior")) flow(ui, button_width(ui, word, ""));
        if (button(ui, side, word)) ui.emit(cmd::SetView{side});
    }
    if (ui.state.view.spots.empty()) return;
    gap(ui, space::kInControl);
    const std::size_t count = ui.state.view.spots.size();
    text(ui, count == 1 ? ui.word("explore.one_spot") : filled(ui.word("explore.spots"), {std::to_string(count)}), Type::label, Ink::accent);
    gap(ui, space::kHalf);
    if (button(ui, "wipe", ui.word("explore.wipe"), {.icon = icon::kClose, .hint = ui.word("explore.wipe_hint")})) ui.emit(cmd::ClearSpots{});
}

/// The same in words: for the keyboard, and to see and correct what the paint was taken to mean.
void places(PanelContext& ui)
{
    text(ui, ui.word("explore.places_title"), Type::strong);
    gap(ui, space::kHalf);
    for (const Finding& finding : ui.library.knowledge.findings) {
        if (finding.group != "place" || finding.kind == "gate") continue;
        const bool on = ui.state.view.answers.ticked.contains(finding.id), placed = ui.state.view.placed.contains(finding.id);
        if (checkbox(ui, finding.id.text().c_str(), finding_words(ui, finding.id), on)) {
            if (on && placed) ui.emit(cmd::Deny{finding.id, true});  // else the next stroke would tick it again
            else ui.emit(cmd::Tick{finding.id, !on});
        }
        if (ui.memory.wanted_finding == finding.id.text()) {
            ImGui::SetScrollHereY(0.4f);
            ui.memory.wanted_finding.clear();
        }
        if (!placed) continue;
        ImGui::Indent(ui.pt(32));
        text(ui, ui.word("explore.from_paint"), Type::label, Ink::accent);
        ImGui::Unindent(ui.pt(32));
        gap(ui, space::kHalf);
    }
}

std::string depth_words(const PanelContext& ui, float depth_m)
{
    if (depth_m < 0.0015f) return ui.word("explore.just_below");
    return filled(ui.word("explore.deep_mm"), {figure(std::round(1e3 * static_cast<double>(depth_m)))});
}

}  // namespace

void draw_beneath(PanelContext& ui)
{
    const std::vector<Beneath>& beneath = ui.state.beneath;
    if (beneath.empty()) return;
    text(ui, ui.word("explore.beneath_title"), Type::strong);
    text(ui, ui.word("explore.beneath_hint"), Type::label, Ink::quiet);
    gap(ui, space::kHalf);
    const bool all = ui.memory.is_open("explore/all_beneath") || beneath.size() <= kFirstBeneath + 2;
    const std::size_t shown = all ? beneath.size() : kFirstBeneath;
    for (std::size_t i = 0; i < shown; ++i) {
        RowStyle style;
        style.badge = depth_words(ui, beneath[i].depth_m);
        style.selected = ui.state.view.selected == beneath[i].id;
        ImGui::PushID("beneath");
        if (row(ui, beneath[i].id.text().c_str(), structure_name(ui, beneath[i].id), style)) ui.emit(cmd::Select{beneath[i].id});
        ImGui::PopID();
    }
    if (!all && link(ui, "all_beneath", filled(ui.word("explore.deeper_ones"), {std::to_string(beneath.size() - shown)}), Type::label)) ui.memory.toggle("explore/all_beneath");
}

void draw_explore_where(PanelContext& ui)
{
    how_to(ui);
    gap(ui, space::kInCard);
    places(ui);
    gap(ui, space::kInCard);
    draw_beneath(ui);
}

}  // namespace genu
