#include <algorithm>

#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr const char* kGroups[] = {"posterior_thigh", "posterior_leg", "knee_joint", "nerves", "arteries", "veins", "bursae", "fascia",
                                   "anterior_thigh", "medial_thigh", "pelvis_hip", "anterior_leg", "lateral_leg", "foot", "bones", "regions"};

/// By system: what a thing is, whatever its place; the kinds of ids, gathered as books gather them.
struct System { const char* key; std::vector<std::string_view> kinds; };
const std::vector<System>& systems()
{
    static const std::vector<System> all = {{"muscles", {"muscle", "tendon"}}, {"nerves", {"nerve"}}, {"arteries", {"artery"}}, {"veins", {"vein", "node"}},
                                            {"joints", {"ligament", "meniscus", "capsule", "cartilage", "retinaculum"}}, {"bones", {"bone"}},
                                            {"bursae", {"bursa", "fat"}}, {"coverings", {"fascia", "region"}}};
    return all;
}

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

int fold_of(PanelContext& ui, const std::string& id, const std::string& title, const std::vector<const Structure*>& members, bool filtering)
{
    if (members.empty()) return 0;
    ImGui::PushID(id.c_str());
    if (fold(ui, id.c_str(), title, std::to_string(members.size()), filtering)) {
        ImGui::Indent(ui.pt(12));
        if (!filtering) group_switch(ui, members);
        for (const Structure* s : members) structure_line(ui, *s);
        ImGui::Unindent(ui.pt(12));
    }
    ImGui::PopID();
    return static_cast<int>(members.size());
}

template <class Belongs>
std::vector<const Structure*> members_of(const PanelContext& ui, const Belongs& belongs)
{
    std::vector<const Structure*> members;
    for (const Structure& s : ui.library.catalogue.structures()) {
        if (belongs(s) && fits_filter(ui, s)) members.push_back(&s);
    }
    return members;
}

int by_region(PanelContext& ui, bool filtering)
{
    int count = 0;
    for (const char* group : kGroups) {
        const auto members = members_of(ui, [&](const Structure& s) { return s.group == group; });
        count += fold_of(ui, std::string("group.") + group, ui.word("group.", group), members, filtering);
    }
    return count;
}

int by_system(PanelContext& ui, bool filtering)
{
    int count = 0;
    for (const System& system : systems()) {
        const auto members = members_of(ui, [&](const Structure& s) { return std::find(system.kinds.begin(), system.kinds.end(), s.id.kind()) != system.kinds.end(); });
        count += fold_of(ui, std::string("system.") + system.key, ui.word("system.", system.key), members, filtering);
    }
    return count;
}

}  // namespace

void draw_structure_tree(PanelContext& ui)
{
    gap(ui, space::kHalf);
    input(ui, "tree_filter", ui.word("learn.filter"), ui.memory.tree_filter, ui.width());
    gap(ui, space::kInControl);
    int chosen = ui.memory.tree_by_system ? 1 : 0;
    if (segmented(ui, "arrange", {ui.word("learn.by_region"), ui.word("learn.by_system")}, chosen)) ui.memory.tree_by_system = chosen == 1;
    gap(ui, space::kInControl);
    const bool filtering = !ui.memory.tree_filter.empty();
    const int count = ui.memory.tree_by_system ? by_system(ui, filtering) : by_region(ui, filtering);
    if (count == 0) text(ui, filled(ui.word("learn.nothing"), {ui.memory.tree_filter}), Type::body, Ink::quiet);
}

}  // namespace genu
