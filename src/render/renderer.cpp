#include "render/renderer.hpp"

#include <algorithm>

#include "render/ambient_pass.hpp"
#include "render/backdrop_pass.hpp"
#include "render/background_pass.hpp"
#include "render/fxaa_pass.hpp"
#include "render/gl.hpp"
#include "render/ink_pass.hpp"
#include "render/mean_pass.hpp"
#include "render/noise_texture.hpp"
#include "render/outline_pass.hpp"
#include "render/pick_pass.hpp"
#include "render/redraw_area.hpp"
#include "render/scene_buffers.hpp"
#include "render/section_caps.hpp"
#include "render/tissue_pass.hpp"
#include "render/veil_pass.hpp"

namespace genu {

struct Renderer::Parts {
    std::vector<StructureId> ids;
    PoseTracker pose;
    GpuModel model;
    GlTexture noise;
    GlVertexArray empty_layout;
    BackgroundPass background;
    BackdropPass backdrop;
    TissuePass tissue;
    SectionCaps caps;
    ShadowPass shadow;
    AmbientPass ambient;
    VeilPass veil;
    InkPass ink;
    OutlinePass outline;
    FxaaPass fxaa;
    MeanPass mean;
    PickPass pick;
    SceneBuffers buffers;
    std::optional<OffscreenTarget> smoothed;  ///< the large picture with its edges smoothed, before it is halved
    Quality quality;
    RenderStatistics statistics;
    Bounds drawn_bounds;  ///< of the last picture: edges are nowhere else
    RedrawArea area;
    PixelRect redrawn;    ///< the part of the last picture that was drawn
    Visit visit = Visit::still;
    int shadow_fourth = -1;           ///< Shadow::fourth
    std::uint64_t ambient_known = 0;  ///< AmbientPass's number of the same picture's first look

    void pose_entries(const std::vector<DrawEntry>& entries);
    void start_clean() const;
    void draw_veils(const PictureView& view, const std::vector<DrawEntry>& entries);
    void draw_scene(const Frame& frame, const PictureView& view, std::uint64_t content);
    void finish(const PictureView& view, OffscreenTarget& target, PixelRect into);
    void draw_smoothly(const Frame& frame, OffscreenTarget& target, PixelRect part, glm::ivec2 size);
    void smooth_edges(const PictureView& view, const OffscreenTarget& copy) const;
    void leave_clean() const;
    void count(int triangles, std::size_t calls);
};

namespace {

/// Takes a part that was made, or keeps what was wrong with it.
template <class Part>
Part taken(Result<Part> made, Problems& problems)
{
    if (made.ok()) return std::move(*made);
    append(problems, made.problems());
    return Part{};
}

/// Twice the picture's size for four samples a pixel. Multisampling would be cheaper on a graphics card, but costs the
/// same in software, leaves the streaks' shading unsmoothed, and miscounts surfaces under section caps at their rims.
glm::ivec2 drawing_size(glm::ivec2 picture, const Quality& quality)
{
    if (quality.half_size) return glm::max(picture / 2, glm::ivec2(1));
    GLint largest = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
    const bool fits = 2 * std::max(picture.x, picture.y) <= largest;
    return quality.samples > 1 && fits ? 2 * picture : picture;
}

/// While something moves, a silhouette may be a pixel off.
float tolerance_px(const Quality& quality) { return quality.quick ? 1.2f : 0.4f; }

/// How far outlines, ink and smoothed edges reach beyond what they surround.
int margin_px(const PictureView& view) { return 6 + static_cast<int>(view.whole_height / 150); }

void copy_part(const SceneBuffers& from, const OffscreenTarget& into, PixelRect part)
{
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from.framebuffer());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, into.framebuffer());
    const int right = part.x + part.width, top = part.y + part.height;
    glBlitFramebuffer(part.x, part.y, right, top, part.x, part.y, right, top, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

/// Of each structure's pixels the one nearest to their mean place.
std::vector<Renderer::Seen> seen_from(const std::vector<std::optional<PickedPoint>>& points, int width, const std::vector<StructureId>& ids)
{
    const auto place = [&](std::size_t i) { return glm::vec2(static_cast<int>(i) % width, static_cast<int>(i) / width); };
    std::vector<glm::vec2> middle(ids.size(), glm::vec2(0));
    std::vector<int> count(ids.size(), 0);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!points[i]) continue;
        middle[points[i]->mesh] += place(i);
        ++count[points[i]->mesh];
    }
    std::vector<float> best(ids.size(), 1e9f);
    std::vector<Renderer::Seen> seen(ids.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!points[i]) continue;
        const std::size_t mesh = points[i]->mesh;
        const float distance = glm::distance(place(i), middle[mesh] / static_cast<float>(count[mesh]));
        if (distance >= best[mesh]) continue;
        best[mesh] = distance;
        seen[mesh] = {ids[mesh], points[i]->point_m, count[mesh]};
    }
    constexpr int kFewPixels = 4;  // a sliver at an edge is not worth pointing at
    std::erase_if(seen, [](const Renderer::Seen& s) { return s.pixels < kFewPixels; });
    return seen;
}

std::vector<DrawEntry> picked_from(const DrawList& list, bool (*is_wanted)(const DrawItem&))
{
    std::vector<DrawEntry> entries;
    for (const auto* part : {&list.solid, &list.see_through}) {
        for (const DrawEntry& entry : *part) {
            if (is_wanted(*entry.item)) entries.push_back(entry);
        }
    }
    // It can be seen and is nothing to point at, but hides what lies behind it.
    entries.insert(entries.end(), list.filling.begin(), list.filling.end());
    return entries;
}

}  // namespace

Result<Renderer> Renderer::create(const Model& model, const fs::path& shader_folder, bool few_pictures)
{
    Problems problems;
    std::vector<StructureId> ids;
    for (const Mesh& mesh : model.meshes) ids.push_back(mesh.id);
    auto parts = std::unique_ptr<Parts>(new Parts{std::move(ids), PoseTracker(model),
                                                  taken(GpuModel::create(model, shader_folder, !few_pictures), problems),
                                                  make_noise_texture(), GlVertexArray::make(),
                                                  taken(BackgroundPass::create(shader_folder), problems),
                                                  taken(BackdropPass::create(shader_folder), problems),
                                                  taken(TissuePass::create(shader_folder), problems),
                                                  taken(SectionCaps::create(shader_folder), problems),
                                                  taken(ShadowPass::create(shader_folder), problems),
                                                  taken(AmbientPass::create(shader_folder), problems),
                                                  taken(VeilPass::create(shader_folder), problems),
                                                  taken(InkPass::create(shader_folder), problems),
                                                  taken(OutlinePass::create(shader_folder), problems),
                                                  taken(FxaaPass::create(shader_folder), problems),
                                                  taken(MeanPass::create(shader_folder), problems),
                                                  taken(PickPass::create(shader_folder), problems),
                                                  {}, {}, {}, {}, {}, {}, {}});
    if (!problems.empty()) return problems;
    return Renderer(std::move(parts));
}

Renderer::Renderer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;
Renderer::~Renderer() = default;

void Renderer::set_quality(Quality quality) { parts_->quality = quality; }
Quality Renderer::quality() const { return parts_->quality; }
const RenderStatistics& Renderer::statistics() const { return parts_->statistics; }

void Renderer::Parts::count(int triangles, std::size_t calls)
{
    statistics.triangles += triangles;
    statistics.draw_calls += static_cast<int>(calls);
}

/// Call with a framebuffer bound: without a window there is no other, and then even capturing vertices is an error.
void Renderer::Parts::pose_entries(const std::vector<DrawEntry>& entries)
{
    std::vector<std::uint32_t> meshes;
    for (const DrawEntry& entry : entries) meshes.push_back(entry.item->mesh);
    if (model.pose(pose, meshes)) statistics.skinned = true;
}

/// Others draw in the same context (the panels): every setting that matters is made here.
void Renderer::Parts::start_clean() const
{
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_BLEND);
    glDisable(GL_POLYGON_OFFSET_FILL);
    glEnable(GL_DEPTH_TEST);
    glDepthMask(GL_TRUE);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glCullFace(GL_BACK);
    glActiveTexture(GL_TEXTURE0 + kNoiseUnit);
    glBindTexture(GL_TEXTURE_3D, noise.name());
}

void Renderer::Parts::draw_veils(const PictureView& view, const std::vector<DrawEntry>& entries)
{
    if (entries.empty()) return;
    Bounds bounds;
    for (const DrawEntry& entry : entries) bounds.add(entry.bounds);
    const PixelRect part = covered_pixels(bounds, view, 0);
    if (!veil.begin(buffers, part)) {
        count(tissue.draw_see_through(model, view, entries), 2 * entries.size());
        return;
    }
    count(tissue.draw_layers(model, view, entries, quality.quick), entries.size());
    veil.finish(buffers, part);
}

void Renderer::Parts::draw_scene(const Frame& frame, const PictureView& view, std::uint64_t content)
{
    const DrawList list = make_draw_list(frame, pose, view);
    statistics.items_drawn = static_cast<int>(list.solid.size() + list.see_through.size());
    statistics.items_culled = list.culled;
    buffers.bind();
    pose_entries(list.solid);
    pose_entries(list.see_through);
    pose_entries(list.filling);
    drawn_bounds = Bounds{};
    for (const auto* part : {&list.solid, &list.see_through, &list.filling}) {
        for (const DrawEntry& entry : *part) drawn_bounds.add(entry.bounds);
    }
    // What stands behind the leg may be anywhere.
    const PixelRect all{0, 0, view.size.x, view.size.y};
    const PixelRect leg = drawn_bounds.empty() ? PixelRect{} : covered_pixels(drawn_bounds, view, margin_px(view));
    redrawn = area.next(frame.background, view, content, frame.backdrop.empty() ? leg : all);
    // A mirrored leg turns every triangle round.
    glFrontFace(frame.mirrored ? GL_CW : GL_CCW);

    const Shadow* shadow_or_none = nullptr;
    Shadow shaded;
    if (quality.shadows && !list.solid.empty()) {
        const std::vector<DrawEntry> casters = shadow_casters(frame, pose, view);
        pose_entries(casters);
        count(shadow.draw(model, view, casters, pose.version()), casters.size());
        shaded = shadow.shadow();
        shaded.fourth = shadow_fourth;
        shadow_or_none = &shaded;
    }

    buffers.bind();
    glBindVertexArray(empty_layout.name());
    background.draw(frame.background, view.span, redrawn);
    backdrop.draw(frame.backdrop, view);
    model.bind();
    count(tissue.draw_solid(model, view, list.solid, shadow_or_none, quality.quick, visit), 2 * list.solid.size());
    std::vector<DrawEntry> cut = list.filling;
    cut.insert(cut.end(), list.solid.begin(), list.solid.end());
    count(caps.draw(model, view, cut), 0);
    if (quality.ambient && !list.solid.empty()) {
        glBindVertexArray(empty_layout.name());
        ambient.draw(view, buffers, quality.samples, covered_pixels(drawn_bounds, view, 0), ambient_known);
        model.bind();
    }
    count(ink.draw(model, caps, view, list.solid, frame.ink, buffers, covered_pixels(drawn_bounds, view, 3)), 0);
    model.bind();
    draw_veils(view, list.see_through);

    std::vector<DrawEntry> selected = picked_from(list, [](const DrawItem& item) { return item.selected; });
    selected.resize(selected.size() - list.filling.size());
    count(outline.draw(model, caps, view, selected, frame.outline_colour, buffers), 2 * selected.size());
}

/// `copy` holds the part of the buffers' picture that was drawn.
void Renderer::Parts::smooth_edges(const PictureView& view, const OffscreenTarget& copy) const
{
    glBindVertexArray(empty_layout.name());
    fxaa.draw(buffers, copy.texture(), covered_pixels(drawn_bounds, view, 4));
}

/// `into` counts from the bottom left.
void Renderer::Parts::finish(const PictureView& view, OffscreenTarget& target, PixelRect into)
{
    const glm::ivec2 from = buffers.size(), to(into.width, into.height);
    const bool smooths = quality.fxaa && !drawn_bounds.empty();
    if (from == to) {
        copy_part(buffers, target, redrawn);
        if (!smooths) return;
        smooth_edges(view, target);
        return copy_part(buffers, target, redrawn);
    }
    if (from.x > to.x && smooths) {
        if (smoothed) smoothed->resize(from);
        else smoothed.emplace(from);
        copy_part(buffers, *smoothed, redrawn);
        smooth_edges(view, *smoothed);
    }
    glBindFramebuffer(GL_READ_FRAMEBUFFER, buffers.framebuffer());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target.framebuffer());
    // Halving with linear filtering is the mean of four pixels.
    glBlitFramebuffer(0, 0, from.x, from.y, into.x, into.y, into.x + to.x, into.y + to.y, GL_COLOR_BUFFER_BIT, GL_LINEAR);
}

/// Twice as large and halved, but only where there is more than background.
void Renderer::Parts::draw_smoothly(const Frame& frame, OffscreenTarget& target, PixelRect part, glm::ivec2 size)
{
    const PictureView once = part_view(frame, part, size);
    const DrawList list = make_draw_list(frame, pose, once);
    Bounds bounds;
    for (const auto* entries : {&list.solid, &list.see_through, &list.filling}) {
        for (const DrawEntry& entry : *entries) bounds.add(entry.bounds);
    }
    target.bind();
    glBindVertexArray(empty_layout.name());
    background.draw(frame.background, once.span, {0, 0, part.width, part.height});
    if (bounds.empty()) return;
    // The figure behind a leg that exercises reaches farther than the leg.
    const PixelRect seen = frame.backdrop.empty() ? covered_pixels(bounds, once, margin_px(once)) : PixelRect{0, 0, part.width, part.height};
    if (seen.width <= 0 || seen.height <= 0) return;
    const PixelRect inner{part.x + seen.x, part.y + part.height - seen.y - seen.height, seen.width, seen.height};
    buffers.fit(2 * glm::ivec2(inner.width, inner.height));
    area.forget();
    PictureView view = part_view(frame, {2 * inner.x, 2 * inner.y, 2 * inner.width, 2 * inner.height}, 2 * size);
    view.tolerance_px = tolerance_px(quality);
    draw_scene(frame, view, 0);
    finish(view, target, seen);
}

/// As others expect to find it.
void Renderer::Parts::leave_clean() const
{
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glBindVertexArray(0);
    glUseProgram(0);
    glActiveTexture(GL_TEXTURE0);
}

void Renderer::draw(const Frame& frame, OffscreenTarget& target) { draw_part(frame, target, {0, 0, target.size().x, target.size().y}, target.size()); }

void Renderer::draw_part(const Frame& frame, OffscreenTarget& target, PixelRect part, glm::ivec2 size)
{
    target.resize({part.width, part.height});
    Parts& parts = *parts_;
    parts.statistics = {};
    parts.visit = parts.quality.quick ? Visit::moving : Visit::still;
    parts.ambient_known = 0;
    parts.shadow_fourth = -1;
    parts.pose.follow(frame.joints);
    parts.start_clean();
    const glm::ivec2 wanted = drawing_size(target.size(), parts.quality);
    if (wanted.x > part.width) {
        parts.draw_smoothly(frame, target, part, size);
        return parts.leave_clean();
    }
    if (parts.buffers.fit(wanted)) parts.area.forget();
    // At half size too: the part in the pixels that are drawn.
    const glm::ivec2 drawn = parts.buffers.size();
    const auto scaled = [](int value, int to, int from) { return static_cast<int>(static_cast<long long>(value) * to / from); };
    const glm::ivec2 whole(scaled(size.x, drawn.x, part.width), scaled(size.y, drawn.y, part.height));
    PictureView view = part_view(frame, {scaled(part.x, drawn.x, part.width), scaled(part.y, drawn.y, part.height), drawn.x, drawn.y}, whole);
    view.tolerance_px = tolerance_px(parts.quality);
    parts.draw_scene(frame, view, target.content());
    parts.finish(view, target, {0, 0, part.width, part.height});
    parts.leave_clean();
    target.set_content(parts.area.finished());
}

void Renderer::refine(const Frame& frame, OffscreenTarget& target, Refinement& still)
{
    still.follow(frame, target.size());
    if (still.is_done()) return;
    Parts& parts = *parts_;
    const Quality before = parts.quality;
    if (!MeanPass::prepare(still)) {
        set_quality(Quality::still());
        draw(frame, target);
        still.looks_ = Refinement::kLooks;
        return set_quality(before);
    }
    set_quality(Quality::look());
    const bool is_first = still.looks() == 0;
    parts.statistics = {};
    parts.visit = is_first ? Visit::first_look : Visit::next_look;
    parts.ambient_known = is_first ? 0 : still.ambient_;
    // Four looks together see as much of the shadow round a point as the first does alone.
    parts.shadow_fourth = is_first ? -1 : still.looks() % 4;
    parts.pose.follow(frame.joints);
    parts.start_clean();
    if (parts.buffers.fit(target.size())) parts.area.forget();
    PictureView view = looked_at(picture_view(frame, target.size()), still.shift_px());
    view.tolerance_px = tolerance_px(parts.quality);
    parts.draw_scene(frame, view, target.content());
    still.ambient_ = parts.ambient_known;
    if (is_first) still.part_ = parts.redrawn;
    const PixelRect part = common(parts.redrawn, still.part_);
    glBindVertexArray(parts.empty_layout.name());
    parts.mean.add(parts.buffers, still, part);
    if (is_first) parts.finish(view, target, {0, 0, target.size().x, target.size().y});
    else if (still.looks() >= Refinement::kShownFrom) parts.mean.show(still, target, part);
    parts.leave_clean();
    target.set_content(parts.area.finished());
    set_quality(before);
}

std::optional<Hit> Renderer::pick(const Frame& frame, glm::ivec2 pixel, glm::ivec2 size)
{
    if (pixel.x < 0 || pixel.y < 0 || pixel.x >= size.x || pixel.y >= size.y) return std::nullopt;
    Parts& parts = *parts_;
    parts.pose.follow(frame.joints);
    const PictureView view = pixel_view(frame, pixel, size);
    const DrawList list = make_draw_list(frame, parts.pose, view);
    const std::vector<DrawEntry> entries = picked_from(list, [](const DrawItem& item) { return item.pickable; });
    if (entries.empty()) return std::nullopt;
    parts.start_clean();
    parts.pick.bind({1, 1});
    parts.pose_entries(entries);
    const auto picked = parts.pick.pick(parts.model, parts.caps, view, entries);
    glBindVertexArray(0);
    glUseProgram(0);
    if (!picked) return std::nullopt;
    return Hit{parts.ids[picked->mesh], picked->point_m, view.depth_m(picked->point_m)};
}

std::vector<Renderer::Seen> Renderer::seen(const Frame& frame, float aspect)
{
    constexpr int kHeight = 180;
    const glm::ivec2 size(std::clamp(static_cast<int>(kHeight * aspect), 1, 4 * kHeight), kHeight);
    Parts& parts = *parts_;
    parts.pose.follow(frame.joints);
    const PictureView view = picture_view(frame, size);
    const DrawList list = make_draw_list(frame, parts.pose, view);
    const std::vector<DrawEntry> entries = picked_from(list, [](const DrawItem& item) { return item.opacity >= 1 && !item.xray; });
    if (entries.empty()) return {};
    parts.start_clean();
    parts.pick.bind(size);
    parts.pose_entries(entries);
    const auto points = parts.pick.map(parts.model, parts.caps, view, entries);
    glBindVertexArray(0);
    glUseProgram(0);
    return seen_from(points, size.x, parts.ids);
}

Bounds Renderer::posed_bounds(const Frame& frame, std::uint32_t mesh)
{
    parts_->pose.follow(frame.joints);
    return in_picture(parts_->pose.bounds(mesh), frame.mirrored ? -1.0f : 1.0f);
}

}  // namespace genu
