// Pictures without a window system: EGL for the leg, and the same panels drawn over it.
#include <algorithm>
#include <chrono>

#include "app/imgui_session.hpp"
#include "app/label_aim.hpp"
#include "app/picture.hpp"
#include "render/gl_context.hpp"
#include "render/gl_wait.hpp"
#include "render/renderer.hpp"
#include "session/build_frame.hpp"
#include "ui/ui.hpp"

namespace genu {

namespace {

template <class Work>
double timed(Work work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

class EglStudio final : public Studio {
public:
    EglStudio(HeadlessContext context, Renderer renderer, const Library& library, double scale)
        : context_(std::move(context)), renderer_(std::move(renderer)), library_(library), scale_(scale), imgui_(scale), target_({16, 16})
    {
        renderer_.set_quality(Quality::still());
    }

    PixelRect picture_rect(const AppState& state, glm::ivec2 size) override { return lay_out(state, build_frame(state, library_), size, true); }

    Result<Image> draw(const AppState& state, glm::ivec2 size, bool panels) override
    {
        Frame frame = build_frame(state, library_);
        PixelRect picture{0, 0, size.x, size.y};
        if (panels) picture = lay_out(state, frame, size, true);
        LabelAim aim;
        aim.look(renderer_, frame, static_cast<float>(picture.width) / static_cast<float>(std::max(picture.height, 1)));
        aim.apply(frame);
        lay_out(state, frame, size, panels);
        OffscreenTarget leg({std::max(picture.width, 1), std::max(picture.height, 1)});
        renderer_.draw(frame, leg);
        target_.resize(size);
        leg.blit_to(target_, picture);
        target_.bind();
        imgui_.paint();
        return target_.read();
    }

    double seconds_to_draw(const AppState& state, glm::ivec2 size) override
    {
        renderer_.set_quality(Quality::moving());
        target_.resize(size);
        const double seconds = timed([&] {
            renderer_.draw(build_frame(state, library_), target_);
            wait_for_gl();
        });
        renderer_.set_quality(Quality::still());
        return seconds;
    }

    double seconds_to_pick(const AppState& state, glm::ivec2 size) override
    {
        const Frame frame = build_frame(state, library_);
        return timed([&] { (void)renderer_.pick(frame, size / 2, size); });
    }

    std::string gl() const override { return gl_description(); }

private:
    // Panels settle in a few passes: the sizes of scrolled columns are known only after the first.
    PixelRect lay_out(const AppState& state, const Frame& frame, glm::ivec2 size, bool panels)
    {
        const double scale = scale_ * state.settings.ui_scale;
        imgui_.set_scale(scale, state.settings.light_theme);
        PixelRect picture{0, 0, size.x, size.y};
        for (int pass = 0; pass < 3; ++pass) {
            imgui_.begin_frame(size, 1.0 / 60);
            if (panels) picture = imgui_.ui().draw(state, library_, frame, {size.x, size.y, scale}).picture_px;
            else imgui_.ui().draw_overlay_only(state, library_, frame, picture);
            imgui_.end_frame();
        }
        return picture;
    }

    HeadlessContext context_;
    Renderer renderer_;
    const Library& library_;
    double scale_;
    ImGuiSession imgui_;
    OffscreenTarget target_;
};

}  // namespace

Result<std::unique_ptr<Studio>> Studio::create(const Library& library, const ProgramFiles& files, double ui_scale)
{
    Result<HeadlessContext> context = HeadlessContext::create();
    if (!context) return context.problems();
    Result<Renderer> renderer = Renderer::create(library.model, files.shaders);
    if (!renderer) return renderer.problems();
    return std::unique_ptr<Studio>(std::make_unique<EglStudio>(std::move(context).value(), std::move(renderer).value(), library, ui_scale));
}

}  // namespace genu
