// The section plane in the picture: a ring round the limb, a knob that moves the plane along its normal, and for a free plane
// an arrow whose tip tilts it. The pointer drags both; with the keyboard's ring on them the arrow keys do the same.
#include <algorithm>
#include <array>
#include <cmath>

#include "session/section.hpp"
#include "ui/imgui_compat.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

using compat::Key;

constexpr double kStepMm = 1, kWideStepMm = 10;  // of an arrow key, without and with Shift
constexpr double kStepDeg = 2, kWideStepDeg = 10;

/// What one grip did in this frame.
struct Grip { bool began = false, held = false, ended = false, hot = false; int across = 0, up = 0; };

class Handle {
public:
    Handle(PanelContext& ui, ImVec2 low, ImVec2 high) : ui_(ui), low_(low), high_(high), list_(*ImGui::GetBackgroundDrawList()) {}

    void draw()
    {
        const auto handle = section_handle(ui_.state, ui_.library, ui_.frame.camera, aspect());
        if (!handle) return;
        h_ = *handle;
        list_.PushClipRect({low_.x, ui_.memory.banner_bottom}, high_);
        ring();
        if (h_.arrow_m > 0) tip();
        knob();
        list_.PopClipRect();
    }

private:
    float aspect() const { return (high_.x - low_.x) / std::max(high_.y - low_.y, 1.0f); }
    ImVec2 seen(glm::vec3 place) const
    {
        const glm::vec3 p = project(ui_.frame.camera, aspect(), place);
        return {low_.x + (0.5f + 0.5f * p.x) * (high_.x - low_.x), low_.y + (0.5f - 0.5f * p.y) * (high_.y - low_.y)};
    }
    glm::vec2 pointer(ImVec2 beside = {0, 0}) const
    {
        const ImVec2 m{ImGui::GetIO().MousePos.x + beside.x, ImGui::GetIO().MousePos.y + beside.y};
        return {2 * (m.x - low_.x) / (high_.x - low_.x) - 1, 1 - 2 * (m.y - low_.y) / (high_.y - low_.y)};
    }
    bool inside(ImVec2 p) const { return p.x > low_.x + ui_.pt(16) && p.y > ui_.memory.banner_bottom + ui_.pt(16) && p.x < high_.x - ui_.pt(16) && p.y < high_.y - ui_.pt(16); }

    void ring()
    {
        constexpr int kSteps = 72;
        std::array<ImVec2, kSteps> line;
        for (int i = 0; i < kSteps; ++i) line[static_cast<std::size_t>(i)] = seen(h_.ring_m(6.28318531f * static_cast<float>(i) / kSteps));
        list_.AddPolyline(line.data(), kSteps, with_alpha(ui_.colours.accent, is_held() ? 0.8f : 0.45f), ImDrawFlags_Closed, std::max(1.0f, ui_.pt(1.5f)));
    }

    bool is_held() const { return ui_.state.gesture == "section"; }

    /// A window as small as the knob takes the mouse, so that the leg does not turn with it.
    Grip grip(const char* id, ImVec2 at, const std::string& name, const std::string& hint)
    {
        const float half = ui_.pt(16);
        ImGui::SetNextWindowPos({at.x - half, at.y - half});
        ImGui::SetNextWindowSize({2 * half, 2 * half});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
        ImGui::Begin(id, nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                      ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoBringToFrontOnFocus);
        Grip g;
        ImGui::InvisibleButton("grip", {2 * half, 2 * half});
        g.began = ImGui::IsItemActivated();
        g.held = ImGui::IsItemActive();
        g.ended = ImGui::IsItemDeactivated();
        g.hot = ImGui::IsItemHovered() || g.held || ImGui::IsItemFocused();
        keys(g);
        if (ImGui::IsItemHovered() || g.held) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        if (compat::has_ring()) list_.AddCircle(at, ui_.pt(14), ui_.colours.accent, 32, ui_.pt(2));
        ui_.record("handle", name, {at.x - half, at.y - half}, {at.x + half, at.y + half});
        if (!g.held) tooltip(ui_, id, hint);
        ImGui::End();
        ImGui::PopStyleVar(2);
        return g;
    }

    /// All of one press of an arrow key, however long, is one step back.
    void keys(Grip& g)
    {
        UiMemory& m = ui_.memory;
        const unsigned id = compat::last_item();
        if (m.key_slider == id) m.key_slider_seen = true;
        const bool any = compat::held(Key::left) || compat::held(Key::right) || compat::held(Key::up) || compat::held(Key::down);
        if (ImGui::IsItemFocused() && !g.held && any) {
            compat::keep_ring();
            const auto pressed = [](Key key) { return compat::pressed(key, true) ? 1 : 0; };
            g.across = pressed(Key::right) - pressed(Key::left);
            g.up = pressed(Key::up) - pressed(Key::down);
            if (g.across == 0 && g.up == 0) return;
            if (m.key_slider != id) ui_.emit(cmd::BeginGesture{"section"});
            m.key_slider = id;
            m.key_slider_seen = true;
        } else if (m.key_slider == id) {
            ui_.emit(cmd::EndGesture{});
            m.key_slider = 0;
        }
    }

    void knob()
    {
        const ImVec2 at = seen(h_.knob_m());
        if (!inside(at)) return;
        const Grip g = grip("section_knob", at, ui_.word("section.knob"), ui_.word("section.knob_hint"));
        UiMemory& m = ui_.memory;
        const double now = cut_of(ui_.state.view)->mm;
        if (g.began) {
            ui_.emit(cmd::BeginGesture{"section"});
            m.section_from = {pointer().x, pointer().y};
            m.section_from_mm = now;
        }
        if (g.held) {
            const double mm = std::round(m.section_from_mm + pulled_mm(h_, ui_.frame.camera, aspect(), {m.section_from.x, m.section_from.y}, pointer()));
            if (mm != std::round(now)) ui_.emit(moved_section(ui_.state.view, mm));
        }
        if (g.ended) ui_.emit(cmd::EndGesture{});
        const int way = g.up + g.across;
        if (way != 0) {
            // Up on the keyboard is up in the picture, where the plane can go there.
            const double sign = pull_direction(h_, ui_.frame.camera, aspect()).y < -0.2f ? -1 : 1;
            ui_.emit(moved_section(ui_.state.view, std::round(now) + sign * way * (ImGui::GetIO().KeyShift ? kWideStepMm : kStepMm)));
        }
        draw_knob(at, g.hot);
        reading(at);
    }

    /// A disc with an arrow to both sides, along the way it moves.
    void draw_knob(ImVec2 at, bool hot)
    {
        const glm::vec2 way = pull_direction(h_, ui_.frame.camera, aspect());
        const ImVec2 d{way.x, -way.y}, side{-d.y, d.x};
        const float far = ui_.pt(hot ? 22.0f : 19.0f), near = ui_.pt(12), half = ui_.pt(5);
        for (const float s : {1.0f, -1.0f}) {
            const ImVec2 end{at.x + s * far * d.x, at.y + s * far * d.y}, base{at.x + s * near * d.x, at.y + s * near * d.y};
            list_.AddTriangleFilled(end, {base.x + half * side.x, base.y + half * side.y}, {base.x - half * side.x, base.y - half * side.y}, ui_.colours.accent);
        }
        list_.AddCircleFilled(at, ui_.pt(hot ? 9.0f : 8.0f), ui_.colours.accent, 28);
        list_.AddCircleFilled(at, ui_.pt(4.5f), ui_.colours.panel, 24);
    }

    void reading(ImVec2 at)
    {
        const std::string words = section_reading(ui_);
        const ImVec2 size = word_size(ui_, words, Type::label);
        // Beside the knob; where there is no room, below it, so that it does not lie on the cut.
        const bool beside = at.x + ui_.pt(34) + size.x < high_.x;
        const float x = beside ? at.x + ui_.pt(26) : std::max(high_.x - ui_.pt(14) - size.x, low_.x + ui_.pt(14));
        const ImVec2 low{x, beside ? at.y - 0.5f * size.y : at.y + ui_.pt(30)};
        list_.AddRectFilled({low.x - ui_.pt(6), low.y - ui_.pt(4)}, {low.x + size.x + ui_.pt(6), low.y + size.y + ui_.pt(4)}, ui_.colours.glass, ui_.pt(6), compat::kRound);
        draw_words(ui_, list_, low, words, Type::label, ui_.colours.text);
        ui_.record_unclipped("text", words, low, {low.x + size.x, low.y + size.y});
    }

    void tip()
    {
        const ImVec2 from = seen(h_.centre_m), at = seen(h_.tip_m());
        const ImVec2 d{at.x - from.x, at.y - from.y};
        const float length = std::hypot(d.x, d.y);
        list_.AddCircleFilled(from, ui_.pt(3), ui_.colours.accent, 16);
        if (!inside(at)) return;
        const Grip g = grip("section_tip", at, ui_.word("section.tip"), ui_.word("section.tip_hint"));
        UiMemory& m = ui_.memory;
        const glm::vec3 flip(ui_.state.view.left_side ? 1.0f : -1.0f, 1, 1);  // to x lateral
        if (g.began) {
            ui_.emit(cmd::BeginGesture{"section"});
            m.section_hinge = h_.centre_m * flip;
            m.section_from = {at.x - ImGui::GetIO().MousePos.x, at.y - ImGui::GetIO().MousePos.y};
        }
        if (g.held && (ImGui::GetIO().MouseDelta.x != 0 || ImGui::GetIO().MouseDelta.y != 0)) {
            const glm::vec3 towards = tilted_towards(h_, ui_.frame.camera, aspect(), pointer(m.section_from));
            ui_.emit(tilted_section(ui_.state.view, towards * flip, m.section_hinge));
        }
        if (g.ended) ui_.emit(cmd::EndGesture{});
        if (g.across != 0 || g.up != 0) {
            const double step = ImGui::GetIO().KeyShift ? kWideStepDeg : kStepDeg;
            NormalAngles a = angles_of(ui_.state.view.section_normal);
            a.turn_deg += step * g.across;
            a.tilt_deg = std::clamp(a.tilt_deg + step * g.up, -kSteepestDeg, kSteepestDeg);
            ui_.emit(tilted_section(ui_.state.view, normal_of(a), h_.centre_m * flip));
        }
        // The shaft ends at the head; seen from its end it is a dot in a ring.
        const float head = ui_.pt(g.hot ? 15.0f : 13.0f);
        if (length > head + ui_.pt(2)) {
            const ImVec2 e{d.x / length, d.y / length}, side{-e.y, e.x};
            const ImVec2 base{at.x - head * e.x, at.y - head * e.y};
            list_.AddLine(from, base, with_alpha(ui_.colours.accent, 0.85f), ui_.pt(2));
            list_.AddTriangleFilled(at, {base.x + 0.5f * head * side.x, base.y + 0.5f * head * side.y}, {base.x - 0.5f * head * side.x, base.y - 0.5f * head * side.y}, ui_.colours.accent);
        } else {
            list_.AddCircle(at, ui_.pt(g.hot ? 10.0f : 8.0f), ui_.colours.accent, 28, ui_.pt(2));
            list_.AddCircleFilled(at, ui_.pt(3.5f), ui_.colours.accent, 16);
        }
    }

    PanelContext& ui_;
    ImVec2 low_, high_;
    ImDrawList& list_;
    SectionHandle h_;
};

}  // namespace

void draw_section_handle(PanelContext& ui, ImVec2 low, ImVec2 high)
{
    const AppState& s = ui.state;
    const bool wanted = s.view.section != Section::none && s.view.handles && !s.view.quiz && s.tool == Tool::none;
    if (wanted && high.x - low.x > ui.pt(200) && high.y - low.y > ui.pt(200)) Handle(ui, low, high).draw();
}

std::string section_reading(const PanelContext& ui)
{
    const SectionPlace place = section_place(ui.state, ui.library);
    if (place.along == Section::none) return {};
    const double mm = std::round(place.mm);
    const std::string distance = figure(std::abs(mm)), family = ui.clinical() ? "section.read.clinical." : "section.read.";
    if (place.along == Section::plane) {
        // How far it leans from lying flat.
        const double lean = 90 - std::abs(angles_of(cut_of(ui.state.view)->normal).tilt_deg);
        return filled(ui.word(family + "plane"), {distance, figure(std::round(lean))});
    }
    const char* const sides[][3] = {{"inner", "at_x", "outer"}, {"below", "at_y", "above"}, {"behind", "at_z", "front"}};
    const int side = mm == 0 ? 1 : mm > 0 ? 2 : 0;
    return filled(ui.word(family + sides[static_cast<int>(place.along) - static_cast<int>(Section::x)][side]), {distance});
}

}  // namespace genu
