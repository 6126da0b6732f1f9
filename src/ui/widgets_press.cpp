#include <algorithm>
#include <cmath>

#include "ui/imgui_compat.hpp"
#include "ui/widgets.hpp"

namespace genu {

namespace {

struct Press { bool clicked = false, hovered = false, held = false; ImVec2 low, high; };

Press press_area(PanelContext& ui, const char* id, ImVec2 size, bool enabled)
{
    Press p;
    p.low = ImGui::GetCursorScreenPos();
    size = {std::max(1.0f, size.x), std::max(1.0f, size.y)};
    p.high = {p.low.x + size.x, p.low.y + size.y};
    if (!enabled) {
        ImGui::Dummy(size);
        return p;
    }
    p.clicked = pressable(id, size);
    p.hovered = ImGui::IsItemHovered();
    p.held = ImGui::IsItemActive();
    focus_ring(ui, p.low, p.high);
    return p;
}

std::string with_icon(const PanelContext& ui, const char* sign, const std::string& word)
{
    return *sign && ui.fonts.has_icons ? std::string(sign) + "  " + word : word;
}

struct ButtonPaint { ImU32 fill = 0, frame = 0, words = 0; };

ButtonPaint paint_of(const PanelContext& ui, const ButtonStyle& style, const Press& press)
{
    const Palette& c = ui.colours;
    ButtonPaint paint;
    switch (style.look) {
        case ButtonLook::filled: paint = {c.accent, 0, c.on_accent}; break;
        case ButtonLook::outline: paint = {0, c.hairline, c.text}; break;
        case ButtonLook::ghost: paint = {0, 0, c.text}; break;
        case ButtonLook::on_warning: paint = {c.on_warning, 0, c.warning}; break;
    }
    if (style.active) paint = {c.accent_soft, style.look == ButtonLook::outline ? with_alpha(c.accent, 0.6f) : 0, c.accent};
    if (press.hovered && style.look == ButtonLook::filled) paint.fill = blended(c.accent, c.text, 0.18f);
    if (press.hovered && style.look == ButtonLook::on_warning) paint.fill = blended(c.on_warning, c.warning, 0.12f);
    if (press.hovered && !paint.fill) paint.fill = c.raised;
    if (press.held && paint.fill) paint.fill = blended(paint.fill, c.text, 0.1f);
    if (!style.enabled) paint = {0, style.look == ButtonLook::ghost ? 0 : with_alpha(c.hairline, 0.6f), with_alpha(c.quiet, 0.55f)};
    return paint;
}

}  // namespace

bool pressable(const char* id, ImVec2 size)
{
    const bool clicked = ImGui::InvisibleButton(id, size);
    return clicked || compat::entered_item();
}

void focus_ring(const PanelContext& ui, ImVec2 low, ImVec2 high)
{
    if (!compat::has_ring()) return;
    const float out = ui.pt(1);
    ImGui::GetWindowDrawList()->AddRect({low.x - out, low.y - out}, {high.x + out, high.y + out}, ui.colours.accent, ui.pt(space::kCorner),
                                        compat::kRound, std::max(1.5f, ui.pt(2)));
}

float button_width(const PanelContext& ui, const std::string& word, const char* sign)
{
    return word_size(ui, with_icon(ui, sign, word), Type::label).x + ui.pt(24);
}

bool button(PanelContext& ui, const char* id, const std::string& word, const ButtonStyle& style)
{
    const float natural = button_width(ui, word, style.icon);
    const ImVec2 size{style.width_pt > 0 ? ui.pt(style.width_pt) : std::min(natural, std::max(ui.width(), ui.pt(24))), ui.pt(style.height_pt)};
    const Press press = press_area(ui, id, size, style.enabled);
    const ButtonPaint paint = paint_of(ui, style, press);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float round = ui.pt(space::kCorner);
    if (paint.fill) list.AddRectFilled(press.low, press.high, paint.fill, round, compat::kRound);
    if (paint.frame) list.AddRect(press.low, press.high, paint.frame, round, compat::kRound, std::max(1.0f, std::floor(ui.unit)));
    const std::string shown = shortened(ui, with_icon(ui, style.icon, word), Type::label, size.x - ui.pt(8));
    const ImVec2 words = word_size(ui, shown, Type::label);
    draw_words(ui, list, {press.low.x + 0.5f * (size.x - words.x), press.low.y + 0.5f * (size.y - words.y)}, shown, Type::label, paint.words);
    ui.record("button", word, press.low, press.high, style.enabled);
    if (style.enabled && !style.hint.empty()) tooltip(ui, id, style.hint);
    return press.clicked;
}

bool link(PanelContext& ui, const char* id, const std::string& words, Type type)
{
    const float width = ui.width();
    const float height = text_height(ui, words, type, width);
    const float natural = std::min(word_size(ui, words, type).x, width);
    const Press press = press_area(ui, id, {natural, height}, true);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_words(ui, list, press.low, words, type, ui.colours.accent, width);
    if (press.hovered) list.AddRectFilled({press.low.x, press.high.y - ui.pt(1)}, press.high, ui.colours.accent);
    ui.record("button", words, press.low, press.high);
    return press.clicked;
}

bool checkbox(PanelContext& ui, const char* id, const std::string& words, bool on)
{
    const float box = ui.pt(20), indent = ui.pt(32), width = ui.width();
    const float words_height = text_height(ui, words, Type::body, width - indent - ui.pt(4));
    const ImVec2 size{width, std::max(words_height + ui.pt(10), ui.pt(34))};
    const Press press = press_area(ui, id, size, true);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (press.hovered) list.AddRectFilled(press.low, press.high, with_alpha(ui.colours.raised, 0.8f), ui.pt(6), compat::kRound);
    const ImVec2 low{press.low.x + ui.pt(2), press.low.y + ui.pt(5) + std::round(0.5f * (ui.pt(22) - box))}, high{low.x + box, low.y + box};
    if (on) {
        list.AddRectFilled(low, high, ui.colours.accent, ui.pt(5), compat::kRound);
        const ImVec2 points[] = {{low.x + 0.24f * box, low.y + 0.52f * box}, {low.x + 0.43f * box, low.y + 0.7f * box}, {low.x + 0.77f * box, low.y + 0.31f * box}};
        list.AddPolyline(points, 3, ui.colours.on_accent, 0, ui.pt(2.2f));
    } else {
        list.AddRect(low, high, ui.colours.quiet, ui.pt(5), compat::kRound, std::max(1.0f, ui.pt(1.3f)));
    }
    draw_words(ui, list, {press.low.x + indent, press.low.y + ui.pt(5)}, words, Type::body, ui.colours.text, width - indent - ui.pt(4));
    ui.record("checkbox", words, press.low, press.high);
    return press.clicked;
}

bool toggle(PanelContext& ui, const char* id, const std::string& words, bool on, const std::string& hint)
{
    const float knob = ui.pt(20), wide = ui.pt(36), width = ui.width();
    const float words_width = width - wide - ui.pt(12);
    const ImVec2 size{width, std::max(text_height(ui, words, Type::body, words_width) + ui.pt(10), ui.pt(36))};
    const Press press = press_area(ui, id, size, true);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_words(ui, list, {press.low.x, press.low.y + ui.pt(6)}, words, Type::body, ui.colours.text, words_width);
    const ImVec2 low{press.high.x - wide, press.low.y + 0.5f * (size.y - knob)}, high{press.high.x, low.y + knob};
    list.AddRectFilled(low, high, on ? ui.colours.accent : (press.hovered ? ui.colours.quiet : with_alpha(ui.colours.quiet, 0.55f)), 0.5f * knob, compat::kRound);
    const float centre = on ? high.x - 0.5f * knob : low.x + 0.5f * knob;
    list.AddCircleFilled({centre, low.y + 0.5f * knob}, 0.5f * knob - ui.pt(3), on ? ui.colours.on_accent : ui.colours.panel, 24);
    ui.record("checkbox", words, press.low, press.high);
    if (!hint.empty()) tooltip(ui, id, hint);
    return press.clicked;
}

bool row(PanelContext& ui, const char* id, const std::string& title, const RowStyle& style)
{
    // The words line up with the headings above them; the light behind them reaches out to the left.
    const float out = ui.pt(8), pad = ui.pt(8), width = ui.width() + out;
    const bool has_sign = *style.icon && ui.fonts.has_icons;
    const float left = out + (style.swatch ? ui.pt(18) : 0) + (has_sign ? ui.pt(26) : 0) + (style.lead.empty() ? 0 : ui.pt(24));
    const float badge = style.badge.empty() ? 0 : std::min(word_size(ui, style.badge, Type::label).x + ui.pt(8), 0.45f * width);
    const float words = std::max(1.0f, width - left - pad - badge);
    const float title_height = text_height(ui, title, Type::body, words);
    const float note_height = style.note.empty() ? 0 : text_height(ui, style.note, Type::label, words);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() - out);
    const Press press = press_area(ui, id, {width, title_height + note_height + ui.pt(12)}, style.enabled);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float round = ui.pt(space::kCorner), top = press.low.y + ui.pt(6);
    if (style.selected) list.AddRectFilled(press.low, press.high, ui.colours.accent_soft, round, compat::kRound);
    else if (press.hovered) list.AddRectFilled(press.low, press.high, ui.colours.raised, round, compat::kRound);
    float x = press.low.x + out;
    if (style.swatch) {
        list.AddCircleFilled({x + ui.pt(5), top + ui.pt(11)}, ui.pt(5), style.swatch, 20);
        x += ui.pt(18);
    }
    if (has_sign) draw_words(ui, list, {x, top}, style.icon, Type::body, style.selected ? ui.colours.accent : ui.colours.quiet, ui.pt(26));
    const ImU32 ink = !style.enabled ? ui.colours.quiet : style.selected ? ui.colours.accent : ui.colours.text;
    if (!style.lead.empty()) draw_words(ui, list, {x + (has_sign ? ui.pt(26) : 0), top}, style.lead, Type::strong, style.selected ? ui.colours.accent : ui.colours.quiet);
    draw_words(ui, list, {press.low.x + left, top}, title, Type::body, ink, words);
    if (note_height > 0) draw_words(ui, list, {press.low.x + left, top + title_height}, style.note, Type::label, ui.colours.quiet, words);
    if (badge > 0) {
        const std::string shown = shortened(ui, style.badge, Type::label, badge);
        const ImVec2 size = word_size(ui, shown, Type::label);
        draw_words(ui, list, {press.high.x - pad - size.x, top + ui.pt(3)}, shown, Type::label, ui.colours.quiet);
    }
    ui.record("item", title, press.low, press.high, style.enabled);
    if (note_height > 0) ui.record("text", style.note, {press.low.x + left, top + title_height}, {press.high.x, press.high.y});
    if (!style.badge.empty()) ui.record("label", style.badge, {press.high.x - pad - badge, top}, {press.high.x - pad, press.high.y});
    return press.clicked;
}

bool segmented(PanelContext& ui, const char* id, const std::vector<std::string>& words, int& chosen, float width, const std::string& hint)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float count = static_cast<float>(words.size());
    if (width <= 0) width = ui.width();
    const float height = ui.pt(space::kControl), each = std::floor(width / count), round = ui.pt(space::kCorner);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + each * count, at.y + height}, ui.colours.sunk, round, compat::kRound);
    bool changed = false;
    ImGui::PushID(id);
    for (int i = 0; i < static_cast<int>(words.size()); ++i) {
        if (i > 0) ImGui::SameLine(0, 0);
        ImGui::PushID(i);
        const Press press = press_area(ui, "segment", {each, height}, true);
        const bool on = i == chosen;
        const float in = ui.pt(2);
        const ImVec2 low{press.low.x + in, press.low.y + in}, high{press.high.x - in, press.high.y - in};
        if (on) {
            list.AddRectFilled(low, high, ui.colours.light ? ui.colours.panel : ui.colours.raised, round - in, compat::kRound);
            list.AddRect(low, high, with_alpha(ui.colours.accent, 0.7f), round - in, compat::kRound, std::max(1.0f, std::floor(ui.unit)));
        }
        const std::string shown = shortened(ui, words[static_cast<std::size_t>(i)], Type::label, each - ui.pt(6));
        const ImVec2 size = word_size(ui, shown, Type::label);
        const ImU32 ink = on ? ui.colours.accent : press.hovered ? ui.colours.text : ui.colours.quiet;
        draw_words(ui, list, {press.low.x + 0.5f * (each - size.x), press.low.y + 0.5f * (height - size.y)}, shown, Type::label, ink);
        ui.record("tab", words[static_cast<std::size_t>(i)], press.low, press.high);
        if (!hint.empty()) tooltip(ui, id, hint);
        if (press.clicked && !on) {
            chosen = i;
            changed = true;
        }
        ImGui::PopID();
    }
    ImGui::PopID();
    return changed;
}

bool tabs(PanelContext& ui, const char* id, const std::vector<std::string>& words, int& chosen)
{
    bool changed = false;
    // Closer together rather than on a second line, as long as each still has some air.
    float all = 0;
    for (const std::string& word : words) all += word_size(ui, word, Type::label).x + ui.pt(4);
    const float air = (ui.width() - all) / (2 * static_cast<float>(std::max<std::size_t>(words.size(), 1)));
    const float pad = air >= ui.pt(3) ? std::min(air, ui.pt(10)) : ui.pt(10);
    ImGui::PushID(id);
    for (int i = 0; i < static_cast<int>(words.size()); ++i) {
        const std::string& word = words[static_cast<std::size_t>(i)];
        const ImVec2 size{word_size(ui, word, Type::label).x + 2 * pad, ui.pt(30)};
        if (i > 0) flow(ui, size.x, 4);
        ImGui::PushID(i);
        const Press press = press_area(ui, "tab", {std::min(size.x, ui.width()), size.y}, true);
        const bool on = i == chosen;
        ImDrawList& list = *ImGui::GetWindowDrawList();
        if (on) list.AddRectFilled(press.low, press.high, ui.colours.accent_soft, ui.pt(15), compat::kRound);
        else if (press.hovered) list.AddRectFilled(press.low, press.high, ui.colours.raised, ui.pt(15), compat::kRound);
        const ImU32 ink = on ? ui.colours.accent : press.hovered ? ui.colours.text : ui.colours.quiet;
        draw_words(ui, list, {press.low.x + pad, press.low.y + 0.5f * (size.y - word_size(ui, word, Type::label).y)}, word, Type::label, ink);
        ui.record("tab", word, press.low, press.high);
        if (press.clicked && !on) {
            chosen = i;
            changed = true;
        }
        ImGui::PopID();
    }
    ImGui::PopID();
    return changed;
}

bool fold(PanelContext& ui, const char* id, const std::string& words, const std::string& badge, bool open_at_first)
{
    const std::string key = ui.panel + "/" + id + (open_at_first ? "!" : "");
    const bool open = ui.memory.is_open(key) != open_at_first;
    const float width = ui.width(), badge_width = badge.empty() ? 0 : word_size(ui, badge, Type::label).x + ui.pt(8);
    const float words_width = std::max(1.0f, width - ui.pt(24) - badge_width);
    const float height = text_height(ui, words, Type::strong, words_width) + ui.pt(14);
    const Press press = press_area(ui, id, {width, height}, true);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (press.hovered) list.AddRectFilled(press.low, press.high, with_alpha(ui.colours.raised, 0.7f), ui.pt(6), compat::kRound);
    const ImVec2 c{press.low.x + ui.pt(8), press.low.y + ui.pt(18)};
    const float r = ui.pt(4);
    const ImVec2 down[] = {{c.x - r, c.y - 0.5f * r}, {c.x, c.y + 0.5f * r}, {c.x + r, c.y - 0.5f * r}};
    const ImVec2 right[] = {{c.x - 0.5f * r, c.y - r}, {c.x + 0.5f * r, c.y}, {c.x - 0.5f * r, c.y + r}};
    list.AddPolyline(open ? down : right, 3, ui.colours.quiet, 0, ui.pt(1.8f));
    draw_words(ui, list, {press.low.x + ui.pt(24), press.low.y + ui.pt(7)}, words, Type::strong, ui.colours.text, words_width);
    if (badge_width > 0) draw_words(ui, list, {press.high.x - badge_width, press.low.y + ui.pt(10)}, badge, Type::label, ui.colours.quiet);
    ui.record("button", words, press.low, press.high);
    if (press.clicked) ui.memory.toggle(key);
    return open;
}

}  // namespace genu
