#include "app/pointer.hpp"

#include <algorithm>
#include <cmath>

namespace genu {

namespace {

constexpr double kClickSlackPx = 4;
constexpr double kNoteStepPx = 5;              // between the points of a line drawn by hand
constexpr double kTurnPerPictureHeight = 3.0;  // radians
constexpr double kBrushMm = 14;                // about a finger's tip
constexpr double kZoomPerStep = 0.88;
constexpr double kZoomPauseSeconds = 0.5;      // wheel steps closer together than this are one undo step

bool inside(const PixelRect& r, glm::dvec2 p)
{
    return p.x >= r.x && p.y >= r.y && p.x < r.x + r.width && p.y < r.y + r.height;
}

bool in_picture(const UiOutput& ui, glm::dvec2 p) { return !ui.wants_mouse && (inside(ui.picture_px, p) || inside(ui.second_px, p)); }

}  // namespace

Commands Pointer::commands(const UiOutput& ui, const Pick& pick, const Aim& aim)
{
    Commands out;
    drag(ui, out, pick, aim);
    wheel(ui, out);
    hover(ui, out, pick);
    last_px_ = position_px;
    scrolled = 0;
    return out;
}

void Pointer::draw_note(Commands& out, const Aim& aim)
{
    if (glm::distance(position_px, drawn_px_) < kNoteStepPx) return;
    drawn_px_ = position_px;
    const Aimed at = aim(glm::ivec2(position_px));
    out.push_back(cmd::ExtendNote{at.id, at.point_m});
}

void Pointer::drag(const UiOutput& ui, Commands& out, const Pick& pick, const Aim& aim)
{
    if (drag_ == Drag::none && (left || right)) {
        const bool here = in_picture(ui, position_px);
        const std::optional<glm::vec3> spot = here && left && !right && !shift && skin ? skin(glm::ivec2(position_px)) : std::nullopt;
        drag_ = !here ? Drag::elsewhere : (right || shift) ? Drag::move : tool != Tool::none ? Drag::note : spot ? Drag::paint : Drag::turn;
        pressed_px_ = last_px_ = drawn_px_ = position_px;
        moved_ = false;
        if (drag_ == Drag::note) {
            const Aimed at = aim(glm::ivec2(position_px));
            out.push_back(cmd::BeginGesture{"note"});
            out.push_back(cmd::BeginNote{static_cast<NoteKind>(static_cast<int>(tool) - 1), at.id, at.point_m});
        } else if (here) out.push_back(cmd::BeginGesture{drag_ == Drag::paint ? "paint" : drag_ == Drag::turn ? "turn" : "move"});
        if (drag_ == Drag::paint) out.push_back(cmd::Paint{*spot, kBrushMm});
        return;
    }
    if (drag_ == Drag::none) return;
    if (drag_ == Drag::note) draw_note(out, aim);
    else if (drag_ != Drag::elsewhere) {
        moved_ = moved_ || glm::distance(position_px, pressed_px_) > kClickSlackPx;
        const double height = std::max(ui.picture_px.height, 1);
        const glm::dvec2 step = (position_px - last_px_) / height;
        if (moved_ && step != glm::dvec2(0)) {
            if (drag_ == Drag::paint) paint(out);
            else if (drag_ == Drag::turn) out.push_back(cmd::Orbit{-kTurnPerPictureHeight * step.x, kTurnPerPictureHeight * step.y});
            else out.push_back(cmd::Pan{glm::vec2(step.x, -step.y)});
        }
    }
    if (left || right) return;
    if (drag_ != Drag::elsewhere) {
        out.push_back(cmd::EndGesture{});
        if (!moved_ && drag_ != Drag::note && drag_ != Drag::paint) out.push_back(cmd::Select{pick(glm::ivec2(position_px))});
    }
    drag_ = Drag::none;
}

void Pointer::paint(Commands& out)
{
    if (!skin) return;
    if (const std::optional<glm::vec3> spot = skin(glm::ivec2(position_px))) out.push_back(cmd::Paint{*spot, kBrushMm});
}

void Pointer::wheel(const UiOutput& ui, Commands& out)
{
    if (zooming_ && now_s - zoomed_at_s_ > kZoomPauseSeconds) {
        out.push_back(cmd::EndGesture{});
        zooming_ = false;
    }
    if (scrolled == 0 || !in_picture(ui, position_px)) return;
    if (!zooming_ && drag_ == Drag::none) {
        out.push_back(cmd::BeginGesture{"zoom"});
        zooming_ = true;
    }
    zoomed_at_s_ = now_s;
    const PixelRect& r = part_at(ui, static_cast<int>(position_px.x), static_cast<int>(position_px.y));
    const glm::vec2 ndc(2 * (position_px.x - r.x) / std::max(r.width, 1) - 1, 1 - 2 * (position_px.y - r.y) / std::max(r.height, 1));
    out.push_back(cmd::Zoom{std::pow(kZoomPerStep, scrolled), ndc});
}

void Pointer::hover(const UiOutput& ui, Commands& out, const Pick& pick)
{
    if (drag_ != Drag::none || position_px == hovered_px_) return;
    hovered_px_ = position_px;
    const bool over = in_picture(ui, position_px);
    out.push_back(cmd::Hover{over ? pick(glm::ivec2(position_px)) : StructureId::none()});
}

}  // namespace genu
