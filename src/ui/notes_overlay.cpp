// Lines, arrows and words on the picture. Each has a number, so that it can be spoken of and is told by more than colour.
#include <algorithm>
#include <cmath>

#include "session/notes.hpp"
#include "ui/imgui_compat.hpp"
#include "ui/panels.hpp"
#include "ui/widgets.hpp"

namespace genu {

namespace {

struct Pens { ImU32 ink, halo; float width, halo_width; };

ImVec2 seen(const PanelContext& ui, ImVec2 low, ImVec2 high, glm::vec3 at_m)
{
    const float width = high.x - low.x, height = high.y - low.y;
    const glm::vec3 p = project(ui.frame.camera, width / std::max(height, 1.0f), at_m);
    if (p.z <= 0) return {-1e6f, -1e6f};
    return {low.x + (0.5f + 0.5f * p.x) * width, low.y + (0.5f - 0.5f * p.y) * height};
}

void line_of(ImDrawList& list, const std::vector<ImVec2>& points, const Pens& pens)
{
    const int count = static_cast<int>(points.size());
    list.AddPolyline(points.data(), count, pens.halo, 0, pens.halo_width);
    list.AddPolyline(points.data(), count, pens.ink, 0, pens.width);
}

void arrow_head(const PanelContext& ui, ImDrawList& list, ImVec2 from, ImVec2 tip, const Pens& pens)
{
    const float dx = tip.x - from.x, dy = tip.y - from.y, length = std::sqrt(dx * dx + dy * dy);
    if (length < 1) return;
    const float size = ui.pt(14), ux = dx / length, uy = dy / length;
    const ImVec2 back{tip.x - size * ux, tip.y - size * uy};
    const ImVec2 a{back.x - 0.5f * size * uy, back.y + 0.5f * size * ux}, b{back.x + 0.5f * size * uy, back.y - 0.5f * size * ux};
    list.AddTriangleFilled(tip, a, b, pens.ink);
    list.AddTriangle(tip, a, b, pens.halo, ui.pt(1.5f));
}

void number(PanelContext& ui, ImDrawList& list, ImVec2 at, std::size_t index, const Pens& pens)
{
    const std::string word = std::to_string(index + 1);
    const ImVec2 size = word_size(ui, word, Type::label);
    const float radius = ui.pt(10);
    list.AddCircleFilled(at, radius, pens.ink, 24);
    list.AddCircle(at, radius, pens.halo, 24, ui.pt(1.5f));
    draw_words(ui, list, {at.x - 0.5f * size.x, at.y - 0.5f * size.y}, word, Type::label, IM_COL32(20, 24, 30, 255));
    ui.record_unclipped("note", word, {at.x - radius, at.y - radius}, {at.x + radius, at.y + radius});
}

void words_of(PanelContext& ui, ImDrawList& list, ImVec2 at, const std::string& words, const Pens& pens)
{
    const float wrap = ui.pt(220);
    const float width = std::min(word_size(ui, words, Type::body).x + 1, wrap), height = text_height(ui, words, Type::body, wrap);
    const ImVec2 low{at.x + ui.pt(16), at.y - 0.5f * height - ui.pt(4)}, high{low.x + width + ui.pt(16), low.y + height + ui.pt(8)};
    list.AddRectFilled(low, high, ui.colours.card, ui.pt(6), compat::kRound);
    list.AddRect(low, high, pens.ink, ui.pt(6), compat::kRound, ui.pt(1.5f));
    draw_words(ui, list, {low.x + ui.pt(8), low.y + ui.pt(4)}, words, Type::body, ui.colours.text, wrap);
    ui.record_unclipped("text", words, low, high);
}

}  // namespace

void draw_notes(PanelContext& ui, ImVec2 low, ImVec2 high)
{
    const std::vector<Note>& notes = ui.state.view.notes;
    if (notes.empty() || high.x - low.x < 2) return;
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    list.PushClipRect(low, high);
    // Yellow on a dark halo: no tissue, role or strain colour looks like it.
    const Pens pens{IM_COL32(255, 236, 61, 255), IM_COL32(20, 24, 30, 230), ui.pt(2.5f), ui.pt(5.5f)};
    for (std::size_t i = 0; i < notes.size(); ++i) {
        std::vector<ImVec2> points;
        for (const glm::vec3& p : posed_points(ui.library, ui.frame, notes[i])) points.push_back(seen(ui, low, high, p));
        if (points.empty() || std::any_of(points.begin(), points.end(), [](ImVec2 p) { return p.x < -1e5f; })) continue;
        if (notes[i].kind != NoteKind::text && points.size() > 1) line_of(list, points, pens);
        if (notes[i].kind == NoteKind::arrow && points.size() > 1) arrow_head(ui, list, points.front(), points.back(), pens);
        if (!notes[i].text.empty()) words_of(ui, list, points.front(), notes[i].text, pens);
        number(ui, list, points.front(), i, pens);
    }
    list.PopClipRect();
}

}  // namespace genu
