#include "session/apply.hpp"

#include <algorithm>

#include "base/suggest.hpp"

namespace genu {

namespace {

void toggle(std::set<StructureId>& set, const std::vector<StructureId>& ids)
{
    const bool all_in = std::all_of(ids.begin(), ids.end(), [&](const StructureId& id) { return set.contains(id); });
    for (const StructureId& id : ids) {
        if (all_in) set.erase(id);
        else set.insert(id);
    }
}

}  // namespace

bool Apply::known(const StructureId& id)
{
    if (id.is_none() || library.catalogue.find(id) || library.model.find(id)) return true;
    const std::string hint = did_you_mean(id.text(), library.catalogue.ids());
    state.message = library.texts("error.unknown_structure") + " \"" + id.text() + "\"" + (hint.empty() ? "" : " – " + hint);
    return false;
}

bool Apply::known(const std::vector<StructureId>& ids)
{
    return std::all_of(ids.begin(), ids.end(), [&](const StructureId& id) { return known(id); });
}

void Apply::show_everything()
{
    view.hidden.clear();
    view.faded.clear();
    view.isolated.clear();
    view.condition = ConditionId::none();
    view.section = Section::none;
    view.xray = false;
}

void Apply::operator()(const cmd::Select& c) { if (known(c.id)) view.selected = c.id; }
void Apply::operator()(const cmd::Hover& c) { state.hovered = c.id; }

void Apply::operator()(const cmd::Isolate& c)
{
    if (!known(c.ids)) return;
    const std::set<StructureId> ids(c.ids.begin(), c.ids.end());
    view.isolated = view.isolated == ids ? std::set<StructureId>{} : ids;
}

void Apply::operator()(const cmd::Hide& c) { if (known(c.ids)) toggle(view.hidden, c.ids); }
void Apply::operator()(const cmd::Fade& c) { if (known(c.ids)) toggle(view.faded, c.ids); }
void Apply::operator()(const cmd::ShowAll&) { show_everything(); }
void Apply::operator()(const cmd::SetLayer& c) { view.layer = std::clamp(c.layer, 0, kLayerCount - 1); }
void Apply::operator()(const cmd::SetXray& c) { view.xray = c.on; }
void Apply::operator()(const cmd::SetStrain& c) { view.strain = c.on; }
void Apply::operator()(const cmd::SetLabels& c) { view.labels = c.on; }
void Apply::operator()(const cmd::SetSection& c) { view.section = c.axis; view.section_mm = c.mm; }
void Apply::operator()(const cmd::SetSide& c) { view.left_side = c.left; }

}  // namespace genu
