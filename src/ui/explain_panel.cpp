#include <algorithm>

#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr const char* kTiers[] = {"common", "uncommon", "rare", "redflag"};

std::vector<std::string> names_of(const Condition& condition)
{
    std::vector<std::string> names = condition.synonyms;
    names.push_back(condition.name);
    names.push_back(condition.id.text());
    for (const IcdCode& code : condition.icd10) names.push_back(code.code);
    return names;
}

void condition_row(PanelContext& ui, const Condition& condition)
{
    RowStyle style;
    style.selected = ui.state.view.condition == condition.id;
    if (condition.contrast) style.note = ui.word("tier.contrast_chip");
    else if (ui.clinical() && !condition.icd10.empty()) style.note = ui.word("card.codes") + " " + condition.icd10.front().code;
    if (row(ui, condition.id.text().c_str(), condition.name, style)) ui.emit(cmd::ChooseCondition{condition.id});
}

/// One heading with its rows; nothing when no row is left by the filter.
template <class Belongs>
int section(PanelContext& ui, const std::string& heading, Belongs belongs)
{
    int count = 0;
    for (const Condition& condition : ui.library.knowledge.conditions) {
        if (!belongs(condition) || !matches(ui.memory.explain_filter, names_of(condition))) continue;
        if (count++ == 0) {
            text(ui, heading, Type::label, Ink::quiet);
            gap(ui, space::kHalf);
        }
        condition_row(ui, condition);
    }
    if (count > 0) gap(ui, space::kInCard);
    return count;
}

int rarer_causes(PanelContext& ui)
{
    std::vector<const RarerCause*> causes;
    for (const RarerCause& cause : ui.library.knowledge.rarer_causes) {
        std::vector<std::string> names = cause.synonyms;
        names.push_back(cause.name);
        names.push_back(cause.id.text());
        for (const IcdCode& code : cause.icd10) names.push_back(code.code);
        if (matches(ui.memory.explain_filter, names)) causes.push_back(&cause);
    }
    if (causes.empty()) return 0;
    text(ui, ui.word("explain.rarer"), Type::label, Ink::quiet);
    gap(ui, space::kHalf);
    draw_rarer_causes(ui, causes);
    gap(ui, space::kInCard);
    return static_cast<int>(causes.size());
}

}  // namespace

void draw_explain_panel(PanelContext& ui, const RectPt& rect)
{
    if (!begin_region(ui, "explain", rect, ui.colours.panel, false)) return;
    const bool in_scene = !ui.state.view.condition.is_none();
    begin_panel_body(ui, ui.word("explain.title"), ui.word("explain.intro"), in_scene ? 48 : 0);
    input(ui, "filter", ui.word("explain.filter"), ui.memory.explain_filter, ui.width());
    gap(ui, space::kInCard);
    int count = 0;
    for (const char* tier : kTiers) {
        count += section(ui, ui.word("tier.", tier), [&](const Condition& c) { return !c.contrast && c.tier == tier; });
    }
    count += section(ui, ui.word("tier.contrast"), [](const Condition& c) { return c.contrast; });
    count += rarer_causes(ui);
    if (count == 0) {
        text(ui, filled(ui.word("explain.nothing"), {ui.memory.explain_filter}), Type::body, Ink::quiet);
        gap(ui, space::kInControl);
        if (button(ui, "clear", ui.word("explain.clear"))) ui.memory.explain_filter.clear();
    }
    end_panel_body(ui);
    if (in_scene) {
        gap(ui, space::kInControl);
        ImGui::Indent(ui.pt(space::kInCard));
        if (button(ui, "leave", ui.word("explain.leave"), {.icon = icon::kClose, .width_pt = ui.width() / ui.unit})) ui.emit(cmd::ChooseCondition{});
    }
    end_region(ui);
}

}  // namespace genu
