#include "builder/wrap.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "builder/dense_grid.hpp"
#include "builder/remesh.hpp"

namespace genu::builder {

namespace {

constexpr double kKnownOut_mm = 46;     // how far out distances are known
constexpr double kRoom_mm = 42;      // for the skin round what lies below it
constexpr std::size_t kTriangles = 40000;  // about as many remain
constexpr double kCutFace_mm = 12;   // depth below which cutting does not ask how deep
constexpr double kFade = 0.3;        // of its radii, either way, over which a pad ends
constexpr double kFootZone_mm = 10;  // over which the foot's grid takes over

double smoothstep(double from, double to, double x) { return builder::smoothstep((x - from) / (to - from)); }

double smooth_max(double a, double b, double round)
{
    const double h = std::max(round - std::abs(a - b), 0.0) / round;
    return std::max(a, b) + 0.25 * h * h * round;
}
double smooth_min(double a, double b, double round) { return -smooth_max(-a, -b, round); }

double at_height(const std::vector<std::array<double, 2>>& rows, double y)
{
    if (y >= rows.front()[0]) return rows.front()[1];
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
        if (y < rows[i + 1][0]) continue;
        return rows[i + 1][1] + (rows[i][1] - rows[i + 1][1]) * smoothstep(rows[i + 1][0], rows[i][0], y);
    }
    return rows.back()[1];
}

// Near to the distance from an ellipsoid.
double from_ellipsoid(const WrapPad& pad, const Vec3& p)
{
    const Vec3 q = (p - pad.centre) / pad.radii;
    const double out = glm::length(q), slope = glm::length(q / pad.radii);
    return slope > 1e-9 ? out * (out - 1) / slope : -std::min({pad.radii.x, pad.radii.y, pad.radii.z});
}

// From the front or the back: how deep the line lies counts little.
double from_line(const std::vector<Vec3>& line, const Vec3& p)
{
    constexpr double kDepth = 0.35;
    const Vec3 seen(1, 1, kDepth);
    double best = 1e9;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const Vec3 along = seen * (line[i + 1] - line[i]), from = seen * (p - line[i]);
        best = std::min(best, glm::length(from - std::clamp(glm::dot(from, along) / glm::dot(along, along), 0.0, 1.0) * along));
    }
    return best;
}

/// What the skin is like at a place.
WrapRow style_at(const WrapShape& shape, const Vec3& p)
{
    WrapRow style = shape.rows.front();
    for (std::size_t i = 0; i + 1 < shape.rows.size(); ++i) {
        const WrapRow &above = shape.rows[i], &below = shape.rows[i + 1];
        if (p.y >= above.y) break;
        const double t = smoothstep(above.y, below.y, p.y);
        const auto mix = [t](double a, double b) { return a + t * (b - a); };
        style = {p.y, mix(above.thickness_mm, below.thickness_mm), mix(above.share, below.share), mix(above.coarse, below.coarse)};
    }
    for (const WrapPad& pad : shape.pads) {
        const Vec3 q = glm::abs(p - pad.centre) / pad.radii;
        if (std::max({q.x, q.y, q.z}) > 1 + kFade) continue;
        const double t = 1 - smoothstep(1 - kFade, 1 + kFade, glm::length(q));
        style.thickness_mm += t * (pad.thickness_mm - style.thickness_mm);
        style.share += t * (pad.share - style.share);
        style.coarse += t * (pad.coarse - style.coarse);
    }
    return style;
}

/// Triangles of all meshes that reach into the box.
TriMesh within(const std::vector<const TriMesh*>& meshes, const Box& box)
{
    TriMesh all;
    for (const TriMesh* mesh : meshes) {
        if (!box_of(*mesh).meets(box)) continue;
        const auto first = static_cast<std::uint32_t>(all.point.size());
        all.point.insert(all.point.end(), mesh->point.begin(), mesh->point.end());
        for (const auto& t : mesh->triangle) {
            Box corner;
            for (const std::uint32_t i : t) corner.add(mesh->point[i]);
            if (corner.meets(box)) all.triangle.push_back({t[0] + first, t[1] + first, t[2] + first});
        }
    }
    return all;
}

/// Distances from what lies below, close to it and spanned wide.
struct Layers { DenseGrid deep, fine, coarse; };

DenseGrid deep_distance(const WrapShape& shape, const TriMesh& below, const Box& box, double voxel)
{
    DenseGrid deep(voxel, box, static_cast<float>(kKnownOut_mm));
    const Field near = distance_to(below, voxel);
    const glm::ivec3 low = deep.low(), size = deep.size();
    for (const Field::Brick& brick : near.bricks()) {
        for (int k = 0; k < 512; ++k) {
            const glm::ivec3 v = brick.low + glm::ivec3(k & 7, (k >> 3) & 7, k >> 6) - low;
            if (glm::any(glm::lessThan(v, glm::ivec3(0))) || glm::any(glm::greaterThanEqual(v, size))) continue;
            const float d = brick.value[static_cast<std::size_t>(k)];
            if (d < near.far_outside()) deep.at(v.x, v.y, v.z) = d;
        }
    }
    const double band = near.empty() ? 3 * voxel : static_cast<double>(near.far_outside());
    for (const WrapPad& fill : shape.fills) {
        const glm::ivec3 first = glm::max(glm::ivec3(glm::floor((fill.centre - fill.radii - band) / voxel)) - low, 0);
        const glm::ivec3 last = glm::min(glm::ivec3(glm::ceil((fill.centre + fill.radii + band) / voxel)) - low, size - 1);
        deep.for_each_layer([&](int y) {
            if (y < first.y || y > last.y) return;
            for (int z = first.z; z <= last.z; ++z) {
                for (int x = first.x; x <= last.x; ++x) {
                    const double d = from_ellipsoid(fill, deep.position(x, y, z));
                    if (d < band) deep.at(x, y, z) = std::min(deep.at(x, y, z), static_cast<float>(d));
                }
            }
        });
    }
    spread_distance(deep, static_cast<float>(band), static_cast<float>(kKnownOut_mm));
    return deep;
}

DenseGrid spanned(const DenseGrid& deep, const WrapSpan& span)
{
    DenseGrid grid = span.close_mm > 0 ? closed(deep, span.close_mm, span.close_mm + 3 * span.blur_mm + 8) : deep;
    blur(grid, span.blur_mm);
    return grid;
}

Layers layers_of(const WrapShape& shape, const std::vector<const TriMesh*>& below, const Box& box, double voxel, const WrapSpan& fine, const WrapSpan& coarse)
{
    DenseGrid deep = deep_distance(shape, within(below, box.grown(4 * voxel)), box, voxel);
    DenseGrid close = spanned(deep, fine), wide = spanned(deep, coarse);
    return {std::move(deep), std::move(close), std::move(wide)};
}

/// Fat by height, so that the girths come out.
std::vector<std::array<double, 2>> fat_by_height(const WrapShape& shape, const Layers& layers)
{
    std::vector<std::array<double, 2>> fat;
    const glm::ivec3 size = layers.deep.size();
    for (const auto& [height, girth] : shape.girths) {
        const int y = static_cast<int>(std::lround(height / shape.voxel_mm)) - layers.deep.low().y;
        if (y < 0 || y >= size.y) continue;
        std::vector<double> value, share;
        for (int z = 0; z < size.z; ++z) {
            for (int x = 0; x < size.x; ++x) {
                const WrapRow style = style_at(shape, layers.deep.position(x, y, z));
                const double out = static_cast<double>(layers.fine.at(x, y, z)) * (1 - style.coarse) + static_cast<double>(layers.coarse.at(x, y, z)) * style.coarse;
                value.push_back(out - style.thickness_mm);
                share.push_back(style.share);
            }
        }
        const auto girth_with = [&](double amount) {
            std::vector<Vec3> rim;
            const auto at = [&](int x, int z) { const auto i = static_cast<std::size_t>(z * size.x + x); return value[i] - amount * share[i]; };
            for (int z = 0; z + 1 < size.z; ++z) {
                for (int x = 0; x + 1 < size.x; ++x) {
                    const double here = at(x, z), right = at(x + 1, z), back = at(x, z + 1);
                    if ((here < 0) != (right < 0)) rim.push_back(layers.deep.position(x, y, z) + Vec3(shape.voxel_mm * here / (here - right), 0, 0));
                    if ((here < 0) != (back < 0)) rim.push_back(layers.deep.position(x, y, z) + Vec3(0, 0, shape.voxel_mm * here / (here - back)));
                }
            }
            return tape_mm(rim, -1e9, 1e9);
        };
        double least = -8, most = 40;
        for (int k = 0; k < 14; ++k) {
            const double middle = 0.5 * (least + most);
            (girth_with(middle) < girth ? least : most) = middle;
        }
        fat.push_back({height, 0.5 * (least + most)});
    }
    if (fat.empty()) fat.push_back({0, 0});
    return fat;
}

/// Turns the layers into the skin's distance, in place of `fine`.
DenseGrid skin_of(const WrapShape& shape, Layers layers, const std::vector<std::array<double, 2>>& fat)
{
    DenseGrid skin = std::move(layers.fine);
    const glm::ivec3 size = skin.size();
    skin.for_each_layer([&](int y) {
        const double amount = at_height(fat, skin.position(0, y, 0).y);
        for (int z = 0; z < size.z; ++z) {
            for (int x = 0; x < size.x; ++x) {
                const Vec3 p = skin.position(x, y, z);
                const double deep = static_cast<double>(layers.deep.at(x, y, z));
                if (deep > kKnownOut_mm - 1) {
                    skin.at(x, y, z) = static_cast<float>(deep);
                } else {
                    const WrapRow style = style_at(shape, p);
                    const double out = static_cast<double>(skin.at(x, y, z)) * (1 - style.coarse) + static_cast<double>(layers.coarse.at(x, y, z)) * style.coarse;
                    double value = out - style.thickness_mm - amount * style.share;
                    for (const WrapCrease& crease : shape.creases) {
                        if (std::abs(value) > 4 * crease.depth_mm + 4) continue;
                        const double off = from_line(crease.line, p) / crease.width_mm;
                        if (off < 3) value += crease.depth_mm * std::exp(-off * off);
                    }
                    skin.at(x, y, z) = static_cast<float>(smooth_min(value, deep - shape.cover_mm, 2.5));
                }
                // However deep below the skin, a cut face is as even.
                double value = std::max(static_cast<double>(skin.at(x, y, z)), -kCutFace_mm);
                value = smooth_max(value, p.y - shape.waist_mm, shape.edge_mm);
                value = smooth_max(value, shape.ground_mm - p.y, 4);
                if (!shape.midline.empty()) value = smooth_max(value, at_height(shape.midline, p.y) - p.x, shape.edge_mm);
                skin.at(x, y, z) = static_cast<float>(value);
            }
        }
    });
    return skin;
}

/// What the skin may take up between two heights.
Box box_for(const WrapShape& shape, const std::vector<const TriMesh*>& below, double low_mm, double high_mm)
{
    Box box;
    for (const TriMesh* mesh : below) for (const Vec3& p : mesh->point) if (p.y > low_mm && p.y < high_mm) box.add(p);
    for (const WrapPad& fill : shape.fills) if (fill.centre.y > low_mm && fill.centre.y < high_mm) box.add({fill.centre - fill.radii, fill.centre + fill.radii});
    box = box.grown(kRoom_mm);
    box.low.y = std::max(box.low.y, low_mm);
    box.high.y = std::min({box.high.y, high_mm, shape.waist_mm + 10});
    box.low.y = std::max(box.low.y, shape.ground_mm - 10);
    double least_x = box.low.x;
    if (!shape.midline.empty()) {
        least_x = 1e9;
        for (const auto& row : shape.midline) least_x = std::min(least_x, row[1]);
    }
    box.low.x = std::max(box.low.x, least_x - 10);
    return box;
}

// What lay in order, an inner wall below an outer one, stays so.
void tuck(TriMesh& mesh, const std::function<double(const Vec3&)>& skin)
{
    constexpr double kBelow_mm = 1.6, kOrder = 0.1, kProbe_mm = 1;
    for (Vec3& p : mesh.point) {
        for (int step = 0; step < 2; ++step) {
            const double out = skin(p) + kBelow_mm;
            if (out <= 0 || out > 20) break;
            Vec3 slope;
            for (int d = 0; d < 3; ++d) {
                Vec3 probe(0);
                probe[d] = kProbe_mm;
                slope[d] = (skin(p + probe) - skin(p - probe)) / (2 * kProbe_mm);
            }
            const double square = glm::dot(slope, slope);
            if (square < 0.05) break;
            p -= (step == 0 ? 1 - kOrder : std::max(0.0, out - 1) / out) * out / square * slope;
        }
    }
}

}  // namespace

double tape_mm(const std::vector<Vec3>& points, double low_mm, double high_mm)
{
    // A taut tape follows the convex outline, whose length is the mean of its widths times pi.
    constexpr int kDirections = 144;
    double sum = 0;
    for (int k = 0; k < kDirections; ++k) {
        const double angle = 2 * std::numbers::pi * k / kDirections, c = std::cos(angle), s = std::sin(angle);
        double farthest = -1e9;
        for (const Vec3& p : points) if (p.y >= low_mm && p.y <= high_mm) farthest = std::max(farthest, c * p.x + s * p.z);
        if (farthest < -1e8) return 0;
        sum += farthest;
    }
    return sum * 2 * std::numbers::pi / kDirections;
}

double blood_at(const WrapShape& shape, const Vec3& p)
{
    double blood = shape.blood;
    for (const WrapBlush& blush : shape.blushes) blood += (blush.blood - blood) * (1 - smoothstep(0.5, 1.3, glm::length((p - blush.centre) / blush.radii)));
    return blood;
}

TriMesh wrap_surface(const WrapShape& shape, const std::vector<const TriMesh*>& below, double voxel_mm, const std::vector<TriMesh*>& tucked)
{
    const double zone_low = shape.foot ? shape.foot->below_mm - kFootZone_mm : -1e6;
    const Box leg_box = box_for(shape, below, zone_low - 4 * shape.voxel_mm, 1e6);
    Layers leg_layers = layers_of(shape, below, leg_box, shape.voxel_mm, shape.fine, shape.coarse);
    const auto fat = fat_by_height(shape, leg_layers);
    const DenseGrid leg = skin_of(shape, std::move(leg_layers), fat);
    std::function<double(const Vec3&)> value = [&](const Vec3& p) { return leg.sample(p); };
    std::optional<DenseGrid> foot;
    Box box = leg_box;
    if (shape.foot) {
        const Box foot_box = box_for(shape, below, -1e6, shape.foot->below_mm + 4 * shape.voxel_mm);
        foot = skin_of(shape, layers_of(shape, below, foot_box, shape.foot->voxel_mm, shape.foot->fine, shape.foot->coarse), fat);
        value = [&, zone_low](const Vec3& p) {
            const double t = smoothstep(zone_low, shape.foot->below_mm, p.y);
            if (t >= 1) return leg.sample(p);
            return t <= 0 ? foot->sample(p) : (1 - t) * foot->sample(p) + t * leg.sample(p);
        };
        box.add(foot_box);
    }
    TriMesh surface = surface_of(field_of(value, box.grown(-2 * voxel_mm), voxel_mm, 1.6));
    if (!edge_faults(surface).none()) part_touching_sheets(surface);
    drop_small_pieces(surface, 0.01);
    simplify(surface, 2 * kTriangles);
    if (!edge_faults(surface).none()) part_touching_sheets(surface);
    drop_small_pieces(surface, 0.01);
    remesh(surface, [&](const Vec3& p) { return at_height(shape.triangle_edges, p.y); }, value, 5);
    for (TriMesh* mesh : tucked) tuck(*mesh, value);
    return surface;
}

}  // namespace genu::builder
