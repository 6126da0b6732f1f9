#include "ui/length_strip.hpp"

#include <algorithm>
#include <cmath>

#include "session/tension.hpp"
#include "ui/imgui_compat.hpp"
#include "ui/widgets.hpp"
#include "ui/wording.hpp"

namespace genu {

namespace {

constexpr double kFullMm = 30;        // the same where one joint alone moves: the calf's change with the ankle fits
constexpr float kRow = 22;

std::string change_words(const PanelContext& ui, const LengthBar& bar)
{
    const double mm = std::round(bar.change_mm);
    const std::string word = ui.word(mm > 0 ? "timeline.longer" : mm < 0 ? "timeline.shorter" : "timeline.same");
    return filled(ui.word("timeline.mm"), {figure(bar.change_mm, 0, true)}) + " " + word;
}

/// Two lines in a narrow column: name and kind, then bar and figure.
constexpr float kNarrow = 360;
float row_height(const PanelContext& ui, float width) { return ui.pt(width < ui.pt(kNarrow) ? 2 * kRow + 4 : kRow); }

/// How far a bar reaches, -1 … 1, and its colour.
struct BarLook { double reach = 0; ImU32 colour = 0; };

void draw_bar(PanelContext& ui, const LengthBar& bar, const BarLook& look, float width)
{
    const bool narrow = width < ui.pt(kNarrow);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::string kind = ui.word(bar.nerve ? "timeline.nerve" : "timeline.muscle");
    const std::string sign = ui.fonts.has_icons ? std::string(bar.nerve ? icon::kNerve : icon::kMuscle) + " " : std::string{};
    const std::string change = change_words(ui, bar);
    const float kind_width = std::max(word_size(ui, sign + ui.word("timeline.muscle"), Type::label).x, ui.pt(62)) + ui.pt(10);
    const float change_width = word_size(ui, filled(ui.word("timeline.mm"), {"+88"}) + " " + ui.word("timeline.shorter"), Type::label).x + ui.pt(8);
    const float rest = std::max(1.0f, width - kind_width - change_width);
    const float name_width = narrow ? std::max(1.0f, width - kind_width - ui.pt(8)) : std::clamp(0.6f * rest, 1.0f, ui.pt(230));
    const float bar_width = narrow ? std::max(ui.pt(20), width - change_width - ui.pt(8)) : std::max(ui.pt(20), rest - name_width - ui.pt(16));
    const std::string name = structure_name(ui, bar.id);
    const float words_y = at.y + 0.5f * (ui.pt(kRow) - word_size(ui, "x", Type::label).y);
    draw_words(ui, list, {at.x, words_y}, shortened(ui, name, Type::label, name_width), Type::label, ui.colours.text);
    draw_words(ui, list, {at.x + name_width + ui.pt(8), words_y}, sign + kind, Type::label, bar.nerve ? ui.colours.accent : ui.colours.quiet);

    const float second = narrow ? ui.pt(kRow) : 0;
    const float left = narrow ? at.x : at.x + name_width + ui.pt(8) + kind_width;
    const float middle = left + 0.5f * bar_width, y = at.y + second + 0.5f * ui.pt(kRow), half = ui.pt(4);
    list.AddRectFilled({left, y - half}, {left + bar_width, y + half}, ui.colours.sunk, half, compat::kRound);
    const float end = middle + 0.5f * bar_width * static_cast<float>(std::clamp(look.reach, -1.0, 1.0));
    list.AddRectFilled({std::min(middle, end), y - half}, {std::max(middle, end), y + half}, look.colour, ui.pt(2), compat::kRound);
    list.AddRectFilled({middle - 0.5f * ui.unit, y - half - ui.pt(2)}, {middle + 0.5f * ui.unit, y + half + ui.pt(2)}, ui.colours.quiet);
    const float change_right = at.x + width;
    draw_words(ui, list, {change_right - word_size(ui, change, Type::label).x, words_y + second}, change, Type::label, ui.colours.text);
    ImGui::Dummy({width, row_height(ui, width)});
    ui.record("text", name + ": " + kind + ", " + change, at, {at.x + width, at.y + row_height(ui, width)});
}

/// What the exercise says it lengthens comes first; the order never changes while it plays.
std::vector<LengthBar> ordered_bars(const PanelContext& ui)
{
    std::vector<LengthBar> bars = length_bars(ui.state, ui.library);
    const Exercise* exercise = ui.library.knowledge.find(ui.state.view.exercise);
    if (!exercise) return bars;
    const auto rank = [&](const LengthBar& bar) {
        const auto found = std::find_if(exercise->lengthens.begin(), exercise->lengthens.end(), [&](const LevelledStructure& s) { return s.id == bar.id; });
        return found - exercise->lengthens.begin();
    };
    std::stable_sort(bars.begin(), bars.end(), [&](const LengthBar& a, const LengthBar& b) { return rank(a) < rank(b); });
    return bars;
}

}  // namespace

void draw_length_strip(PanelContext& ui, int columns)
{
    const std::vector<LengthBar> bars = ordered_bars(ui);
    if (bars.empty()) return text(ui, ui.word("timeline.nothing"), Type::label, Ink::quiet);
    const float between = ui.pt(space::kGroup);
    const float width = std::max(1.0f, (ui.width() - between * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    const std::size_t per_column = (bars.size() + static_cast<std::size_t>(columns) - 1) / static_cast<std::size_t>(columns);
    const ImVec2 start = ImGui::GetCursorPos();
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const auto column = static_cast<float>(i / per_column), line_number = static_cast<float>(i % per_column);
        ImGui::SetCursorPos({start.x + column * (width + between), start.y + line_number * row_height(ui, width)});
        draw_bar(ui, bars[i], {bars[i].strain / kFullScale, packed(strain_colour(bars[i].strain))}, width);
    }
    ImGui::SetCursorPos({start.x, start.y + static_cast<float>(per_column) * row_height(ui, width)});
    ImGui::Dummy({1, 0});
}

void draw_tension_strip(PanelContext& ui)
{
    for (const LengthBar& bar : tension_bars(ui.state, ui.library)) draw_bar(ui, bar, {bar.change_mm / kFullMm, packed(tension_colour(bar.strain))}, ui.width());
}

}  // namespace genu
