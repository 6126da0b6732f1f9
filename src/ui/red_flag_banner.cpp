#include <algorithm>
#include <cmath>

#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

std::string because(const PanelContext& ui, const FiredRule& fired)
{
    std::vector<std::string> parts;
    for (const FindingId& id : fired.because) parts.push_back(finding_words(ui, id));
    return filled(ui.word("banner.because"), {joined(parts, "; ")});
}

void rule_words(PanelContext& ui, const FiredRule& fired, bool first)
{
    const RedFlagRule* rule = ui.library.knowledge.find(fired.id);
    text(ui, ui.word("urgency.", name_of(fired.urgency)) + (rule ? " · " + rule->name : ""), first ? Type::title : Type::strong, Ink::on_warning);
    if (!fired.who.empty()) text(ui, fired.who, Type::body, Ink::on_warning);
    if (!rule) return;
    text(ui, rule->say.in(ui.clinical()), Type::body, Ink::on_warning);
    text(ui, because(ui, fired), Type::label, Ink::on_warning);
}

constexpr float kFoot = 52;

/// The one thing to press stays in sight while the words scroll.
void foot(PanelContext& ui, float height_pt)
{
    ImGui::SetCursorPos({ui.pt(space::kInCard), ui.pt(height_pt - kFoot + 8)});
    if (button(ui, "read", ui.word("banner.read"), {.look = ButtonLook::on_warning})) ui.emit(cmd::DangerRead{true});
}

void words(PanelContext& ui, float height_pt)
{
    const Assessment& a = ui.state.assessment;
    begin_scroll(ui, "words", std::max(1.0f, ui.pt(height_pt)));
    const float pad = ui.pt(space::kInCard);
    ImGui::Indent(pad);
    ui.inset = pad;
    gap(ui, 12);
    bool first = true;
    for (const FiredRule& fired : a.red_flags) {
        if (!first) gap(ui, 12);
        rule_words(ui, fired, first);
        first = false;
    }
    if (a.most_urgent() == Urgency::emergency_now && ui.state.view.danger_read) text(ui, ui.word("banner.read_done"), Type::label, Ink::on_warning);
    gap(ui, 12);
    const float words_pt = ImGui::GetCursorPosY() / ui.unit;
    if (std::abs(words_pt - ui.memory.banner_words_pt) > 0.5f) ui.out.wants_frame = true;
    ui.memory.banner_words_pt = words_pt;
    end_scroll();
}

}  // namespace

// It has no way to close: it goes when the answers that raised it go.
void draw_red_flag_banner(PanelContext& ui, const RectPt& picture)
{
    ui.memory.banner_bottom = ui.pt(picture.y);
    const Assessment& a = ui.state.assessment;
    if (a.red_flags.empty() || picture.empty()) return;
    const bool to_read = a.most_urgent() == Urgency::emergency_now && !ui.state.view.danger_read;
    const float foot_pt = to_read ? kFoot : 0;
    // The height follows the words of the last frame, at most half of the picture (more of a low one); then they scroll.
    const float most = std::max(0.5f * picture.height, std::min(picture.height - 60, 300.0f));
    const float height = std::min(std::max(40.0f, std::min(ui.memory.banner_words_pt + foot_pt, most)), picture.height);
    if (!begin_region(ui, "banner", {picture.x, picture.y, picture.width, height}, ui.colours.warning, false)) return;
    words(ui, height - foot_pt);
    if (to_read) foot(ui, height);
    end_region(ui);
    ui.memory.banner_bottom = ui.pt(picture.y + height);
}

void draw_message(PanelContext& ui, const RectPt& picture)
{
    const std::string& said = ui.state.busy.empty() ? ui.state.message : ui.state.busy;
    if (said.empty() || picture.width < 120 || picture.height < 80) return;
    const float width = std::min(520.0f, picture.width - 32);
    const float words = text_height(ui, said, Type::body, ui.pt(width - 32)) / ui.unit;
    const bool has_bar = !ui.state.busy.empty() && ui.state.busy_share >= 0;
    const float height = std::min(words + 68 + (has_bar ? 6.0f : 0.0f), picture.height - 16);
    const RectPt rect{picture.x + 0.5f * (picture.width - width), picture.bottom() - height - 64, width, height};
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.pt(space::kCorner));
    if (begin_region(ui, "message", rect, ui.colours.card, true)) {
        ImGui::Indent(ui.pt(space::kInCard));
        ui.inset = ui.pt(space::kInCard);
        gap(ui, 12);
        if (has_bar) progress_bar(ui, said, static_cast<float>(ui.state.busy_share));
        else text(ui, said);
        gap(ui, space::kInControl);
        if (!ui.state.busy.empty()) {
            if (button(ui, "cancel", ui.word("word.cancel"), {.icon = icon::kClose})) ui.emit(cmd::CancelWork{});
        } else if (button(ui, "dismiss", ui.word("word.close"), {.icon = icon::kClose})) ui.emit(cmd::Say{""});
        end_region(ui);
    }
    ImGui::PopStyleVar();
}

}  // namespace genu
