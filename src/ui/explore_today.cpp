// What to take away: whom to see and how soon, what helps today, and a page for the appointment.
#include <algorithm>

#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr std::size_t kMostCauses = 2;

/// The causes that fit best and are no emergency of their own: what is said about them is said to this reader.
std::vector<const Condition*> best_causes(const PanelContext& ui)
{
    std::vector<const Condition*> best;
    for (const RankedCondition& ranked : ui.state.assessment.conditions) {
        const Condition* c = ui.library.knowledge.find(ranked.id);
        if (c && ranked.band >= Band::fits_partly && best.size() < kMostCauses) best.push_back(c);
    }
    return best;
}

void whom_to_see(PanelContext& ui, const std::vector<const Condition*>& causes)
{
    const Assessment& a = ui.state.assessment;
    const Card card(ui);
    text(ui, ui.word("card.who"), Type::strong);
    Urgency urgency = a.most_urgent();
    for (const Condition* c : causes) urgency = std::max(urgency, c->urgency);
    bullet(ui, ui.word("urgency.card.", name_of(urgency)) + ".", urgency >= Urgency::same_day ? icon::kWarning : icon::kInfo, Ink::accent);
    for (const FiredRule& rule : a.red_flags) text(ui, rule.who, Type::body);
    for (const Condition* c : causes) {
        if (!a.red_flags.empty()) break;
        gap(ui, space::kHalf);
        text(ui, filled(ui.word("explore.if_it_is"), {c->name}), Type::label, Ink::quiet);
        text(ui, c->text("who", ui.clinical()), Type::body);
    }
    if (a.red_flags.empty() && causes.empty()) text(ui, ui.word("explore.who_else"), Type::body);
}

void today(PanelContext& ui, const std::vector<const Condition*>& causes)
{
    if (ui.state.assessment.most_urgent() >= Urgency::same_day) return;
    if (std::none_of(causes.begin(), causes.end(), [](const Condition* c) { return c->urgency < Urgency::same_day; })) return;
    gap(ui, space::kInCard);
    text(ui, ui.word("explore.today"), Type::title);
    for (const Condition* c : causes) {
        if (c->urgency >= Urgency::same_day) continue;
        gap(ui, space::kInControl);
        text(ui, filled(ui.word("explore.if_it_is"), {c->name}), Type::strong);
        text(ui, c->text("care", ui.clinical()));
    }
}

}  // namespace

void draw_explore_today(PanelContext& ui)
{
    const std::vector<const Condition*> causes = best_causes(ui);
    whom_to_see(ui, causes);
    gap(ui, space::kInControl);
    if (button(ui, "page", ui.word("explore.page"), {.look = ButtonLook::filled, .icon = icon::kPage, .height_pt = 40, .hint = ui.word("explore.page_hint")})) ui.emit(cmd::SavePage{});
    today(ui, causes);
    gap(ui, space::kInCard);
}

}  // namespace genu
