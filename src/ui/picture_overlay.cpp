#include <algorithm>
#include <cmath>

#include "session/update.hpp"
#include "ui/imgui_compat.hpp"
#include "ui/label_layout.hpp"
#include "ui/orientation_cube.hpp"
#include "ui/panels.hpp"
#include "ui/picture_words.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr float kBelowNames = 76;        // points from the lower edge, where the picture's sides are named
constexpr std::size_t kMostLabels = 14;  // in a column; a plate with more is a list

struct Picture {
    ImVec2 low, high;
    ImDrawList& list;
    float width() const { return high.x - low.x; }
    float height() const { return high.y - low.y; }
};

/// Words on a quiet plate, so that they can be read on any part of the picture. Returns its lower right corner.
ImVec2 plate(PanelContext& ui, Picture& p, ImVec2 at, const std::string& words, ImU32 ink, const std::string& record_as = {})
{
    const ImVec2 size = word_size(ui, words, Type::label);
    const ImVec2 high{at.x + size.x + ui.pt(20), at.y + ui.pt(28)};
    p.list.AddRectFilled(at, high, ui.colours.glass, ui.pt(space::kCorner), compat::kRound);
    draw_words(ui, p.list, {at.x + ui.pt(10), at.y + 0.5f * (ui.pt(28) - size.y)}, words, Type::label, ink);
    ui.record_unclipped("text", record_as.empty() ? words : record_as, at, high);
    return high;
}

/// Returns the lower right corner of what it took.
ImVec2 draw_legend(PanelContext& ui, Picture& p, const Legend& legend)
{
    const ImVec2 at{p.low.x + ui.pt(12), ui.memory.banner_bottom + ui.pt(12)};
    if (legend.entries.empty()) return at;
    float width = word_size(ui, legend.title, Type::label).x;
    for (const LegendEntry& e : legend.entries) width = std::max(width, word_size(ui, e.text, Type::label).x + ui.pt(24));
    const float line_height = ui.pt(22);
    const ImVec2 high{at.x + width + ui.pt(24), at.y + line_height * static_cast<float>(legend.entries.size() + 1) + ui.pt(16)};
    if (high.x > p.high.x || high.y > p.high.y - ui.pt(48)) return at;
    p.list.AddRectFilled(at, high, ui.colours.glass, ui.pt(space::kCorner), compat::kRound);
    float y = at.y + ui.pt(8);
    draw_words(ui, p.list, {at.x + ui.pt(12), y}, legend.title, Type::label, ui.colours.text);
    ui.record_unclipped("text", legend.title, {at.x + ui.pt(12), y}, {high.x, y + line_height});
    for (const LegendEntry& e : legend.entries) {
        y += line_height;
        draw_swatch(ui, p.list, {at.x + ui.pt(12), y + ui.pt(2)}, e);
        draw_words(ui, p.list, {at.x + ui.pt(36), y}, e.text, Type::label, ui.colours.quiet);
        ui.record_unclipped("text", e.text, {at.x + ui.pt(12), y}, {high.x, y + line_height});
    }
    return high;
}

/// Length with its words, lower right. Returns its left edge.
float draw_scale_bar(PanelContext& ui, Picture& p, float bottom)
{
    const ScaleBar bar = scale_bar(ui.frame.camera, p.height(), std::min(ui.pt(140), 0.3f * p.width()));
    if (bar.length <= 0) return p.high.x;
    const std::string words = bar.millimetres < 10 ? filled(ui.word("overlay.mm"), {figure(bar.millimetres)}) : filled(ui.word("overlay.cm"), {figure(bar.millimetres / 10)});
    const float right = p.high.x - ui.pt(16), left = right - bar.length, y = bottom - ui.pt(10);
    const float thick = std::max(1.0f, ui.pt(1.5f)), tick = ui.pt(5);
    p.list.AddRectFilled({left, y - 0.5f * thick}, {right, y + 0.5f * thick}, ui.colours.text);
    for (const float x : {left, right}) p.list.AddRectFilled({x - 0.5f * thick, y - tick}, {x + 0.5f * thick, y + tick}, ui.colours.text);
    const ImVec2 size = word_size(ui, words, Type::label);
    const ImVec2 at{0.5f * (left + right - size.x), y - tick - size.y - ui.pt(1)};
    draw_words(ui, p.list, at, words, Type::label, ui.colours.text);
    ui.record_unclipped("text", words, at, {at.x + size.x, y + tick});
    return std::min(left, at.x);
}

void draw_orientation(PanelContext& ui, Picture& p)
{
    const PictureSides sides = picture_sides(ui.frame.camera, ui.frame.mirrored);
    const char* family = ui.clinical() ? "orient.clinical." : "orient.";
    // Below the names where there are any, so that neither covers the other.
    const float y = ui.frame.labels.size() > 1 ? p.high.y - ui.pt(kBelowNames) : 0.5f * (std::max(p.low.y, ui.memory.banner_bottom) + p.high.y);
    const auto faint = with_alpha(ui.colours.quiet, 0.9f);
    const std::string left = ui.word(family, sides.left), right = ui.word(family, sides.right);
    const ImVec2 left_size = word_size(ui, left, Type::label), right_size = word_size(ui, right, Type::label);
    if (left_size.x + right_size.x > 0.6f * p.width() || p.high.y - y < ui.pt(kBelowNames - 4)) return;
    const ImVec2 at_left{p.low.x + ui.pt(12), y}, at_right{p.high.x - ui.pt(12) - right_size.x, y};
    draw_words(ui, p.list, at_left, left, Type::label, faint);
    draw_words(ui, p.list, at_right, right, Type::label, faint);
    ui.record_unclipped("text", left, at_left, {at_left.x + left_size.x, at_left.y + left_size.y});
    ui.record_unclipped("text", right, at_right, {at_right.x + right_size.x, at_right.y + right_size.y});
}

/// One line, or two of about the same length where one would be too wide.
using Lines = std::vector<std::string>;
Lines label_lines(PanelContext& ui, const std::string& words, Type type, float most)
{
    if (word_size(ui, words, type).x <= most) return {words};
    Lines best = {words};
    float widest = word_size(ui, words, type).x;
    for (std::size_t at = words.find(' '); at != std::string::npos; at = words.find(' ', at + 1)) {
        const std::string first = words.substr(0, at), second = words.substr(at + 1);
        const float width = std::max(word_size(ui, first, type).x, word_size(ui, second, type).x);
        if (width >= widest) continue;
        widest = width;
        best = {first, second};
    }
    return best;
}

/// The name, and below it perhaps its Latin one.
struct LabelWords { Lines name, below; };

void add_size(PanelContext& ui, glm::vec2& size, const Lines& lines, Type type)
{
    for (const std::string& line : lines) {
        const ImVec2 one = word_size(ui, line, type);
        size = {std::max(size.x, one.x), size.y + one.y};
    }
}

glm::vec2 size_of(PanelContext& ui, const LabelWords& words, Type type)
{
    glm::vec2 size(0);
    add_size(ui, size, words.name, type);
    add_size(ui, size, words.below, Type::label);
    return size;
}

/// Against the edge of a box of this width that is next to the leader line.
void draw_lines(PanelContext& ui, Picture& p, ImVec2& at, const Lines& lines, Type type, ImU32 ink, float width, bool left)
{
    for (const std::string& line : lines) {
        const ImVec2 size = word_size(ui, line, type);
        draw_words(ui, p.list, {left ? at.x + width - size.x : at.x, at.y}, line, type, ink);
        at.y += size.y;
    }
}

/// To something that cannot be seen from here.
void draw_dashed(ImDrawList& list, glm::vec2 from, glm::vec2 to, float dash, ImU32 ink, float width)
{
    const float length = glm::distance(from, to);
    const glm::vec2 along = length > 0 ? (to - from) / length : glm::vec2(0);
    for (float at = 0; at < length; at += 2 * dash) {
        const glm::vec2 a = from + along * at, b = from + along * std::min(at + dash, length);
        list.AddLine({a.x, a.y}, {b.x, b.y}, ink, width);
    }
}

void draw_labels(PanelContext& ui, Picture& p, float left_top, float right_top, float bottom)
{
    const float aspect = p.width() / std::max(p.height(), 1.0f);
    std::vector<LabelWish> wishes;
    std::vector<LabelWords> words;
    const float most = std::max(ui.pt(110), 0.19f * p.width());
    for (const Label& label : ui.frame.labels) {
        const glm::vec3 at = project(ui.frame.camera, aspect, label.anchor_m);
        const Type type = label.strong ? Type::strong : Type::label;
        words.push_back({label_lines(ui, label.text, type, most), label.below.empty() ? Lines{} : label_lines(ui, label.below, Type::label, most)});
        const glm::vec2 seen = at.z > 0 ? glm::vec2{p.low.x + (0.5f + 0.5f * at.x) * p.width(), p.low.y + (0.5f - 0.5f * at.y) * p.height()} : glm::vec2{-1e6f};
        wishes.push_back({seen, size_of(ui, words.back(), type), label.strong, at.z});
    }
    // The orientation words keep the outer edges.
    const float edge = ui.pt(16), top = ui.memory.banner_bottom + ui.pt(12);
    const LabelArea area{{p.low.x + edge, top}, {p.high.x - edge, bottom}, std::max(left_top, top), std::max(right_top, top), ui.pt(26), kMostLabels, ui.pt(90)};
    for (const PlacedLabel& label : place_labels(wishes, area)) {
        const Label& from = ui.frame.labels[label.index];
        const LabelWish& wish = wishes[label.index];
        const ImU32 ink = from.behind ? ui.colours.quiet : from.strong ? ui.colours.accent : ui.colours.text;
        const bool left = label.start.x > label.low.x;
        const float air = ui.pt(8);
        const ImVec2 start{label.start.x + (left ? air : -air), label.start.y};
        const float line = std::max(1.0f, ui.unit);
        if (from.behind) draw_dashed(p.list, {start.x, start.y}, label.anchor, ui.pt(4), with_alpha(ink, 0.65f), line);
        else p.list.AddLine(start, {label.anchor.x, label.anchor.y}, with_alpha(ink, 0.65f), line);
        if (from.behind) p.list.AddCircle({label.anchor.x, label.anchor.y}, ui.pt(2.5f), ink, 0, line);
        else p.list.AddCircleFilled({label.anchor.x, label.anchor.y}, ui.pt(2.5f), ink);
        const float half = std::max(ui.pt(11), 0.5f * wish.size.y + ui.pt(3));
        const ImVec2 low{label.low.x - ui.pt(6), label.start.y - half}, high{label.low.x + wish.size.x + ui.pt(6), label.start.y + half};
        p.list.AddRectFilled(low, high, ui.colours.glass, ui.pt(6), compat::kRound);
        const Type type = from.strong ? Type::strong : Type::label;
        ImVec2 at{label.low.x, label.low.y};
        draw_lines(ui, p, at, words[label.index].name, type, ink, wish.size.x, left);
        draw_lines(ui, p, at, words[label.index].below, Type::label, ui.colours.quiet, wish.size.x, left);
        ui.record_unclipped("label", from.text, low, high);
    }
}

void draw_hover_name(PanelContext& ui, Picture& p)
{
    const ImGuiIO& io = ImGui::GetIO();
    const ImVec2 m = io.MousePos;
    // A name would answer the question; while painting there is only skin.
    if (question_is_open(ui.state) || is_painting(ui.state)) return;
    if (ui.state.hovered.is_none() || io.WantCaptureMouse || m.x < p.low.x || m.x > p.high.x || m.y < p.low.y || m.y > p.high.y) return;
    const std::string name = structure_name(ui, ui.state.hovered);
    const ImVec2 size = word_size(ui, name, Type::label);
    const ImVec2 at{std::clamp(m.x + ui.pt(14), p.low.x, std::max(p.low.x, p.high.x - size.x - ui.pt(24))), std::clamp(m.y + ui.pt(16), p.low.y, std::max(p.low.y, p.high.y - ui.pt(32)))};
    plate(ui, p, at, name, ui.colours.text);
}

}  // namespace

void draw_picture_overlay(PanelContext& ui, ImVec2 low, ImVec2 high, bool interactive, bool second_half)
{
    Picture p{low, high, *ImGui::GetBackgroundDrawList()};
    if (p.width() < ui.pt(60) || p.height() < ui.pt(60)) return;
    p.list.PushClipRect(low, high);
    const UiMemory& m = ui.memory;
    const float bottom = high.y - ui.pt(12);
    const float bar_left = m.shows_legend ? draw_scale_bar(ui, p, bottom) : high.x;
    const std::string selected = selected_line(ui.state, ui.library);
    const float room = bar_left - low.x - ui.pt(48);
    // The second half says only what differs from the first; a picture on paper cannot be clicked.
    const bool tells = interactive || (m.shows_names && !ui.state.view.selected.is_none());
    if (room > ui.pt(60) && !second_half && tells) {
        plate(ui, p, {low.x + ui.pt(12), bottom - ui.pt(28)}, shortened(ui, selected, Type::label, room),
              ui.state.view.selected.is_none() ? ui.colours.quiet : ui.colours.text, selected);
    }
    // A lying or bent-over leg has no outer side of the picture.
    if (m.shows_legend && ui.state.view.exercise.is_none() && !ui.state.view.tension.is_on()) draw_orientation(ui, p);
    // Half a picture is too narrow for a legend beside the leg: the card of the comparison has it.
    const bool in_card = interactive && !ui.state.view.compare_with.is_none();
    const ImVec2 legend = draw_legend(ui, p, in_card || second_half || !m.shows_legend ? Legend{} : build_legend(ui.state, ui.library));
    const float cube = interactive ? draw_orientation_cube(ui, low, high, ui.memory.banner_bottom) : p.low.y;
    if (m.shows_names) draw_labels(ui, p, legend.y + ui.pt(8), cube + ui.pt(8), bottom - ui.pt(kBelowNames - 8));
    draw_hover_name(ui, p);
    p.list.PopClipRect();
}

}  // namespace genu
