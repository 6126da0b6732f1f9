// What can be done with the condition that is shown: hold it against another, print its page, keep the view.
#include <algorithm>

#include "session/compare.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

struct Candidate { const Condition* condition; std::size_t alike; };

/// Those first that are most easily taken for it: the most findings in common.
std::vector<Candidate> candidates(const Library& library, const Condition& of)
{
    std::vector<Candidate> list;
    for (const Condition& c : library.knowledge.conditions) {
        if (c.id != of.id) list.push_back({&c, compare_conditions(of, c).alike.size()});
    }
    std::stable_sort(list.begin(), list.end(), [](const Candidate& x, const Candidate& y) { return x.alike > y.alike; });
    return list;
}

}  // namespace

void draw_condition_actions(PanelContext& ui, const Condition&)
{
    if (button(ui, "compare", ui.word("compare.with"), {.icon = icon::kColumns, .hint = ui.word("compare.with_hint")})) {
        ui.memory.compare_wanted = true;
        ui.memory.compare_filter.clear();
    }
    flow(ui, button_width(ui, ui.word("shelf.keep_short"), icon::kSave));
    if (button(ui, "keep_view", ui.word("shelf.keep_short"), {.icon = icon::kSave, .hint = ui.word("shelf.keep_hint")})) ui.memory.shelf_wanted = true;
    flow(ui, button_width(ui, ui.word("handout.button"), icon::kPrint));
    if (button(ui, "handout", ui.word("handout.button"), {.icon = icon::kPrint, .enabled = ui.state.busy.empty(), .hint = ui.word("handout.button_hint")})) ui.emit(cmd::WriteHandout{});
    gap(ui, space::kInControl);
}

void draw_compare_popup(PanelContext& ui)
{
    const Condition* of = ui.library.knowledge.find(ui.state.view.condition);
    if (!of) {
        ui.memory.compare_wanted = false;
        return;
    }
    const bool opens = ui.memory.compare_wanted;
    if (!begin_popup(ui, "compare", filled(ui.word("compare.choose"), {of->name}), ui.word("compare.choose_note"), ui.memory.compare_wanted, 460, 640)) return;
    input(ui, "compare_filter", ui.word("explain.filter"), ui.memory.compare_filter, ui.width(), opens);
    gap(ui, space::kInControl);
    for (const Candidate& c : candidates(ui.library, *of)) {
        std::vector<std::string> names = c.condition->synonyms;
        names.push_back(c.condition->name);
        if (!matches(ui.memory.compare_filter, names)) continue;
        RowStyle style;
        style.selected = ui.state.view.compare_with == c.condition->id;
        if (c.alike > 0) style.note = filled(ui.word("compare.alike_count"), {std::to_string(c.alike)});
        if (!row(ui, c.condition->id.text().c_str(), c.condition->name, style)) continue;
        ui.emit(cmd::CompareWith{c.condition->id});
        ImGui::CloseCurrentPopup();
    }
    end_popup(ui);
}

}  // namespace genu
