#include <algorithm>
#include <cfloat>
#include <cmath>
#include <functional>

#include "ui/imgui_compat.hpp"
#include "ui/widgets.hpp"

namespace genu {

namespace {

constexpr float kLineHeight = 1.4f;  // of the em

float leading(const PanelContext& ui, Type type) { return std::round(ui.pt(em_pt(type) * kLineHeight)); }

float font_size(const PanelContext& ui, Type type)
{
    compat::push_font(ui.fonts.of(type));
    const float size = ImGui::GetFontSize();
    ImGui::PopFont();
    return size;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80u) != 0; }

/// End of the piece that starts at `at` and is not parted: a word with the spaces after it, or the first half of a long
/// compound ("gastrocnemius-"). Ranges of figures ("2-6 cm") stay whole.
const char* piece_end(const char* at, const char* end)
{
    const char* p = at;
    while (p < end && *p != ' ') {
        const bool hyphen = *p == '-' && p - at >= 4 && is_letter(p[-1]) && p + 1 < end && is_letter(p[1]);
        ++p;
        if (hyphen || p[-1] == '/') return p;
    }
    while (p < end && *p == ' ') ++p;
    return p;
}

const char* without_spaces(const char* begin, const char* end)
{
    while (end > begin && end[-1] == ' ') --end;
    return end;
}

/// Calls `each(begin, end)` for every line of the wrapped text; returns how many there were.
int each_line(const PanelContext& ui, const std::string& words, Type type, float width, const std::function<void(const char*, const char*)>& each)
{
    ImFont* font = ui.fonts.of(type);
    const float size = font_size(ui, type);
    const auto length = [&](const char* b, const char* e) { return font->CalcTextSizeA(size, FLT_MAX, 0, b, e).x; };
    const char* const end = words.data() + words.size();
    int count = 0;
    const auto give = [&](const char* b, const char* e) {
        each(b, without_spaces(b, e));
        ++count;
    };
    for (const char* paragraph = words.data(); paragraph < end;) {
        const char* const stop = std::find(paragraph, end, '\n');
        const char* line = paragraph;
        float used = 0;
        for (const char* p = paragraph; p < stop;) {
            const char* next = piece_end(p, stop);
            const float whole = length(p, next), visible = length(p, without_spaces(p, next));
            if (width > 0 && p > line && used + visible > width) {
                give(line, p);
                line = p;
                used = 0;
            }
            if (width > 0 && p == line && visible > width) {
                // One word wider than the column is cut between letters.
                next = std::max(compat::wrap_position(font, size, p, next, width), p + 1);
                while (next < stop && (static_cast<unsigned char>(*next) & 0xc0u) == 0x80u) ++next;
                give(p, next);
                line = next;
                used = 0;
            } else {
                used += whole;
            }
            p = next;
        }
        if (line < stop || paragraph == stop) give(line, stop);
        paragraph = stop + 1;
    }
    return count;
}

}  // namespace

ImU32 colour_of(const PanelContext& ui, Ink ink)
{
    switch (ink) {
        case Ink::text: return ui.colours.text;
        case Ink::quiet: return ui.colours.quiet;
        case Ink::accent: return ui.colours.accent;
        case Ink::on_warning: return ui.colours.on_warning;
    }
    return ui.colours.text;
}

float text_height(const PanelContext& ui, const std::string& words, Type type, float width)
{
    const int lines = each_line(ui, words, type, width, [](const char*, const char*) {});
    return static_cast<float>(std::max(lines, 1)) * leading(ui, type);
}

ImVec2 word_size(const PanelContext& ui, const std::string& words, Type type)
{
    compat::push_font(ui.fonts.of(type));
    const ImVec2 size = ImGui::CalcTextSize(words.data(), words.data() + words.size());
    ImGui::PopFont();
    return size;
}

void draw_words(const PanelContext& ui, ImDrawList& list, ImVec2 at, const std::string& words, Type type, ImU32 colour, float wrap_width)
{
    ImFont* font = ui.fonts.of(type);
    const float size = font_size(ui, type), lead = leading(ui, type);
    float y = at.y + std::floor(0.5f * (lead - size));
    if (wrap_width <= 0) {
        list.AddText(font, size, {std::round(at.x), std::round(at.y)}, colour, words.data(), words.data() + words.size());
        return;
    }
    each_line(ui, words, type, wrap_width, [&](const char* begin, const char* end) {
        list.AddText(font, size, {std::round(at.x), std::round(y)}, colour, begin, end);
        y += lead;
    });
}

std::string shortened(const PanelContext& ui, const std::string& words, Type type, float width)
{
    if (word_size(ui, words, type).x <= width) return words;
    std::string cut = words;
    while (!cut.empty()) {
        do cut.pop_back(); while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xc0u) == 0x80u);
        // A lead byte without its tail is not a letter.
        if (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xc0u) == 0xc0u) cut.pop_back();
        if (word_size(ui, cut + "…", type).x <= width) break;
    }
    return cut + "…";
}

void text(PanelContext& ui, const std::string& words, Type type, Ink ink)
{
    if (words.empty()) return;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ui.width(), height = text_height(ui, words, type, width);
    draw_words(ui, *ImGui::GetWindowDrawList(), at, words, type, colour_of(ui, ink), width);
    ImGui::Dummy({width, height});
    ui.record("text", words, at, {at.x + width, at.y + height});
}

void line(PanelContext& ui, const std::string& words, Type type, Ink ink, float width)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string shown = shortened(ui, words, type, width > 0 ? width : ui.width());
    const ImVec2 size = word_size(ui, shown, type);
    const float height = leading(ui, type);
    draw_words(ui, *ImGui::GetWindowDrawList(), {at.x, at.y + 0.5f * (height - size.y)}, shown, type, colour_of(ui, ink));
    ImGui::Dummy({std::max(width, size.x), height});
    ui.record("text", words, at, {at.x + size.x, at.y + height});
}

void bullet(PanelContext& ui, const std::string& words, const char* sign, Ink sign_ink, Type type)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float indent = ui.pt(type == Type::label ? 20.0f : 26.0f);
    const float width = std::max(1.0f, ui.width() - indent), height = text_height(ui, words, type, width);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_words(ui, list, at, ui.fonts.has_icons ? sign : "•", type == Type::label ? Type::label : Type::body, colour_of(ui, sign_ink), indent);
    draw_words(ui, list, {at.x + indent, at.y}, words, type, ui.colours.text, width);
    ImGui::Dummy({indent + width, height});
    ui.record("text", words, at, {at.x + indent + width, at.y + height});
}

void chip_filled(PanelContext& ui, const std::string& words, ImU32 fill)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string shown = shortened(ui, words, Type::label, ui.width() - ui.pt(16));
    const ImVec2 size = word_size(ui, shown, Type::label);
    const ImVec2 high{at.x + size.x + ui.pt(16), at.y + ui.pt(24)};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, high, fill, ui.pt(12), compat::kRound);
    draw_words(ui, list, {at.x + ui.pt(8), at.y + 0.5f * (ui.pt(24) - size.y)}, shown, Type::label, ui.colours.text);
    ImGui::Dummy({high.x - at.x, high.y - at.y});
    ui.record("text", words, at, high);
}

void value_line(PanelContext& ui, const std::string& words, const std::string& value)
{
    const ImVec2 at = ImGui::GetCursorScreenPos(), size = word_size(ui, value, Type::body);
    const float width = ui.width(), room = width - size.x - ui.pt(12);
    const float height = text_height(ui, words, Type::body, room);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_words(ui, list, at, words, Type::body, ui.colours.text, room);
    draw_words(ui, list, {at.x + width - size.x, at.y}, value, Type::body, ui.colours.text, size.x + 1);
    ImGui::Dummy({width, height});
    ui.record("text", words + " " + value, at, {at.x + width, at.y + height});
}

void chip(PanelContext& ui, const std::string& words, Ink ink)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string shown = shortened(ui, words, Type::label, ui.width() - ui.pt(16));
    const ImVec2 size = word_size(ui, shown, Type::label);
    const ImVec2 high{at.x + size.x + ui.pt(16), at.y + ui.pt(24)};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRect(at, high, with_alpha(colour_of(ui, ink), 0.55f), ui.pt(12), compat::kRound, std::max(1.0f, ui.unit));
    draw_words(ui, list, {at.x + ui.pt(8), at.y + 0.5f * (ui.pt(24) - size.y)}, shown, Type::label, colour_of(ui, ink));
    ImGui::Dummy({high.x - at.x, high.y - at.y});
    ui.record("text", words, at, high);
}

void gap(PanelContext& ui, float points) { ImGui::Dummy({1, ui.pt(points)}); }

void flow(PanelContext& ui, float width, float gap_pt)
{
    // ImGui's cursor already stands on the next line; the last item's right edge tells whether to go back.
    const float column_end = ImGui::GetCursorScreenPos().x + ui.width();
    const float gap_px = ui.pt(gap_pt);
    if (ImGui::GetItemRectMax().x + gap_px + width <= column_end) {
        ImGui::SameLine(0, gap_px);
    } else {
        gap(ui, gap_pt);
    }
}

void hairline(PanelContext& ui)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + ui.width(), at.y + std::max(1.0f, std::floor(ui.unit))}, ui.colours.hairline);
    ImGui::Dummy({ui.width(), std::max(1.0f, std::floor(ui.unit))});
}

Card::Card(PanelContext& ui, float padding_pt)
    : ui_(ui), start_(ImGui::GetCursorScreenPos()), width_(ui.width()), padding_(ui.pt(padding_pt)), inset_before_(ui.inset), ground_before_(ui.ground)
{
    splitter_.Split(ImGui::GetWindowDrawList(), 2);
    splitter_.SetCurrentChannel(ImGui::GetWindowDrawList(), 1);
    ImGui::Dummy({1, padding_});
    ImGui::Indent(padding_);
    ui_.inset += padding_;
    ui_.ground = ui_.colours.card;
}

Card::~Card()
{
    ImDrawList* list = ImGui::GetWindowDrawList();
    ImGui::Unindent(padding_);
    ImGui::Dummy({1, padding_});
    const ImVec2 end = ImGui::GetCursorScreenPos();
    splitter_.SetCurrentChannel(list, 0);
    list->AddRectFilled(start_, {start_.x + width_, end.y}, ui_.colours.card, ui_.pt(space::kCorner), compat::kRound);
    list->AddRect(start_, {start_.x + width_, end.y}, with_alpha(ui_.colours.hairline, 0.6f), ui_.pt(space::kCorner), compat::kRound);
    splitter_.Merge(list);
    ui_.inset = inset_before_;
    ui_.ground = ground_before_;
}

}  // namespace genu
