// Pictures without a window system: EGL for the leg, and the same panels drawn over it.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <optional>
#include <vector>

#include "app/imgui_session.hpp"
#include "app/label_aim.hpp"
#include "app/picture.hpp"
#include "render/gl_context.hpp"
#include "render/gl_wait.hpp"
#include "render/renderer.hpp"
#include "session/build_frame.hpp"
#include "session/compare.hpp"
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

    PixelRect picture_rect(const AppState& state, glm::ivec2 size) override
    {
        std::optional<Frame> second;
        if (!state.view.compare_with.is_none()) second = build_frame(other_half(state, library_), library_);
        return lay_out(state, build_frame(state, library_), second, size, true).first;
    }

    Result<Image> draw(const AppState& state, glm::ivec2 size, bool panels) override
    {
        Frame frame = build_frame(state, library_);
        frame.background.transparent = extras_.transparent;
        std::optional<Frame> second;
        if (!state.view.compare_with.is_none()) {
            second = build_frame(other_half(state, library_), library_);
            second->background.transparent = extras_.transparent;
        }
        const Parts parts = lay_out(state, frame, second, size, panels);
        aim_labels(frame, parts.first);
        if (second) aim_labels(*second, parts.second);
        lay_out(state, frame, second, size, panels);
        std::vector<Placed> legs = {{&frame, parts.first}};
        if (second) legs.push_back({&*second, parts.second});
        return paint(legs, size);
    }

    void set_extras(Extras extras) override { extras_ = extras; }

    Result<Image> draw_leg_only(const AppState& state, glm::ivec2 size) override
    {
        OffscreenTarget leg(size);
        renderer_.draw(build_frame(state, library_), leg);
        return leg.read();
    }

    double seconds_to_draw(const AppState& state, glm::ivec2 size, bool full) override
    {
        renderer_.set_quality(full ? Quality::still() : Quality::moving());
        target_.resize(size);
        const double seconds = timed([&] {
            renderer_.draw(build_frame(state, library_), target_);
            wait_for_gl();
        });
        renderer_.set_quality(Quality::still());
        return seconds;
    }

    double seconds_to_look(const AppState& state, glm::ivec2 size) override
    {
        target_.resize(size);
        const Frame frame = build_frame(state, library_);
        const int before = refinement_.looks();
        const double seconds = timed([&] {
            renderer_.refine(frame, target_, refinement_);
            wait_for_gl();
        });
        return refinement_.looks() == before ? 0 : seconds;
    }

    Step step(const AppState& state, glm::ivec2 size) override
    {
        Frame frame = build_frame(state, library_);
        imgui_.set_scale(scale_ * state.settings.ui_scale, state.settings.light_theme);
        imgui_.begin_frame(size, 1.0 / 60);
        const UiOutput out = imgui_.ui().draw(state, library_, frame, {size.x, size.y, scale_ * state.settings.ui_scale, nullptr});
        imgui_.end_frame();
        frame.labels.clear();  // drawn by the panels
        const bool changed = !(drawn_ && *drawn_ == frame);
        target_.resize(size);
        const bool draws = changed || !refinement_.is_done();
        leg_.resize({std::max(out.picture_px.width, 1), std::max(out.picture_px.height, 1)});
        if (changed) {
            renderer_.set_quality(Quality::moving());
            renderer_.draw(frame, leg_);
            refinement_.restart();
            drawn_ = std::move(frame);
        } else {
            renderer_.refine(frame, leg_, refinement_);
        }
        leg_.blit_to(target_, out.picture_px);
        target_.bind();
        imgui_.paint({0, 0, size.x, size.y});
        wait_for_gl();
        return {draws, refinement_.looks() > 0, refinement_.is_done()};
    }

    double seconds_to_pick(const AppState& state, glm::ivec2 size) override
    {
        const Frame frame = build_frame(state, library_);
        return timed([&] { (void)renderer_.pick(frame, size / 2, size); });
    }

    std::string gl() const override { return gl_description(); }

private:
    struct Parts { PixelRect first, second; };
    struct Placed { const Frame* frame; PixelRect where; };

    // In parts that any graphics card can draw, twice as large as they become. Each part of the leg is drawn with some of
    // its surroundings, for what looks at neighbouring pixels.
    Image paint(const std::vector<Placed>& legs, glm::ivec2 size)
    {
        constexpr int kMost = 3072, kMargin = 48;
        Image image{size.x, size.y, std::vector<std::uint8_t>(4 * static_cast<std::size_t>(size.x) * static_cast<std::size_t>(size.y))};
        OffscreenTarget leg({16, 16});
        const auto parts_of = [](int length) { return (length + kMost - 1) / kMost; };
        const int parts = parts_of(size.x) * parts_of(size.y);
        int done = 0;
        for (int y = 0; y < size.y; y += kMost) {
            for (int x = 0; x < size.x; x += kMost) {
                const PixelRect part{x, y, std::min(kMost, size.x - x), std::min(kMost, size.y - y)};
                target_.resize({part.width, part.height});
                for (const auto& [frame, picture] : legs) {
                    const glm::ivec2 whole(std::max(picture.width, 1), std::max(picture.height, 1));
                    const glm::ivec2 low = glm::max(glm::ivec2(x - picture.x, y - picture.y) - kMargin, glm::ivec2(0));
                    const glm::ivec2 high = glm::min(glm::ivec2(x + part.width - picture.x, y + part.height - picture.y) + kMargin, whole);
                    if (low.x >= high.x || low.y >= high.y) continue;
                    const PixelRect seen{low.x, low.y, high.x - low.x, high.y - low.y};
                    renderer_.draw_part(*frame, leg, seen, whole);
                    leg.blit_to(target_, {picture.x + low.x - x, picture.y + low.y - y, seen.width, seen.height});
                }
                target_.bind();
                imgui_.paint(part);
                const Image drawn = target_.read();
                for (int row = 0; row < part.height; ++row) {
                    const std::uint8_t* from = drawn.pixel(0, row);
                    std::copy(from, from + 4 * part.width, &image.rgba[4 * (static_cast<std::size_t>(y + row) * static_cast<std::size_t>(size.x) + static_cast<std::size_t>(x))]);
                }
                ++done;
                if (extras_.tells && parts > 1) std::cerr << "\r" << done << " / " << parts << (done == parts ? "\n" : "") << std::flush;
            }
        }
        return image;
    }

    void aim_labels(Frame& frame, const PixelRect& picture)
    {
        LabelAim aim;
        aim.look(renderer_, frame, static_cast<float>(picture.width) / static_cast<float>(std::max(picture.height, 1)));
        aim.apply(frame);
    }

    // Panels settle in a few passes: the sizes of scrolled columns are known only after the first.
    Parts lay_out(const AppState& state, const Frame& frame, const std::optional<Frame>& second, glm::ivec2 size, bool panels)
    {
        const Frame* other = second ? &*second : nullptr;
        const double scale = scale_ * state.settings.ui_scale;
        // Words on a white plate are dark, whatever the program looks like.
        imgui_.set_scale(scale, state.settings.light_theme || (!panels && state.view.style == Style::print));
        const PixelRect whole{0, 0, size.x, size.y};
        Parts parts{whole, {}};
        if (other) parts = {{0, 0, size.x / 2, size.y}, {size.x / 2, 0, size.x - size.x / 2, size.y}};
        for (int pass = 0; pass < 3; ++pass) {
            imgui_.begin_frame(size, 1.0 / 60);
            if (panels) {
                const UiOutput out = imgui_.ui().draw(state, library_, frame, {size.x, size.y, scale, other});
                parts = {out.picture_px, out.second_px};
            } else if (extras_.names || extras_.legend) {
                imgui_.ui().draw_overlay_only(state, library_, frame, whole, other, {extras_.names, extras_.legend});
            }
            imgui_.end_frame();
        }
        return parts;
    }

    HeadlessContext context_;
    Renderer renderer_;
    const Library& library_;
    double scale_;
    ImGuiSession imgui_;
    OffscreenTarget target_;
    OffscreenTarget leg_{{16, 16}};  // of step()
    std::optional<Frame> drawn_;
    Refinement refinement_;
    Extras extras_;
};

}  // namespace

Result<std::unique_ptr<Studio>> Studio::create(const Library& library, const ProgramFiles& files, double ui_scale, bool few_pictures)
{
    Result<HeadlessContext> context = HeadlessContext::create();
    if (!context) return context.problems();
    Result<Renderer> renderer = Renderer::create(library.model, files.shaders, few_pictures);
    if (!renderer) return renderer.problems();
    return std::unique_ptr<Studio>(std::make_unique<EglStudio>(std::move(context).value(), std::move(renderer).value(), library, ui_scale));
}

}  // namespace genu
