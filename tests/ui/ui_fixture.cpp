#include "ui_fixture.hpp"

#include "session/build_frame.hpp"
#include "session/compare.hpp"
#include "support/catch.hpp"
#include "test_places.hpp"

namespace genu {

namespace {

Mesh small_mesh(const char* id, float y)
{
    Mesh mesh;
    mesh.id = StructureId(id);
    mesh.position_m = {{0, y, -0.02f}, {0.03f, y, -0.02f}, {0, y + 0.03f, -0.02f}};
    mesh.normal.assign(3, {0, 0, -1});
    mesh.joints.assign(3, {0, 0, 0, 0});
    mesh.weights.assign(3, {1, 0, 0, 0});
    mesh.indices = {0, 1, 2};
    return mesh;
}

Library load_library()
{
    ProgramFiles files;
    files.assets = fs::path(GENU_SOURCE_DIR) / "assets";
    Result<Library> library = Library::load(files, {}, "en");
    if (!library) FAIL(to_text(library.problems()));
    Model model;
    model.joints.push_back({"root", {0, 0, 0}, Body::pelvis, Body::pelvis, 0});
    float y = 0.1f;
    for (const char* id : {"muscle.popliteus", "nerve.tibial", "bone.patella", "muscle.soleus"}) {
        model.meshes.push_back(small_mesh(id, y));
        y -= 0.08f;
    }
    library->take_model(std::move(model));
    return std::move(library).value();
}

}  // namespace

const Library& test_library()
{
    static const Library library = load_library();
    return library;
}

UiFixture::UiFixture(double scale, int width_px, int height_px) : state(initial_state(test_library())), width_(width_px), height_(height_px), scale_(scale)
{
    ImGui::CreateContext();
    compat::map_keys();
    ui_ = std::make_unique<Ui>(scale);
    state.settings.reduced_motion = true;  // camera moves are over at once
    resize(scale, width_px, height_px);
    frames(3);
}

UiFixture::~UiFixture()
{
    ui_.reset();
    ImGui::DestroyContext();
}

void UiFixture::resize(double scale, int width_px, int height_px)
{
    width_ = width_px;
    height_ = height_px;
    scale_ = scale;
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width_px), static_cast<float>(height_px)};
    ui_->set_scale(scale, state.settings.light_theme);
    // A back end would upload this picture; here it only has to exist.
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
    // A pointer in older versions, a number in newer ones.
    io.Fonts->SetTexID((ImTextureID)1);
}

void UiFixture::frames(int count, double dt_s)
{
    for (int i = 0; i < count; ++i) {
        ImGui::GetIO().DeltaTime = static_cast<float>(dt_s);
        ImGui::NewFrame();
        const Frame frame = build_frame(state, test_library());
        const bool two = !state.view.compare_with.is_none();
        const Frame second = two ? build_frame(other_half(state, test_library()), test_library()) : Frame{};
        out = ui_->draw(state, test_library(), frame, {width_, height_, scale_, two ? &second : nullptr});
        ImGui::Render();
        commands.insert(commands.end(), out.commands.begin(), out.commands.end());
        update(state, test_library(), out.commands, dt_s);
    }
}

void UiFixture::apply(const Commands& given)
{
    update(state, test_library(), given, 0);
    frames(3);
}

std::optional<WidgetRect> UiFixture::find(const std::string& label, const std::string& panel, const std::string& kind) const
{
    for (const WidgetRect& w : out.widgets) {
        if (w.label == label && (panel.empty() || w.panel == panel) && (kind.empty() ? w.kind != "text" && w.kind != "label" : w.kind == kind)) return w;
    }
    return std::nullopt;
}

bool UiFixture::reads(const std::string& part, const std::string& panel) const
{
    for (const WidgetRect& w : out.widgets) {
        if ((panel.empty() || w.panel == panel) && w.label.find(part) != std::string::npos) return true;
    }
    return false;
}

bool UiFixture::scroll_to(const std::string& label, const std::string& panel)
{
    // The pointer rests on the middle of the panel, which is where its widgets are.
    std::optional<PixelRect> area;
    for (const WidgetRect& w : out.widgets) {
        if (w.panel != panel) continue;
        if (!area) area = w.rect_px;
        const int right = std::max(area->x + area->width, w.rect_px.x + w.rect_px.width), bottom = std::max(area->y + area->height, w.rect_px.y + w.rect_px.height);
        area->x = std::min(area->x, w.rect_px.x);
        area->y = std::min(area->y, w.rect_px.y);
        area->width = right - area->x;
        area->height = bottom - area->y;
    }
    if (!area) return false;
    compat::move_mouse({static_cast<float>(area->x + area->width / 2), static_cast<float>(area->y + area->height / 2)});
    frames(2);
    for (const float step : {-1.0f, 1.0f}) {
        for (int i = 0; i < 200; ++i) {
            const auto found = find(label, panel);
            if (found && found->rect_px.height > static_cast<int>(14 * scale_)) return true;
            compat::wheel(step);
            frames(2);
        }
    }
    return false;
}

void UiFixture::click_at(ImVec2 at)
{
    compat::move_mouse(at);
    frames(2);
    compat::mouse_button(true);
    frames(2);
    compat::mouse_button(false);
    frames(3);
}

void UiFixture::click(const std::string& label, const std::string& panel, const std::string& kind)
{
    const auto widget = find(label, panel, kind);
    INFO("widget \"" << label << "\" in panel \"" << panel << "\"");
    REQUIRE(widget.has_value());
    click_at({static_cast<float>(widget->rect_px.x) + 0.5f * static_cast<float>(widget->rect_px.width),
              static_cast<float>(widget->rect_px.y) + 0.5f * static_cast<float>(widget->rect_px.height)});
}

void UiFixture::point_at(const WidgetRect& w)
{
    compat::move_mouse({static_cast<float>(w.rect_px.x + w.rect_px.width / 2), static_cast<float>(w.rect_px.y + w.rect_px.height / 2)});
}

void UiFixture::drag(const WidgetRect& w, double from, double to)
{
    const auto at = [&](double share) { return ImVec2{static_cast<float>(w.rect_px.x + share * w.rect_px.width), static_cast<float>(w.rect_px.y) + 0.5f * static_cast<float>(w.rect_px.height)}; };
    compat::move_mouse(at(from));
    frames(2);
    compat::mouse_button(true);
    frames(2);
    for (int i = 1; i <= 4; ++i) {
        compat::move_mouse(at(from + (to - from) * i / 4.0));
        frames(2);
    }
    compat::mouse_button(false);
    frames(2);
}

void UiFixture::press(compat::Key key, bool ctrl)
{
    compat::set_ctrl(ctrl);
    compat::press(key, true);
    frames(2);
    compat::press(key, false);
    compat::set_ctrl(false);
    frames(2);
}

std::optional<WidgetRect> UiFixture::focused() const
{
    for (const WidgetRect& w : out.widgets) {
        if (w.focused) return w;
    }
    return std::nullopt;
}

bool UiFixture::tab_to(const std::string& label, const std::string& panel)
{
    constexpr int kMostControls = 400;
    for (int i = 0; i < kMostControls; ++i) {
        const auto at = focused();
        if (at && at->label == label && (panel.empty() || at->panel == panel)) return true;
        press(compat::Key::tab);
    }
    return false;
}

void UiFixture::press_by_keys(const std::string& label, const std::string& panel, compat::Key key)
{
    INFO("control \"" << label << "\" in panel \"" << panel << "\"");
    REQUIRE(tab_to(label, panel));
    press(key);
    frames(2);
}

void UiFixture::type(const std::string& text)
{
    ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
    frames(3);
}

}  // namespace genu
