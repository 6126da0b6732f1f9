#include "ui/ui.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "session/compare.hpp"
#include "ui/imgui_compat.hpp"
#include "ui/motion_parts.hpp"
#include "ui/panels.hpp"

namespace genu {

namespace {

/// The card shows what was chosen last, and what was chosen last keeps its place when there is room for one side only.
void follow_choice(UiMemory& memory, const ViewState& view)
{
    if (view.condition != memory.last_condition) {
        memory.last_condition = view.condition;
        if (!view.condition.is_none()) memory.card_before_panel = memory.card_shows_condition = true;
    }
    if (view.selected != memory.last_selected) {
        memory.last_selected = view.selected;
        if (!view.selected.is_none()) {
            memory.card_before_panel = true;
            memory.card_shows_condition = false;
        }
    }
    if (view.selected.is_none()) memory.card_shows_condition = true;
}

LayoutWish wish_of(const AppState& state, const Library& library, const UiMemory& memory, ImVec2 size_pt)
{
    const Exercise* exercise = library.knowledge.find(state.view.exercise);
    return {size_pt.x, size_pt.y, state.panel_open, !state.view.selected.is_none() || !state.view.condition.is_none(),
            state.view.tension.is_on() || (exercise != nullptr && !exercise->keyframes.empty()), memory.card_before_panel};
}

void draw_panel(PanelContext& ui, const RectPt& rect)
{
    switch (ui.state.panel) {
        case Panel::explore: return draw_explore_panel(ui, rect);
        case Panel::explain: return draw_explain_panel(ui, rect);
        case Panel::learn: return draw_learn_panel(ui, rect);
        case Panel::motion: return draw_motion_panel(ui, rect);
    }
}

/// The picture, or its halves.
struct Halves { RectPt first, second; };

Halves halves_of(const RectPt& picture, bool two)
{
    if (!two) return {picture, {}};
    const float width = 0.5f * picture.width;
    return {{picture.x, picture.y, width, picture.height}, {picture.x + width, picture.y, picture.width - width, picture.height}};
}

void draw_half(PanelContext& ui, ImVec2 low, ImVec2 high, bool interactive, bool titled, bool second = false)
{
    const float banner = ui.memory.banner_bottom;
    if (titled) draw_half_title(ui, low, high);
    draw_picture_overlay(ui, low, high, interactive, second);
    if (ui.memory.shows_names) draw_notes(ui, low, high);
    ui.memory.banner_bottom = banner;
}

/// The right half: the same view of the other condition.
void draw_second_half(PanelContext& ui, const Frame& frame, ImVec2 low, ImVec2 high)
{
    const AppState other = other_half(ui.state, ui.library);
    PanelContext second{other, ui.library, frame, ui.memory, ui.out, ui.colours, ui.fonts, ui.unit, ui.to_px, ui.panel, 0, 0, ui.input};
    draw_half(second, low, high, false, true, true);
    ImGui::GetBackgroundDrawList()->AddRectFilled({low.x - ui.pt(1), low.y}, {low.x + ui.pt(1), high.y}, ui.colours.hairline);
}

PixelRect in_pixels(const PanelContext& ui, const RectPt& r)
{
    const auto px = [&](float points) { return static_cast<int>(std::lround(ui.pt(points) * ui.to_px)); };
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    const int right = std::min(px(r.right()), static_cast<int>(window.x * ui.to_px)), bottom = std::min(px(r.bottom()), static_cast<int>(window.y * ui.to_px));
    const int x = std::min(px(r.x), std::max(right - 1, 0)), y = std::min(px(r.y), std::max(bottom - 1, 0));
    return {x, y, std::max(1, right - x), std::max(1, bottom - y)};
}

UiOutput finish(PanelContext& ui)
{
    if (!ui.memory.hover_seen) ui.memory.hovered_widget.clear();
    if (ui.memory.key_slider && !ui.memory.key_slider_seen) {
        // The slider went while its key was down.
        ui.memory.key_slider = 0;
        ui.emit(cmd::EndGesture{});
    }
    ImGui::PopFont();
    ui.out.wants_mouse = ImGui::GetIO().WantCaptureMouse;
    ui.out.wants_keyboard = ImGui::GetIO().WantTextInput;
    return std::move(ui.out);
}

}  // namespace

Ui::Ui(double pixel_scale) : fonts_(std::make_unique<Fonts>()), memory_(std::make_unique<UiMemory>())
{
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    set_scale(pixel_scale, false);
}

const PixelRect& part_at(const UiOutput& out, int x, int y)
{
    const PixelRect& r = out.second_px;
    return r.width > 0 && x >= r.x && x < r.x + r.width && y >= r.y && y < r.y + r.height ? r : out.picture_px;
}

Ui::~Ui() = default;

float Ui::unit_for(double pixel_scale) const
{
    const float per_unit = ImGui::GetIO().DisplayFramebufferScale.x;
    return static_cast<float>(std::clamp(pixel_scale, 0.25, 8.0)) / (per_unit > 0 ? per_unit : 1.0f);
}

bool Ui::set_scale(double pixel_scale, bool light_theme)
{
    const bool new_fonts = std::abs(pixel_scale - scale_) > 1e-3;
    if (new_fonts) *fonts_ = load_fonts(static_cast<float>(std::clamp(pixel_scale, 0.25, 8.0)), warning_);
    scale_ = pixel_scale;
    light_ = light_theme;
    apply_style(palette(light_theme), unit_for(pixel_scale));
    return new_fonts;
}

UiOutput Ui::draw(const AppState& state, const Library& library, const Frame& frame, const UiInput& input)
{
    ImGuiIO& io = ImGui::GetIO();
    UiOutput out;
    const float per_unit = io.DisplayFramebufferScale.x > 0 ? io.DisplayFramebufferScale.x : 1.0f;
    const float unit = unit_for(input.pixel_scale);
    // The atlas holds the fonts at scale_; until set_scale() is called for a new one they are stretched.
    compat::set_font_stretch(static_cast<float>(input.pixel_scale / scale_) / per_unit);
    PanelContext ui{state, library, frame, *memory_, out, palette(light_), *fonts_, unit, per_unit, {}, 0, 0, &input};
    compat::push_font(fonts_->body);

    memory_->hover_seen = memory_->key_slider_seen = false;
    const bool tab = compat::pressed(compat::Key::tab, true) && !io.KeyCtrl && !io.KeyAlt;
    memory_->tabs.begin_frame(compat::focused_item(), !tab ? 0 : io.KeyShift ? -1 : 1);
    if (tab) compat::cancel_own_tab();
    if (memory_->was_welcome && !state.welcome) compat::give_keyboard_to_picture();
    memory_->was_welcome = state.welcome;
    follow_choice(*memory_, state.view);
    const ImVec2 size_pt{static_cast<float>(input.width_px) / (unit * per_unit), static_cast<float>(input.height_px) / (unit * per_unit)};
    if (state.welcome) {
        const WelcomeLayout page = welcome_layout(size_pt.x, size_pt.y);
        out.picture_px = in_pixels(ui, page.picture);
        memory_->banner_bottom = 0;
        draw_welcome(ui, page.page);
        return finish(ui);
    }
    const Layout layout = make_layout(wish_of(state, library, *memory_, size_pt));
    memory_->panel_visible = !layout.panel.empty();
    const bool two = input.second && !state.view.compare_with.is_none();
    const Halves halves = halves_of(layout.picture, two);
    out.picture_px = in_pixels(ui, halves.first);
    if (two) out.second_px = in_pixels(ui, halves.second);
    handle_shortcuts(ui);

    draw_panel(ui, layout.panel);
    draw_card(ui, layout.card);
    draw_timeline(ui, layout.timeline);
    draw_rail(ui, layout);
    draw_red_flag_banner(ui, layout.picture);
    draw_tour_bar(ui, layout.picture);
    draw_message(ui, layout.picture);
    draw_notes_bar(ui, layout.picture);
    ui.panel = "picture";
    const auto corner = [&](float x, float y) { return ImVec2{ui.pt(x), ui.pt(y)}; };
    draw_half(ui, corner(halves.first.x, halves.first.y), corner(halves.first.right(), halves.first.bottom()), true, two);
    if (two) draw_second_half(ui, *input.second, corner(halves.second.x, halves.second.y), corner(halves.second.right(), halves.second.bottom()));
    if (!two) draw_section_handle(ui, corner(layout.picture.x, layout.picture.y), corner(layout.picture.right(), layout.picture.bottom()));
    if (!two) draw_joint_handles(ui, corner(layout.picture.x, layout.picture.y), corner(layout.picture.right(), layout.picture.bottom()));
    draw_top_bar(ui, layout.top);
    draw_settings_popup(ui);
    draw_help_popup(ui);
    draw_compare_popup(ui);
    draw_shelf_popup(ui);
    draw_picture_popup(ui);
    draw_mirror_popup(ui);
    draw_about_popup(ui);

    return finish(ui);
}

void Ui::draw_overlay_only(const AppState& state, const Library& library, const Frame& frame, PixelRect picture_px, const Frame* second, OverlayParts parts)
{
    UiOutput out;
    const float per_unit = ImGui::GetIO().DisplayFramebufferScale.x > 0 ? ImGui::GetIO().DisplayFramebufferScale.x : 1.0f;
    PanelContext ui{state, library, frame, *memory_, out, palette(light_), *fonts_, unit_for(scale_), per_unit, "picture", 0, 0};
    const auto unit_of = [&](int px) { return static_cast<float>(px) / per_unit; };
    compat::push_font(fonts_->body);
    memory_->banner_bottom = unit_of(picture_px.y);
    const bool two = second && !state.view.compare_with.is_none();
    const float middle = unit_of(picture_px.x + picture_px.width / 2), right = unit_of(picture_px.x + picture_px.width);
    const float top = unit_of(picture_px.y), bottom = unit_of(picture_px.y + picture_px.height);
    memory_->shows_names = parts.names;
    memory_->shows_legend = parts.legend;
    draw_half(ui, {unit_of(picture_px.x), top}, {two ? middle : right, bottom}, false, two);
    if (two) draw_second_half(ui, *second, {middle, top}, {right, bottom});
    ImGui::PopFont();
}

}  // namespace genu
