// Rings at the joints: the arc of the range, the part that is used, a knob to drag and the angle beside it.
#include <algorithm>
#include <cmath>

#include "session/joint_arcs.hpp"
#include "session/tension.hpp"
#include "ui/imgui_compat.hpp"
#include "ui/motion_parts.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr double kReachDeg = 30;  // a knob follows the pointer along its arc, it does not jump across it

class Handles {
public:
    Handles(PanelContext& ui, ImVec2 low, ImVec2 high) : ui_(ui), low_(low), high_(high), list_(*ImGui::GetBackgroundDrawList()) {}

    void draw(const JointArc& arc)
    {
        const ImVec2 knob = seen(arc.at(arc.now_deg));
        if (!inside(knob)) return;
        const int number = static_cast<int>(arc.joint);
        const bool held = ui_.memory.held_joint == number;
        strokes(arc, held);
        grip(arc, knob);
        list_.AddCircleFilled(knob, ui_.pt(held ? 9.0f : 7.5f), ui_.colours.accent, 28);
        list_.AddCircleFilled(knob, ui_.pt(4.5f), ui_.colours.panel, 24);
        reading(arc, knob, held);
    }

private:
    float aspect() const { return (high_.x - low_.x) / std::max(high_.y - low_.y, 1.0f); }
    bool inside(ImVec2 p) const { return p.x > low_.x + ui_.pt(8) && p.y > ui_.memory.banner_bottom + ui_.pt(8) && p.x < high_.x - ui_.pt(8) && p.y < high_.y - ui_.pt(8); }

    ImVec2 seen(glm::vec3 place) const
    {
        const glm::vec3 p = project(ui_.frame.camera, aspect(), place);
        if (p.z <= 0) return {-1e6f, -1e6f};
        return {low_.x + (0.5f + 0.5f * p.x) * (high_.x - low_.x), low_.y + (0.5f - 0.5f * p.y) * (high_.y - low_.y)};
    }

    void stroke(const JointArc& arc, double from, double to, ImU32 ink, float width)
    {
        std::vector<ImVec2> line;
        const int steps = std::max(2, static_cast<int>(std::abs(to - from) / 2));
        for (int i = 0; i <= steps; ++i) line.push_back(seen(arc.at(from + (to - from) * i / steps)));
        list_.AddPolyline(line.data(), static_cast<int>(line.size()), ink, 0, width);
    }

    void strokes(const JointArc& arc, bool held)
    {
        const double low = arc.points.front().deg, high = arc.points.back().deg;
        stroke(arc, low, high, with_alpha(ui_.colours.text, held ? 0.55f : 0.3f), ui_.pt(2));
        stroke(arc, 0, arc.now_deg, ui_.colours.accent, ui_.pt(4));
        list_.AddLine(seen(arc.centre_m), seen(arc.at(arc.now_deg)), with_alpha(ui_.colours.accent, held ? 0.8f : 0.35f), ui_.pt(1.5f));
        if (!held) return;
        for (const double end : {low, high}) {
            const ImVec2 at = seen(arc.at(end));
            list_.AddCircleFilled(at, ui_.pt(3), ui_.colours.text, 16);
            draw_words(ui_, list_, {at.x + ui_.pt(6), at.y - ui_.pt(8)}, figure(end) + "°", Type::label, ui_.colours.quiet);
        }
    }

    /// A window as small as the knob takes the mouse, so that the leg does not turn with it.
    void grip(const JointArc& arc, ImVec2 knob)
    {
        const std::string name = std::string("handle.") + name_of(arc.joint);
        const float half = ui_.pt(14);
        ImGui::SetNextWindowPos({knob.x - half, knob.y - half});
        ImGui::SetNextWindowSize({2 * half, 2 * half});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
        ImGui::Begin(name.c_str(), nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                                                ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
        ImGui::InvisibleButton("knob", {2 * half, 2 * half});
        const bool active = ImGui::IsItemActive();
        if (ImGui::IsItemActivated()) {
            ui_.memory.held_joint = static_cast<int>(arc.joint);
            ui_.emit(cmd::BeginGesture{std::string("handle.") + name_of(arc.joint)});
        }
        if (active) follow(arc);
        if (ImGui::IsItemDeactivated()) {
            ui_.memory.held_joint = -1;
            ui_.emit(cmd::EndGesture{});
        }
        if (ImGui::IsItemHovered() || active) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        tooltip(ui_, name.c_str(), filled(ui_.word("motion.drag"), {joint_words(ui_, name_of(arc.joint))}));
        ImGui::End();
        ImGui::PopStyleVar(2);
        ui_.record_unclipped("handle", joint_words(ui_, name_of(arc.joint)), {knob.x - half, knob.y - half}, {knob.x + half, knob.y + half});
    }

    void follow(const JointArc& arc)
    {
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        const glm::vec2 ndc{2 * (mouse.x - low_.x) / (high_.x - low_.x) - 1, 1 - 2 * (mouse.y - low_.y) / (high_.y - low_.y)};
        const double deg = std::round(nearest_angle(arc, ui_.frame.camera, aspect(), ndc, kReachDeg));
        if (deg != std::round(arc.now_deg)) ui_.emit(cmd::SetPose{name_of(arc.joint), deg});
    }

    void reading(const JointArc& arc, ImVec2 knob, bool held)
    {
        const std::string words = (held ? joint_words(ui_, name_of(arc.joint)) + " " : std::string{}) + figure(arc.now_deg) + "°";
        const ImVec2 size = word_size(ui_, words, held ? Type::strong : Type::label);
        const ImVec2 at{knob.x + ui_.pt(16), knob.y - 0.5f * size.y};
        list_.AddRectFilled({at.x - ui_.pt(6), at.y - ui_.pt(3)}, {at.x + size.x + ui_.pt(6), at.y + size.y + ui_.pt(3)}, ui_.colours.glass, ui_.pt(6), compat::kRound);
        draw_words(ui_, list_, at, words, held ? Type::strong : Type::label, ui_.colours.text);
        ui_.record_unclipped("text", joint_words(ui_, name_of(arc.joint)) + " " + figure(arc.now_deg) + "°", at, {at.x + size.x, at.y + size.y});
    }

    PanelContext& ui_;
    ImVec2 low_, high_;
    ImDrawList& list_;
};

}  // namespace

void draw_joint_handles(PanelContext& ui, ImVec2 low, ImVec2 high)
{
    const bool wanted = ui.state.view.handles && ui.state.panel == Panel::motion && ui.state.panel_open;
    if (!wanted || high.x - low.x < ui.pt(200)) return;
    const TensionMove* only = tension_move(ui.state, ui.library);
    Handles handles(ui, low, high);
    for (const JointArc& arc : joint_arcs(ui.state, ui.library)) {
        if (!ui.state.view.tension.is_on() || (only && only->joint == arc.joint)) handles.draw(arc);
    }
}

}  // namespace genu
