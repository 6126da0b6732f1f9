#include "ui/layout.hpp"

#include <algorithm>
#include <cmath>

namespace genu {

namespace {

constexpr float kTop = 44, kRail = 72, kPanel = 340, kCard = 360, kTimeline = 120;
constexpr float kNarrowestSide = 280;  // below this a line of text holds fewer than 30 letters
constexpr float kAreaRuleFrom = 1000, kBothFrom = 1200;

float timeline_height(const LayoutWish& wish)
{
    if (!wish.timeline) return 0;
    return std::min(kTimeline, 0.3f * wish.height_pt);
}

/// Width that panel and card may take together.
float side_budget(const LayoutWish& wish, float rail, float middle_height)
{
    const float by_width = 0.5f * wish.width_pt - rail;
    if (wish.width_pt < kAreaRuleFrom || middle_height < 1) return by_width;
    return std::min(by_width, wish.width_pt - rail - 0.5f * wish.width_pt * wish.height_pt / middle_height);
}

}  // namespace

Layout make_layout(const LayoutWish& wish)
{
    Layout l;
    const float width = std::max(wish.width_pt, 1.0f), height = std::max(wish.height_pt, 1.0f);
    const float top = std::min(kTop, 0.25f * height);
    const float rail = std::min(kRail, 0.25f * width);
    const float timeline = timeline_height(wish);
    const float middle = std::max(height - top - timeline, 1.0f);
    const float budget = std::max(side_budget(wish, rail, middle), 0.0f);

    float panel = wish.panel ? kPanel : 0, card = wish.card ? kCard : 0;
    const bool both = panel > 0 && card > 0;
    if (both && (budget < 2 * kNarrowestSide || width < kBothFrom)) {
        (wish.card_before_panel ? l.panel_folded : l.card_folded) = true;
        (wish.card_before_panel ? panel : card) = 0;
    }
    if (panel + card > budget) {
        const float share = budget / (panel + card);
        panel *= share;
        card *= share;
    }

    l.top = {0, 0, width, top};
    l.rail = {0, top, rail, height - top};
    l.panel = {rail, top, panel, middle};
    l.picture = {rail + panel, top, std::max(width - rail - panel - card, 1.0f), middle};
    l.card = {width - card, top, card, middle};
    l.timeline = {rail, height - timeline, width - rail, timeline};
    return l;
}

WelcomeLayout welcome_layout(float width_pt, float height_pt)
{
    constexpr float kNeedsPt = 900, kShare = 0.58f;
    const float width = std::max(width_pt, 1.0f), height = std::max(height_pt, 1.0f);
    const float page = width < kNeedsPt ? width : std::round(kShare * width);
    return {{0, 0, page, height}, {std::min(page, width - 1), 0, std::max(width - page, 1.0f), height}};
}

}  // namespace genu
