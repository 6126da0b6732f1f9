#include <algorithm>

#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr const char* kGroups[] = {"posterior_thigh", "posterior_leg", "knee_joint", "nerves", "arteries", "veins", "bursae", "fascia",
                                   "anterior_thigh", "medial_thigh", "pelvis_hip", "anterior_leg", "lateral_leg", "foot", "bones", "regions"};

bool fits_filter(const PanelContext& ui, const Structure& s)
{
    if (ui.memory.tree_filter.empty()) return true;
    std::vector<std::string> names = s.synonyms;
    names.push_back(s.name);
    names.push_back(s.latin);
    return matches(ui.memory.tree_filter, names);
}

void structure_line(PanelContext& ui, const Structure& s)
{
    ImGui::PushID(s.id.text().c_str());
    const bool has_shape = ui.library.has_shape(s.id), hidden = ui.state.view.hidden.contains(s.id);
    const std::string word = ui.word(hidden ? "learn.show_one" : "learn.hide_one");
    const float inset = ui.inset;
    const float eye = has_shape ? button_width(ui, word, "") + ui.pt(space::kHalf) : 0;
    ui.inset += eye;
    RowStyle style;
    style.selected = ui.state.view.selected == s.id;
    if (!has_shape) style.badge = ui.word("learn.no_shape");
    if (row(ui, "select", structure_name(ui, s.id), style)) ui.emit(cmd::Select{s.id});
    ui.inset = inset;
    if (has_shape) {
        ImGui::SameLine(0, ui.pt(space::kHalf));
        if (button(ui, "eye", word, {.look = ButtonLook::ghost, .active = hidden})) ui.emit(cmd::Hide{{s.id}});
    }
    ImGui::PopID();
}

/// Hides the group, or brings all of it back when all of it is hidden.
void group_switch(PanelContext& ui, const std::vector<const Structure*>& members)
{
    std::vector<StructureId> shown, hidden;
    for (const Structure* s : members) {
        if (!ui.library.has_shape(s->id)) continue;
        (ui.state.view.hidden.contains(s->id) ? hidden : shown).push_back(s->id);
    }
    if (shown.empty() && hidden.empty()) return;
    if (shown.empty()) {
        if (button(ui, "show_group", ui.word("learn.show_group"), {.icon = icon::kEye})) ui.emit(cmd::Hide{hidden});
    } else if (button(ui, "hide_group", ui.word("learn.hide_group"), {.icon = icon::kEyeOff})) {
        ui.emit(cmd::Hide{shown});
    }
    gap(ui, space::kHalf);
}

int group_part(PanelContext& ui, const std::string& group, bool filtering)
{
    std::vector<const Structure*> members;
    for (const Structure& s : ui.library.catalogue.structures()) {
        if (s.group == group && fits_filter(ui, s)) members.push_back(&s);
    }
    if (members.empty()) return 0;
    ImGui::PushID(group.c_str());
    if (fold(ui, ("group." + group).c_str(), ui.word("group.", group), std::to_string(members.size()), filtering)) {
        ImGui::Indent(ui.pt(12));
        if (!filtering) group_switch(ui, members);
        for (const Structure* s : members) structure_line(ui, *s);
        ImGui::Unindent(ui.pt(12));
    }
    ImGui::PopID();
    return static_cast<int>(members.size());
}

}  // namespace

void draw_structure_tree(PanelContext& ui)
{
    gap(ui, space::kHalf);
    input(ui, "tree_filter", ui.word("learn.filter"), ui.memory.tree_filter, ui.width());
    gap(ui, space::kInControl);
    int count = 0;
    for (const char* group : kGroups) count += group_part(ui, group, !ui.memory.tree_filter.empty());
    if (count == 0) text(ui, filled(ui.word("learn.nothing"), {ui.memory.tree_filter}), Type::body, Ink::quiet);
}

void draw_myths(PanelContext& ui)
{
    if (ui.library.knowledge.myths.empty()) return;
    if (!fold(ui, "myths", ui.word("learn.myths"), std::to_string(ui.library.knowledge.myths.size()))) return;
    for (const Myth& myth : ui.library.knowledge.myths) {
        ImGui::PushID(myth.id.text().c_str());
        const std::string key = "myth/" + myth.id.text();
        const bool open = ui.memory.is_open(key);
        RowStyle style;
        style.note = ui.word("myth.", myth.verdict);
        style.selected = open;
        if (row(ui, "claim", "“" + myth.claim + "”", style)) ui.memory.toggle(key);
        if (open) {
            const Card card(ui, 12);
            text(ui, myth.right.in(ui.clinical()));
            gap(ui, space::kInControl);
            if (button(ui, "show", ui.word("learn.myth_show"), {.icon = icon::kEye})) {
                ui.emit(cmd::ShowAll{});
                ui.emit(cmd::ResetPose{});
                for (const auto& [joint, deg] : myth.pose_deg) ui.emit(cmd::SetPose{joint, deg});
                ui.emit(cmd::SetView{myth.view});
                if (!myth.structures.empty()) ui.emit(cmd::Select{myth.structures.front()});
            }
            gap(ui, space::kInControl);
            draw_sources(ui, myth.sources);
        }
        ImGui::PopID();
    }
}

}  // namespace genu
