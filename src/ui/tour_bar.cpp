#include <algorithm>

#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

void draw_tour_bar(PanelContext& ui, const RectPt& picture)
{
    const Tour* tour = ui.library.knowledge.find(ui.state.view.tour);
    if (!tour || tour->steps.empty() || picture.width < 160 || picture.height < 160) return;
    const int count = static_cast<int>(tour->steps.size()), now = std::clamp(ui.state.view.tour_step, 0, count - 1);
    const TourStep& step = tour->steps[static_cast<std::size_t>(now)];
    const std::string& caption = step.caption.in(ui.clinical());
    const float width = std::min(600.0f, picture.width - 32);
    const float words = (text_height(ui, caption, Type::body, ui.pt(width - 32)) + text_height(ui, step.title, Type::strong, ui.pt(width - 32))) / ui.unit;
    const float height = std::min(words + 80, 0.45f * picture.height);
    const RectPt rect{picture.x + 0.5f * (picture.width - width), picture.bottom() - height - 52, width, height};
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.pt(space::kCorner));
    if (begin_region(ui, "tour", rect, ui.colours.card, true)) {
        ImGui::Indent(ui.pt(space::kInCard));
        ui.inset = ui.pt(space::kInCard);
        gap(ui, 12);
        text(ui, step.title, Type::strong);
        text(ui, caption);
        gap(ui, 12);
        if (button(ui, "back", ui.word("tour.back"), {.icon = icon::kLeft, .enabled = now > 0})) ui.emit(cmd::TourStep{now - 1});
        ImGui::SameLine();
        const bool last = now + 1 == count;
        if (button(ui, "next", ui.word("tour.next"), {.look = last ? ButtonLook::outline : ButtonLook::filled, .icon = icon::kRight, .enabled = !last})) ui.emit(cmd::TourStep{now + 1});
        ImGui::SameLine();
        if (button(ui, "leave", ui.word("tour.leave"), {.look = ButtonLook::ghost, .icon = icon::kClose})) ui.emit(cmd::StartTour{});
        ImGui::SameLine(0, ui.pt(12));
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.pt(7));
        line(ui, filled(ui.word("tour.step"), {std::to_string(now + 1), std::to_string(count)}));
        gap(ui, 12);
        end_region(ui);
    }
    ImGui::PopStyleVar();
}

}  // namespace genu
