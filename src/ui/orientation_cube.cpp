#include "ui/orientation_cube.hpp"

#include <algorithm>
#include <array>

#include "ui/imgui_compat.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"

namespace genu {

namespace {

constexpr float kSide = 112;      // points of the square that the cube turns in
constexpr float kQuarterTurn = 1.57079633f;

struct Face {
    const char* word;      // of a right leg; a left leg's inner and outer side change places
    glm::vec3 normal, right;
    double yaw, pitch;     // to look at it
};

const std::array<Face, 6> kFaces = {{
    {"front", {0, 0, 1}, {1, 0, 0}, 0, 0},
    {"back", {0, 0, -1}, {-1, 0, 0}, 2 * kQuarterTurn, 0},
    {"inner", {1, 0, 0}, {0, 0, -1}, kQuarterTurn, 0},
    {"outer", {-1, 0, 0}, {0, 0, 1}, -kQuarterTurn, 0},
    {"up", {0, 1, 0}, {-1, 0, 0}, 2 * kQuarterTurn, kQuarterTurn},
    {"down", {0, -1, 0}, {-1, 0, 0}, 2 * kQuarterTurn, -kQuarterTurn},
}};

std::string word_of(const PanelContext& ui, const Face& face)
{
    std::string word = face.word;
    if (ui.frame.mirrored && word == "inner") word = "outer";
    else if (ui.frame.mirrored && word == "outer") word = "inner";
    return ui.word(ui.clinical() ? "cube.clinical." : "cube.", word);
}

bool inside(const std::array<ImVec2, 4>& corners, ImVec2 p)
{
    int turns = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const ImVec2 a = corners[i], b = corners[(i + 1) % 4];
        turns += (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) > 0 ? 1 : -1;
    }
    return turns == 4 || turns == -4;
}

}  // namespace

float draw_orientation_cube(PanelContext& ui, ImVec2 low, ImVec2 high, float top)
{
    const float side = ui.pt(kSide);
    if (high.x - low.x < 4.3f * side || high.y - top < 3.5f * side) return top;
    const ImVec2 at{high.x - side - ui.pt(8), top + ui.pt(4)};
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize({side, side});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    const bool open = ImGui::Begin("orientation_cube", nullptr,
                                   ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove |
                                       ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus);
    if (open) {
        const glm::mat3 turn(view_matrix(ui.frame.camera));
        const ImVec2 middle{at.x + 0.5f * side, at.y + 0.5f * side};
        const float half = 0.285f * side;
        const auto seen = [&](glm::vec3 p) {
            const glm::vec3 v = turn * p;
            return ImVec2{middle.x + half * v.x, middle.y - half * v.y};
        };
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        const bool has_pointer = ImGui::IsWindowHovered();
        ImDrawList& list = *ImGui::GetWindowDrawList();
        for (const Face& face : kFaces) {
            const float facing = (turn * face.normal).z;
            if (facing < 0.02f) continue;
            const glm::vec3 up = glm::cross(face.normal, face.right);
            const std::array<ImVec2, 4> corners = {seen(face.normal - face.right - up), seen(face.normal + face.right - up), seen(face.normal + face.right + up),
                                                   seen(face.normal - face.right + up)};
            const bool hovered = has_pointer && inside(corners, mouse);
            list.AddQuadFilled(corners[0], corners[1], corners[2], corners[3], hovered ? ui.colours.accent : with_alpha(ui.colours.card, 0.55f + 0.4f * facing));
            list.AddQuad(corners[0], corners[1], corners[2], corners[3], with_alpha(ui.colours.quiet, 0.7f), std::max(1.0f, ui.unit));
            const std::string word = word_of(ui, face);
            const ImVec2 size = word_size(ui, word, Type::label);
            const ImVec2 centre = seen(face.normal);
            // Only where the face is turned enough for its word to fit.
            if (facing > 0.6f) {
                draw_words(ui, list, {centre.x - 0.5f * size.x, centre.y - 0.5f * size.y}, word, Type::label, hovered ? ui.colours.panel : ui.colours.text);
                ui.record_unclipped("button", word, {centre.x - 0.4f * half, centre.y - 0.4f * half}, {centre.x + 0.4f * half, centre.y + 0.4f * half});
            }
            if (hovered && ImGui::IsMouseClicked(0)) ui.emit(cmd::TurnTo{face.yaw, face.pitch});
        }
    }
    ImGui::End();
    ImGui::PopStyleVar();
    return at.y + side;
}

}  // namespace genu
